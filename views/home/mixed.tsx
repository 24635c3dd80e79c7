import type { Child } from 'hono/jsx'
import { listId } from '../entries/finder.tsx'
import type { ListPageProps } from '../entries/list.tsx'
import { Elsewhere } from '../entries/list-foot.tsx'

export interface MixedPageProps extends Pick<ListPageProps, 'feeds' | 'alert'> {
  title: string
  lede: string
  filters?: Child
  results: Child
}

/** A list in which kinds are mixed: the search, and what bears a tag. */
export const MixedPage = ({ title, lede, filters, results, ...foot }: MixedPageProps) => (
  <>
    <header class="page-head">
      <h1>{title}</h1>
      <p class="lead">{lede}</p>
    </header>
    {filters === undefined ? (
      <div class="stack">
        {results}
        <Elsewhere {...foot} handle={null} />
      </div>
    ) : (
      <div class="sidebar-page" id={listId}>
        {filters}
        <div class="stack">
          {results}
          <Elsewhere {...foot} handle={null} />
        </div>
      </div>
    )}
  </>
)
