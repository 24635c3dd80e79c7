import { inArray } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { users } from '../../db/schema/accounts.ts'
import { actors } from '../../db/schema/federation.ts'
import { kindNamed } from '../kinds/index.ts'

/** Who began each conversation among these: a member by the name they bear now, or the actor that it came from. */
export async function writersOf(
  db: Database,
  rows: readonly { n: number; kind: string; authorId: string | null; originN: number | null }[],
): Promise<Map<number, string>> {
  const begun = rows.filter((row) => kindNamed(row.kind)?.conversation === true)
  const ids = begun.flatMap(({ authorId }) => authorId ?? [])
  const ns = begun.flatMap(({ originN }) => originN ?? [])
  const members =
    ids.length === 0
      ? []
      : await db.read.select({ key: users.id, name: users.name }).from(users).where(inArray(users.id, ids))
  const strangers =
    ns.length === 0
      ? []
      : await db.read.select({ key: actors.n, name: actors.name }).from(actors).where(inArray(actors.n, ns))
  const names = new Map<string | number, string>(
    [...members, ...strangers].map(({ key, name }) => [key, name]),
  )
  return new Map(
    begun.flatMap(({ n, authorId, originN }) => {
      const name = names.get(originN ?? authorId ?? '')
      return name === undefined ? [] : [[n, name] as const]
    }),
  )
}
