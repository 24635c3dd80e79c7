import type { Child } from 'hono/jsx'
import type { Moment } from '../format.ts'
import { catalogue, useTexts } from '../language.tsx'
import { Ago } from './date.tsx'
import { Prose } from './prose.tsx'
import { LongWords } from './thread-fold.tsx'

const texts = catalogue('views/components/comment', {
  fr: {
    replies: (name: string) => `Réponses à ${name}`,
    answering: 'En réponse à',
  },
  en: {
    replies: (name: string) => `Replies to ${name}`,
    answering: 'In reply to',
  },
})

export interface CommentProps {
  /** Of the element, so that a link can lead to it; unique on the page. */
  id: string
  author: {
    name: string
    href?: string | undefined
    handle?: string | undefined
    avatar?: string | undefined
  }
  at: Moment
  now: Moment
  zone?: string | undefined
  /** Whom it answers, where its place does not say so; `id` of the element of that answer, if it is on the page. */
  answering?: { name: string; id: string | null } | null | undefined
  /** Where this very answer is read, if its place may be folded away. */
  permalink?: string | undefined
  /** Sanitised. */
  html: string
  /** The first words of what is too long to stand there whole. */
  beginning?: string | undefined
  /** It is what the address leads to. */
  sought?: boolean | undefined
  language?: string | undefined
  /** `<Origin>`, `<StateBadge>`. */
  badges?: Child
  /** What is said of it, under its words. */
  note?: Child
  /** Reply, report, hide: `<LinkButton small>` and `<ActionForm small>`. */
  actions?: Child
  /** `<Comment>`s; deeper than two levels they stand in line. */
  replies?: readonly Child[] | undefined
}

/** One voice of a thread; put it in a `<Thread>`. */
export function Comment(props: CommentProps) {
  const { id, author, at, now, zone, html, language, badges, note, actions, replies = [] } = props
  const t = useTexts(texts)
  return (
    <li>
      <article class="comment" id={id} aria-labelledby={`${id}-by`}>
        <Face name={author.name} src={author.avatar} />
        <header class="comment-head">
          <p class="comment-by" id={`${id}-by`}>
            {author.href === undefined ? (
              <b>{author.name}</b>
            ) : (
              <a href={author.href} rel="nofollow">
                {author.name}
              </a>
            )}{' '}
            {author.handle !== undefined && <span class="handle">{author.handle}</span>}
          </p>
          <p class="comment-when">
            <a href={props.permalink ?? `#${id}`}>
              <Ago at={at} now={now} zone={zone} />
            </a>{' '}
            {badges}
          </p>
        </header>
        <div class="comment-text">
          {props.answering && <Answering {...props.answering} />}
          {props.beginning === undefined ? (
            <Prose html={html} language={language} />
          ) : (
            <LongWords beginning={props.beginning} open={props.sought === true}>
              <Prose html={html} language={language} />
            </LongWords>
          )}
          {note}
          {actions !== undefined && <div class="comment-actions">{actions}</div>}
        </div>
      </article>
      {replies.length > 0 && (
        <ol class="thread" aria-label={t.replies(author.name)}>
          {replies}
        </ol>
      )}
    </li>
  )
}

function Answering({ name, id }: { name: string; id: string | null }) {
  const t = useTexts(texts)
  return (
    <p class="comment-answering">
      {t.answering} {id === null ? name : <a href={`#${id}`}>{name}</a>}
    </p>
  )
}

export const Thread = ({ label, children }: { label: string; children: Child }) => (
  <ol class="thread" aria-label={label}>
    {children}
  </ol>
)

/**
 * The first letter, and over it a picture if there is one: while it comes, and where it does not, the letter is seen.
 * Never a stranger's address, only our own thumbnails; the name stands beside.
 */
export const Face = ({ name, src }: { name: string; src?: string | undefined }) => (
  <span class="face" aria-hidden="true">
    {[...name.trim()][0]?.toLocaleUpperCase() ?? '?'}
    {src !== undefined && <img src={src} alt="" width="40" height="40" loading="lazy" decoding="async" />}
  </span>
)
