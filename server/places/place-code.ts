import type { Database } from '../../db/open.ts'
import { communesNamed } from './communes.ts'
import { departmentMeant } from './departments.ts'

/**
 * The INSEE code of a department or a commune, by its name; what is nowhere, or is several places of which none is in the
 * hub's own department, is given back as it was typed.
 */
export async function placeCodeOf(db: Database, typed: string, territory: string | null): Promise<string> {
  const department = departmentMeant(typed)
  if (department !== null) return department.code
  if (/^\d[\dab]\d?\d{0,2}$/i.test(typed)) return typed
  const found = await communesNamed(db, typed)
  const near = found.filter((commune) => commune.department === territory)
  const [only] = found.length === 1 ? found : near
  return only !== undefined && (found.length === 1 || near.length === 1) ? only.code : typed
}
