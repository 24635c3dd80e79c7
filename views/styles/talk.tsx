import { Portrait } from '../accounts/portrait.tsx'
import { useTexts } from '../language.tsx'
import { Discussion, type DiscussionProps, type Said } from '../entries/discussion.tsx'
import { Chapter, Piece } from './part.tsx'
import { sampleTexts } from './sample-texts.ts'
import { stylesTexts } from './texts.ts'

const hour = 3_600_000

/** A discussion in all that can become of an answer, and the form to go on with. */
export function Talk({ now }: { now: number }) {
  const t = useTexts(stylesTexts)
  const s = useTexts(sampleTexts)
  const said = (id: string, more: Partial<Said>): Said => ({
    ...{ id, author: { name: s.person, href: undefined, handle: undefined, avatar: undefined }, host: null },
    ...{ at: now - 5 * hour, home: undefined, beginning: undefined, answerable: false, html: s.comment },
    ...{
      language: undefined,
      state: 'shown',
      mayDelete: false,
      reportHref: '/',
      answering: null,
      about: null,
    },
    ...{ replies: [], ...more },
  })
  const stranger = { name: s.other, href: '/', handle: '@dominique@autre.example', avatar: '/favicon.ico' }
  const all: readonly Said[] = [
    said('1', {
      mayDelete: true,
      about: { label: s.question, version: 2 },
      replies: [
        said('2', { author: stranger, host: 'autre.example', answerable: true, html: s.answer }),
        said('3', {
          html: `<details class="content-warning"><summary>${s.warned}</summary>${s.answer}</details>`,
        }),
        said('4', {
          html: `<details class="content-warning" open=""><summary>${s.warned}</summary>${s.answer}</details>`,
        }),
      ],
    }),
    said('5', { state: 'held', html: s.answer, answering: { name: s.other, id: '1' } }),
    said('6', {
      beginning: `${s.summary} ${s.summary}`,
      html: `<p>${s.summary} ${s.summary} ${s.summary}</p>`,
    }),
    said('7', {
      state: 'hidden',
      author: { name: '', href: undefined, handle: undefined, avatar: undefined },
      replies: ['8', '9', '10', '11', '12', '13'].map((id) => said(id, { html: s.answer })),
    }),
  ]
  const props: DiscussionProps = {
    ...{ id: '', path: '/styles', said: all, count: 13, now, questionsUntil: now - 4 * hour, over: false },
    pager: { page: 1, pages: 1, href: () => '/styles' },
    form: {
      ...{ id: '', body: '', warning: s.warned, error: undefined },
      warningError: undefined, // What is wrong would take the focus, and the page with it.
      to: { id: '2', name: s.other, host: 'autre.example' },
      about: null,
    },
    ...{ named: false, loginHref: '/connexion', address: '@exemple@autre.example', from: 'autre.example' },
    ...{ home: 'https://autre.example/', sought: null, follows: false },
  }
  return (
    <Chapter id="discuter" title={t.talk}>
      <Piece name="Discussion · Voice · AnswerForm">
        <Discussion {...props} />
      </Piece>
      <Piece name="Portrait">
        <Portrait src="/favicon.ico" address="@exemple@autre.example" />
      </Piece>
    </Chapter>
  )
}
