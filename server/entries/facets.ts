import { inArray, sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { ChoiceFacet, Kind } from '../kinds/kind.ts'

/** Facet names come from the kind's own declaration, never from the address. */
export function facetCondition(kind: Kind | null, name: string, value: string): SQL | undefined {
  const found = kind?.facets?.find((one) => one.name === name)
  if (kind === null || found === undefined) return undefined
  const condition = 'options' in found ? answered(found, value) : found.matches(value)
  return condition === null
    ? undefined
    : inArray(entries.n, sql`(select entry_n from ${kind.table} where ${condition})`)
}

const answered = ({ name, several }: ChoiceFacet, value: string): SQL => {
  const column = sql.identifier(snake(name))
  return several === true
    ? sql`exists (select 1 from json_each(${column}) where value = ${value})`
    : sql`${column} = ${value}`
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
