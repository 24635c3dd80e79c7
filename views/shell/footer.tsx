import { HiddenFields } from '../components/button.tsx'
import { Icon } from '../components/icon.tsx'
import { inItsLanguage } from '../in-its-language.ts'
import { catalogue, languageNames, locales, useTexts, type Locale } from '../language.tsx'
import type { Shell } from './shell.ts'

const texts = catalogue('views/shell/footer', {
  fr: {
    about: 'À propos de ce site',
    language: 'Langue',
    source: 'Logiciel libre Maillon',
    licence: 'AGPL, version 3 ou suivante',
    follow: 'Ce site se suit depuis Mastodon et tout le fédivers.',
    fediverse: 'Le fédivers, qu’est-ce que c’est\u00a0?',
    fediverseIs:
      'Des milliers de sites, tenus par des gens différents, qui s’échangent leurs publications. Mastodon en est un\u00a0: avec un compte sur l’un d’eux, on suit ce qui paraît sur tous les autres.',
  },
  en: {
    about: 'About this site',
    language: 'Language',
    source: 'Maillon, free software',
    licence: 'AGPL, version 3 or later',
    follow: 'You can follow this site from Mastodon and the whole fediverse.',
    fediverse: 'What is the fediverse?',
    fediverseIs:
      'Thousands of sites, run by different people, which exchange what they publish. Mastodon is one: with an account on any of them, you follow what appears on all the others.',
  },
})

export function Footer({ hub, locale, path, version }: Pick<Shell, 'hub' | 'locale' | 'path' | 'version'>) {
  const t = useTexts(texts)
  return (
    <footer class="site-foot">
      <div class="site-foot-inner">
        <div>
          <p class="foot-name">{hub.name}</p>
          {hub.tagline && <p>{hub.tagline}</p>}
          <p>{t.follow}</p>
          <details class="foot-word">
            <summary>{t.fediverse}</summary>
            <p>{t.fediverseIs}</p>
          </details>
          <p class="printed">{`${hub.origin}${path}`}</p>
        </div>
        {hub.pages !== undefined && hub.pages.length > 0 && (
          <nav aria-label={t.about}>
            <ul>
              {hub.pages.map((page) => (
                <li>
                  <a href={page.href}>{page.label}</a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        <div>
          <LanguageSwitch locale={locale} path={path} label={t.language} />
          <p>
            <a href={version.sourceUrl}>{t.source}</a> <span class="version">{versionOf(version)}</span>
            <br />
            {t.licence}
          </p>
        </div>
      </div>
    </footer>
  )
}

/** A choice that is kept changes something: a form, so that no robot and no link makes it for somebody. */
const LanguageSwitch = ({ locale, path, label }: { locale: Locale; path: string; label: string }) => (
  <form method="post" action="/langue" class="languages" aria-label={label}>
    <Icon name="languages" />
    <HiddenFields fields={{ retour: path }} />
    <ul>
      {locales.map((other) => (
        <li>
          <button
            type="submit"
            class="link-button"
            name="langue"
            value={other}
            {...inItsLanguage(other)}
            aria-current={other === locale ? 'true' : undefined}
          >
            {languageNames[other]}
          </button>
        </li>
      ))}
    </ul>
  </form>
)

const versionOf = ({ number, commit }: Shell['version']): string =>
  commit ? `${number} (${commit.slice(0, 8)})` : number
