import type { Database } from '../../db/open.ts'
import { communesNamed, type Commune } from './communes.ts'
import { departmentMeant } from './departments.ts'

/** A commune, or else a department: ‘Paris’ is both, and the commune is meant. Several of one name; or none. */
export async function placeMeant(
  db: Database,
  typed: string,
): Promise<{ code: string; label: string } | { several: Commune[] } | null> {
  const communes = await communesNamed(db, typed)
  const [only] = communes
  if (only !== undefined) return communes.length === 1 ? only : { several: communes }
  return departmentMeant(typed)
}
