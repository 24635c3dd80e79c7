import { directoryTexts } from '../../views/directory/texts.ts'
import { catalogue, inEachLanguage, type Catalogue, type Locale } from '../../views/language.tsx'
import type { Section } from '../../views/navigation.ts'
import { talkTexts } from '../../views/visits/talk-texts.ts'
import { networksTab } from '../../views/networks/texts.ts'
import { assembliesTab } from '../../views/assemblies/texts.ts'
import { kinds, type KindName } from '../kinds/index.ts'

const texts = catalogue('server/web/sections', {
  fr: {
    network: 'Réseau',
    facilitation: 'Facilitation',
    tally: 'Bilan des appels',
    essMonth: 'Mois de l’ESS',
    overview: 'Où en est-on\u00a0?',
  },
  en: {
    network: 'Network',
    facilitation: 'Facilitation',
    tally: 'What became of calls',
    essMonth: 'Month of the social economy',
    overview: 'How is it going?',
  },
})

/** A page that is no list of a kind, and stands beside one. */
interface Beside {
  /** What the page calls itself by in `active`. */
  key: string
  href: string
  label: Catalogue<{ label: string }>
}

/** What stands beside the lists of kinds, by the kind in whose menu entry it is found. */
const beside: Readonly<Partial<Record<KindName, readonly Beside[]>>> = {
  tender: [
    { key: 'facilitation', href: '/facilitation', label: labelled((locale) => texts[locale].facilitation) },
    {
      key: 'call-tally',
      href: '/bilan-des-appels',
      label: labelled((locale) => texts[locale].tally),
    },
  ],
  event: [
    {
      key: 'ess-month',
      href: '/agenda/mois-de-l-ess',
      label: labelled((locale) => texts[locale].essMonth),
    },
  ],
  proposal: [
    {
      key: 'overview',
      href: '/propositions-suivies',
      label: labelled((locale) => texts[locale].overview),
    },
  ],
  resource: [
    { key: 'talks', href: '/ressources/interventions', label: labelled((locale) => talkTexts[locale].tab) },
    {
      key: 'shelf',
      href: '/ressources/logiciels-libres',
      label: labelled((locale) => directoryTexts[locale].shelf.tab),
    },
  ],
  organisation: [
    { key: 'networks', href: '/annuaire/reseaux', label: networksTab },
    { key: 'assemblies', href: '/assemblees', label: assembliesTab },
  ],
}

function labelled(words: (locale: Locale) => string): Beside['label'] {
  return inEachLanguage((locale) => ({ label: words(locale) }))
}

const under = (name: string) => kinds.filter((kind) => kind.under === name)

/** The header's sections: one a kind that stands under no other, in the registry's order, then what lies beyond this hub. */
export const sections = (locale: Locale): Section[] => [
  ...kinds
    .filter((kind) => kind.under === undefined)
    .map(({ name, path, icon, texts }) => ({
      key: name,
      href: path,
      label: texts[locale].many,
      icon,
      holds: [...under(name).map((kind) => kind.name), ...besides(name).map(({ key }) => key)],
    })),
  { key: 'network', href: '/reseau', label: texts[locale].network, icon: 'waypoints' },
]

/** The pages of one menu entry, as tabs over each of them; none where there is only one. */
export function siblings(
  active: string,
  locale: Locale,
): { href: string; label: string; current: boolean }[] {
  const head = kinds.find(
    ({ name, under: over }) =>
      over === undefined &&
      (name === active ||
        under(name).some((kind) => kind.name === active) ||
        besides(name).some(({ key }) => key === active)),
  )
  if (head === undefined) return []
  const pages = [
    ...[head, ...under(head.name)].map(({ name, path, texts }) => ({
      ...{ key: name, href: path, label: texts[locale].many },
    })),
    ...besides(head.name).map(({ key, href, label }) => ({ key, href, label: label[locale].label })),
  ]
  return pages.length === 1
    ? []
    : pages.map(({ key, href, label }) => ({ href, label, current: key === active }))
}

function besides(name: string): readonly Beside[] {
  const found = Object.entries(beside).find(([kind]) => kind === name)
  return found?.[1] ?? []
}
