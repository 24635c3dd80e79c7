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

const texts = catalogue({
  fr: {
    results: 'Résultats',
    none: 'Rien ne correspond à cette recherche',
    widen: 'Essayez d’autres mots, ou moins de filtres.',
    unknownPlace: (typed: string) => `Aucune commune ne s’appelle «\u00a0${typed}\u00a0».`,
    all: 'Tout afficher',
    first: 'Ce qui sera publié ici se suivra aussi depuis Mastodon et les autres sites du réseau.',
    elsewhere: 'Garder cette liste à portée de main',
    follow: 'Depuis Mastodon ou un autre réseau du fédivers, suivez',
    formats: { atom: 'Flux Atom', json: 'JSON', csv: 'Tableau (CSV)', ics: 'Agenda (iCal)' },
  },
  en: {
    results: 'Results',
    none: 'Nothing matches this search',
    widen: 'Try other words, or fewer filters.',
    unknownPlace: (typed: string) => `There is no town called “${typed}”.`,
    all: 'Show everything',
    first: 'What is published here can be followed from Mastodon and from the other sites of the network.',
    elsewhere: 'Keep this list at hand',
    follow: 'From Mastodon or another network of the fediverse, follow',
    formats: { atom: 'Atom feed', json: 'JSON', csv: 'Table (CSV)', ics: 'Calendar (iCal)' },
  },
})

export type Format = 'atom' | 'json' | 'csv' | 'ics'

/** Where the results stand on the page: the part that changes in place. */
export const resultsId = 'resultats'

export interface EntryResultsProps {
  /** `<EntryCard>`s; none shows `empty`. */
  cards: readonly Child[]
  /** What an empty list says when nothing narrows it. */
  empty: string
  icon: KindLook['icon']
  /** The list without filters, when there are some. */
  allHref: string | null
  unknownPlace: string | null
  pager: PagerProps
  create?: Child
}

export function EntryResults(props: EntryResultsProps) {
  const t = useTexts(texts)
  const { cards, empty, icon, allHref, unknownPlace, pager, create } = props
  return (
    <section id={resultsId} aria-label={t.results}>
      {cards.length > 0 ? (
        <CardList>{cards}</CardList>
      ) : allHref === null ? (
        <Empty icon={icon} title={empty} action={create}>
          <p>{t.first}</p>
        </Empty>
      ) : (
        <Empty icon="search" title={t.none} action={<LinkButton href={allHref}>{t.all}</LinkButton>}>
          <p>{unknownPlace === null ? t.widen : t.unknownPlace(unknownPlace)}</p>
        </Empty>
      )}
      <Pager {...pager} />
    </section>
  )
}

export interface ListPageProps {
  title: string
  lede: string
  create?: Child
  filters: Child
  results: Child
  feeds: readonly { format: Format; href: string }[]
  /** `@emplois@hub.example` */
  handle: string | null
  /** A sheet about the list, to print. */
  poster: string
}

export const ListPage = ({ title, lede, create, filters, results, feeds, handle, poster }: ListPageProps) => (
  <>
    <header class="page-head">
      <h1>{title}</h1>
      <p class="lead">{lede}</p>
      {create !== undefined && <p class="actions">{create}</p>}
    </header>
    <div class="sidebar-page">
      {filters}
      <div class="stack">
        {results}
        <Elsewhere feeds={feeds} handle={handle} poster={poster} />
      </div>
    </div>
  </>
)

/** Other ways to read the same list: feeds, files, and the section's actor. */
export function Elsewhere({
  feeds,
  handle,
  poster,
}: Pick<ListPageProps, 'feeds' | 'handle'> & { poster?: string }) {
  const t = useTexts(texts)
  const { link } = useTexts(posterTexts)
  if (feeds.length === 0) return null
  return (
    <section class="list-foot" aria-labelledby="ailleurs">
      <h2 id="ailleurs">{t.elsewhere}</h2>
      {handle !== null && (
        <p class="share">
          {t.follow} <b class="handle">{handle}</b>
          <FollowFromHome handle={handle} />
        </p>
      )}
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
