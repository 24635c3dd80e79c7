import type { Child } from 'hono/jsx'
import { CardList } from '../components/card.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import type { KindLook } from '../components/kind.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { listId } from './finder.tsx'
import { Elsewhere, type ElsewhereProps } from './list-foot.tsx'
import { ListHead, type FinderHead, type ListHeadProps } from './list-head.tsx'
import { SuggestionLinks, type Suggestion } from './suggestions.tsx'
import { WaysOn, type WayOn } from './ways-on.tsx'

const texts = catalogue('views/entries/list', {
  fr: {
    results: 'Résultats',
    none: 'Rien ne correspond à cette recherche',
    named: 'Aller directement à',
    widen: 'Vérifiez l’orthographe, ou essayez un mot plus court ou plus général.',
    unknownPlace: (typed: string) => `Aucune commune ne s’appelle «\u00a0${typed}\u00a0».`,
    all: 'Tout afficher',
    first: 'Ce qui sera publié ici se suivra aussi depuis Mastodon et les autres sites du réseau.',
  },
  en: {
    results: 'Results',
    none: 'Nothing matches this search',
    named: 'Go straight to',
    widen: 'Check the spelling, or try a shorter or more general word.',
    unknownPlace: (typed: string) => `There is no town called “${typed}”.`,
    all: 'Show everything',
    first: 'What is published here can be followed from Mastodon and from the other sites of the network.',
  },
})

const resultsId = 'resultats'

export interface EntryResultsProps {
  /** `<EntryCard>`s; none shows `empty`. */
  cards: readonly Child[]
  /** What an empty list says when nothing narrows it. */
  empty: string
  icon: KindLook['icon']
  /** The list without filters, when there are some. */
  allHref: string | null
  unknownPlace: string | null
  /** What was asked, and what it gives. */
  head: FinderHead
  total: ListHeadProps['total']
  /** To keep the search, and to be told of it. */
  keep: Child
  /** Sections and places that the words name. */
  named?: readonly Suggestion[]
  /** Where to look on when nothing was found. */
  ways: readonly WayOn[]
  pager: PagerProps
  create?: Child
}

export function EntryResults(props: EntryResultsProps) {
  const t = useTexts(texts)
  const {
    cards,
    empty,
    icon,
    allHref,
    unknownPlace,
    total,
    head,
    keep,
    named = [],
    ways,
    pager,
    create,
  } = props
  const isEmpty = cards.length === 0
  return (
    <section id={resultsId} class="stack" aria-label={t.results}>
      <ListHead {...head} total={total} isEmpty={isEmpty} keep={allHref === null || isEmpty ? null : keep} />
      <SuggestionLinks suggestions={named} label={t.named} />
      {!isEmpty ? (
        <CardList>{cards}</CardList>
      ) : allHref === null ? (
        <Empty icon={icon} title={empty} action={create}>
          <p>{t.first}</p>
        </Empty>
      ) : (
        <Empty icon="search" title={t.none} action={<LinkButton href={allHref}>{t.all}</LinkButton>}>
          <p>{unknownPlace === null ? t.widen : t.unknownPlace(unknownPlace)}</p>
          <WaysOn ways={ways} words={total.words} />
          {keep}
        </Empty>
      )}
      <Pager {...pager} />
    </section>
  )
}

export interface ListPageProps extends ElsewhereProps {
  /** The lists beside it, in one menu entry. */
  tabs?: Child
  title: string
  lede: string | null
  create?: Child
  filters: Child
  results: Child
  /** What other rooms say under it. */
  after?: Child
}

export const ListPage = ({ tabs, title, lede, create, filters, results, after, ...foot }: ListPageProps) => (
  <>
    {tabs}
    <header class="page-head">
      <h1>{title}</h1>
      {lede !== null && <p class="lead">{lede}</p>}
      {create !== undefined && <p class="actions">{create}</p>}
    </header>
    <div class="sidebar-page" id={listId}>
      {filters}
      <div class="stack">
        {results}
        <Elsewhere {...foot} />
        {after}
      </div>
    </div>
  </>
)
