import type { Child } from 'hono/jsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'
import { Chips, PlaceScopes, type PlaceScope } from './chips.tsx'

const texts = catalogue('views/entries/list-head', {
  fr: {
    atLeast: (count: string) => `Au moins ${count}`,
    none: 'Rien ne correspond à cette recherche',
    past: 'Aussi ce qui est clos ou passé',
    order: 'Ordre',
    sorts: { recent: 'Plus récentes', soon: 'Prochaines dates' },
  },
  en: {
    atLeast: (count: string) => `At least ${count}`,
    none: 'Nothing matches this search',
    past: 'What is closed or past too',
    order: 'Order',
    sorts: { recent: 'Newest', soon: 'Next dates' },
  },
})

export interface FinderHead {
  /** Null: what is over is shown too. */
  chips: readonly { label: string | null; href: string }[]
  scopes: readonly PlaceScope[]
  /** None where there is but one order. */
  sorts: readonly { sort: 'recent' | 'soon'; href: string; current: boolean }[]
}

export interface ListHeadProps extends FinderHead {
  /** How many there are on all pages, in the words of what they are. */
  total: { count: number; atLeast: boolean; words: { one: string; other: string } }
  /** Nothing was found, or there is nothing. */
  isEmpty: boolean
  /** To keep the search, where something narrows it. */
  keep: Child
}

/** What was asked, how much that gives, and in what order: right over the results, however the filters are folded. */
export function ListHead({ chips, scopes, sorts, total, isEmpty, keep }: ListHeadProps) {
  const t = useTexts(texts)
  return (
    <div class="list-head">
      <Chips chips={chips.map(({ label, href }) => ({ label: label ?? t.past, href }))} />
      {/* Three ways to nothing are no help: what is under it says where to look on. */}
      {scopes.some(({ count }) => count !== '0') && <PlaceScopes scopes={scopes} />}
      <div class="list-row">
        <Total total={total} isEmpty={isEmpty} />
        {!isEmpty && sorts.length > 0 && (
          <nav class="sorts" aria-label={t.order}>
            <ul>
              {sorts.map(({ sort, href, current }) => (
                <li>
                  <a href={href} rel="nofollow" aria-current={current ? 'true' : undefined}>
                    {t.sorts[sort]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {keep}
      </div>
    </div>
  )
}

/** Changed in place it is read out: https://www.w3.org/WAI/WCAG22/Understanding/status-messages.html */
function Total({ total, isEmpty }: Pick<ListHeadProps, 'total' | 'isEmpty'>) {
  const t = useTexts(texts)
  const counted = formatCount(total.count, useLocale(), total.words)
  return (
    <p class={isEmpty ? 'visually-hidden' : 'list-total'} id="liste-total" role="status">
      {isEmpty ? t.none : total.atLeast ? t.atLeast(counted) : counted}
    </p>
  )
}
