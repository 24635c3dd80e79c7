import { Icon } from '../components/icon.tsx'
import { catalogue, useTexts } from '../language.tsx'

export const notSetUpTexts = catalogue('views/accounts/not-set-up', {
  fr: {
    title: 'Ce site n’est pas encore prêt',
    help: 'La personne qui l’installe doit ouvrir le lien affiché au démarrage, dans le terminal. Il sert une fois, pendant une heure\u00a0; redémarrer en donne un nouveau.',
  },
  en: {
    title: 'This site is not ready yet',
    help: 'Whoever installs it must open the link shown at start, in the terminal. It works once, for one hour; starting again gives a new one.',
  },
})

export function NotSetUp() {
  const t = useTexts(notSetUpTexts)
  return (
    <div class="narrow error-page">
      <p class="error-code">
        <Icon name="hourglass" />
      </p>
      <h1>{t.title}</h1>
      <p>{t.help}</p>
    </div>
  )
}
