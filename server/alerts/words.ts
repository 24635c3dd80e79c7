import { catalogue, type Locale } from '../../views/language.tsx'
import type { Deps } from '../deps.ts'
import type { Filter } from '../entries/list.ts'
import { entryById } from '../entries/queries.ts'
import type { Facet } from '../kinds/kind.ts'
import { communesByCode } from '../places/communes.ts'
import { departments } from '../places/departments.ts'

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
  const t = texts[locale]
  const word = (text: string, instead: string) => (typed === 'shown' ? text : instead)
  const kind = filter.kind?.texts[locale].many ?? t.everything
  const parts = [
    filter.q === '' ? '' : word(t.quoted(filter.q), t.someWords),
    filter.tag === '' ? '' : word(`#${filter.tag}`, t.someTag),
    await placeInWords(reads, filter.place),
    await organisationInWords(reads, filter.org),
    filter.origin === 'all' ? '' : t.origin[filter.origin],
    filter.direction === null || filter.facets.some(({ name }) => name === 'direction')
      ? ''
      : t.direction[filter.direction],
    ...filter.facets.map(({ name, value }) =>
      facetInWords(
        filter.kind?.facets?.find((one) => one.name === name),
        value,
        locale,
        typed,
      ),
    ),
  ].filter((part) => part !== '')
  return parts.length === 0 ? kind : `${kind} – ${parts.join(', ')}`
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

async function placeInWords({ db }: Reads, place: string): Promise<string> {
  if (place.length !== 5) {
    const name = departments.find(([code]) => code === place)?.[1]
    return name === undefined ? place : `${name} (${place})`
  }
  return (await communesByCode(db, [place]))[0]?.label ?? place
}

async function organisationInWords(reads: Reads, id: string): Promise<string> {
  if (id === '') return ''
  return (await entryById(reads, id))?.envelope.title ?? ''
}

const texts = catalogue('server/alerts/words', {
  fr: {
    everything: 'Toutes les rubriques',
    quoted: (words: string) => `«\u00a0${words}\u00a0»`,
    named: (label: string, value: string) => `${label}\u00a0: ${value}`,
    someWords: 'des mots recherchés',
    someTag: 'un mot-clé',
    origin: { hub: 'ce site seulement', network: 'le réseau seulement' },
    direction: { offer: 'offres', need: 'besoins' },
  },
  en: {
    everything: 'All sections',
    quoted: (words: string) => `“${words}”`,
    named: (label: string, value: string) => `${label}: ${value}`,
    someWords: 'words looked for',
    someTag: 'a tag',
    origin: { hub: 'this site only', network: 'the network only' },
    direction: { offer: 'offers', need: 'needs' },
  },
})
