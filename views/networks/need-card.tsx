import { When } from '../components/date.tsx'
import { formatCount, formatMoney, formatNumber, tidySpaces } from '../format.ts'
import { useLocale, useTexts, type Locale } from '../language.tsx'
import { Heading } from './heading.tsx'
import { needTexts } from './need-texts.ts'

type Sort = 'money' | 'hours' | 'equipment' | 'room' | 'other'
type State = 'open' | 'met' | 'dropped'

export interface ShownReceipt {
  id: string
  day: string
  what: string
  amount: number | null
  giver: string | null
  source: string | undefined
}

export interface ShownNeed {
  id: string
  sort: Sort
  title: string
  amount: number | null
  fromDay: string | null
  untilDay: string | null
  details: string
  state: State
  receipts: readonly ShownReceipt[]
}

/** ‘5 000 €’, ‘120 heures’, ‘3’. */
export function measured(sort: Sort, amount: number, locale: Locale): string {
  if (sort === 'money') return formatMoney(amount, locale)
  return sort === 'hours'
    ? formatCount(amount, locale, needTexts[locale].hours)
    : formatNumber(amount, locale)
}

/** The card of what is asked for, and what came of it. `edit`: where its editors change it. */
export function NeedCard({ need, edit, level = 3 }: { need: ShownNeed; edit: string | null; level?: 2 | 3 }) {
  const t = useTexts(needTexts)
  const locale = useLocale()
  const { id, sort, title, amount, details, state, receipts, fromDay, untilDay } = need
  const given = receipts.flatMap((receipt) => receipt.amount ?? [])
  const sum = given.reduce((total, one) => total + one, 0)
  return (
    <article class="panel stack" aria-labelledby={`b-${id}`}>
      <Heading level={level} id={`b-${id}`}>
        {tidySpaces(title)}
      </Heading>
      <p>
        {t.sorts[sort]}
        {amount !== null && <b> – {measured(sort, amount, locale)}</b>} – {t.states[state]}
      </p>
      <Days from={fromDay} until={untilDay} />
      {details !== '' && <p class="as-typed">{details}</p>}
      {amount !== null && given.length > 0 && (
        <p>{t.receivedSum(measured(sort, sum, locale), measured(sort, amount, locale))}</p>
      )}
      <p>
        <b>{t.received}</b>
      </p>
      {receipts.length === 0 ? (
        <p class="quiet">{t.receivedNone}</p>
      ) : (
        <ul>
          {receipts.map((receipt) => (
            <li>
              <ReceiptLine receipt={receipt} sort={sort} />
            </li>
          ))}
        </ul>
      )}
      {edit !== null && (
        <p>
          <a href={edit}>{t.editNeed}</a>
        </p>
      )}
    </article>
  )
}

function Days({ from, until }: { from: string | null; until: string | null }) {
  const t = useTexts(needTexts)
  if (from === null && until === null) return null
  return (
    <p>
      {from !== null && (
        <>
          {t.from} <When at={from} />{' '}
        </>
      )}
      {until !== null && (
        <>
          {t.until.toLowerCase()} <When at={until} />
        </>
      )}
    </p>
  )
}

export function ReceiptLine({ receipt, sort }: { receipt: ShownReceipt; sort: Sort }) {
  const t = useTexts(needTexts)
  const locale = useLocale()
  const { day, what, amount, giver, source } = receipt
  return (
    <>
      <When at={day} form="short" /> – {what}
      {amount !== null && ` (${measured(sort, amount, locale)})`} – {giver ?? t.giverUnnamed}
      {source !== undefined && (
        <>
          {' – '}
          <a href={source} rel="nofollow noopener external">
            {t.sourceLink}
          </a>
        </>
      )}
    </>
  )
}
