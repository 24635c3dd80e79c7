import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { monthTexts } from './texts.ts'

export interface MonthPageProps {
  tabs: Child
  heading: string
  lead: string
  /** Where the month before and after are; null at the ends. */
  steps: readonly { href: string; label: string; rel: 'prev' | 'next' | null }[]
  /** The ways to look at the same. */
  views: Child
  /** Around which point. */
  around: Child
  calendar: Child
  /** What is said where there is nothing. */
  none: string
  isEmpty: boolean
  /** How many are shown, if there are more. */
  cut: number | null
  create: string | null
  feeds: { ics: string; atom: string }
  filters: Child
  unknownPlace: string | null
  /** What is counted, of a month that is counted. */
  counts?: Child
}

export function MonthPage(props: MonthPageProps) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  const { tabs, views, around, heading, lead, steps, calendar, isEmpty, none } = props
  const { cut, create, feeds, filters, unknownPlace, counts } = props
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        <nav class="actions calendar-steps" aria-label={t.steps}>
          {steps.map(({ href, label, rel }) => (
            <LinkButton
              href={href}
              small
              icon={rel === 'prev' ? 'arrow-left' : rel === 'next' ? 'arrow-right' : 'calendar-days'}
              {...(rel === null ? {} : { rel })}
            >
              {label}
            </LinkButton>
          ))}
        </nav>
      </header>
      {views}
      <div class="stack">
        {filters}
        {around}
        {unknownPlace !== null && <Notice kind="warning">{t.unknownPlace(unknownPlace)}</Notice>}
        {cut !== null && <Notice kind="info">{t.more(formatNumber(cut, locale))}</Notice>}
        {counts}
        {isEmpty && (
          <Empty icon="calendar-days" title={none}>
            <p>{t.noneHow}</p>
            {create !== null && <LinkButton href={create}>{t.create}</LinkButton>}
          </Empty>
        )}
        {calendar}
        <section class="list-foot" aria-labelledby="flux">
          <h2 id="flux">{t.feeds}</h2>
          <p class="hint">{t.feedsHow}</p>
          <ul class="facts">
            <li>
              <a class="fact" href={feeds.ics}>
                <Icon name="calendar-plus" />
                <span>{t.ics}</span>
              </a>
            </li>
            <li>
              <a class="fact" href={feeds.atom}>
                <Icon name="rss" />
                <span>{t.atom}</span>
              </a>
            </li>
          </ul>
        </section>
      </div>
    </>
  )
}
