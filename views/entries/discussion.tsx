import type { Child } from 'hono/jsx'
import { Badge, Origin, StateBadge } from '../components/badge.tsx'
import { LinkButton } from '../components/button.tsx'
import { Comment, Thread } from '../components/comment.tsx'
import { Pager, type PagerProps } from '../components/pager.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { AnswerForm, discussionId, formId, FromElsewhere, HowToAnswer, type ReplyForm } from './answer.tsx'
import { discussionTexts } from './discussion-texts.ts'

export type { ReplyForm } from './answer.tsx'

/** One answer and those under it. */
export interface Said {
  id: string
  author: { name: string; href: string | undefined; handle: string | undefined }
  /** Host of another server; null: written here. */
  host: string | null
  at: number
  html: string
  language: string | undefined
  state: 'shown' | 'held' | 'hidden' | 'deleted'
  mayDelete: boolean
  reportHref: string | null
  /** Whom it answers, where that is not seen by its place; `id`: on this page. */
  answering: { name: string; id: string | null } | null
  /** The passage of the entry's text that it names, and the version that was read. */
  about: { label: string; version: number } | null
  replies: readonly Said[]
}

export interface DiscussionProps {
  /** Of the entry. */
  id: string
  path: string
  said: readonly Said[]
  /** Of the whole thread. */
  count: number
  pager: PagerProps
  now: number
  /** What was said before was asked: the debate had not begun. */
  questionsUntil: number | null
  /** The discussion is over: nobody answers any more. */
  over: boolean
  /** Null: a visitor, who is told how to answer. */
  form: ReplyForm | null
  /** The reader has a name on the fediverse: what they write leaves. */
  named: boolean
  loginHref: string
  /** What to look for on one's own server, to answer from there; null: it has not left. */
  address: string | null
  /** Host of the hub that the entry comes from; null: ours. */
  from: string | null
  /** Where the entry is read there: more may be answered than reached us. */
  home: string | undefined
}

export const anchorOf = (id: string): string => `commentaire-${id}`

export function Discussion(props: DiscussionProps) {
  const t = useTexts(discussionTexts)
  const locale = useLocale()
  const { said, count, form, address, questionsUntil, now } = props
  const asks = questionsUntil !== null && now < questionsUntil
  return (
    <section
      id={discussionId}
      class={said.length === 0 ? 'discussion discussion-empty' : 'discussion'}
      aria-labelledby="discussion-titre"
    >
      <h2 id="discussion-titre">
        {asks ? t.questions : count === 0 ? t.title : formatCount(count, locale, t.count)}
      </h2>
      {asks && <p>{t.ask}</p>}
      {said.length === 0 ? (
        !props.over && !asks && <p>{t.none}</p>
      ) : (
        <Thread label={t.title}>
          {said.map((one) => (
            <Voice {...props} one={one} />
          ))}
        </Thread>
      )}
      <Pager {...props.pager} />
      <ReadOn from={props.from} home={props.home} />
      {props.over ? (
        <p>{t.over}</p>
      ) : (
        <div class="answer">
          {form === null ? (
            <HowToAnswer loginHref={props.loginHref} />
          ) : (
            <AnswerForm path={props.path} form={form} reach={{ from: props.from, named: props.named }} />
          )}
          {address !== null && <FromElsewhere id={props.id} address={address} host={props.from} />}
        </div>
      )}
    </section>
  )
}

/** Somebody else's conversation is whole at home. */
function ReadOn({ from, home }: Pick<DiscussionProps, 'from' | 'home'>) {
  const t = useTexts(discussionTexts)
  if (from === null || home === undefined) return null
  return (
    <p class="thread-more">
      {t.notAll}{' '}
      <a href={home} rel="nofollow">
        {t.readOn(from)}
      </a>
    </p>
  )
}

function Voice({ one, ...props }: DiscussionProps & { one: Said }): Child {
  const t = useTexts(discussionTexts)
  const { now } = props
  return (
    <Comment
      id={anchorOf(one.id)}
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
      replies={one.replies.map((reply) => (
        <Voice {...props} questionsUntil={null} one={reply} />
      ))}
    />
  )
}

function VoiceBadges({ host, state, at, questionsUntil }: Said & { questionsUntil: number | null }) {
  const t = useTexts(discussionTexts)
  return (
    <>
      {questionsUntil !== null && at < questionsUntil && <Badge>{t.question}</Badge>}
      {host !== null && <Origin host={host} />}
      {state === 'held' && <StateBadge state="held" />}
      {state === 'hidden' && <StateBadge state="hidden" />}
    </>
  )
}

function VoiceActions({ path, pager, form, one }: DiscussionProps & { one: Said }) {
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
