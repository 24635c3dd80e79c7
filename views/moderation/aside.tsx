import type { Child } from 'hono/jsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { CardList } from '../components/card.tsx'
import { Pager } from '../components/pager.tsx'
import { useTexts } from '../language.tsx'
import { blockTexts } from './block-texts.ts'
import { moderationTexts } from './texts.ts'

export interface AsideProps {
  target: string
  /** `<EntryCard>`s. */
  cards: readonly Child[]
  page: number
  more: boolean
  href: string
}

/** What is kept of somebody set aside: moderators see what it is before they lift that. */
export function Aside({ target, cards, page, more, href }: AsideProps) {
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: m.blocks, href: '/moderation/blocages' }, { label: target }]} />
      <h1>{t.asideTitle(target)}</h1>
      {cards.length === 0 ? (
        <p>{t.asideNone}</p>
      ) : (
        <>
          <p>{t.asideLead}</p>
          <CardList>{cards}</CardList>
        </>
      )}
      <Pager page={page} pages={null} more={more} href={(other) => `${href}?page=${other}`} />
    </div>
  )
}
