import { catalogue } from '../../views/language.tsx'
import type { Entry } from '../entries/load.ts'
import { plainText } from '../text/html.ts'
import { authorOf, type Channel } from './channel.ts'

/** As French spreadsheets open it: semicolons, a mark that says UTF-8, and no cell that is a formula. */
export async function csv(channel: Channel): Promise<string> {
  const { stringify } = await import('csv-stringify/sync')
  const heads = columns(channel)
  return stringify(
    channel.entries.map((entry) => row(entry, channel, heads)),
    {
      header: true,
      columns: heads.map(({ key, header }) => ({ key, header })),
      delimiter: ';',
      record_delimiter: 'windows',
      // Else a line break inside a cell would begin a row.
      quoted_match: /[\r\n]/,
      bom: true,
      // https://owasp.org/www-community/attacks/CSV_Injection
      escape_formulas: true,
      // A number of ours is none: west of Greenwich it begins with a minus.
      cast: { number: (value) => ({ value: String(value), escape_formulas: false }) },
    },
  )
}

interface Column {
  key: string
  header: string
}

/** The shared part, then what the list's kind knows: the same columns whatever the rows hold. */
function columns({ kind, locale }: Channel): Column[] {
  const own = kind === null ? [] : kind.facts(kind.sample, locale)
  const shared = Object.entries(words[locale]).map(([key, header]) => ({ key, header }))
  return [...shared, ...own.map(({ name, label }) => ({ key: `fields.${name}`, header: label }))]
}

function row(entry: Entry, channel: Channel, heads: Column[]): Record<string, string | number> {
  const { envelope, kind, fields } = entry
  const { locale } = channel
  const own = fields === null || channel.kind === null ? [] : kind.facts(fields, locale)
  const values: Record<string, string | number> = {
    ...Object.fromEntries(own.map(({ name, value }) => [`fields.${name}`, value])),
    id: envelope.apId,
    url: envelope.url,
    kind: kind.texts[locale].one,
    title: envelope.title,
    summary: envelope.summary,
    text: plainText(envelope.html),
    organisation: authorOf(entry, channel).name,
    place: envelope.placeLabel ?? '',
    placeCode: envelope.placeCode ?? '',
    latitude: envelope.latitude ?? '',
    longitude: envelope.longitude ?? '',
    starts: iso(envelope.startsAt),
    closes: iso(envelope.closesAt),
    tags: envelope.tags.map(({ label }) => label).join(', '),
    language: envelope.language,
    licence: envelope.licence ?? '',
    closed: envelope.state === 'closed' ? kind.texts[locale].closed : '',
    published: iso(envelope.publishedAt),
    updated: iso(envelope.updatedAt),
  }
  return Object.fromEntries(heads.map(({ key }) => [key, values[key] ?? '']))
}

const iso = (at: number | null): string => (at === null ? '' : new Date(at).toISOString())

const words = catalogue('server/feeds/csv', {
  fr: {
    id: 'Identifiant',
    url: 'Adresse de la page',
    kind: 'Genre',
    title: 'Titre',
    summary: 'Résumé',
    text: 'Texte',
    organisation: 'Organisation',
    place: 'Commune',
    placeCode: 'Code INSEE',
    latitude: 'Latitude',
    longitude: 'Longitude',
    starts: 'Commence le',
    closes: 'Se termine le',
    tags: 'Mots-clés',
    language: 'Langue',
    licence: 'Licence',
    closed: 'Clos',
    published: 'Publié le',
    updated: 'Modifié le',
  },
  en: {
    id: 'Identifier',
    url: 'Address of the page',
    kind: 'Kind',
    title: 'Title',
    summary: 'Summary',
    text: 'Text',
    organisation: 'Organisation',
    place: 'Commune',
    placeCode: 'INSEE code',
    latitude: 'Latitude',
    longitude: 'Longitude',
    starts: 'Begins',
    closes: 'Ends',
    tags: 'Tags',
    language: 'Language',
    licence: 'Licence',
    closed: 'Closed',
    published: 'Published',
    updated: 'Updated',
  },
})
