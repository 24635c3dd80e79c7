import { LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { visitTexts, type VisitLevel, type VisitState } from './texts.ts'
import { VisitBadge } from './visit.tsx'
import { Quoting, type Titled } from '../quoting.tsx'

/** On the page of an offer to schools. */
export function VisitLink({
  askHref,
  received,
  counts,
}: {
  /** Null: nobody can ask here now. */
  askHref: string | null
  /** For those who publish it: where the requests are, and how many wait. */
  received: { href: string; asked: number } | null
  counts: { held: number; pupils: number } | null
}) {
  const t = useTexts(visitTexts)
  const locale = useLocale()
  return (
    <section class="panel stack" aria-labelledby="intervention">
      <h2 id="intervention">{t.forSchools}</h2>
      {askHref !== null && (
        <>
          <p class="actions">
            <LinkButton href={askHref} look="primary" icon="graduation-cap" rel="nofollow">
              {t.button}
            </LinkButton>
          </p>
          <p class="hint">{t.howButton}</p>
        </>
      )}
      <p>
        {counts === null
          ? t.entryNone
          : `${t.entryCounts(formatNumber(counts.held, locale), formatNumber(counts.pupils, locale))}.`}
      </p>
      {received !== null && (
        <p>
          <a href={received.href}>{t.received(formatNumber(received.asked, locale))}</a>
        </p>
      )}
    </section>
  )
}

export interface VisitListProps {
  entry: Titled
  visits: readonly {
    id: string
    href: string | null
    school: string
    level: VisitLevel
    pupils: number
    state: VisitState
    at: number
    by: string | null
  }[]
  now: number
  keptDays: number
}

/** `…/interventions`: who asked, for those who publish. */
export function VisitList({ entry, visits, now, keptDays }: VisitListProps) {
  const t = useTexts(visitTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>
          <Quoting said={t.listOf} {...entry} />
        </h1>
        <p>
          <a href={entry.path}>{t.toEntry}</a>
        </p>
      </header>
      {visits.length === 0 ? (
        <Empty icon="inbox" title={t.listNone}>
          <p>{t.listNoneHow}</p>
        </Empty>
      ) : (
        <ul class="rows">
          {visits.map(({ href, school, level, pupils, state, at, by }) => (
            <li class="row">
              <div class="row-main">
                <p class="row-title">{school === '' ? t.forgotten : school}</p>
                <p class="row-note">
                  {t.level[level]} · {formatCount(pupils, locale, t.pupilsOf)} · <Ago at={at} now={now} />
                  {by !== null && ` · ${t.byMember(by)}`}
                </p>
              </div>
              <VisitBadge state={state} />
              {href !== null && (
                <LinkButton href={href} small label={`${t.open} – ${t.visitTitle(school)}`}>
                  {t.open}
                </LinkButton>
              )}
            </li>
          ))}
        </ul>
      )}
      <p class="hint">{t.kept(formatNumber(keptDays, locale))}</p>
    </div>
  )
}
