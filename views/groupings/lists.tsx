import type { FormState } from '../accounts/form.ts'
import { Badge } from '../components/badge.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { groupingTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface CallsPanelProps {
  calls: readonly {
    id: string
    leadName: string
    seeks: string
    state: 'open' | 'closed' | 'ended'
    members: number
  }[]
  /** Where a call is begun; null: not by this reader. */
  callHref: string | null
  /** The lot's page on the hub that the tender comes from. */
  homeHref: string | null
}

/** On the page of a lot: who looks for partners to answer it. */
export function CallsPanel({ calls, callHref, homeHref }: CallsPanelProps) {
  const t = useTexts(groupingTexts)
  const locale = useLocale()
  return (
    <section class="panel stack" aria-labelledby="groupements">
      <h2 id="groupements">{t.panel}</h2>
      {calls.length === 0 && <p>{t.panelNone}</p>}
      {calls.length > 0 && (
        <ul class="stack">
          {calls.map((call) => (
            <li>
              <a href={`/groupements/${call.id}`}>
                {t.title}
                {' – '}
                {call.leadName}
              </a>{' '}
              <Badge look={call.state === 'open' ? 'good' : 'neutral'}>{t.state[call.state]}</Badge>
              {call.members > 0 && <> {formatCount(call.members, locale, t.members)}</>}
              <p class="as-typed">{call.seeks.length > 200 ? `${call.seeks.slice(0, 199)}…` : call.seeks}</p>
            </li>
          ))}
        </ul>
      )}
      {callHref !== null && (
        <p class="actions">
          <LinkButton href={callHref} icon="handshake" rel="nofollow">
            {t.callShort}
          </LinkButton>
        </p>
      )}
      {homeHref !== null && (
        <p>
          {t.panelRemote}{' '}
          <a href={homeHref} rel="nofollow noopener">
            {t.panelThere}
          </a>
        </p>
      )}
    </section>
  )
}

export interface OwnCallsProps {
  calls: readonly {
    id: string
    subject: string
    language: string | null
    leadName: string
    state: 'open' | 'closed' | 'ended'
    waiting: number
    own: readonly { name: string; state: 'asked' | 'accepted' | 'declined' | 'left' }[]
  }[]
}

/** `/groupements`: all that one's organisations take part in. */
export function OwnCalls({ calls }: OwnCallsProps) {
  const t = useTexts(groupingTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.own}</h1>
        <p class="lead">{t.ownLede}</p>
        <p class="actions">
          <LinkButton href="/groupements/ailleurs" icon="globe">
            {t.paste}
          </LinkButton>
        </p>
      </header>
      {calls.length === 0 && (
        <Empty icon="handshake" title={t.ownEmpty}>
          <p>{t.ownTeach}</p>
        </Empty>
      )}
      {calls.map(({ id, subject, language, leadName, state, waiting, own }) => (
        <article class="panel stack">
          <h2>
            <a href={`/groupements/${id}`} {...inItsLanguage(language)}>
              {subject}
            </a>
          </h2>
          <p>
            {t.by} {leadName} <Badge look={state === 'open' ? 'good' : 'neutral'}>{t.state[state]}</Badge>
          </p>
          {waiting > 0 && (
            <p>
              <b>{formatCount(waiting, locale, t.waiting)}</b>
            </p>
          )}
          {own.map((part) => (
            <p>
              {part.name}
              {' : '}
              {t.memberState[part.state]}
            </p>
          ))}
        </article>
      ))}
    </div>
  )
}

/** `/groupements/ailleurs`: the one page of these that waits for another hub. */
export function ReadElsewhere({ values, errors }: FormState) {
  const t = useTexts(groupingTexts)
  return (
    <div class="narrow stack">
      <h1>{t.paste}</h1>
      <p class="lead">{t.pasteLead}</p>
      <form class="form" method="post" action="/groupements/ailleurs" novalidate>
        <ErrorSummary errors={errors} labels={{ adresse: t.address }} />
        <Field
          name="adresse"
          type="url"
          label={t.address}
          error={errors['adresse']}
          value={values['adresse']}
          required
        />
        <div class="form-end">
          <Button look="primary" icon="search">
            {t.read}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** For those whose organisation is hosted elsewhere: the address to paste there, and the hubs of the network. */
export function FromElsewhere({
  address,
  hosts,
}: {
  address: string
  hosts: readonly { host: string; href: string }[]
}) {
  const t = useTexts(groupingTexts)
  return (
    <details>
      <summary>{t.elsewhere}</summary>
      <div class="stack">
        <p>
          {t.elsewhereHow} <span class="handle">{address}</span>
        </p>
        {hosts.length > 0 && (
          <ul>
            {hosts.map(({ host, href }) => (
              <li>
                <a href={href} rel="nofollow noopener">
                  {t.elsewhereOn(host)}
                </a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </details>
  )
}
