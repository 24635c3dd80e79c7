import { Badge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Ago } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { Tabs, type TabsProps } from '../components/tabs.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { deskTexts } from './desk-texts.ts'
import { facilitationTexts, type OutcomeName, type Side } from './texts.ts'

export interface ListedCase {
  href: string
  subject: string
  side: Side
  organisation: string | null
  place: string | null
  owner: string | null
  waitingSince: number | null
  receivedAt: number
  closed: { at: number; outcome: OutcomeName } | null
}

export interface DeskProps {
  list: 'new' | 'mine' | 'waiting' | 'open' | 'closed'
  tabs: TabsProps['items']
  /** Of those that wait: for how many days at least, and the other choices. */
  ages: readonly { href: string; days: number; current: boolean }[] | null
  cases: readonly ListedCase[]
  pager: PagerProps
  now: number
}

/** The work lists of those who facilitate. */
export function Desk({ list, tabs, ages, cases, pager, now }: DeskProps) {
  const t = useTexts(deskTexts)
  const locale = useLocale()
  return (
    <div class="narrow">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p class="actions">
          <LinkButton href="/facilitation/annonce" icon="megaphone" small>
            {t.call}
          </LinkButton>
          <LinkButton href="/facilitation" icon="eye" small>
            {t.front}
          </LinkButton>
        </p>
      </header>
      <Tabs label={t.tabs} items={tabs} />
      {ages !== null && (
        <Tabs
          label={t.ages}
          items={ages.map(({ href, days, current }) => ({
            ...{ href, current },
            label: days === 0 ? t.anyAge : t.overDays(formatNumber(days, locale)),
          }))}
        />
      )}
      <div class="stack">
        {cases.length === 0 ? (
          <Empty icon="inbox" title={t.empty[list]}>
            <p>{t.emptyHow[list]}</p>
          </Empty>
        ) : (
          <ul class="stack">
            {cases.map((one) => (
              <Row {...one} now={now} />
            ))}
          </ul>
        )}
        <Pager {...pager} />
      </div>
    </div>
  )
}

function Row(props: ListedCase & { now: number }) {
  const t = useTexts(deskTexts)
  const words = useTexts(facilitationTexts)
  const { href, subject, side, organisation, place, owner, waitingSince, receivedAt, closed, now } = props
  return (
    <li class="panel">
      <h2>
        <a href={href}>{subject}</a>
      </h2>
      <p>
        <Badge icon={side === 'structure' ? 'building-2' : 'shopping-basket'}>{words.side[side]}</Badge>{' '}
        {[organisation, place].filter((part) => part !== null).join(' · ')}
      </p>
      <p class="comment-when">
        {closed !== null ? (
          <>
            <span>
              {t.closed} <Ago at={closed.at} now={now} />
            </span>
            <span>{words.outcome[closed.outcome]}</span>
          </>
        ) : (
          <>
            <span>
              {waitingSince === null ? t.received : t.waits} <Ago at={waitingSince ?? receivedAt} now={now} />
              {waitingSince !== null && t.unanswered}
            </span>
            <span>{owner === null ? t.nobody : t.owner(owner)}</span>
          </>
        )}
      </p>
    </li>
  )
}
