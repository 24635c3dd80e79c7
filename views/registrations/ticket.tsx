import { ActionForm, LinkButton } from '../components/button.tsx'
import { Notice } from '../components/notice.tsx'
import { QrCode, type Code } from '../components/qr.tsx'
import { formatCount, formatMoment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { registrationTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

/** What one shows at the door, and what one says if it cannot be read. */
export function TicketFace({ code, word, href }: { code: Code; word: string; href: string }) {
  const t = useTexts(registrationTexts)
  return (
    <div class="panel ticket">
      <QrCode code={code} label={t.code} />
      <p>
        {t.show} <strong class="ticket-word">{word}</strong>
      </p>
      <p>
        <a href={href}>{t.ticket}</a>
      </p>
    </div>
  )
}

export interface TicketProps {
  entry: Titled
  when: string
  name: string
  organisation: string | null
  people: number
  debates: readonly Titled[]
  code: Code
  word: string
  present: { at: number; by: string | null } | null
  /** For those who keep the door; null: for whoever holds the ticket. */
  door: {
    action: string
    outcome: 'noted' | 'already' | 'no-place' | 'other-day' | 'cancelled' | null
  } | null
}

/** `/billet/…`: for who holds it, what it says; for those at the door, the button. Opening it notes nothing. */
export function Ticket(props: TicketProps) {
  const t = useTexts(registrationTexts)
  const locale = useLocale()
  const { entry, when, name, organisation, people, debates, present, door } = props
  return (
    <div class="narrow stack">
      <h1>{t.ticketFor(name)}</h1>
      {door?.outcome && <Outcome outcome={door.outcome} />}
      <div class="panel stack">
        <p>
          <TitleLink {...entry} />
          <br />
          {when}
        </p>
        <p>
          <b>{name}</b>
          {organisation !== null && ` – ${organisation}`} · {formatCount(people, locale, t.people)}
        </p>
        {debates.length > 0 && (
          <ul class="rows">
            {debates.map(({ title, path }) => (
              <li>
                <a href={path}>{title}</a>
              </li>
            ))}
          </ul>
        )}
        {present !== null && (
          <p>
            {t.seen(formatMoment(present.at, locale))}
            {door !== null && present.by !== null && ` (${t.by(present.by)})`}
          </p>
        )}
      </div>
      {door === null ? <Held {...props} /> : <AtDoor {...props} door={door} />}
    </div>
  )
}

function Outcome({ outcome }: { outcome: NonNullable<NonNullable<TicketProps['door']>['outcome']> }) {
  const t = useTexts(registrationTexts)
  return outcome === 'noted' ? (
    <Notice kind="success">{t.noted}</Notice>
  ) : (
    <Notice kind="warning">{t.outcome[outcome]}</Notice>
  )
}

function Held({ code, word }: TicketProps) {
  const t = useTexts(registrationTexts)
  return (
    <>
      <div class="panel ticket">
        <QrCode code={code} label={t.code} />
        <p>
          {t.show} <strong class="ticket-word">{word}</strong>
        </p>
      </div>
      <p class="hint">{t.ticketHow}</p>
    </>
  )
}

function AtDoor({ door, present, entry }: TicketProps & { door: NonNullable<TicketProps['door']> }) {
  const t = useTexts(registrationTexts)
  return (
    <div class="actions">
      {present === null ? (
        <ActionForm action={door.action} fields={{ acte: 'arriver' }} look="primary" icon="check">
          {t.arrive}
        </ActionForm>
      ) : (
        <ActionForm action={door.action} fields={{ acte: 'annuler' }} look="quiet">
          {t.undo}
        </ActionForm>
      )}
      <LinkButton href={`${entry.path}/accueil`} look="secondary" icon="door-open">
        {t.backToDoor}
      </LinkButton>
    </div>
  )
}
