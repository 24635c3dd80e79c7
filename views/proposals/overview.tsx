import type { Child } from 'hono/jsx'
import { Empty } from '../components/empty.tsx'
import { Stat, Stats } from '../components/stats.tsx'
import { Table } from '../components/table.tsx'
import { commitmentTexts } from '../commitments/texts.ts'
import { formatNumber, formatShortDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { StatusBadge, type KnownProps } from './known.tsx'
import { TitleLink, type Titled } from '../quoting.tsx'
import { proposalTexts } from './texts.ts'

export interface OverviewProps {
  tabs: Child
  /** Of each status, in the order in which a proposal goes through them. */
  counts: readonly { label: string; count: number; href: string }[]
  all: number
  /** Of how many anything is known: a share is one of these. */
  known: number
  /** How many have had an answer. */
  answered: number
  proposals: readonly (Titled & {
    reference: string | null
    status: KnownProps['status']
    since: string | null
    next: string | null
  })[]
  commitments: readonly (Titled & { target: string; progress: string })[]
  /** Lists longer than this are cut. */
  most: number
}

/** `/propositions-suivies`: every proposal and commitment of the hub, and what can be said of it. */
export function Overview(props: OverviewProps) {
  const t = useTexts(proposalTexts)
  const { tabs, all } = props
  return (
    <>
      {tabs}
      <header class="page-head">
        <h1>{t.overview}</h1>
        <p class="lead">{t.overviewLead}</p>
      </header>
      <div class="stack">
        {all > 0 && <Counts {...props} />}
        <Proposals {...props} />
        <Commitments {...props} />
      </div>
    </>
  )
}

function Counts({ counts, all, known, answered }: OverviewProps) {
  const t = useTexts(proposalTexts)
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, locale)
  return (
    <Stats>
      <Stat
        label={t.answeredShare}
        value={known === 0 ? null : t.outOf(number(answered), number(all))}
        hint={known === all ? undefined : t.unknownOf(number(all - known))}
      />
      {counts.map(({ label, count, href }) => (
        <Stat label={label} value={count} href={href} />
      ))}
    </Stats>
  )
}

function Proposals({ proposals, most }: OverviewProps) {
  const t = useTexts(proposalTexts)
  const locale = useLocale()
  const day = (at: string) => formatShortDay(at, locale)
  return (
    <section class="stack">
      <h2>{t.proposals}</h2>
      {proposals.length === 0 ? (
        <Empty icon="lightbulb" title={t.noProposals}>
          <p>{t.noProposalsHow}</p>
        </Empty>
      ) : (
        <Table quiet caption={t.proposals} head={[t.head.title, t.head.status]}>
          {proposals.map((one) => (
            <tr>
              <th scope="row">
                {one.reference !== null && <span class="row-note">{one.reference} </span>}
                <TitleLink {...one} />
              </th>
              <td>
                <StatusBadge status={one.status} />
                {one.since !== null && <span class="row-note">{t.since(day(one.since))}</span>}
                {one.next !== null && <span class="row-note">{t.next(day(one.next))}</span>}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {proposals.length >= most && <p class="hint">{t.cut(formatNumber(most, locale))}</p>}
    </section>
  )
}

function Commitments({ commitments, most }: OverviewProps) {
  const t = useTexts(proposalTexts)
  const { spaser } = useTexts(commitmentTexts)
  const locale = useLocale()
  return (
    <section class="stack">
      <h2>{t.commitments}</h2>
      {commitments.length === 0 ? (
        <Empty icon="target" title={t.noCommitments}>
          <p>{t.noCommitmentsHow}</p>
        </Empty>
      ) : (
        <Table quiet caption={t.commitments} head={[t.commitmentHead.title, t.commitmentHead.progress]}>
          {commitments.map((one) => (
            <tr>
              <th scope="row">
                <TitleLink {...one} />
              </th>
              <td>
                {one.progress}
                {one.target !== '' && <span class="row-note">{t.target(one.target)}</span>}
              </td>
            </tr>
          ))}
        </Table>
      )}
      {commitments.length >= most && <p class="hint">{t.cut(formatNumber(most, locale))}</p>}
      <p class="hint">{spaser}</p>
    </section>
  )
}
