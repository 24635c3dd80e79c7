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
] as const satisfies readonly { key: keyof Settings; path: string }[]

export const pageNames = catalogue('server/web/footer-pages', {
  fr: {
    legal: 'Mentions légales',
    privacy: 'Vie privée',
    terms: 'Conditions d’utilisation',
    contact: 'Contact et signalement',
  },
  en: { legal: 'Legal notice', privacy: 'Privacy', terms: 'Terms of use', contact: 'Contact and reports' },
})

/** Under every page; what moderation does, where everybody may read it. */
export const footerPages = (settings: Settings, locale: Locale): { href: string; label: string }[] => [
  ...editablePages.map(({ key, path }) => ({ href: path, label: pageNames[locale][key] })),
  ...(settings.blocksShown === 'everyone'
    ? [{ href: '/serveurs-bloques', label: publishedTexts[locale].title }]
    : []),
  ...(settings.moderationLog === 'public'
    ? [{ href: '/moderation/journal', label: logTexts[locale].title }]
    : []),
]
