import { ActionForm } from '../components/button.tsx'
import { Ago, When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Tabs } from '../components/tabs.tsx'
import { useTexts } from '../language.tsx'
import { DecisionErrors, DecisionForm, nothingSent, type Sent } from './decision-form.tsx'
import { decisionTexts } from './decision-texts.ts'
import { forwardPrefix, ForwardErrors, Forwarding, type ForwardingProps } from './forwarding.tsx'
import { outcomeTexts, type OutcomeName } from './outcome-texts.ts'
import { moderationTexts } from './texts.ts'
import { ThingView, type ShownThing } from './thing.tsx'

export interface ShownReport extends Pick<ForwardingProps, 'forwarded' | 'forwardTo' | 'wishesForward'> {
  id: string
  subject: ShownThing['subject']
  reason: string
  at: number
  reporter: { kind: 'member' | 'email' | 'server' | 'nobody'; name: string }
  /** Null: it was erased meanwhile. */
  thing: ShownThing | null
  /** None, once it is closed. */
  outcomes: readonly OutcomeName[]
  closed: {
    at: number
    /** Null: the account is gone. */
    by: string | null
    outcome: OutcomeName | null
    reason: string
    mayReopen: boolean
  } | null
}

export interface ReportsProps {
  reports: readonly ShownReport[]
  /** Those that were settled, in place of those that wait. */
  closed: boolean
  counts: { open: number; closed: number }
  /** This page. */
  back: string
  pager: PagerProps
  /** What is decided may be read by everybody. */
  publicLog: boolean
  now: number
  failed: ({ id: string; form: 'decision' | 'forward' } & Sent) | null
}

export function Reports(props: ReportsProps) {
  const { report: t } = useTexts(moderationTexts)
  const { reports, closed, counts, pager, failed } = props
  const lists = [
    { label: t.open, href: '/moderation/signalements', count: counts.open, current: !closed },
    { label: t.closed, href: '/moderation/signalements?etat=classes', count: counts.closed, current: closed },
  ]
  return (
    <>
      <Tabs label={t.lists} items={lists} />
      {failed?.form === 'decision' && <DecisionErrors sent={failed} idPrefix={`d-${failed.id}`} />}
      {failed?.form === 'forward' && <ForwardErrors sent={failed} idPrefix={forwardPrefix(failed.id)} />}
      {reports.length === 0 && (
        <Empty icon="flag" title={closed ? t.noneClosed : t.none}>
          <p>{closed ? t.noneClosedText : t.noneText}</p>
        </Empty>
      )}
      {reports.map((report) => (
        <ReportPanel {...props} report={report} />
      ))}
      <Pager {...pager} />
    </>
  )
}

type PanelProps = Omit<ReportsProps, 'reports' | 'closed'> & { report: ShownReport }

function ReportPanel({ report, now, back, publicLog, failed }: PanelProps) {
  const t = useTexts(moderationTexts)
  const { id, subject, reason, at, thing, outcomes, closed } = report
  const sentIn = (form: 'decision' | 'forward'): Sent =>
    failed?.id === id && failed.form === form ? failed : nothingSent
  return (
    <article class="panel" id={`signalement-${id}`} aria-labelledby={`s-${id}`}>
      <div>
        <h2 id={`s-${id}`}>{t.report.about[subject]}</h2>
        <p class="row-note">
          {t.report.from} <Reporter {...report.reporter} /> · <Ago at={at} now={now} />
        </p>
      </div>
      <p class="report-reason quoted">{reason}</p>
      <div class="reported">
        {thing === null ? <p>{t.gone}</p> : <ThingView thing={thing} now={now} level={3} />}
      </div>
      <Forwarding {...report} back={back} sent={sentIn('forward')} />
      {closed === null ? (
        <DecisionForm
          action={`/moderation/signalements/${id}/decision`}
          outcomes={outcomes}
          idPrefix={`d-${id}`}
          back={back}
          read={thing?.version}
          publicLog={publicLog}
          sent={sentIn('decision')}
        />
      ) : (
        <Closed id={id} closed={closed} />
      )}
    </article>
  )
}

/** What was answered, kept with it. */
function Closed({ id, closed }: { id: string; closed: NonNullable<ShownReport['closed']> }) {
  const t = useTexts(moderationTexts)
  const named = useTexts(outcomeTexts)
  const { goneAccount, console: machine, by: byWord } = useTexts(decisionTexts)
  const { outcome, reason, by, at, mayReopen } = closed
  return (
    <div class="stack">
      <p>
        <b>{outcome === null ? t.report.closedOne : named[outcome].label}</b> – <When at={at} form="moment" />
        , {byWord} {by === null ? goneAccount : by === 'console' ? machine : by}
      </p>
      {reason !== '' && <p class="report-reason">{reason}</p>}
      {mayReopen && (
        <ActionForm action={`/moderation/signalements/${id}/reouverture`} icon="history" small>
          {t.report.reopen}
        </ActionForm>
      )}
    </div>
  )
}

function Reporter({ kind, name }: ShownReport['reporter']) {
  const { report: t } = useTexts(moderationTexts)
  if (kind === 'nobody') return <>{t.fromNobody}</>
  if (kind === 'email') return <a href={`mailto:${name}`}>{name}</a>
  return <>{kind === 'server' ? t.fromServer(name) : name}</>
}
