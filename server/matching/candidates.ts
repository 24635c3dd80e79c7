import { and, eq, inArray } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { fold } from '../text/fold.ts'
import { organisations } from '../kinds/organisation/table.ts'
import { keeper, stampOf } from './kept.ts'
import type { Organisation } from './rules/rule.ts'
import { divisionsOf } from './rules/sectors.ts'

/** An organisation of the directory, of this hub or of one that it follows. */
export interface Candidate extends Organisation {
  n: number
  id: string
  slug: string
  name: string
  /** To sort by: without accents or case. */
  folded: string
  summary: string
  /** Of the hub that it comes from; null: this one. */
  host: string | null
}

/** Whoever does not wish to be found is not found here either (FEP-5feb). */
const shown = and(
  eq(entries.kind, 'organisation'),
  eq(entries.state, 'published'),
  eq(entries.indexable, true),
)

const keptOrganisations = keeper<Candidate>({
  stamp: ({ db }) => stampOf(db, shown),
  revisions: ({ db }) =>
    db.read.select({ n: entries.n, revision: entries.revision }).from(entries).where(shown),
  load: async ({ db }, ns) => {
    const rows = await db.read
      .select({ entry: entries, own: organisations, host: actors.host })
      .from(entries)
      .innerJoin(organisations, eq(organisations.entryN, entries.n))
      .leftJoin(actors, eq(actors.n, entries.originN))
      .where(and(shown, inArray(entries.n, [...ns])))
    return rows.map(({ entry, own, host }) => ({
      ...{ n: entry.n, id: entry.id, slug: entry.slug, name: entry.title, summary: entry.summary, host },
      folded: fold(entry.title),
      ...{ placeCode: entry.placeCode, placeLabel: entry.placeLabel },
      ...{ family: own.family, status: own.status, structure: own.structure, esus: own.esus, area: own.area },
      // Columns of JSON: the gate has let nothing else through.
      sectors: own.sectors as Candidate['sectors'],
      services: own.services as Candidate['services'],
      ...{ networks: own.networks, cpv: own.cpv, serves: own.serves },
      ...{ headcount: own.headcount, largestContract: own.largestContract },
    }))
  },
})

export interface Directory {
  all: ReadonlyMap<number, Candidate>
  byId: ReadonlyMap<string, Candidate>
  /** Division of the CPV → who may work in it, by code or by sector; '' → those whose trade nobody knows. */
  byDivision: ReadonlyMap<string, readonly Candidate[]>
}

const directories = new WeakMap<ReadonlyMap<number, Candidate>, Directory>()

/** Everybody, and where to look first: of all others the rule of trades would say no. */
export async function directory(reads: Parameters<typeof keptOrganisations>[0]): Promise<Directory> {
  const { all } = await keptOrganisations(reads)
  const known = directories.get(all)
  if (known !== undefined) return known
  const byDivision = new Map<string, Candidate[]>()
  for (const candidate of all.values())
    for (const division of divisionsIn(candidate)) {
      const those = byDivision.get(division) ?? []
      byDivision.set(division, those)
      those.push(candidate)
    }
  const made = { all, byId: new Map([...all.values()].map((one) => [one.id, one])), byDivision }
  directories.set(all, made)
  return made
}

export function divisionsIn({ cpv, sectors }: Pick<Candidate, 'cpv' | 'sectors'>): Set<string> {
  const found = new Set([
    ...cpv.map((code) => code.slice(0, 2)),
    ...sectors.flatMap((one) => divisionsOf[one]),
  ])
  return found.size === 0 ? new Set(['']) : found
}
