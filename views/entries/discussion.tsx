import { Thread } from '../components/comment.tsx'
import { FollowHere } from '../notifications/follow.tsx'
import { Pager } from '../components/pager.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { AnswerForm, discussionId, FromElsewhere, HowToAnswer } from './answer.tsx'
import { discussionTexts } from './discussion-texts.ts'
import type { DiscussionProps } from './said.ts'
import { Voice } from './voice.tsx'

export type { ReplyForm } from './answer.tsx'
export { anchorOf, type DiscussionProps, type Said } from './said.ts'

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
      <NewAnswers {...props} />
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
      {props.follows !== null && (
        <FollowHere id={props.id} what="answers" follows={props.follows} back={props.path} />
      )}
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

/** Filled by `live.js` when something comes while the page is open: offered, and not pushed under anybody's eyes. */
function NewAnswers({ id, path, count, follows }: DiscussionProps) {
  if (follows === null) return null
  return (
    <p
      class="new-answers"
      data-answers={id}
      data-count={String(count)}
      data-aloud={follows ? undefined : ''}
      hidden
    >
      <a
        class="button button-secondary button-small"
        href={`${path}#${discussionId}`}
        data-hx-get={path}
        data-hx-target={`#${discussionId}`}
        data-hx-select={`#${discussionId}`}
        data-hx-swap="outerHTML"
      />
    </p>
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
