import { LinkButton } from '../components/button.tsx'
import { catalogue, useTexts } from '../language.tsx'

export const offlineTexts = catalogue('views/sharing/offline', {
  fr: {
    title: 'Vous êtes hors ligne',
    lead: 'Cette page n’a pas pu être chargée\u00a0: la connexion manque, ou le site ne répond pas.',
    steps: {
      connection: 'Vérifiez que le wifi ou les données mobiles sont activés, puis réessayez.',
      read: 'Les listes et les pages que vous avez lues récemment s’ouvrent encore\u00a0: revenez en arrière, ou suivez leur lien.',
      written:
        'Ce que vous avez écrit n’est envoyé que si le site l’a confirmé. Dans le doute, revenez en arrière et envoyez de nouveau.',
    },
    again: 'Réessayer',
  },
  en: {
    title: 'You are offline',
    lead: 'This page could not be loaded: there is no connection, or the site does not answer.',
    steps: {
      connection: 'Check that wifi or mobile data is on, then try again.',
      read: 'Lists and pages that you read recently still open: go back, or follow their link.',
      written:
        'What you wrote is sent only if the site has confirmed it. When in doubt, go back and send it again.',
    },
    again: 'Try again',
  },
})

/** Shown in place of the page that was asked for, at its address: to try again is to ask for it again. */
export function Offline() {
  const t = useTexts(offlineTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <ul class="prose">
        <li>{t.steps.connection}</li>
        <li>{t.steps.read}</li>
        <li>{t.steps.written}</li>
      </ul>
      <p class="actions">
        <LinkButton href="" look="primary" icon="repeat-2">
          {t.again}
        </LinkButton>
      </p>
    </div>
  )
}
