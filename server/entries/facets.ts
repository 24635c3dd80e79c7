import { and, sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { ChoiceFacet, Facet, Kind, TextFacet } from '../kinds/kind.ts'

/** What an address chose of a kind's own facets. */
interface Chosen {
  kind: Kind | null
  facets: readonly { name: string; value: string }[]
}

export const isMeant = (facet: Facet, value: string): boolean =>
  offers(facet, value) && (!('matches' in facet) || facet.matches(value) !== null)

/** What is typed may be anything. */
const offers = (facet: Facet, value: string): boolean =>
  !('options' in facet) || (facet.options?.('fr').some((option) => option.value === value) ?? true)

/** Facet names come from the kind's own declaration, never from the address. */
export function facetConditions({ kind, facets }: Chosen): (SQL | undefined)[] {
  if (kind === null) return []
  const found = facets.flatMap(({ name, value }) => {
    const facet = kind.facets?.find((one) => one.name === name)
    return facet === undefined ? [] : [{ facet, value }]
  })
  const parts = new Set(found.flatMap(({ facet }) => ('of' in facet ? [facet.of] : [])))
  const conditions = [
    ...found.flatMap(({ facet, value }) => ('of' in facet ? [] : [facetCondition(facet, value)])),
    ...[...parts].map((part) => recordCondition(part, found)),
  ]
  return conditions.map((condition) =>
    condition === null
      ? undefined
      : // Asked of each row of a list until a page is full: the kind's table is not read for it.
        sql`exists (select 1 from ${kind.table} where entry_n = ${entries.n} and ${condition})`,
  )
}

const facetCondition = (facet: ChoiceFacet | TextFacet, value: string): SQL | null =>
  'options' in facet ? answered(facet, value) : facet.matches(value)

const answered = ({ name, several }: ChoiceFacet, value: string): SQL => {
  const column = columnOf(name)
  return several === true
    ? sql`exists (select 1 from json_each(${column}) where value = ${value})`
    : sql`${column} = ${value}`
}

/** All that is asked of a lot is asked of one lot. */
function recordCondition(part: string, found: readonly { facet: Facet; value: string }[]): SQL | null {
  const asked = found.flatMap(({ facet, value }) =>
    'of' in facet && facet.of === part ? (facet.matches(value) ?? []) : [],
  )
  return asked.length === 0
    ? null
    : sql`exists (select 1 from json_each(${columnOf(part)}) as record where ${and(...asked)})`
}

export const columnOf = (name: string) =>
  sql.identifier(name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
