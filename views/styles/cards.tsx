import { Badge, Origin, StateBadge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { CardList, EntryCard, Fact } from '../components/card.tsx'
import type { KindLook } from '../components/kind.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

export function Cards({ kinds, now }: { kinds: readonly KindLook[]; now: number }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  const [first] = kinds
  const facts = (
    <>
      <Fact icon="map-pin">{s.place}</Fact>
      <Fact icon="clock">35 {s.unit}</Fact>
    </>
  )
  return (
    <Chapter id="cartes" title={t.cards}>
      <Piece name="CardList · EntryCard">
        <CardList>
          {kinds.map((kind) => (
            <EntryCard
              kind={kind}
              href="/"
              title={s.title}
              summary={s.summary}
              organisation={{ name: s.organisation, href: '/' }}
              facts={facts}
              tags={s.tags.split(', ')}
              tagHref={() => '/'}
              level={4}
            />
          ))}
        </CardList>
        {first !== undefined && (
          <CardList>
            {[
              <EntryCard
                kind={first}
                href="/"
                title={s.long}
                leaf={{ at: now, now }}
                facts={facts}
                level={4}
              />,
              <EntryCard
                kind={first}
                href="/"
                title={s.title}
                summary={`${s.summary} ${s.summary} ${s.summary}`}
                image={{ src: '/favicon.ico', alt: '', width: 160, height: 112 }}
                badges={
                  <>
                    <StateBadge state="draft" />
                    <Badge icon="lock">{s.no}</Badge>
                    <Origin host="un-tres-long-nom-de-serveur.du-reseau.example" />
                  </>
                }
                level={4}
                actions={
                  <LinkButton href="/" small icon="pencil">
                    {s.open}
                  </LinkButton>
                }
              />,
            ]}
          </CardList>
        )}
      </Piece>
    </Chapter>
  )
}
