import { Fund } from '../../../views/commitments/fund.tsx'
import { Measures, type ShownMeasure } from '../../../views/commitments/measures.tsx'
import type { ChartProps } from '../../../views/commitments/chart.tsx'
import { Premises } from '../../../views/commitments/premises.tsx'
import { formatMoney } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import { fields as commitmentFields, type CommitmentFields } from '../../kinds/commitment/fields.ts'
import { inUnit, percent, targetInWords, unitOf } from '../../kinds/commitment/numbers.ts'
import { fundState, isSourced, premisesState } from '../../kinds/commitment/progress.ts'
import { inOrder } from '../../kinds/proposal/fields.ts'
import { mayWrite } from '../entries/may-write.ts'
import { outside, spokenIn } from '../entries/look.ts'
import type { Panel } from '../entries/panels.ts'
import type { Ctx } from '../env.ts'
import { resourceKind, roomsFor } from './rooms.ts'

/** On the page of a commitment: what was measured, in a drawing, a table and words. */
export const measuredPanel: Panel = async (deps, c, { envelope, kind, fields }) => {
  if (kind.name !== 'commitment') return null
  const commitment = commitmentFields.parse(fields)
  const { locale } = c.var
  if (commitment.subject === 'fund') return <FundPart commitment={commitment} locale={locale} />
  return (
    <>
      {commitment.subject === 'premises' && (await premises(deps, c, envelope, commitment))}
      <Measures
        language={spokenIn(envelope, locale)}
        chart={chartOf(envelope, commitment, locale)}
        measures={inOrder(commitment.measures).map((measure): ShownMeasure => {
          const { day, value, source, url, note } = measure
          return {
            ...{ day, source, note, href: outside(url) ?? null },
            value: value === null ? null : inUnit(value, unitOf(commitment), locale),
            standing: isSourced(measure, envelope.updatedAt)
              ? 'counted'
              : source === null && url === null
                ? 'unsourced'
                : 'announced',
          }
        })}
      />
    </>
  )
}

function chartOf(envelope: Envelope, commitment: CommitmentFields, locale: Locale): ChartProps | null {
  const points = inOrder(commitment.measures.filter((one) => isSourced(one, envelope.updatedAt)))
  if (points.length === 0) return null
  const { promised } = premisesState(commitment, envelope.updatedAt)
  const target = commitment.subject === 'premises' ? promised : commitment.target
  const words = (value: number) => inUnit(value, unitOf(commitment), locale)
  return {
    title: envelope.title,
    points: points.map(({ day, value }) => ({ day, value, words: words(value) })),
    target: target === null ? null : { value: target, words: words(target) },
  }
}

async function premises(deps: Deps, c: Ctx, envelope: Envelope, commitment: CommitmentFields) {
  const { locale, viewer } = c.var
  const { stock, stockDay, stockSource } = commitment
  const state = premisesState(commitment, envelope.updatedAt)
  const words = (value: number) => inUnit(value, unitOf(commitment), locale)
  return (
    <Premises
      stock={stock === null ? null : { words: words(stock), day: stockDay, source: stockSource }}
      promised={
        state.promised === null
          ? null
          : { share: targetInWords(commitment, locale), words: words(state.promised) }
      }
      let={
        state.let === null
          ? null
          : {
              words: words(state.let.value),
              day: state.let.day,
              share: state.share === null ? null : percent(state.share, locale),
            }
      }
      gap={state.gap === null ? null : state.gap === 0 ? 'kept' : { words: words(state.gap) }}
      rooms={(await roomsFor(deps, envelope)).map((room) => ({
        ...{ title: room.envelope.title, path: room.envelope.path, language: room.envelope.language },
        note: [room.envelope.speaker?.name, room.envelope.placeLabel].filter(Boolean).join(' · '),
      }))}
      offerHref={resourceKind !== undefined && mayWrite(viewer, resourceKind) ? '/ressources/nouveau' : null}
    />
  )
}

function FundPart({ commitment, locale }: { commitment: CommitmentFields; locale: Locale }) {
  const { conventions, target } = commitment
  const state = fundState(conventions)
  const aim = target ?? 100 / 3
  const money = (value: number | null) => (value === null ? null : formatMoney(value, locale))
  return (
    <Fund
      total={state.known === 0 ? null : formatMoney(state.total, locale)}
      share={
        state.share === null
          ? null
          : {
              amount: formatMoney(state.toldShare, locale),
              words: percent(state.share, locale),
              told: state.told,
              reached: state.share >= aim,
            }
      }
      line={percent(aim, locale)}
      conventions={inOrder(conventions).map(({ company, territory, day, amount, share, url }) => ({
        ...{ company, territory, day, href: outside(url) ?? null },
        ...{ amount: money(amount), share: money(share) },
      }))}
    />
  )
}
