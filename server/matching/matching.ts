import type { Deps } from '../deps.ts'
import type { Lot } from '../kinds/tender/fields.ts'
import { fold } from '../text/fold.ts'
import { groupingsOf } from '../places/communes.ts'
import { directory, divisionsIn, type Candidate, type Directory } from './candidates.ts'
import { match, type Match } from './match.ts'
import { openTenders, type OpenTender } from './open-lots.ts'
import type { Known } from './rules/rule.ts'

type Reads = Pick<Deps, 'db' | 'now'>

export interface MatchedOrganisation {
  organisation: Candidate
  /** Its name, to sort by. */
  folded: string
  match: Match
}

export interface MatchedLot {
  tender: OpenTender
  lot: Lot
  /** Its title, to sort by. */
  folded: string
  match: Match
}

/** Who could answer a lot: all for whom something speaks, and nothing that is said speaks against. */
export async function organisationsFor(
  reads: Reads,
  publisher: string | null,
  lot: Lot,
): Promise<MatchedOrganisation[]> {
  const known = await directory(reads)
  const meant = meantFor(known, lot).filter(({ id }) => id !== publisher)
  const places = meant.map(({ placeCode }) => placeCode ?? '')
  const around: Known = {
    groupings: await groupingsFor(reads, [...places, lot.place ?? '']),
    networks: networksOf(known, publisher),
  }
  return meant.flatMap((organisation) => {
    const found = match(organisation, lot, around)
    return found === null ? [] : [{ organisation, folded: organisation.folded, match: found }]
  })
}

/** Where the lot names its trade, nobody of another trade is asked. */
const meantFor = ({ all, byDivision }: Directory, { cpv }: Lot): Candidate[] =>
  cpv === null
    ? [...all.values()]
    : [...(byDivision.get(cpv.slice(0, 2)) ?? []), ...(byDivision.get('') ?? [])]

/** The open lots that this organisation could answer; null: it is none of the directory's. */
export async function lotsFor(reads: Reads, organisationId: string): Promise<MatchedLot[] | null> {
  const known = await directory(reads)
  const organisation = known.byId.get(organisationId)
  if (organisation === undefined) return null
  const divisions = divisionsIn(organisation)
  const meant = (await openTenders(reads))
    .filter((tender) => tender.organisationId !== organisationId)
    .flatMap((tender) => tender.lots.map((lot) => ({ tender, lot })))
    .filter(({ lot: { cpv } }) => cpv === null || divisions.has('') || divisions.has(cpv.slice(0, 2)))
  const places = meant.map(({ lot }) => lot.place ?? '')
  const groupings = await groupingsFor(reads, [organisation.placeCode ?? '', ...places])
  return meant.flatMap(({ tender, lot }) => {
    const found = match(organisation, lot, { groupings, networks: networksOf(known, tender.organisationId) })
    return found === null ? [] : [{ tender, lot, folded: fold(lot.title), match: found }]
  })
}

const networksOf = ({ byId }: Directory, id: string | null): readonly string[] =>
  byId.get(id ?? '')?.networks ?? []

/** The map of France changes once a year, with a start: what was looked up is known. */
const groupings = new WeakMap<Reads['db'], Map<string, { code: string; name: string } | null>>()

async function groupingsFor({ db }: Reads, codes: readonly string[]): Promise<Known['groupings']> {
  const kept = groupings.get(db) ?? new Map<string, { code: string; name: string } | null>()
  groupings.set(db, kept)
  const missing = [...new Set(codes)].filter((code) => code.length === 5 && !kept.has(code))
  if (missing.length > 0) {
    const found = await groupingsOf(db, missing)
    for (const code of missing) kept.set(code, found.get(code) ?? null)
  }
  return { get: (code: string) => kept.get(code) ?? undefined }
}
