import { StateWord } from './state-word.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { standTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ShownRequest {
  id: string
  name: string
  village: string
  state: 'asked' | 'waiting' | 'accepted' | 'refused'
  decision: string
  does: string
  seeks: string
  shows: string
  contactName: string
  email: string
  tables: number
  panels: number
  power: boolean
  needs: string
}

interface RequestsProps {
  entry: Titled
  requests: readonly ShownRequest[]
  outcome: 'full' | 'same' | null
}

/** `…/stands/demandes`: what organisations ask for, for the host to decide. */
export function StandRequests({ entry, requests, outcome }: RequestsProps) {
  const t = useTexts(standTexts)
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.requests}</h1>
        <p class="lead">
          <TitleLink {...entry} />
        </p>
        <p>{t.requestsLead}</p>
        <p class="actions">
          <LinkButton href={`${entry.path}/villages`} icon="settings" small>
            {t.manage}
          </LinkButton>
          <LinkButton href={`${entry.path}/stands`} icon="store" small>
            {t.all}
          </LinkButton>
        </p>
      </header>
      {outcome !== null && <Notice kind="warning">{t.outcome[outcome]}</Notice>}
      {requests.length === 0 ? (
        <Empty icon="inbox" title={t.requestsNone}>
          <p>{t.requestsNoneHow}</p>
        </Empty>
      ) : (
        requests.map((request) => <RequestPanel path={entry.path} request={request} />)
      )}
    </div>
  )
}

function RequestPanel({ path, request }: { path: string; request: ShownRequest }) {
  const t = useTexts(standTexts)
  const locale = useLocale()
  const { id, name, village, state, decision, does, seeks, shows, contactName, email, needs } = request
  const number = (value: number) => formatNumber(value, locale)
  const material = [
    ...(request.tables > 0 ? [t.tablesOf(number(request.tables))] : []),
    ...(request.panels > 0 ? [t.panelsOf(number(request.panels))] : []),
    ...(request.power ? [t.powerYes] : []),
  ]
  return (
    <article class="panel" aria-labelledby={`s-${id}`}>
      <header>
        <h2 id={`s-${id}`}>{name}</h2>
        <p class="comment-when">
          <StateWord state={state} />
          <span>{village}</span>
          <span>{contactName}</span>
          <span class="handle">{email}</span>
        </p>
      </header>
      {[does, seeks, shows].map((text) => text !== '' && <p class="as-typed">{text}</p>)}
      {(material.length > 0 || needs !== '') && (
        <p>
          <b>{t.needsOf}</b> – {material.join(', ')} <span class="as-typed">{needs}</span>
        </p>
      )}
      {decision !== '' && <p class="as-typed quoted">{decision}</p>}
      <form class="stack" method="post" action={`${path}/stands/${id}/decision`}>
        <TextArea name="decision" idPrefix={`p-${id}`} label={t.sentence} rows={2} maxlength={1000} />
        <p class="actions">
          {state !== 'accepted' && (
            <Button small name="acte" value="accepter" icon="check" label={`${t.accept} – ${name}`}>
              {t.accept}
            </Button>
          )}
          {state === 'asked' && (
            <Button small name="acte" value="attendre" icon="hourglass" label={`${t.wait} – ${name}`}>
              {t.wait}
            </Button>
          )}
          {state !== 'refused' && (
            <Button small look="quiet" name="acte" value="refuser" icon="x" label={`${t.refuse} – ${name}`}>
              {t.refuse}
            </Button>
          )}
        </p>
      </form>
    </article>
  )
}
