import { StateBadge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Comment, Face, Thread } from '../components/comment.tsx'
import { Prose } from '../components/prose.tsx'
import { QrCode, type Code } from '../components/qr.tsx'
import { Stretches } from '../components/stretches.tsx'
import { Table } from '../components/table.tsx'
import { LongWords, ThreadFold } from '../components/thread-fold.tsx'
import { useTexts } from '../language.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

export function Things({ now, code }: { now: number; code: Code }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  return (
    <Chapter id="choses" title={t.things}>
      <Piece name="Table">
        <Table caption={s.measure} head={[s.organisation, s.year, s.hours]}>
          {[2024, 2025, 2026].map((year) => (
            <tr>
              <th scope="row">{s.organisation}</th>
              <td>{year}</td>
              <td class="num">{year - 1000}</td>
            </tr>
          ))}
        </Table>
      </Piece>
      <Piece name="Thread · Comment · Face">
        <Thread label={s.thread}>
          <Comment
            id="voix-1"
            author={{ name: s.person, href: '/', handle: '@camille@autre.example' }}
            at={now - 7_200_000}
            now={now}
            html={s.comment}
            actions={
              <>
                <LinkButton small look="quiet" icon="reply" href="#voix-1">
                  {s.reply}
                </LinkButton>
                <LinkButton small look="quiet" icon="flag" href="#voix-1">
                  {s.report}
                </LinkButton>
              </>
            }
            replies={[
              <Comment
                id="voix-2"
                author={{ name: s.other }}
                at={now - 3_600_000}
                now={now}
                html={s.answer}
                badges={<StateBadge state="held" />}
                answering={{ name: s.person, id: 'voix-1' }}
              />,
            ]}
          />
        </Thread>
        <p class="badges">
          <Face name={s.person} />
          <Face name={s.other} src="/favicon.ico" />
        </p>
      </Piece>
      <Piece name="ThreadFold · LongWords">
        <Thread label={s.more}>
          <ThreadFold to={s.person} count={4} open={false}>
            <Comment id="voix-3" author={{ name: s.other }} at={now - 3_600_000} now={now} html={s.answer} />
          </ThreadFold>
        </Thread>
        <LongWords beginning={s.summary} open={false}>
          <p>{s.summary}</p>
        </LongWords>
      </Piece>
      <Piece name="Stretches">
        <p class="as-typed">
          <Stretches
            all={[
              { is: 'same', text: `${s.hours} ` },
              { is: 'gone', text: '28' },
              { is: 'new', text: '35' },
            ]}
            words={s.stretches}
          />
        </p>
      </Piece>
      <Piece name="QrCode">
        <QrCode code={code} label={s.code} />
      </Piece>
      {/* Last: its headings are of the text's own, under the chapter's. */}
      <Prose html={s.prose} />
    </Chapter>
  )
}
