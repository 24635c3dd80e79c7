import { formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { Results, Tally, type Part } from '../../../views/submissions/results.tsx'
import { decisionTexts } from '../../../views/submissions/decision-texts.ts'
import type { Deps } from '../../deps.ts'
import { versionsOf } from '../../entries/versions.ts'
import { Decision } from '../../kinds/call/details.tsx'
import { continuedOf, percent, sharesOf } from '../../kinds/call/shares.ts'
import { daysOfComments } from '../../kinds/call/stages.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { callCounts } from '../../submissions/counts.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { SectionTabs } from '../section-tabs.tsx'
import { publicCall } from '../specifications/sections.ts'

/** `/appels/<slug>/resultats` */
export const showResults = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry, call } = await publicCall(deps, c, kind)
  if (call.phase !== 'decided') throw new Refusal('absent', 'Nothing is decided yet.')
  const { envelope } = entry
  const { locale } = c.var
  const { known, continues } = continuedOf(call)
  const shares = sharesOf(call)
  const elected = shares.find(({ capacity }) => capacity === 'elected')?.share ?? 0
  return page(
    deps,
    c,
    {
      title: decisionTexts[locale].resultsOf(envelope.title),
      active: kind.name,
      canonical: `${deps.hub.origin}${envelope.path}/resultats`,
    },
    <Results
      entry={envelope}
      counts={{
        submitted: call.submitted,
        retained: call.laureates.length,
        continuing: known === 0 ? null : percent(continues / known, locale),
        elected: shares.length === 0 ? null : percent(elected, locale),
        days: daysOfComments(call, envelope.publishedAt, deps.now()),
        changes: Math.max(0, (await versionsOf(deps.db, envelope.n)).length - 1),
      }}
    >
      <Decision fields={call} />
    </Results>,
  )
}

/** What a page beside the lists calls itself. */
export const tallyKey = 'call-tally'

/** `/bilan-des-appels`: the letter's sixth proposal in numbers, those of this hub. */
export const showTally = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { locale } = c.var
  const { calls, decided, comments, changes, ...counts } = await callCounts(deps.db)
  const of = (part: number, all: number) => (all === 0 ? null : inWords(part, all, locale))
  return page(
    deps,
    c,
    { title: decisionTexts[locale].tally, description: decisionTexts[locale].tallyLead, active: tallyKey },
    <Tally
      tabs={<SectionTabs active={tallyKey} locale={locale} />}
      calls={kind.path}
      counts={{
        ...{ calls, decided, comments, changes },
        elected: of(counts.elected, counts.seats),
        existing: of(counts.existing, counts.said),
        continuing: of(counts.continuing, counts.known),
      }}
    />,
  )
}

const inWords = (part: number, all: number, locale: Locale): Part => ({
  share: percent(part / all, locale),
  of: decisionTexts[locale].of(formatNumber(part, locale), formatNumber(all, locale)),
})
