import type { Child } from 'hono/jsx'
import { CardList } from '../components/card.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import { Icon } from '../components/icon.tsx'
import type { KindLook } from '../components/kind.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { catalogue, useTexts } from '../language.tsx'
import { posterTexts } from '../posters/texts.ts'
import { listId } from './finder.tsx'
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
    elsewhere: 'Garder cette liste à portée de main',
    follow: 'Depuis Mastodon ou un autre réseau du fédivers, recherchez ce nom et suivez-le\u00a0:',
    formats: { atom: 'Flux Atom', json: 'JSON', csv: 'Tableau (CSV)', ics: 'Agenda (iCal)' },
  },
  en: {
    results: 'Results',
    none: 'Nothing matches this search',
    named: 'Go straight to',
    widen: 'Check the spelling, or try a shorter or more general word.',
    unknownPlace: (typed: string) => `There is no town called “${typed}”.`,
    all: 'Show everything',
    first: 'What is published here can be followed from Mastodon and from the other sites of the network.',
    elsewhere: 'Keep this list at hand',
    follow: 'From Mastodon or another network of the fediverse, look for this name and follow it:',
    formats: { atom: 'Atom feed', json: 'JSON', csv: 'Table (CSV)', ics: 'Calendar (iCal)' },
  },
})

export type Format = 'atom' | 'json' | 'csv' | 'ics'

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

export interface ListPageProps {
  /** The lists beside it, in one menu entry. */
  tabs?: Child
  title: string
  lede: string | null
  create?: Child
  filters: Child
  results: Child
  /** What other rooms say under it. */
  after?: Child
  feeds: readonly { format: Format; href: string }[]
  /** `@emplois@hub.example` */
  handle: string | null
  /** A sheet about the list, to print. */
  poster: string
  /** The way to keep it, unless it stands over the results. */
  alert: Child
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

/** Other ways to read the same list: feeds, files, and the section's actor. */
export function Elsewhere({
  feeds,
  handle,
  poster,
  alert,
}: Pick<ListPageProps, 'feeds' | 'handle' | 'alert'> & { poster?: string }) {
  const t = useTexts(texts)
  const { link } = useTexts(posterTexts)
  if (feeds.length === 0 && alert === null) return null
  return (
    <section class="list-foot" aria-labelledby="ailleurs">
      <h2 id="ailleurs">{t.elsewhere}</h2>
      {handle !== null && (
        <p class="share">
          {t.follow} <b class="handle">{handle}</b>
          <FollowFromHome handle={handle} />
        </p>
      )}
      {alert}
      <ul class="list-feeds">
        {feeds.map(({ format, href }) => (
          <li>
            <a href={href}>
              <Icon name={format === 'atom' ? 'rss' : format === 'ics' ? 'calendar-plus' : 'download'} />{' '}
              {t.formats[format]}
            </a>
          </li>
        ))}
        {poster !== undefined && (
          <li>
            <a href={poster} rel="nofollow">
              <Icon name="printer" /> {link}
            </a>
          </li>
        )}
      </ul>
    </section>
  )
}
