import { compareNames } from '../../../views/format.ts'
import { Overview } from '../../../views/proposals/overview.tsx'
import { proposalTexts } from '../../../views/proposals/texts.ts'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { progressInWords } from '../../kinds/commitment/facts.ts'
import { fields as commitmentFields } from '../../kinds/commitment/fields.ts'
import { targetInWords } from '../../kinds/commitment/numbers.ts'
import { fields as proposalFields, inOrder } from '../../kinds/proposal/fields.ts'
import { statuses } from '../../kinds/proposal/table.ts'
import { texts } from '../../kinds/proposal/texts.ts'
import { countByStatus, mostTracked, tracked, type Status } from '../../supports/tracked.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'

export const overviewPath = '/propositions-suivies'

const answers: readonly Status[] = ['answered', 'accepted', 'refused', 'done']

/** `/propositions-suivies`: of this hub alone; what others publish is counted at home. */
export const showOverview = (deps: Deps) => async (c: Ctx) => {
  const { locale } = c.var
  const counts = await countByStatus(deps.db)
  const of = (some: readonly Status[]) => some.reduce((all, status) => all + (counts.get(status) ?? 0), 0)
  const t = proposalTexts[locale]
  return page(
    deps,
    c,
    {
      title: t.overview,
      description: t.overviewLead,
      active: 'overview',
      canonical: deps.hub.origin + overviewPath,
    },
    <Overview
      tabs={<SectionTabs active="overview" locale={locale} />}
      counts={statuses.map((status) => ({
        label: texts[locale].status[status],
        count: counts.get(status) ?? 0,
        href: `/propositions?status=${status}&past=1`,
      }))}
      all={of(statuses)}
      known={of(statuses.filter((status) => status !== 'unknown'))}
      answered={of(answers)}
      proposals={(await tracked(deps, 'proposal'))
        .map((entry) => proposalRow(entry, locale))
        .toSorted(asTheSourceHasThem(locale))}
      commitments={(await tracked(deps, 'commitment')).map((entry) => commitmentRow(entry, locale))}
      most={mostTracked}
    />,
  )
}

type Row = ReturnType<typeof proposalRow>

/** L2 before L10; what has no mark in a text comes last. */
const asTheSourceHasThem =
  (locale: Locale) =>
  (a: Row, b: Row): number =>
    Number(a.reference === null) - Number(b.reference === null) ||
    compareNames(a.reference ?? a.title, b.reference ?? b.title, locale)

function proposalRow({ envelope: { title, path, language }, fields }: WholeEntry, locale: Locale) {
  const { reference, status, evidence, nextCheck } = proposalFields.parse(fields)
  const since = inOrder(evidence).findLast(({ day }) => day !== null)?.day ?? null
  return {
    ...{ title, path, language, reference, since, next: nextCheck },
    status: { key: status, label: texts[locale].status[status] },
  }
}

function commitmentRow({ envelope, fields }: WholeEntry, locale: Locale) {
  const commitment = commitmentFields.parse(fields)
  return {
    ...{ title: envelope.title, path: envelope.path, language: envelope.language },
    target: targetInWords(commitment, locale),
    progress: progressInWords(envelope, commitment, locale),
  }
}
