import type { KindName } from '../../server/kinds/index.ts'
import { known } from '../support/publish.ts'
import type { TestHub } from '../support/hub.ts'

/** What an entry may be, from the least that its gate lets through to the most. */
export interface Variant {
  what: string
  kind: KindName
  shared: Record<string, unknown>
  fields?: Record<string, unknown>
  picture?: true
  organisation?: true
}

export const emittedKinds = [
  'resource',
  'job',
  'tender',
  'news',
  'event',
  'proposal',
  'commitment',
] as const satisfies readonly KindName[]

/** The title and the words by which a reader must know the entry again. */
export const plainly = {
  title: 'Réparer, partager & recommencer',
  summary: 'Un atelier ouvert à toutes et à tous.',
  body: 'Parce que **tout** se répare.\n\n- le bois\n- le métal\n\n[Une page](https://ailleurs.example/page)',
  place: '92036',
  tags: ['Réemploi', 'économie circulaire'],
}

const paragraph = 'Une phrase assez longue, avec des accents é è à, des <balises> & des « guillemets ». '
/** As long as `shared` of server/entries/input.ts lets them be. */
const longest = {
  title: 'é'.repeat(150),
  summary: '😀'.repeat(250),
  body: paragraph.repeat(1_000).slice(0, 40_000),
  licence: 'AGPL-3.0-or-later',
  place: '59350',
  tags: Array.from({ length: 10 }, (_, place) => `${place}${'œ'.repeat(49)}`),
  imageAlt: 'à'.repeat(1_000),
}

const odd = {
  ...plainly,
  title: 'Prix < 5 € & « tout » compris : <b>gras</b> \u{1F6E0}\uFE0F',
  tags: ['C++', '100 % bio', 'œuvre d’art', 'L’été', '日本語', 'a_b', '#déjà', '😀', '2026', 'ESS & cie'],
}

/** Everything left out that may be. */
const bare = (kind: KindName): Record<string, unknown> => ({
  ...Object.fromEntries(
    Object.entries(known(kind).sample).map(([name, value]) => [name, Array.isArray(value) ? [] : null]),
  ),
  ...needed[kind],
})
const needed: Record<KindName, Record<string, unknown>> = {
  resource: { category: 'document' },
  job: { contract: 'cdi' },
  tender: { buyer: 'Commune fictive' },
  news: {},
  topic: {},
  call: {},
  proposal: {},
  commitment: {},
  event: { start: '2026-12-05T14:00' },
  organisation: { family: 'association' },
}

/** Every text of a kind as long as its gate lets it be: the longest line that still passes is found by trying. */
export function stretched(kind: KindName): Record<string, unknown> {
  const { fields, sample } = known(kind)
  const passes = (change: object): boolean => fields.safeParse({ ...sample, ...change }).success
  const texts = Object.entries(sample).filter(([, value]) => typeof value === 'string')
  return Object.fromEntries(
    texts.flatMap(([name]) => {
      const most = [3000, 1000, 500, 300, 200, 120, 60, 40].find((length) =>
        passes({ [name]: 'é'.repeat(length) }),
      )
      return most === undefined ? [] : [[name, 'é'.repeat(most)]]
    }),
  )
}

const ofKinds: readonly Variant[] = emittedKinds.flatMap((kind): Variant[] => [
  { what: `a ${kind}`, kind, shared: plainly },
  { what: `a ${kind} with little`, kind, shared: { title: 'Peu' }, fields: bare(kind) },
  { what: `a ${kind} with a picture`, kind, shared: { ...plainly, imageAlt: 'Un atelier' }, picture: true },
  { what: `a ${kind} of an organisation`, kind, shared: plainly, organisation: true },
  { what: `a ${kind} as long as can be`, kind, shared: longest, fields: stretched(kind), picture: true },
  { what: `a ${kind} with odd characters`, kind, shared: odd },
  ...['fr', 'en', 'de', 'br', 'gsw', 'ar', 'zh'].map((language) => ({
    what: `a ${kind} in ${language}`,
    kind,
    shared: { ...plainly, language },
  })),
])

/** Each lot is linked: no server may stumble over how many there are. */
const allotted: Variant = {
  what: 'a tender with as many lots as can be',
  kind: 'tender',
  shared: plainly,
  fields: {
    lots: Array.from({ length: 40 }, (_, index) => ({ title: `${'é'.repeat(180)} ${index + 1}` })),
  },
}

export const variants: readonly Variant[] = [...ofKinds, allotted]

export const organisations: readonly Variant[] = [
  { what: 'an organisation', kind: 'organisation', shared: plainly, picture: true },
  {
    what: 'an organisation with little',
    kind: 'organisation',
    shared: { title: 'Peu' },
    fields: bare('organisation'),
  },
  {
    what: 'an organisation as long as can be',
    kind: 'organisation',
    shared: longest,
    fields: { ...stretched('organisation'), handle: 'a'.repeat(30), siren: '732829320' },
  },
]

export type Publish = TestHub['publish']
