import { catalogue, type Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import { isPublic } from '../entries/entry.ts'
import type { Filter } from '../entries/list.ts'
import { entryById } from '../entries/queries.ts'
import type { Facet } from '../kinds/kind.ts'
import { communesByCode } from '../places/communes.ts'
import { departmentLabel } from '../places/departments.ts'
import { territoryOf } from '../places/neighbours.ts'

type Reads = Pick<Deps, 'db' | 'hub'>

/**
 * A search as one line: « Offres d’emploi – Gennevilliers (92), Contrat : CDI ». To an address that nobody has
 * confirmed only what the hub itself says: `typed` words could be anybody's message to anybody.
 */
export async function inWords(
  reads: Reads,
  filter: Filter,
  locale: Locale,
  typed: 'shown' | 'hidden',
): Promise<string> {
  const kind = filter.kind?.texts[locale].many ?? texts[locale].everything
  const parts = await partsInWords(reads, filter, locale, typed)
  return parts.length === 0 ? kind : `${kind} – ${parts.map(({ text }) => text).join(', ')}`
}

/** One thing that a list is narrowed by, and the filter without it. */
export interface FilterPart {
  text: string
  without: Filter
}

export async function partsInWords(
  reads: Reads,
  filter: Filter,
  locale: Locale,
  typed: 'shown' | 'hidden',
): Promise<FilterPart[]> {
  const t = texts[locale]
  const word = (text: string, instead: string) => (typed === 'shown' ? text : instead)
  const part = (text: string, change: Partial<Filter>): FilterPart => ({
    ...{ text, without: { ...filter, page: 1, ...change } },
  })
  const isFacet = filter.facets.some(({ name }) => name === 'direction')
  return [
    part(filter.q === '' ? '' : word(t.quoted(filter.q), t.someWords), { q: '' }),
    part(filter.tag === '' ? '' : word(`#${filter.tag}`, t.someTag), { tag: '' }),
    part(await placeInWords(reads, filter, locale), { place: '', around: false }),
    part(await organisationInWords(reads, filter.org), { org: '' }),
    part(filter.origin === 'all' ? '' : t.origin[filter.origin], { origin: 'all' }),
    part(filter.direction === null || isFacet ? '' : t.direction[filter.direction], { direction: null }),
    ...filter.facets.map(({ name, value }) =>
      part(
        facetInWords(
          filter.kind?.facets?.find((one) => one.name === name),
          value,
          locale,
          typed,
        ),
        {
          facets: filter.facets.filter((one) => one.name !== name),
          ...(name === 'direction' && { direction: null }),
        },
      ),
    ),
  ].filter(({ text }) => text !== '')
}

/** « Contrat : CDI ». What is typed into a facet is the reader's own word. */
function facetInWords(
  facet: Facet | undefined,
  value: string,
  locale: Locale,
  typed: 'shown' | 'hidden',
): string {
  if (facet === undefined) return ''
  const { label } = facet.label[locale]
  const options = 'options' in facet ? facet.options?.(locale) : undefined
  if (options !== undefined)
    return texts[locale].named(label, options.find((option) => option.value === value)?.label ?? value)
  return typed === 'shown' ? texts[locale].named(label, value) : label
}

/** « Gennevilliers (92) et ses voisines (Boucle Nord de Seine) » */
async function placeInWords(
  { db }: Reads,
  { place, around }: Pick<Filter, 'place' | 'around'>,
  locale: Locale,
): Promise<string> {
  if (place.length !== 5) return departmentLabel(place) ?? place
  const label = (await communesByCode(db, [place]))[0]?.label ?? place
  if (!around) return label
  const near = texts[locale].around(label)
  const territory = await territoryOf(db, place)
  return territory === null ? near : `${near} (${territory.name})`
}

/** An address may name any id, also that of a draft, or of what was taken back: of those nothing is said. */
async function organisationInWords(reads: Reads, id: string): Promise<string> {
  const entry = id === '' ? undefined : await entryById(reads, id)
  return entry !== undefined && isPublic(entry.envelope.state) ? entry.envelope.title : ''
}

const texts = catalogue('server/alerts/words', {
  fr: {
    everything: 'Toutes les rubriques',
    quoted: (words: string) => `«\u00a0${words}\u00a0»`,
    named: (label: string, value: string) => `${label}\u00a0: ${value}`,
    around: (commune: string) => `${commune} et ses voisines`,
    someWords: 'des mots recherchés',
    someTag: 'un mot-clé',
    origin: { hub: 'ce site seulement', network: 'le réseau seulement' },
    direction: { offer: 'offres', need: 'besoins' },
  },
  en: {
    everything: 'All sections',
    quoted: (words: string) => `“${words}”`,
    named: (label: string, value: string) => `${label}: ${value}`,
    around: (commune: string) => `${commune} and its neighbours`,
    someWords: 'words looked for',
    someTag: 'a tag',
    origin: { hub: 'this site only', network: 'the network only' },
    direction: { offer: 'offers', need: 'needs' },
  },
})
