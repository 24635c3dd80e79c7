import { LinkButton } from '../components/button.tsx'
import { catalogue, useTexts } from '../language.tsx'

export const noSetupTexts = catalogue('views/accounts/no-setup', {
  fr: {
    title: 'Ce lien n’ouvre rien',
    ready: 'Ce site est déjà ouvert\u00a0: le lien de la première fois ne sert plus.',
    fresh:
      'Le lien qui ouvre le site sert une fois, pendant une heure, et seul le plus récent compte. Redémarrez le serveur\u00a0: il en affiche un nouveau, à copier en entier.',
    enter: 'Se connecter',
    home: 'Accueil',
  },
  en: {
    title: 'This link opens nothing',
    ready: 'This site is open already: the link of the first time no longer serves.',
    fresh:
      'The link that opens the site works once, for an hour, and only the newest one counts. Restart the server: it prints a new one, to be copied whole.',
    enter: 'Sign in',
    home: 'Home',
  },
})

/** The same words whatever the link was: nobody learns from them how near a guess came. */
export function NoSetup({ isSetUp }: { isSetUp: boolean }) {
  const t = useTexts(noSetupTexts)
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{isSetUp ? t.ready : t.fresh}</p>
      {isSetUp && (
        <p class="actions">
          <LinkButton href="/connexion" look="primary" icon="log-in">
            {t.enter}
          </LinkButton>
          <LinkButton href="/" icon="house">
            {t.home}
          </LinkButton>
        </p>
      )}
    </div>
  )
}
