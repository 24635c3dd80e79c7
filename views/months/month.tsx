import type { Child } from 'hono/jsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Filters } from '../components/filters.tsx'
import { Icon } from '../components/icon.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { PlaceField } from '../entries/place-field.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { MonthCalendar, type MonthCalendarProps } from './calendar.tsx'
import { monthTexts } from './texts.ts'

export interface MonthPageProps {
  tabs: Child
  heading: string
  lead: string
  /** Where the month before and after are; null at the ends. */
  steps: readonly { href: string; label: string; rel: 'prev' | 'next' | null }[]
  calendar: MonthCalendarProps
  isEmpty: boolean
  /** How many are shown, if there are more. */
  cut: number | null
  create: string | null
  feeds: { ics: string; atom: string }
  filters: MonthFiltersProps
  /** What is counted, of a month that is counted. */
  counts?: Child
}

export function MonthPage(props: MonthPageProps) {
  const t = useTexts(monthTexts)
  const locale = useLocale()
  const { tabs, heading, lead, steps, calendar, isEmpty, cut, create, feeds, filters, counts } = props
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{heading}</h1>
        <p class="lead">{lead}</p>
        <nav class="actions" aria-label={t.steps}>
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
      <div class="stack">
        <MonthFilters {...filters} />
        {filters.unknownPlace !== null && (
          <Notice kind="warning">{t.unknownPlace(filters.unknownPlace)}</Notice>
        )}
        {cut !== null && <Notice kind="info">{t.more(formatNumber(cut, locale))}</Notice>}
        {counts}
        {isEmpty && (
          <Empty icon="calendar-days" title={t.none}>
            <p>{t.noneHow}</p>
            {create !== null && <LinkButton href={create}>{t.create}</LinkButton>}
          </Empty>
        )}
        <MonthCalendar {...calendar} />
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

export interface MonthFiltersProps {
  action: string
  active: number
  place: string
  unknownPlace: string | null
  tag: string
  origin: string
}

function MonthFilters({ action, active, place, tag, origin }: MonthFiltersProps) {
  const t = useTexts(monthTexts)
  const common = { quiet: true, idPrefix: 'filtre' } as const
  return (
    <Filters action={action} clearHref={active > 0 ? action : null} active={active}>
      <PlaceField {...common} name="place" label={t.place} hint={t.placeHint} value={place} />
      <Field {...common} name="tag" label={t.tag} value={tag} maxlength={60} />
      <Select
        {...common}
        name="origin"
        label={t.origin}
        empty={t.all}
        options={[
          { value: 'hub', label: t.hub },
          { value: 'network', label: t.network },
        ]}
        value={origin === 'all' ? '' : origin}
      />
    </Filters>
  )
}
