import { Row } from '../accounts/row.tsx'
import { ToCopy } from '../accounts/to-copy.tsx'
import { LinkButton } from '../components/button.tsx'
import { Badge } from '../components/badge.tsx'
import { FollowFromHome } from '../elsewhere/act-links.tsx'
import { AdvicePanel } from '../entries/advice.tsx'
import { Copyable, FollowPanel } from '../entries/follow.tsx'
import { PostPreview, type MastodonPost } from '../entries/preview.tsx'
import { CompareVersions } from '../entries/versions.tsx'
import { historyTexts } from '../entries/history-texts.ts'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

/** What goes with writing, what becomes of it elsewhere, and what is taken from here to there. */
export function Writing() {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  const note: MastodonPost = {
    ...{ name: s.organisation, handle: '@emplois@site.example', announcedBy: '@forum@site.example' },
    ...{ converted: null, html: s.answer, language: 'fr', tags: s.tags.split(', '), picture: null },
    card: { host: 'site.example', title: s.title, description: s.summary, image: '/favicon.ico' },
  }
  const article = {
    ...{ ...note, announcedBy: null, card: null },
    picture: { src: '/favicon.ico', alt: '', width: 160, height: 112 },
  }
  const converted = { title: s.title, summary: s.summary, url: 'https://site.example/actualites/exemple' }
  return (
    <Chapter id="ecrire" title={t.writing}>
      <Piece name="AdvicePanel">
        <AdvicePanel
          items={[
            { text: s.hint, done: true },
            { text: s.warning, done: false },
          ]}
        />
      </Piece>
      <Piece name="PostPreview">
        <PostPreview post={note} unfinished={false} />
        <PostPreview post={{ ...article, converted }} unfinished={false} />
        <PostPreview post={{ ...article, converted: { ...converted, summary: '' } }} unfinished={false} />
        <PostPreview post={null} unfinished />
        <PostPreview post={null} unfinished={false} />
      </Piece>
      <Piece name="CompareVersions">
        <CompareVersions
          at="/styles"
          versions={[{ version: 3 }, { version: 2 }, { version: 1 }]}
          words={useTexts(historyTexts)}
        />
      </Piece>
      <Piece name="Row">
        <ul class="rows">
          <Row title={s.person} href="/" notes={[s.organisation, s.place]}>
            <Badge look="good">{s.yes}</Badge>
          </Row>
          <Row title={s.long} notes={[s.why]}>
            <LinkButton href="/" small>
              {s.open}
            </LinkButton>
          </Row>
        </ul>
      </Piece>
      <Piece name="ToCopy">
        <ToCopy label={s.code} text="https://site.example/" />
      </Piece>
      <Piece name="FollowPanel · Copyable · FollowFromHome">
        <p>
          <Copyable text="@exemple@autre.example" />
        </p>
        <FollowPanel name={s.organisation} handle="@quai@site.example" />
        <p class="actions">
          <FollowFromHome handle="@quai@site.example" named />
        </p>
      </Piece>
    </Chapter>
  )
}
