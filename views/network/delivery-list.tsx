import { Badge, type BadgeLook } from '../components/badge.tsx'
import { Ago, When } from '../components/date.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { deliveryTexts, useTypeName } from './delivery-texts.ts'
import { whyOf } from './why.ts'

export interface ShownDelivery {
  /** What it is about: on this site if it is ours. */
  object: string | null
  type: string
  state: 'waiting' | 'delivered' | 'failed'
  attempts: number
  nextAt: number | null
  error: string | null
  endedAt: number | null
}

const looks = { waiting: 'info', delivered: 'good', failed: 'bad' } as const satisfies Record<
  ShownDelivery['state'],
  BadgeLook
>

/** Each delivery by itself, newest first. */
export function DeliveryList({
  label,
  rows,
  now,
}: {
  label: string
  rows: readonly ShownDelivery[]
  now: number
}) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  const nameOf = useTypeName()
  return (
    <ul class="rows sent" aria-label={label}>
      {rows.map(({ object, type, state, attempts, nextAt, error, endedAt }) => (
        <li>
          <div>
            {object === null ? nameOf(type) : <a href={object}>{nameOf(type)}</a>}
            {state !== 'delivered' && error !== null && <p>{whyOf(error, locale)}</p>}
            <p class="row-note">
              {attempts > 0 && <>{formatCount(attempts, locale, t.attempts)} · </>}
              {endedAt !== null && <When at={endedAt} form="moment" />}
              {nextAt !== null && <NextTry at={nextAt} now={now} />}
            </p>
          </div>
          <Badge look={looks[state]}>{t.states[state]}</Badge>
        </li>
      ))}
    </ul>
  )
}

/** Of one server, which is named above: one line for each thing that was said. */
export function DeliveryLines({ rows, now }: { rows: readonly ShownDelivery[]; now: number }) {
  const t = useTexts(deliveryTexts)
  const locale = useLocale()
  const nameOf = useTypeName()
  return (
    <ul class="rows">
      {rows.map(({ type, state, attempts, nextAt, error, endedAt }) => (
        <li>
          {t.became(nameOf(type), t.outcomes[state])}
          {endedAt !== null && (
            <>
              {' '}
              <Ago at={endedAt} now={now} />
            </>
          )}
          {state !== 'delivered' && error !== null && <>. {whyOf(error, locale)}</>}
          {nextAt !== null && attempts > 0 && (
            <>
              . <NextTry at={nextAt} now={now} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

export function NextTry({ at, now }: { at: number; now: number }) {
  const t = useTexts(deliveryTexts)
  return (
    <>
      {t.next} <Ago at={at} now={now} />
    </>
  )
}
