import type { Child } from 'hono/jsx'
import { CardList } from '../components/card.tsx'
import { LinkButton } from '../components/button.tsx'
import { Empty } from '../components/empty.tsx'
import type { KindLook } from '../components/kind.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { formatCount } from '../format.ts'
import { catalogue, useLocale, useTexts } from '../language.tsx'
import { Elsewhere, type ElsewhereProps } from './list-foot.tsx'

const texts = catalogue('views/entries/list', {
  fr: {
    results: 'Résultats',
    none: 'Rien ne correspond à cette recherche',
    atLeast: (count: string) => `Au moins ${count}`,
    widen: 'Vérifiez l’orthographe, ou essayez un mot plus court ou plus général.',
    ways: {
      unfiltered: 'Chercher les mêmes mots sans les filtres',
      network: 'Chercher aussi chez les autres sites du réseau',
      past: 'Montrer aussi ce qui est clos ou passé',
      everywhere: 'Chercher dans toutes les rubriques',
    },
    unknownPlace: (typed: string) => `Aucune commune ne s’appelle «\u00a0${typed}\u00a0».`,
    all: 'Tout afficher',
    first: 'Ce qui sera publié ici se suivra aussi depuis Mastodon et les autres sites du réseau.',
  },
  en: {
    results: 'Results',
    none: 'Nothing matches this search',
    atLeast: (count: string) => `At least ${count}`,
    widen: 'Check the spelling, or try a shorter or more general word.',
    ways: {
      unfiltered: 'Look for the same words without the filters',
      network: 'Look on the other sites of the network too',
      past: 'Also show what is closed or past',
      everywhere: 'Look in all sections',
    },
    unknownPlace: (typed: string) => `There is no town called “${typed}”.`,
    all: 'Show everything',
    first: 'What is published here can be followed from Mastodon and from the other sites of the network.',
  },
})

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
  /** How many there are on all pages, in the words of what they are. */
  total: { count: number; atLeast: boolean; words: { one: string; other: string } }
  /** Where to look on when nothing was found. */
  ways: readonly { way: 'unfiltered' | 'network' | 'past' | 'everywhere'; href: string }[]
  pager: PagerProps
  create?: Child
}

export function EntryResults(props: EntryResultsProps) {
  const t = useTexts(texts)
  const { cards, empty, icon, allHref, unknownPlace, total, pager, create } = props
  return (
    <section id={resultsId} aria-label={t.results}>
      {cards.length > 0 ? (
        <>
          <Total {...total} />
          <CardList>{cards}</CardList>
        </>
      ) : allHref === null ? (
        <Empty icon={icon} title={empty} action={create}>
          <p>{t.first}</p>
        </Empty>
      ) : (
        <Empty icon="search" title={t.none} action={<LinkButton href={allHref}>{t.all}</LinkButton>}>
          <p>{unknownPlace === null ? t.widen : t.unknownPlace(unknownPlace)}</p>
          <WaysOn {...props} />
        </Empty>
      )}
      <Pager {...pager} />
    </section>
  )
}

function Total({ count, atLeast, words }: EntryResultsProps['total']) {
  const t = useTexts(texts)
  const counted = formatCount(count, useLocale(), words)
  return <p class="list-total">{atLeast ? t.atLeast(counted) : counted}</p>
}

function WaysOn({ ways }: EntryResultsProps) {
  const t = useTexts(texts)
  if (ways.length === 0) return null
  return (
    <ul class="empty-ways">
      {ways.map(({ way, href }) => (
        <li>
          <a href={href} rel="nofollow">
            {t.ways[way]}
          </a>
        </li>
      ))}
    </ul>
  )
}

export interface ListPageProps extends ElsewhereProps {
  /** The lists beside it, in one menu entry. */
  tabs?: Child
  title: string
  lede: string
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
      <p class="lead">{lede}</p>
      {create !== undefined && <p class="actions">{create}</p>}
    </header>
    <div class="sidebar-page">
      {filters}
      <div class="stack">
        {results}
        <Elsewhere {...foot} />
        {after}
      </div>
    </div>
  </>
)
