import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { offeredLicences } from '../server/entries/licences.ts'

const packages = join(import.meta.dirname, '..', 'node_modules')
// Read with casts: these files come from packages pinned by the lock file, and a test looks at what is made of them.
const read = (file: string): unknown => JSON.parse(readFileSync(join(packages, file), 'utf8'))

/**
 * The places of France, as rows: names of columns would triple the file.
 * - `departments`: [code, name, region code]
 * - `groupings` (EPCI): [SIREN, name]
 * - `territories`: [code, name, codes of its communes] where the grouping is too wide to be anybody's surroundings
 * - `communes`: [INSEE code, name, postcodes separated by spaces, department code,
 *   index in `groupings` or null, population], and for the arrondissements of Paris, Lyon and Marseille
 *   a seventh: the code of their commune.
 */
export interface Communes {
  departments: (readonly [string, string, string])[]
  groupings: (readonly [string, string])[]
  territories: (readonly [string, string, readonly string[]])[]
  communes: Commune[]
}

export type Commune =
  | readonly [string, string, string, string, number | null, number]
  | readonly [string, string, string, string, number | null, number, string]

interface Source {
  code: string
  nom: string
  type: string
  departement: string
  commune?: string
  codesPostaux?: string[]
  population?: number
}

export function communes(): Communes {
  const data = '@etalab/decoupage-administratif/data'
  const groups = read(`${data}/epci.json`) as { code: string; nom: string; membres: { code: string }[] }[]
  const groupOf = new Map(
    groups.flatMap(({ membres }, index) => membres.map(({ code }) => [code, index] as const)),
  )
  const departments = read(`${data}/departements.json`) as { code: string; nom: string; region?: string }[]
  const places = (read(`${data}/communes.json`) as Source[]).filter(
    ({ type }) => type === 'commune-actuelle' || type === 'arrondissement-municipal',
  )
  return {
    departments: departments.map(({ code, nom, region = '' }) => [code, nom, region]),
    groupings: groups.map(({ code, nom }) => [code, nom]),
    territories: territories(data),
    communes: places.map((place) => row(place, groupOf.get(place.commune ?? place.code) ?? null)),
  }
}

/**
 * In the Métropole du Grand Paris, 130 communes and seven million people, neighbours are those of the same établissement
 * public territorial (docs/adr/0029). Paris is none of them: it stands for itself, with its arrondissements.
 */
function territories(data: string): Communes['territories'] {
  const parts = read(`${data}/ept.json`) as { code: string; nom: string; membres: { code: string }[] }[]
  return [
    ['75056', 'Paris', ['75056']],
    ...parts.map(({ code, nom, membres }) => [code, nom, membres.map((member) => member.code)] as const),
  ]
}

function row(place: Source, group: number | null): Commune {
  const { code, nom, codesPostaux = [], departement, population = 0, commune } = place
  const shared = [code, nom, codesPostaux.join(' '), departement, group, population] as const
  return commune === undefined ? shared : [...shared, commune]
}

export interface LicenceRow {
  id: string
  name: string
  url: string
  /** May be chosen for what is shared here; shown first. */
  free: boolean
}

export function licences(): LicenceRow[] {
  const all = read('spdx-license-list/spdx.json') as Record<string, { name: string; url?: string }>
  const rank = new Map<string, number>(offeredLicences.map((id, index) => [id, index]))
  const place = (id: string): number => rank.get(id) ?? offeredLicences.length
  return Object.entries(all)
    .map(([id, { name, url = '' }]) => ({ id, name, url: url.split('\n')[0] ?? '', free: rank.has(id) }))
    .toSorted((a, b) => place(a.id) - place(b.id) || a.id.localeCompare(b.id, 'en'))
}
