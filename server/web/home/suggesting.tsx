import { SuggestionOptions, type Suggestion } from '../../../views/entries/suggestions.tsx'
import { catalogue, Language, type Locale } from '../../../views/language.tsx'
import { AssetsProvider } from '../../../views/assets.tsx'
import type { Deps } from '../../deps.ts'
import { kindsIn, suggestedEntries, suggestedTags } from '../../entries/suggestions.ts'
import { kinds } from '../../kinds/index.ts'
import { suggestedCommunes, type Commune } from '../../places/communes.ts'
import { fold } from '../../text/fold.ts'
import { spokenIn } from '../entries/look.ts'
import type { Ctx } from '../env.ts'

const texts = catalogue('server/web/home/suggesting', {
  fr: {
    at: (what: string, place: string) => `${what} à ${place}`,
    all: 'Tout',
    place: 'Commune',
    section: 'Rubrique',
    tag: 'Mot-clé',
  },
  en: {
    at: (what: string, place: string) => `${what} in ${place}`,
    all: 'Everything',
    place: 'Town',
    section: 'Section',
    tag: 'Tag',
  },
})

/** Of each sort; more would have to be read, and is no help to anybody. */
const most = { sections: 2, kindsOfPlace: 4, communes: 3, tags: 2, entries: 4 }

/** `/recherche/suggestions?q=gen`: what somebody may mean who has typed so much, as the options of a list. */
export const showSuggestions = (deps: Deps) => async (c: Ctx) => {
  const { locale } = c.var
  const found = await suggestionsFor(deps, c.req.query('q') ?? '', locale)
  // The same for everybody who reads this language; a minute later it may be another.
  c.header('Cache-Control', 'public, max-age=60')
  c.header('Vary', 'Accept-Language, Cookie', { append: true })
  return c.html(
    <Language value={locale}>
      <AssetsProvider value={deps.assets.manifest}>
        <SuggestionOptions suggestions={found} />
      </AssetsProvider>
    </Language>,
  )
}

async function suggestionsFor(deps: Deps, typed: string, locale: Locale): Promise<Suggestion[]> {
  const q = typed.slice(0, 80).trim()
  if (fold(q).replace(/[^\p{L}\p{N}]/gu, '').length < 2) return []
  const t = texts[locale]
  const { organisations, others } = await suggestedEntries(deps, q, most.entries)
  const entries = [...organisations, ...others].map(({ kind, envelope }): Suggestion => ({
    ...{ label: envelope.title, note: kind.texts[locale].one, icon: kind.icon, href: envelope.path },
    language: spokenIn(envelope, locale),
  }))
  return [
    ...sectionsNamed(q, locale),
    ...(await placesNamed(deps, q, locale)),
    ...(await suggestedTags(deps, q, most.tags)).map(({ tag, label }): Suggestion => ({
      ...{ label: `#${label}`, note: t.tag, icon: 'tag', href: `/etiquettes/${encodeURIComponent(tag)}` },
    })),
    ...entries,
  ]
}

/** What a search over all kinds cannot find: the sections and the places that its words name. */
export const waysNamed = async (deps: Deps, q: string, locale: Locale): Promise<Suggestion[]> =>
  q.length < 3 ? [] : [...sectionsNamed(q, locale), ...(await placesNamed(deps, q, locale))]

/** « emploi » is a word of « Offres d’emploi ». */
function sectionsNamed(q: string, locale: Locale): Suggestion[] {
  const asked = fold(q).trim()
  return kinds
    .filter(({ texts: words }) =>
      [words[locale].many, words[locale].one].some((name) => ` ${fold(name)}`.includes(` ${asked}`)),
    )
    .slice(0, most.sections)
    .map(({ path, icon, texts: words }) => ({
      ...{ label: words[locale].many, note: texts[locale].section, icon, href: path },
    }))
}

async function placesNamed(deps: Deps, q: string, locale: Locale): Promise<Suggestion[]> {
  const communes = await suggestedCommunes(deps.db, q, deps.hub.settings.territory, most.communes)
  const [first] = communes
  const held = first === undefined ? [] : await kindsIn(deps, first.code)
  return [
    ...(first === undefined ? [] : inPlace(held, first, locale)),
    ...communes.map((commune): Suggestion => ({
      ...{ label: texts[locale].at(texts[locale].all, commune.label), note: texts[locale].place },
      ...{ icon: 'map-pin', href: `/recherche?place=${commune.code}` },
    })),
  ]
}

/** « Offres d’emploi à Gennevilliers (92) »: what there is in it, in the order of the menu. */
const inPlace = (held: readonly string[], { code, label }: Commune, locale: Locale): Suggestion[] =>
  kinds
    .filter(({ name }) => held.includes(name))
    .slice(0, most.kindsOfPlace)
    .map(({ path, icon, texts: words }) => ({
      ...{ label: texts[locale].at(words[locale].many, label), note: texts[locale].place },
      ...{ icon, href: `${path}?place=${code}` },
    }))
