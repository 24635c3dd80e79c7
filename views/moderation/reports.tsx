import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { useTexts } from '../language.tsx'
import { DecisionErrors, DecisionForm, nothingSent, type Sent } from './decision-form.tsx'
import { moderationTexts, type OutcomeName } from './texts.ts'
import { ThingView, type ShownThing } from './thing.tsx'

export interface ShownReport {
  id: string
  subject: ShownThing['subject']
  reason: string
  at: number
  reporter: { kind: 'member' | 'email' | 'server' | 'nobody'; name: string }
  /** Null: it was erased meanwhile. */
  thing: ShownThing | null
  outcomes: readonly OutcomeName[]
}

export interface ReportsProps {
  reports: readonly ShownReport[]
  now: number
  failed: ({ id: string } & Sent) | null
}

export function Reports({ reports, now, failed }: ReportsProps) {
  const { report: t } = useTexts(moderationTexts)
  if (reports.length === 0)
    return (
      <Empty icon="flag" title={t.none}>
        <p>{t.noneText}</p>
      </Empty>
    )
  return (
    <>
      {failed !== null && <DecisionErrors sent={failed} idPrefix={`d-${failed.id}`} />}
      {reports.map((report) => (
        <ReportPanel report={report} now={now} sent={failed?.id === report.id ? failed : nothingSent} />
      ))}
    </>
  )
}

function ReportPanel({ report, now, sent }: { report: ShownReport; now: number; sent: Sent }) {
  const t = useTexts(moderationTexts)
  const { id, subject, reason, at, thing, outcomes } = report
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
      <DecisionForm
        action={`/moderation/signalements/${id}/decision`}
        outcomes={outcomes}
        idPrefix={`d-${id}`}
        back="/moderation/signalements"
        read={thing?.version}
        sent={sent}
      />
    </article>
  )
}

function Reporter({ kind, name }: ShownReport['reporter']) {
  const { report: t } = useTexts(moderationTexts)
  if (kind === 'nobody') return <>{t.fromNobody}</>
  if (kind === 'email') return <a href={`mailto:${name}`}>{name}</a>
  return <>{kind === 'server' ? t.fromServer(name) : name}</>
}
