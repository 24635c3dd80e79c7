import { sql, type Column, type SQL } from 'drizzle-orm'
import { entries } from '../../../db/schema/entries.ts'
import { departmentMeant, departmentOf } from '../../places/departments.ts'
import { cpvPrefix } from '../cpv.ts'
import type { TextFacet } from '../kind.ts'
import { organisations } from './table.ts'
import { texts } from './texts.ts'
import { inEachLanguage } from '../../../views/language.tsx'

// What the directory is searched by beside single choices. The conditions stand on the table of organisations.

const typed = (name: 'cpv' | 'serves' | 'networks', matches: TextFacet['matches']): TextFacet => ({
  name,
  label: inEachLanguage((locale) => texts[locale].filters[name]),
  matches,
})

const anyOf = (list: Column, condition: SQL): SQL =>
  sql`exists (select 1 from json_each(${list}) where ${condition})`

/** Both ways: who does 77 is found for 7731, and who does 77310 for 77. */
export const cpvFacet = typed('cpv', (text) => {
  const prefix = cpvPrefix(text)
  return prefix === null
    ? null
    : anyOf(
        organisations.cpv,
        sql`substr(value, 1, ${prefix.length}) = ${prefix} or substr(${prefix}, 1, length(value)) = value`,
      )
})

export const networksFacet = typed('networks', (text) =>
  anyOf(organisations.networks, sql`instr(lower(value), lower(${text})) > 0`),
)

/** Who serves that department or a place in it; who names none serves where it stands. */
export const servesFacet = typed('serves', (text) => {
  const place = placeIn(text)
  if (place === null) return null
  const wide = departmentOf(place)
  const within =
    place === wide ? sql`substr(value, 1, ${wide.length}) = ${wide}` : sql`value in (${place}, ${wide})`
  return sql`(${anyOf(organisations.serves, within)} or (json_array_length(${organisations.serves}) = 0 and entry_n in
    (select ${entries.n} from ${entries} where substr(${entries.placeCode}, 1, ${place.length}) = ${place})))`
})

/** `92`, `2a`, `Hauts-de-Seine`, or the INSEE code of a commune. */
function placeIn(text: string): string | null {
  const code = text.toUpperCase()
  return /^(\d{5}|2[AB]\d{3})$/.test(code) ? code : (departmentMeant(text)?.code ?? null)
}
