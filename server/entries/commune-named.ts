import { eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { communes } from '../../db/schema/places.ts'

/** The commune of a code, with its department: « Nanterre (92) ». */
export async function communeNamed(
  db: Database,
  code: string,
): Promise<{ code: string; label: string } | null> {
  const [row] = await db.read
    .select({ code: communes.code, name: communes.name, department: communes.department })
    .from(communes)
    .where(eq(communes.code, code))
  return row === undefined ? null : { code: row.code, label: `${row.name} (${row.department})` }
}
