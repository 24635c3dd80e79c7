import { getTableName, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import type { ChoiceFacet, Kind } from '../kinds/kind.ts'
import { bounded } from './bounded.ts'
import { columnOf } from './facets.ts'
import type { Filter } from './list.ts'

/** More rows than these are not counted: a page must not cost more because the hub is full (docs/adr/0029). */
const mostCounted = 500

/** Tags are looked up entry by entry. */
const mostTagged = 200

/** What each choice of a filter would give, all others kept; null: too many to be counted. */
export interface FacetCounts {
  of(name: string, value: string): number | null
  /** The tags of what is listed, the most frequent first. */
  tags: readonly { tag: string; label: string; count: number }[]
}

/** One thing that a list is narrowed by, and its values in a row that was read. */
interface Dimension {
  name: string
  chosen: string
  column: SQL
  several: boolean
}

type Reads = { db: Database; now: () => number }

/** One query reads what the list would be without its choices, and each choice is counted in its rows. */
export async function countFacets(
  reads: Reads,
  filter: Filter,
  { mixed = false, most = mostCounted }: { mixed?: boolean; most?: number } = {},
): Promise<FacetCounts> {
  const dimensions = dimensionsOf(filter, mixed)
  const rows = await rowsOf(reads, unchosen(filter, mixed), dimensions, most)
  if (rows === null) return { of: () => null, tags: [] }
  const counted = new Map(dimensions.map((dimension) => [dimension.name, tally(rows, dimensions, dimension)]))
  const listed = rows.filter((row) => dimensions.every((one, at) => fulfils(row.values[at], one)))
  return {
    of: (name, value) => {
      const counts = counted.get(name)
      return counts === undefined ? null : (counts.get(value) ?? 0)
    },
    tags: listed.length > mostTagged ? [] : await tagsOf(reads.db, listed),
  }
}

interface Row {
  n: number
  /** Of each dimension. */
  values: string[][]
}

/** Facets over the records of a part are asked of one record, and what is typed has no choices: neither is counted. */
function dimensionsOf({ kind, facets, org, origin }: Filter, mixed: boolean): Dimension[] {
  const envelope: Dimension[] = [
    {
      name: 'origin',
      chosen: origin === 'all' ? '' : origin,
      column: sql`case when ${entries.originN} is null then 'hub' else 'network' end`,
      several: false,
    },
    { name: 'org', chosen: org, column: sql`${entries.organisationId}`, several: false },
    ...(mixed
      ? [{ name: 'kind', chosen: kind?.name ?? '', column: sql`${entries.kind}`, several: false }]
      : []),
  ]
  // Where kinds are mixed, a kind is a choice itself.
  const own = (mixed ? [] : (kind?.facets ?? [])).filter(isCounted)
  return [
    ...envelope,
    ...own.map(({ name, several = false }) => ({
      ...{ name, several },
      chosen: facets.find((facet) => facet.name === name)?.value ?? '',
      column: sql`own.${columnOf(name)}`,
    })),
  ]
}

const isCounted = (facet: NonNullable<Kind['facets']>[number]): facet is ChoiceFacet =>
  'options' in facet && !('of' in facet)

/** What was chosen taken back, and what was typed kept. */
function unchosen(filter: Filter, mixed: boolean): Filter {
  const isFacet = filter.facets.some(({ name }) => name === 'direction')
  const kept = filter.facets.filter(({ name }) => {
    const facet = filter.kind?.facets?.find((one) => one.name === name)
    return facet !== undefined && !isCounted(facet)
  })
  return {
    ...{ ...filter, facets: kept, org: '', origin: 'all' },
    kind: mixed ? null : filter.kind,
    direction: isFacet ? null : filter.direction,
  }
}

/** The rows of a list, or null if there are more than anybody counts. */
async function rowsOf(
  reads: Reads,
  filter: Filter,
  dimensions: readonly Dimension[],
  most: number,
): Promise<Row[] | null> {
  const meant = await bounded(reads, filter, most)
  if (meant === null) return null
  const { kind } = filter
  const own =
    kind === null
      ? sql``
      : sql` left join ${sql.identifier(getTableName(kind.table))} as own on own.entry_n = ${entries.n}`
  const columns = sql.join(
    dimensions.map(({ column }) => column),
    sql`, `,
  )
  const rows = await reads.db.read.values<(string | number | null)[]>(
    sql`select ${entries.n}, ${columns} from ${meant}${own} limit ${most + 1}`,
  )
  if (rows.length > most) return null
  return rows.map(([n, ...cells]) => ({
    n: Number(n),
    values: cells.map((cell, at) => valuesIn(cell, dimensions[at]?.several === true)),
  }))
}

function valuesIn(cell: string | number | null | undefined, several: boolean): string[] {
  if (cell === null || cell === undefined) return []
  if (!several) return [String(cell)]
  const list: unknown = JSON.parse(String(cell))
  return Array.isArray(list) ? list.map(String) : []
}

const fulfils = (values: readonly string[] = [], { chosen }: Dimension): boolean =>
  chosen === '' || values.includes(chosen)

function tally(rows: readonly Row[], dimensions: readonly Dimension[], of: Dimension): Map<string, number> {
  const counts = new Map<string, number>()
  const own = dimensions.indexOf(of)
  for (const { values } of rows) {
    if (!dimensions.every((one, at) => at === own || fulfils(values[at], one))) continue
    for (const value of new Set(values[own])) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return counts
}

async function tagsOf(db: Database, rows: readonly Row[]): Promise<FacetCounts['tags']> {
  const found = await db.read.values<[string, string, number]>(
    sql`select tag, min(label), count(*) from entry_tags where entry_n in (select value from json_each(${JSON.stringify(rows.map(({ n }) => n))}))
      group by tag order by count(*) desc, tag limit 8`,
  )
  return found.map(([tag, label, count]) => ({ tag, label, count }))
}

/** How many are of a commune, of it and its neighbours, of its department: what each list would give. */
export async function countAround(
  reads: Reads,
  filter: Filter,
  scopes: readonly Pick<Filter, 'place' | 'around'>[],
  most = mostCounted,
): Promise<(number | null)[]> {
  const counts: (number | null)[] = []
  for (const scope of scopes) {
    const meant = await bounded(reads, { ...filter, ...scope }, most)
    const [row] =
      meant === null ? [] : await reads.db.read.values<[number]>(sql`select count(*) from ${meant}`)
    counts.push(row === undefined || row[0] > most ? null : row[0])
  }
  return counts
}
