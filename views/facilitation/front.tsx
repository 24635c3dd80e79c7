import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { Table } from '../components/table.tsx'
import { formatCount, formatDay, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { frontTexts } from './front-texts.ts'
import { facilitationTexts, type HoursSource, type OutcomeName } from './texts.ts'

/** `few`: more than none, and too few to be told. */
export type Counted = number | 'few'

export interface ShownCounters {
  opened: Counted
  answered: Counted
  medianDays: number | null
  outcomes: readonly { outcome: OutcomeName; count: Counted }[]
  lots: Counted
  hours: {
    declarations: Counted
    total: number | null
    by: readonly { source: HoursSource; count: Counted }[]
    until: string | null
  }
}

export interface FrontProps {
  hub: string
  /** The other pages of this menu entry. */
  tabs: Child
  /** Somebody was given the role. */
  hasFacilitators: boolean
  counters: ShownCounters | null
  /** A member's own requests. */
  own: readonly { subject: string; href: string; over: boolean }[]
  /** This person runs the desk. */
  runs: boolean
}

export function Front(props: FrontProps) {
  const t = useTexts(frontTexts)
  const { title } = useTexts(facilitationTexts)
  const { hub, tabs, hasFacilitators, counters, own, runs } = props
  return (
    <div class="narrow stack">
      {tabs}
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{t.lead}</p>
        <p class="actions">
          <LinkButton href="/facilitation/demande" look="primary" icon="send" rel="nofollow">
            {t.ask}
          </LinkButton>
          {runs && (
            <LinkButton href="/facilitation/dossiers" icon="handshake">
              {t.desk}
            </LinkButton>
          )}
        </p>
      </header>
      <Own own={own} />
      <section class="stack" aria-labelledby="how">
        <h2 id="how">{t.how}</h2>
        <div class="prose">
          <ol>
            {Object.values(t.steps).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
        </div>
        <p>{t.apart}</p>
        <Examples />
      </section>
      <section class="stack" aria-labelledby="counters">
        <h2 id="counters">{t.counters}</h2>
        {counters === null ? (
          <Empty icon="hourglass" title={t.nothing}>
            <p>{t.nothingHow}</p>
          </Empty>
        ) : (
          <Counters {...counters} />
        )}
        <p class="hint">{t.protection}</p>
      </section>
      <section class="stack" aria-labelledby="who">
        <h2 id="who">{t.who}</h2>
        <p>{hasFacilitators ? t.whoHas(hub) : t.whoAdmins(hub)}</p>
        <p>
          {t.contact} <a href="/contact">{t.contactPage}</a>.
        </p>
      </section>
    </div>
  )
}

function Own({ own }: Pick<FrontProps, 'own'>) {
  const t = useTexts(frontTexts)
  if (own.length === 0) return null
  return (
    <section class="panel" aria-labelledby="yours">
      <h2 id="yours">{t.yours}</h2>
      <ul>
        {own.map(({ subject, href, over }) => (
          <li>
            <a href={href}>{subject}</a>
            {over && ` (${t.over})`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Examples() {
  const t = useTexts(frontTexts)
  return (
    <>
      <h3>{t.examples}</h3>
      <ul class="stack">
        <li>
          {t.asStructure} <a href="/facilitation/demande?cote=structure">{t.asStructureGo}</a>
        </li>
        <li>
          {t.asBuyer} <a href="/facilitation/demande?cote=acheteur">{t.asBuyerGo}</a>
        </li>
      </ul>
    </>
  )
}

function Counters({ opened, answered, medianDays, lots, outcomes, hours }: ShownCounters) {
  const t = useTexts(frontTexts)
  const { outcome: words } = useTexts(facilitationTexts)
  const said = useCounted()
  const locale = useLocale()
  const median =
    medianDays === null ? null : medianDays < 1 ? t.lessThanADay : formatCount(medianDays, locale, t.days)
  return (
    <>
      <Stats>
        <Stat label={t.opened} value={said(opened)} />
        <Stat label={t.answered} value={said(answered)} />
        <Stat label={t.median} value={median} />
        <Stat label={t.lots} value={said(lots)} />
      </Stats>
      <Table caption={t.outcomes} head={[t.outcome, t.count]}>
        {outcomes.map(({ outcome, count }) => (
          <tr>
            <th scope="row">{words[outcome]}</th>
            <td class="num">{said(count)}</td>
          </tr>
        ))}
      </Table>
      <Hours {...hours} />
    </>
  )
}

function Hours({ declarations, total, by, until }: ShownCounters['hours']) {
  const t = useTexts(frontTexts)
  const { source: sources, hours } = useTexts(facilitationTexts)
  const said = useCounted()
  const locale = useLocale()
  return (
    <>
      <h3>{t.hours}</h3>
      {declarations === 0 ? (
        <p>{t.hoursNone}</p>
      ) : total === null ? (
        <p>{t.hoursFew}</p>
      ) : (
        <>
          <p>
            <strong>{t.hoursTotal(formatCount(total, locale, hours), said(declarations))}</strong>{' '}
            {until !== null && t.hoursUntil(formatDay(`${until}-01`, locale).replace(/^\S+ /, ''))}
          </p>
          <ul>
            {by.map(({ source, count }) => (
              <li>{t.hoursBy(sources[source], said(count))}</li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function useCounted(): (count: Counted) => string {
  const t = useTexts(frontTexts)
  const locale = useLocale()
  return (count) => (count === 'few' ? t.few : formatNumber(count, locale))
}
