import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'

export interface OwnInquiryProps {
  act: InquiryAct
  entry: { title: string; path: string }
  name: string
  email: string
  body: string
  people: number
  state: 'unconfirmed' | 'sent' | 'late' | 'over' | 'full' | 'twice'
}

/** What the link of the letter opens: to read again, to send, to take back. Opening it does none of these. */
export function OwnInquiry(props: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const { act, state, entry } = props
  const hindered = state !== 'unconfirmed' && state !== 'sent'
  return (
    <div class="narrow stack">
      <h1>{state === 'sent' ? t[act].sentTitle : hindered ? t.notOpen : t.readAgain}</h1>
      {state === 'sent' && <p class="lead">{t.sent}</p>}
      {hindered && <Notice kind="warning">{t.outcome[state]}</Notice>}
      <Written {...props} />
      {state === 'unconfirmed' && (
        <form class="actions" method="post">
          <HiddenFields fields={{ acte: 'envoyer' }} />
          <Button look="primary" icon="send">
            {t.send}
          </Button>
        </form>
      )}
      <form class="stack" method="post">
        <HiddenFields fields={{ acte: 'retirer' }} />
        {state === 'sent' && <p class="hint">{t.takeBackHow}</p>}
        <p class="actions">
          <Button look={state === 'sent' ? 'danger' : 'quiet'} icon="trash-2">
            {state === 'sent' ? t.takeBack : t.dropIt}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.toEntry}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}

function Written({ act, entry, name, email, body, people }: OwnInquiryProps) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  return (
    <div class="panel stack">
      <p>
        {t.about} <a href={entry.path}>{entry.title}</a>
      </p>
      <p>
        {t.from} <b>{name}</b> <span class="handle">{email}</span>
        {act === 'register' && ` · ${formatCount(people, locale, t.comes)}`}
      </p>
      {body !== '' && <p class="as-typed">{body}</p>}
    </div>
  )
}
