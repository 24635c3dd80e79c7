import type { Child } from 'hono/jsx'
import { Badge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { useTheirLanguage } from '../in-its-language.ts'
import { formatCount, tidySpaces } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { matchingTexts } from './texts.ts'

export interface ShownFinding {
  verdict: 'fits' | 'doubt' | 'unknown'
  text: string
}

export interface ShownMatch {
  id: string
  name: string
  /** Of a lot, the tender that it belongs to. */
  of: string | null
  /** Of both; a name needs none. */
  language: string | null
  href: string
  /** Beside the name: where it is. */
  details: readonly string[]
  host: string | null
  findings: readonly ShownFinding[]
}

const icons = { fits: 'check', doubt: 'circle-alert', unknown: 'info' } as const

/** One that fits, with all that is said for it and against it. */
function MatchItem({ match, level }: { match: ShownMatch; level: 2 | 3 }) {
  const t = useTexts(matchingTexts)
  const { id, name, of, language, href, details, host, findings } = match
  const Heading = level === 2 ? 'h2' : 'h3'
  const spoken = useTheirLanguage(language)
  const unknown = findings.filter(({ verdict }) => verdict === 'unknown')
  return (
    <li class="panel match" id={`m-${id}`}>
      <Heading>
        <a href={href} {...spoken}>
          {tidySpaces(name)}
        </a>
      </Heading>
      {(of !== null || details.length > 0 || host !== null) && (
        <p class="match-where">
          {of !== null && <span {...spoken}>{tidySpaces(of)}</span>}
          {details.map((detail) => (
            <span>{tidySpaces(detail)}</span>
          ))}
          {host !== null && (
            <Badge icon="waypoints" look="info">
              {t.from(host)}
            </Badge>
          )}
        </p>
      )}
      <Findings findings={findings.filter(({ verdict }) => verdict !== 'unknown')} />
      {unknown.length > 0 && (
        <details>
          <summary>
            {t.unknown} ({unknown.length})
          </summary>
          <Findings findings={unknown} />
        </details>
      )}
    </li>
  )
}

/** Words first: the sign only helps to find them. */
function Findings({ findings }: { findings: readonly ShownFinding[] }) {
  const t = useTexts(matchingTexts)
  if (findings.length === 0) return null
  return (
    <ul class="findings">
      {findings.map(({ verdict, text }) => (
        <li class={`finding finding-${verdict}`}>
          <Icon name={icons[verdict]} />
          <span>
            <b>{t.verdicts[verdict]}</b> – {tidySpaces(text)}
          </span>
        </li>
      ))}
    </ul>
  )
}

export const Matches = ({ matches, level }: { matches: readonly ShownMatch[]; level: 2 | 3 }) => (
  <ul class="matches">
    {matches.map((match) => (
      <MatchItem match={match} level={level} />
    ))}
  </ul>
)

/** On the page of a lot or of an organisation: the first, and the way to the others. */
export interface MatchPanelProps {
  id: string
  title: string
  lead: string
  matches: readonly ShownMatch[]
  /** ‘12 organisations’ */
  total: { count: number; words: { one: string; other: string } }
  all: { href: string; label: string }
  none: { title: string; text: string }
}

export function MatchPanel({ id, title, lead, matches, total, all, none }: MatchPanelProps) {
  const t = useTexts(matchingTexts)
  const locale = useLocale()
  return (
    <section class="stack match-panel" aria-labelledby={id}>
      <h2 id={id}>
        {title}
        {total.count > 0 && <span class="quiet"> ({formatCount(total.count, locale, total.words)})</span>}
      </h2>
      {matches.length === 0 ? (
        <>
          <p>{none.title}.</p>
          <p class="hint">{none.text}</p>
        </>
      ) : (
        <>
          <p class="hint">{lead}</p>
          <Matches matches={matches} level={3} />
        </>
      )}
      <p class="actions">
        <LinkButton href={all.href} small>
          {all.label}
        </LinkButton>
        <a href="/marches/correspondances">{t.how}</a>
      </p>
    </section>
  )
}

export interface MatchPageProps extends Omit<MatchPanelProps, 'id' | 'all'> {
  about: Child
  back: { href: string; label: string }
  /** The order is said in words, and changed by a link. */
  orders: readonly { href: string; label: string; current: boolean }[]
  pager: PagerProps
  /** What one may do here. */
  foot?: Child
}

/** All of them, in an order that is said. */
export function MatchPage(props: MatchPageProps) {
  const { title, lead, about, back, matches, total, none, orders, pager, foot } = props
  const t = useTexts(matchingTexts)
  const locale = useLocale()
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{title}</h1>
        <p class="lead">{about}</p>
        <p>
          {lead} <a href="/marches/correspondances">{t.how}</a>
        </p>
      </header>
      {total.count === 0 ? (
        <Empty
          icon="search"
          title={none.title}
          action={<LinkButton href={back.href}>{back.label}</LinkButton>}
        >
          <p>{none.text}</p>
        </Empty>
      ) : (
        <>
          <p class="list-total">{formatCount(total.count, locale, total.words)}</p>
          <nav aria-label={t.order} class="match-orders">
            <b>{t.order}</b>
            <ul>
              {orders.map(({ href, label, current }) => (
                <li>
                  <a href={href} rel="nofollow" aria-current={current ? 'true' : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <Matches matches={matches} level={2} />
          <Pager {...pager} />
          <p>
            <a href={back.href}>{back.label}</a>
          </p>
        </>
      )}
      {foot}
    </div>
  )
}
