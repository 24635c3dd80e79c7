import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { useTexts } from '../language.tsx'
import { decisionTexts } from './decision-texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

export interface ResultsProps {
  entry: Titled
  counts: {
    submitted: number | null
    retained: number
    continuing: string | null
    elected: string | null
    days: number | null
    changes: number
  }
  /** The kind's own words about the projects, the jury and the reasons. */
  children: Child
}

/** `…/resultats`: all that is public of a decision, on one page. */
export function Results({ entry, counts, children }: ResultsProps) {
  const t = useTexts(decisionTexts)
  return (
    <>
      <Breadcrumb
        items={[{ label: entry.title, href: entry.path, language: entry.language }, { label: t.results }]}
      />
      <div class="narrow stack">
        <header class="page-head">
          <h1>{t.results}</h1>
          <p class="lead">
            <TitleLink {...entry} />
          </p>
          <p>{t.resultsLead}</p>
        </header>
        <Stats>
          <Stat label={t.counts.submitted} value={counts.submitted} />
          <Stat label={t.counts.retained} value={counts.retained} />
          <Stat label={t.counts.continuing} value={counts.continuing} />
          <Stat label={t.counts.elected} value={counts.elected} />
          <Stat label={t.counts.days} value={counts.days} href={`${entry.path}/cahier-des-charges`} />
          <Stat label={t.counts.changes} value={counts.changes} href={`${entry.path}/versions`} />
        </Stats>
        {counts.retained === 0 && <p>{t.noLaureate}</p>}
        <div class="panel">{children}</div>
        <p class="actions">
          <LinkButton href={entry.path} look="quiet" icon="arrow-left">
            {t.toCall}
          </LinkButton>
        </p>
      </div>
    </>
  )
}

/** ‘60 %’ and ‘9 sur 15’; null: nothing is known. */
export interface Part {
  share: string
  of: string
}

export interface TallyProps {
  tabs: Child
  calls: string
  counts: {
    calls: number
    decided: number
    comments: number
    changes: number
    elected: Part | null
    existing: Part | null
    continuing: Part | null
  }
}

/** `/bilan-des-appels` */
export function Tally({ tabs, calls, counts }: TallyProps) {
  const t = useTexts(decisionTexts)
  return (
    <div class="stack">
      {tabs}
      <header class="page-head">
        <h1>{t.tally}</h1>
        <p class="lead">{t.tallyLead}</p>
      </header>
      {counts.calls === 0 ? (
        <Empty
          icon="megaphone"
          title={t.tallyEmpty}
          action={<LinkButton href={calls}>{t.seeCalls}</LinkButton>}
        />
      ) : (
        <Stats>
          <Stat label={t.tallyCounts.calls} value={counts.calls} href={calls} />
          <Stat label={t.tallyCounts.decided} value={counts.decided} href={`${calls}?phase=decided&past=1`} />
          <Stat label={t.tallyCounts.comments} value={counts.comments} />
          <Stat label={t.tallyCounts.changes} value={counts.changes} />
          <Stat label={t.tallyCounts.elected} {...stated(counts.elected)} />
          <Stat label={t.tallyCounts.existing} {...stated(counts.existing)} />
          <Stat label={t.tallyCounts.continuing} {...stated(counts.continuing)} />
        </Stats>
      )}
    </div>
  )
}

const stated = (part: Part | null) => ({ value: part?.share ?? null, hint: part?.of })
