import { ActionForm } from '../components/button.tsx'
import { Ago, When } from '../components/date.tsx'
import { Icon } from '../components/icon.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { MaybeLink } from '../quoting.tsx'
import { caseTexts } from './case-texts.ts'
import { facilitationTexts, type HoursSource, type OutcomeName, type Side } from './texts.ts'

// What a case shows to the desk and to whoever asked alike.

export interface ShownRequest {
  side: Side
  name: string
  email: string
  organisation: { name: string; href: string | null } | null
  subject: string
  body: string
  place: string | null
  cpv: string | null
  sector: string | null
  hoursWanted: number | null
  deadline: string | null
}

/** `heading`: where its subject is the title of the page already. */
export function RequestPanel({
  request,
  heading = request.subject,
}: {
  request: ShownRequest
  heading?: string
}) {
  const t = useTexts(caseTexts)
  const { side } = useTexts(facilitationTexts)
  const locale = useLocale()
  const { name, email, organisation, body, deadline, hoursWanted } = request
  const known: [string, string | null][] = [
    [t.about.place, request.place],
    [t.about.sector, request.sector],
    [t.about.cpv, request.cpv],
    [t.about.hoursWanted, hoursWanted === null ? null : formatNumber(hoursWanted, locale)],
  ]
  const facts = known.filter(([, value]) => value !== null)
  return (
    <section class="panel stack" aria-labelledby="asked">
      <h2 id="asked">{heading}</h2>
      <p>
        {side[request.side]} · <b>{name}</b>
        {organisation !== null && (
          <>
            {', '}
            {organisation.href === null ? (
              organisation.name
            ) : (
              <a href={organisation.href}>{organisation.name}</a>
            )}
          </>
        )}{' '}
        <span class="handle">{email}</span>
      </p>
      <p class="as-typed">{body}</p>
      {(facts.length > 0 || deadline !== null) && (
        <ul class="facts-line">
          {facts.map(([label, value]) => (
            <li>
              {label}&nbsp;: {value}
            </li>
          ))}
          {deadline !== null && (
            <li>
              {t.about.deadline} <When at={deadline} />
            </li>
          )}
        </ul>
      )}
    </section>
  )
}

export interface ShownEvent {
  act: keyof (typeof caseTexts)['fr']['acts']
  who: string
  /** From the desk; else from whoever asked. */
  desk: boolean
  text: string
  at: number
  /** Of what is mailed: whether it has left; null: nothing is. */
  mailed: boolean | null
}

/** All that happened, oldest first. */
export function Exchange({ events, now }: { events: readonly ShownEvent[]; now: number }) {
  const t = useTexts(caseTexts)
  return (
    <section class="stack" aria-labelledby="exchange">
      <h2 id="exchange">{t.exchange}</h2>
      <ol class="exchange">
        {events.map(({ act, who, desk, text, at, mailed }) => (
          <li class={classOf(act, desk)}>
            <p class="comment-when">
              <b>{t.acts[act]}</b>
              <span>{who}</span>
              <Ago at={at} now={now} />
            </p>
            {text !== '' && <p class="as-typed">{text}</p>}
            {mailed === false && <p class="row-note">{now - at < soon ? t.onItsWay : t.unsent}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

const soon = 60_000

const classOf = (act: ShownEvent['act'], desk: boolean): string =>
  act === 'note'
    ? 'exchange-note'
    : act === 'answer' || act === 'reply'
      ? `exchange-said${desk ? ' exchange-desk' : ''}`
      : 'exchange-act'

export interface ShownLink {
  id: string
  sort: 'lot' | 'organisation'
  title: string
  language: string | null
  href: string | null
  from: string | null
  state: 'open' | 'over' | 'withdrawn' | 'no-lot'
}

/** `path`: of the case, for those who may take a link away. */
export function Links({ links, path }: { links: readonly ShownLink[]; path?: string | undefined }) {
  const t = useTexts(caseTexts)
  if (links.length === 0) return <p class="hint">{t.noLinks}</p>
  return (
    <ul class="linked">
      {links.map(({ id, sort, title, language, href, from, state }) => (
        <li>
          <span>
            <Icon name={sort === 'lot' ? 'file-text' : 'building-2'} />{' '}
            <span class="visually-hidden">{t.sort[sort]}&nbsp;: </span>
            <MaybeLink {...{ title, path: href, language }} />
            {from !== null && <span class="quiet"> ({t.via(from)})</span>}
            {state !== 'open' && <b> – {t.state[state]}</b>}
          </span>
          {path !== undefined && (
            <ActionForm
              small
              look="quiet"
              action={`${path}/enlever`}
              fields={{ lien: id }}
              icon="trash-2"
              label={t.unlinkOf(title)}
            >
              {t.unlink}
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}

export interface ShownEnd {
  outcome: OutcomeName
  hours: { count: number; by: HoursSource; on: string } | null
  at: number
}

export function End({ outcome, hours }: ShownEnd) {
  const t = useTexts(caseTexts)
  const words = useTexts(facilitationTexts)
  const locale = useLocale()
  return (
    <ul class="facts-line">
      <li>
        {t.about.outcome}&nbsp;: <b>{words.outcome[outcome]}</b>
      </li>
      {hours !== null && (
        <li>
          {words.declared(formatCount(hours.count, locale, words.hours), words.source[hours.by])},{' '}
          <When at={hours.on} />
        </li>
      )}
    </ul>
  )
}
