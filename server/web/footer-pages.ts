import { publishedTexts } from '../../views/moderation/published-blocks.tsx'
import { catalogue, type Locale } from '../../views/language.tsx'
import { logTexts } from '../../views/moderation/log-texts.ts'
import type { Settings } from '../hub/hub.ts'

/** The pages that the admin writes: each is an address, a name and a setting. */
export const editablePages = [
  { key: 'legal', path: '/mentions-legales' },
  { key: 'privacy', path: '/confidentialite' },
  { key: 'terms', path: '/conditions' },
  { key: 'contact', path: '/contact' },
  { key: 'accessibility', path: '/accessibilite' },
] as const satisfies readonly { key: keyof Settings; path: string }[]

export const pageNames = catalogue('server/web/footer-pages', {
  fr: {
    legal: 'Mentions légales',
    privacy: 'Vie privée',
    terms: 'Conditions d’utilisation',
    contact: 'Contact et signalement',
    accessibility: 'Déclaration d’accessibilité',
  },
  en: {
    legal: 'Legal notice',
    privacy: 'Privacy',
    terms: 'Terms of use',
    contact: 'Contact and reports',
    accessibility: 'Accessibility statement',
  },
})

const conformity = catalogue('server/web/footer-pages#conformity', {
  fr: {
    none: 'Accessibilité\u00a0: non conforme',
    part: 'Accessibilité\u00a0: partiellement conforme',
    full: 'Accessibilité\u00a0: totalement conforme',
  },
  en: {
    none: 'Accessibility: not compliant',
    part: 'Accessibility: partially compliant',
    full: 'Accessibility: fully compliant',
  },
})

/**
 * The RGAA has the state said at the foot of every page, in one of three ways. It is what the statement itself says:
 * the first of them in its text. Nobody who has not written one says more than the software can: that no audit was made.
 */
export function conformityOf(statement: string): keyof (typeof conformity)['fr'] {
  const said = /(non|partiellement|totalement) conforme|(not|partially|fully) compliant/i.exec(statement)
  const word = (said?.[1] ?? said?.[2] ?? 'non').toLowerCase()
  if (word === 'totalement' || word === 'fully') return 'full'
  return word === 'partiellement' || word === 'partially' ? 'part' : 'none'
}

/** Under every page; what moderation does, where everybody may read it. */
export const footerPages = (settings: Settings, locale: Locale): { href: string; label: string }[] => [
  ...editablePages.map(({ key, path }) => ({
    href: path,
    label:
      key === 'accessibility'
        ? conformity[locale][conformityOf(settings.accessibility)]
        : pageNames[locale][key],
  })),
  ...(settings.blocksShown === 'everyone'
    ? [{ href: '/serveurs-bloques', label: publishedTexts[locale].title }]
    : []),
  ...(settings.moderationLog === 'public'
    ? [{ href: '/moderation/journal', label: logTexts[locale].title }]
    : []),
]
