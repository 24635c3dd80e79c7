import { eq, sql, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import type { Database } from '../../db/open.ts'
import { communes } from '../../db/schema/places.ts'

// Who is near: the communes of the same intercommunality, and around Paris those of the same territory (docs/adr/0029).

/** A place code among a commune and its neighbours; of a commune that belongs to nothing, it alone. */
export const isAround = (column: SQLiteColumn, code: string): SQL =>
  sql`${column} in (select ${communes.code} from ${communes} where ${communes.territory} =
    (select ${communes.territory} from ${communes} where ${communes.code} = ${code}) union select ${code})`

/** The name of what a commune and its neighbours are together; null: it has none. */
export async function territoryOf(
  db: Database,
  code: string,
): Promise<{ name: string; codes: string[] } | null> {
  const [own] = await db.read
    .select({ territory: communes.territory, name: communes.territoryName })
    .from(communes)
    .where(eq(communes.code, code))
  if (own === undefined || own.territory === null || own.name === null) return null
  const members = await db.read
    .select({ code: communes.code })
    .from(communes)
    .where(eq(communes.territory, own.territory))
  return members.length < 2 ? null : { name: own.name, codes: members.map((member) => member.code) }
}
