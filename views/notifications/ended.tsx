import { Button } from '../components/button.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { notificationTexts, type TopicName } from './texts.ts'

export const endedTexts = catalogue('views/notifications/ended', {
  fr: {
    title: 'Ne plus recevoir ces e-mails\u00a0?',
    all: 'Plus aucun e-mail de notification ne vous sera envoyé par ce site. Sur le site, rien ne change.',
    topic: (label: string) =>
      `Les e-mails «\u00a0${label}\u00a0» s’arrêtent. Les autres continuent, et sur le site rien ne change.`,
    yes: 'Oui, arrêter',
    done: 'C’est arrêté',
    doneText: 'Vous ne recevrez plus ces e-mails. Vous pourrez les reprendre depuis votre compte.',
  },
  en: {
    title: 'Stop receiving these e-mails?',
    all: 'This site will send you no more notifications by e-mail. On the site, nothing changes.',
    topic: (label: string) =>
      `The e-mails “${label}” end. The others go on, and on the site nothing changes.`,
    yes: 'Yes, end them',
    done: 'It has ended',
    doneText: 'You will no longer receive these e-mails. You can begin again from your account.',
  },
})

/** What the link of a letter opens. Opening it ends nothing: mail scanners look too. */
export function EndLetters({ which }: { which: TopicName | 'all' }) {
  const t = useTexts(endedTexts)
  const named = useTexts(notificationTexts).topics
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{which === 'all' ? t.all : t.topic(named[which].label)}</p>
      <form method="post">
        <Button look="primary" icon="check">
          {t.yes}
        </Button>
      </form>
    </div>
  )
}
