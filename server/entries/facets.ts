import { and, inArray, sql, type SQL } from 'drizzle-orm'
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
      : inArray(entries.n, sql`(select entry_n from ${kind.table} where ${condition})`),
  )
}

const facetCondition = (facet: ChoiceFacet | TextFacet, value: string): SQL | null =>
  'options' in facet ? answered(facet, value) : facet.matches(value)

const answered = ({ name, several }: ChoiceFacet, value: string): SQL => {
  const column = sql.identifier(snake(name))
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
    : sql`exists (select 1 from json_each(${sql.identifier(snake(part))}) as record where ${and(...asked)})`
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
