import type { Child } from 'hono/jsx'
import { Badge, Origin, StateBadge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Comment } from '../components/comment.tsx'
import { ThreadFold } from '../components/thread-fold.tsx'
import { actHref } from '../elsewhere/links.ts'
import { useTexts } from '../language.tsx'
import { formId } from './answer.tsx'
import { discussionTexts } from './discussion-texts.ts'
import { anchorOf, type DiscussionProps, type Said } from './said.ts'

type VoiceProps = DiscussionProps & {
  /** It stands where it may not be seen. */
  folded?: boolean
}

/** One answer, with what can be done about it and those under it. */
export function Voice({ one, ...props }: VoiceProps & { one: Said }): Child {
  const t = useTexts(discussionTexts)
  const { now, path, pager, sought } = props
  if (one.state === 'hidden' && one.author.name === '') return <Gone {...props} one={one} />
  return (
    <Comment
      id={anchorOf(one.id)}
      permalink={props.folded === true ? permalinkOf(path, pager.page, one.id) : undefined}
      beginning={one.beginning}
      sought={one.id === sought}
      author={one.author}
      at={one.at}
      now={now}
      html={one.html}
      language={one.language}
      answering={one.answering && { ...one.answering, id: one.answering.id && anchorOf(one.answering.id) }}
      badges={<VoiceBadges {...one} questionsUntil={props.questionsUntil} />}
      note={
        <>
          {one.about !== null && <p class="row-note">{t.about(one.about.label, one.about.version)}</p>}
          {one.state === 'held' && <p class="row-note">{t.held}</p>}
        </>
      }
      actions={<VoiceActions {...props} one={one} />}
      replies={repliesOf({ ...props, questionsUntil: null }, one)}
    />
  )
}

/** Only its place is left, and what was answered to it. */
function Gone({ one, ...props }: VoiceProps & { one: Said }) {
  const t = useTexts(discussionTexts)
  const replies = repliesOf(
    { ...props, questionsUntil: null },
    { ...one, author: { ...one.author, name: '…' } },
  )
  return (
    <li>
      <p class="comment-gone" id={anchorOf(one.id)}>
        {t.hiddenHere}
      </p>
      {replies.length > 0 && (
        <ol class="thread" aria-label={t.repliesToHidden}>
          {replies}
        </ol>
      )}
    </li>
  )
}

/** More than these under one answer are a discussion of their own: the first ones stand, the rest is a press away. */
const mostInSight = 5
const inSight = 3

function repliesOf(props: VoiceProps, { author, replies }: Said): Child[] {
  const voices = (some: readonly Said[], folded = props.folded) =>
    some.map((reply) => <Voice {...props} folded={folded ?? false} one={reply} />)
  if (replies.length <= mostInSight) return voices(replies)
  const rest = replies.slice(inSight)
  return [
    ...voices(replies.slice(0, inSight)),
    <ThreadFold to={author.name} count={countIn(rest)} open={rest.some((one) => holds(one, props.sought))}>
      {voices(rest, true)}
    </ThreadFold>,
  ]
}

const countIn = (some: readonly Said[]): number =>
  some.reduce((sum, { replies }) => sum + 1 + countIn(replies), 0)

const holds = (one: Said, id: string | null): boolean =>
  id !== null && (one.id === id || one.replies.some((reply) => holds(reply, id)))

/** What is folded is open there, without a script too. */
const permalinkOf = (path: string, page: number, id: string): string =>
  `${path}?${page === 1 ? '' : `page=${page}&`}reponse=${id}#${anchorOf(id)}`

function VoiceBadges({ host, home, state, at, questionsUntil }: Said & { questionsUntil: number | null }) {
  const t = useTexts(discussionTexts)
  return (
    <>
      {questionsUntil !== null && at < questionsUntil && <Badge>{t.question}</Badge>}
      {host !== null && <Origin host={host} href={home} />}
      {state === 'held' && <StateBadge state="held" />}
      {state === 'hidden' && <StateBadge state="hidden" />}
    </>
  )
}

function VoiceActions({ path, pager, form, over, address, one }: DiscussionProps & { one: Said }) {
  const t = useTexts(discussionTexts)
  const { id, author, state, mayDelete, reportHref } = one
  if (state === 'deleted') return null
  return (
    <>
      {form !== null && state === 'shown' && (
        <LinkButton
          look="quiet"
          small
          icon="reply"
          href={`${path}?repondre=${id}${pager.page === 1 ? '' : `&page=${pager.page}`}#${formId}`}
          label={t.replyTo(author.name)}
          rel="nofollow"
        >
          {t.reply}
        </LinkButton>
      )}
      {form === null && !over && address !== null && one.answerable && state === 'shown' && (
        <LinkButton
          look="quiet"
          small
          icon="reply"
          href={actHref({ acte: 'repondre', reponse: id })}
          label={t.replyFromHomeTo(author.name)}
          rel="nofollow"
        >
          {t.replyFromHome}
        </LinkButton>
      )}
      {mayDelete && (
        <LinkButton
          look="quiet"
          small
          icon="trash-2"
          href={`${path}/commentaires/${id}/effacer`}
          label={t.deleteOf(author.name)}
          rel="nofollow"
        >
          {t.delete}
        </LinkButton>
      )}
      {reportHref !== null && (
        <LinkButton
          look="quiet"
          small
          icon="flag"
          href={reportHref}
          label={t.reportOf(author.name)}
          rel="nofollow"
        >
          {t.report}
        </LinkButton>
      )}
    </>
  )
}
