import { ActionForm, Button } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { Notice } from '../components/notice.tsx'
import { Table } from '../components/table.tsx'
import { inItsLanguage } from '../in-its-language.ts'
import { catalogue, useTexts } from '../language.tsx'
import { notificationTexts, type TopicName } from './texts.ts'

export type RhythmName = 'never' | 'hourly' | 'daily' | 'weekly'

export const choiceTexts = catalogue('views/notifications/choices', {
  fr: {
    title: 'Mes notifications',
    lead: 'Ce que vous voyez sur ce site, et ce que vous recevez par e-mail.',
    rhythm: 'E-mails',
    rhythms: {
      never: 'Jamais',
      hourly: 'Au fur et à mesure, une fois par heure au plus',
      daily: 'Une fois par jour au plus',
      weekly: 'Une fois par semaine au plus',
    },
    noMail: 'Ce site n’envoie pas d’e-mail\u00a0: seuls les choix «\u00a0sur le site\u00a0» comptent.',
    to: (email: string) => `À l’adresse de votre compte, ${email}.`,
    paused: 'Suspendu\u00a0: plusieurs messages de suite n’ont pas pu arriver. Enregistrez pour recommencer.',
    table: 'Être prévenu·e, sujet par sujet',
    what: 'Quand…',
    onPage: 'Sur le site',
    byMail: 'Par e-mail',
    of: (how: string, what: string) => `${how}\u00a0: ${what}`,
    kinds: 'Suivre des rubriques',
    kindsHint: 'Chaque nouvelle publication compte comme une publication suivie.',
    save: 'Enregistrer',
    watched: 'Discussions et organisations suivies',
    none: 'Vous ne suivez aucune discussion ni organisation. Le bouton «\u00a0Suivre\u00a0» est sous chaque discussion et sur la page de chaque organisation.',
    answers: 'la discussion',
    publications: 'les publications',
    stop: 'Ne plus suivre',
    stopOf: (title: string) => `Ne plus suivre «\u00a0${title}\u00a0»`,
    alerts: 'Vos recherches gardées sont à part\u00a0:',
    alertsLink: 'mes recherches',
  },
  en: {
    title: 'My notifications',
    lead: 'What you see on this site, and what you receive by e-mail.',
    rhythm: 'E-mails',
    rhythms: {
      never: 'Never',
      hourly: 'As it happens, once an hour at most',
      daily: 'Once a day at most',
      weekly: 'Once a week at most',
    },
    noMail: 'This site sends no e-mail: only the choices “on the site” count.',
    to: (email: string) => `To the address of your account, ${email}.`,
    paused: 'Paused: several messages in a row could not arrive. Save to begin again.',
    table: 'To be told, topic by topic',
    what: 'When…',
    onPage: 'On the site',
    byMail: 'By e-mail',
    of: (how: string, what: string) => `${how}: ${what}`,
    kinds: 'Follow sections',
    kindsHint: 'Each new publication counts as a followed publication.',
    save: 'Save',
    watched: 'What I follow',
    none: 'You follow no discussion and no organisation. The “Follow” button is below each discussion and on the page of each organisation.',
    answers: 'the discussion',
    publications: 'the publications',
    stop: 'Stop following',
    stopOf: (title: string) => `Stop following “${title}”`,
    alerts: 'The searches that you keep are apart:',
    alertsLink: 'my searches',
  },
})

type Watch = 'answers' | 'publications'

export interface NotificationChoicesProps {
  email: string
  hasMail: boolean
  paused: boolean
  rhythm: RhythmName
  topics: readonly { topic: TopicName; onPage: boolean; byMail: boolean }[]
  kinds: readonly { value: string; label: string }[]
  watchedKinds: readonly string[]
  watched: readonly (Record<'id' | 'title' | 'language' | 'path', string> & { what: Watch })[]
}

const rhythms: readonly RhythmName[] = ['never', 'hourly', 'daily', 'weekly']

export function NotificationChoices(props: NotificationChoicesProps) {
  const t = useTexts(choiceTexts)
  const { email, hasMail, paused, rhythm, watched } = props
  return (
    <div class="narrow sections">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {paused && (
        <Notice kind="warning">
          <p>{t.paused}</p>
        </Notice>
      )}
      <form class="form" method="post" action="/compte/notifications">
        {hasMail ? (
          <Choices
            type="radio"
            name="rythme"
            label={t.rhythm}
            hint={t.to(email)}
            options={rhythms.map((value) => ({ value, label: t.rhythms[value] }))}
            chosen={[rhythm]}
            required
          />
        ) : (
          <Notice>
            <p>{t.noMail}</p>
          </Notice>
        )}
        <Topics {...props} />
        <Choices
          type="checkbox"
          name="rubrique"
          label={t.kinds}
          hint={t.kindsHint}
          options={props.kinds}
          chosen={props.watchedKinds}
          inline
        />
        <div class="form-end">
          <Button look="primary">{t.save}</Button>
        </div>
      </form>
      <section class="stack" aria-labelledby="suivi">
        <h2 id="suivi">{t.watched}</h2>
        {watched.length === 0 ? <p>{t.none}</p> : <Watched watched={watched} />}
        <p>
          {t.alerts} <a href="/compte/alertes">{t.alertsLink}</a>
        </p>
      </section>
    </div>
  )
}

function Topics({ topics, hasMail }: NotificationChoicesProps) {
  const t = useTexts(choiceTexts)
  const named = useTexts(notificationTexts).topics
  const box = (name: 'site' | 'mail', how: string, topic: TopicName, checked: boolean) => (
    <td class="tick" data-label={how}>
      <input
        type="checkbox"
        name={name}
        value={topic}
        aria-label={t.of(how, named[topic].long)}
        checked={checked ? true : undefined}
      />
    </td>
  )
  return (
    <Table caption={t.table} head={[t.what, t.onPage, ...(hasMail ? [t.byMail] : [])]}>
      {topics.map(({ topic, onPage, byMail }) => (
        <tr>
          <th scope="row">
            {named[topic].long}
            <span class="hint">{named[topic].hint}</span>
          </th>
          {box('site', t.onPage, topic, onPage)}
          {hasMail && box('mail', t.byMail, topic, byMail)}
        </tr>
      ))}
    </Table>
  )
}

function Watched({ watched }: Pick<NotificationChoicesProps, 'watched'>) {
  const t = useTexts(choiceTexts)
  return (
    <ul class="rows">
      {watched.map(({ id, title, language, path, what }) => (
        <li class="row">
          <div class="row-main">
            <p class="row-title">
              <a {...{ href: path, ...inItsLanguage(language) }}>{title}</a>
            </p>
            <p class="row-note">{t[what]}</p>
          </div>
          <ActionForm
            action="/notifications/suivi"
            small
            look="quiet"
            icon="x"
            label={t.stopOf(title)}
            fields={{ fiche: id, quoi: what, acte: 'arreter', retour: '/compte/notifications' }}
          >
            {t.stop}
          </ActionForm>
        </li>
      ))}
    </ul>
  )
}
