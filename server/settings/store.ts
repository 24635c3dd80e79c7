import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { actors } from '../../db/schema/federation.ts'

const hubRoles = ['hub', 'section', 'forum'] as const

/** Paths of the actors that bear the hub's name. */
export async function hubActors(db: Database): Promise<string[]> {
  const rows = await db.read
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.local, true), inArray(actors.role, [...hubRoles]), isNull(actors.deletedAt)))
  return rows.map(({ id }) => id)
}

export const renameHubActors = (db: Database, name: string): Step =>
  db.make
    .update(actors)
    .set({ name })
    .where(and(eq(actors.local, true), inArray(actors.role, [...hubRoles, 'instance'])))
