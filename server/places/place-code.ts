import type { Database } from '../../db/open.ts'
import { fold } from '../text/fold.ts'
import { communesNamed } from './communes.ts'
import { departments } from './departments.ts'

/**
 * The INSEE code of a department or a commune, by its name; what is nowhere, or is several places of which none is in the
 * hub's own department, is given back as it was typed.
 */
export async function placeCodeOf(db: Database, typed: string, territory: string | null): Promise<string> {
  // Of a department that is shown as « Hauts-de-Seine (92) », the brackets are its code.
  const [, name = typed, code] = /^(.*?)\s*\((\d[\dab]\d?)\)$/i.exec(typed) ?? []
  const department = departments.find(
    ([known, label]) => plain(label) === plain(name) && (code === undefined || known === code.toUpperCase()),
  )
  if (department !== undefined) return department[0]
  if (/^\d[\dab]\d?\d{0,2}$/i.test(typed)) return typed
  const found = await communesNamed(db, typed)
  const near = found.filter((commune) => commune.department === territory)
  const [only] = found.length === 1 ? found : near
  return only !== undefined && (found.length === 1 || near.length === 1) ? only.code : typed
}

const plain = (text: string): string =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
