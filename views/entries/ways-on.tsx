import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'

const texts = catalogue('views/entries/ways-on', {
  fr: {
    atLeast: (count: string) => `au moins ${count}`,
    spelling: (words: string) => `Chercher plutôt «\u00a0${words}\u00a0»`,
    around: (territory: string) => `Chercher aussi dans les communes voisines (${territory})`,
    department: (name: string) => `Chercher dans tout le département (${name})`,
    without: (what: string) => `Retirer le filtre ${what}`,
    unfiltered: () => 'Chercher les mêmes mots sans les filtres',
    network: () => 'Chercher aussi chez les autres sites du réseau',
    past: () => 'Montrer aussi ce qui est clos ou passé',
    everywhere: () => 'Chercher dans toutes les rubriques',
  },
  en: {
    atLeast: (count: string) => `at least ${count}`,
    spelling: (words: string) => `Look for “${words}” instead`,
    around: (territory: string) => `Look in the neighbouring towns too (${territory})`,
    department: (name: string) => `Look in the whole department (${name})`,
    without: (what: string) => `Remove the filter ${what}`,
    unfiltered: () => 'Look for the same words without the filters',
    network: () => 'Look on the other sites of the network too',
    past: () => 'Also show what is closed or past',
    everywhere: () => 'Look in all sections',
  },
})

export interface WayOn {
  way: Exclude<keyof typeof texts.fr, 'atLeast'>
  /** What it names: a word, a place, a filter; else empty. */
  what: string
  href: string
  /** What it is known to give; null: not counted. */
  count: { count: number; atLeast: boolean } | null
}

/** Where to look on when nothing was found. */
export function WaysOn({ ways, words }: { ways: readonly WayOn[]; words: { one: string; other: string } }) {
  const t = useTexts(texts)
  const locale = useLocale()
  if (ways.length === 0) return null
  const said = ({ count, atLeast }: NonNullable<WayOn['count']>) => {
    const counted = formatCount(count, locale, words)
    return atLeast ? t.atLeast(counted) : counted
  }
  return (
    <ul class="empty-ways">
      {ways.map(({ way, what, href, count }) => (
        <li>
          <a href={href} rel="nofollow">
            {t[way](what)}
          </a>
          {count !== null && ` (${said(count)})`}
        </li>
      ))}
    </ul>
  )
}
