import { describe, expect, test } from 'vitest'
import { Origin, StateBadge } from '../../views/components/badge.tsx'
import { Breadcrumb } from '../../views/components/breadcrumb.tsx'
import { LinkButton } from '../../views/components/button.tsx'
import { CardList, EntryCard, Fact, type EntryCardProps } from '../../views/components/card.tsx'
import { Comment, Face, Thread } from '../../views/components/comment.tsx'
import { Ago, Deadline, When, WhenRange } from '../../views/components/date.tsx'
import { Empty } from '../../views/components/empty.tsx'
import { Licence } from '../../views/components/licence.tsx'
import { Notice } from '../../views/components/notice.tsx'
import { Pager } from '../../views/components/pager.tsx'
import { Place } from '../../views/components/place.tsx'
import { Prose } from '../../views/components/prose.tsx'
import { Stat, Stats } from '../../views/components/stats.tsx'
import { Table } from '../../views/components/table.tsx'
import { Tabs } from '../../views/components/tabs.tsx'
import { Tags } from '../../views/components/tags.tsx'
import { fragmentFaults } from '../support/markup.ts'
import { piece } from './render.tsx'

const hostile = '<b onclick=x>"\''
const now = Date.parse('2026-11-23T10:00:00Z')
const job = { name: 'job', label: 'Offre d’emploi', icon: 'briefcase' } as const
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, '')

const Card = (more: Partial<EntryCardProps>) => (
  <EntryCard
    kind={job}
    href="/emplois/menuisier"
    title={`Menuisière ou menuisier ?${hostile}`}
    summary={hostile}
    organisation={{ name: hostile, href: '/annuaire/x' }}
    image={{ src: '/media/a.webp', alt: hostile, width: 320, height: 200 }}
    facts={
      <Fact icon="map-pin" label="Lieu">
        {hostile}
      </Fact>
    }
    badges={[<StateBadge state="draft" />, <Origin host={hostile} href="https://a.example/" />]}
    tags={[hostile]}
    tagHref={(tag) => `/emplois?tag=${encodeURIComponent(tag)}`}
    {...more}
  />
)

const Voice = ({ id, replies }: { id: string; replies?: readonly ReturnType<typeof Comment>[] }) => (
  <Comment
    id={id}
    author={{ name: hostile, href: 'https://a.example/@b', handle: '@b@a.example' }}
    at={now - 7_200_000}
    now={now}
    html="<p>Merci</p>"
    language="fr"
    actions={
      <LinkButton small href="?a=1">
        Répondre
      </LinkButton>
    }
    replies={replies}
  />
)

describe('every piece', () => {
  const all = {
    card: (
      <CardList>
        {[<Card />, <Card leaf={{ at: now, now }} />, <Card level={3} image={null} organisation={null} />]}
      </CardList>
    ),
    thread: (
      <Thread label="Réponses">{[<Voice id="c1" replies={[<Voice id="c2" />]} />, <Voice id="c3" />]}</Thread>
    ),
    pager: <Pager page={4} pages={12} href={(page) => `?page=${page}`} />,
    'pager without a count': <Pager page={2} pages={null} more href={(page) => `?page=${page}`} />,
    tabs: <Tabs label="États" items={[{ href: '?a=1', label: hostile, current: true, count: 3 }]} />,
    table: (
      <Table caption={hostile} head={['Nom', 'Date']}>
        <tr>
          <th scope="row">{hostile}</th>
          <td>1</td>
        </tr>
      </Table>
    ),
    stats: (
      <Stats>
        <Stat label={hostile} value={1248} hint="sur 47" />
        <Stat label="Fonds" value={null} href="/x" />
      </Stats>
    ),
    breadcrumb: <Breadcrumb items={[{ label: hostile, href: '/' }, { label: 'Ici' }]} />,
    notice: (
      <Notice kind="error" title={hostile} role="alert">
        <p>{hostile}</p>
      </Notice>
    ),
    empty: (
      <Empty icon="store" title={hostile} action={<LinkButton href="/">Accueil</LinkButton>}>
        <p>{hostile}</p>
      </Empty>
    ),
    licence: <Licence id="CC-BY-4.0" name={hostile} href="https://creativecommons.org/licenses/by/4.0/" />,
    place: <Place label={hostile} address={hostile} href="/emplois?place=92036" />,
    tags: <Tags tags={[hostile]} />,
  }

  test.each(Object.entries(all))('%s is valid and escapes its text', async (_, element) => {
    const html = piece(element)
    expect(await fragmentFaults(html)).toEqual([])
    expect(html).not.toContain('<b onclick')
  })

  test('prose alone lets through HTML, which was sanitised before', () => {
    expect(piece(<Prose html="<p>Un <em>mot</em></p>" language="en" />)).toBe(
      '<div class="prose" lang="en" dir="ltr"><p>Un <em>mot</em></p></div>',
    )
  })
})

describe('a card', () => {
  test('names its kind in words and in class', () => {
    const html = piece(<Card />)
    expect(html).toContain('class="card kind-job"')
    expect(text(html)).toContain('Offre d’emploi')
  })

  test('keeps French punctuation with its word', () => {
    expect(piece(<Card title="On y va ?" />)).toContain('On y va\u00a0?')
  })
})

describe('a date', () => {
  test('is read by machines, in the reader’s language and the hub’s zone', () => {
    expect(piece(<When at="2026-12-01" />)).toBe('<time datetime="2026-12-01">1er décembre 2026</time>')
    expect(piece(<When at="2026-12-01" />, 'en')).toBe('<time datetime="2026-12-01">1 December 2026</time>')
    expect(text(piece(<When at="2026-12-31T23:30:00Z" />))).toBe('1er janvier 2027')
    expect(text(piece(<When at="2026-12-31T23:30:00Z" zone="UTC" />))).toBe('31 décembre 2026')
  })

  test('that nobody can read is left out', () => {
    expect(piece(<When at="bientôt" />)).toBe('')
    expect(text(piece(<WhenRange start={now} end="?" />))).toContain('23 novembre 2026')
  })

  test('says a shared day once', () => {
    const words = text(piece(<WhenRange start="2026-11-28T08:00:00Z" end="2026-11-28T16:30:00Z" />))
    expect(words.match(/novembre/g)).toHaveLength(1)
    expect(words).toContain('9\u00a0h')
    expect(words).toContain('17\u00a0h\u00a030')
    expect(words).not.toMatch(/\d:\d/)
  })

  test('tells the hour as French says it, and leaves it to machines as they read it', () => {
    const html = piece(<When at="2026-11-28T08:05:00Z" form="moment" />)
    expect(html).toContain('datetime="2026-11-28T08:05:00.000Z"')
    expect(text(html)).toBe('samedi 28 novembre 2026 à 9\u00a0h\u00a005')
    expect(text(piece(<When at="2026-11-28T08:05:00Z" form="moment" />, 'en'))).toContain('09:05')
  })

  test('on a calendar leaf bears its year when it is another', () => {
    const leaf = (at: string) => text(piece(<Card leaf={{ at, now }} />))
    expect(leaf('2026-12-05T09:00:00Z')).not.toContain('2026')
    expect(leaf('2027-01-05T09:00:00Z')).toContain('2027')
  })

  test('of this very minute is now', () => {
    expect(text(piece(<Ago at={now - 20_000} now={now} />))).toBe('à l’instant')
    expect(text(piece(<Ago at={now} now={now} />, 'en'))).toBe('just now')
  })

  test('far or near is said by its largest unit', () => {
    expect(text(piece(<Ago at={now - 7_200_000} now={now} />))).toBe('il y a 2 heures')
    expect(text(piece(<Ago at={now - 86_400_000} now={now} />))).toBe('hier')
    expect(text(piece(<Ago at={now - 40 * 86_400_000} now={now} />))).toBe('il y a 5 semaines')
  })
})

describe('a deadline', () => {
  const words = (at: string) => text(piece(<Deadline at={at} now={now} />))

  test('says in words how near it is', () => {
    expect(words('2026-12-20')).toBe('Jusqu’au 20 déc. 2026')
    expect(words('2026-11-27')).toBe('Jusqu’au 27 nov. 2026 (dans 4 jours)')
    expect(words('2026-11-23')).toBe('Dernier jour aujourd’hui')
    expect(words('2026-11-22')).toBe('Clos depuis le 22 nov. 2026')
  })
})

describe('a pager', () => {
  const links = (page: number, pages: number) =>
    [...piece(<Pager page={page} pages={pages} href={(n) => `/p${n}`} />).matchAll(/href="\/p(\d+)"/g)].map(
      ([, n]) => Number(n),
    )

  test('leads to the neighbours, the first and the last', () => {
    expect(links(6, 12)).toEqual([5, 1, 4, 5, 6, 7, 8, 12, 7])
    expect(links(1, 2)).toEqual([1, 2, 2])
  })

  test('is absent when there is one page', () => {
    expect(links(1, 1)).toEqual([])
  })
})

test('a number that nobody gave is not zero', () => {
  expect(text(piece(<Stat label="Fonds" value={null} />))).toContain('pas de donnée')
  expect(text(piece(<Stat label="Fonds" value={0} />))).toBe('Fonds0')
})

test('a face without a picture is the first letter, whatever the alphabet', () => {
  expect(text(piece(<Face name="émile" />))).toBe('É')
  expect(text(piece(<Face name="" />))).toBe('?')
})
