import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { ActsFromHome } from '../elsewhere/act-links.tsx'
import { useTexts } from '../language.tsx'
import { discussionTexts } from './discussion-texts.ts'
import { Copyable } from './follow.tsx'

export interface ReplyForm {
  /** Chosen with the page: the same answer sent twice is one answer. */
  id: string
  body: string
  error: string | undefined
  /** Whom one answers; null: the entry. */
  to: { id: string; name: string } | null
}

export const discussionId = 'commentaires'
export const formId = 'repondre'

/** The page as it is after the act, with the discussion taken out of it: the same answer serves both. */
export const inPlace = (action: string) => ({
  'data-hx-post': action,
  'data-hx-target': `#${discussionId}`,
  'data-hx-select': `#${discussionId}`,
  'data-hx-select-oob': '#status',
  'data-hx-swap': 'outerHTML',
})

export function AnswerForm({ path, form }: { path: string; form: ReplyForm }) {
  const t = useTexts(discussionTexts)
  const action = `${path}/commentaires`
  const { id, body, error, to } = form
  return (
    // Without scripts the page comes back whole, and is read from here on.
    <form id={formId} method="post" action={`${action}#${formId}`} class="form" {...inPlace(action)}>
      <HiddenFields fields={{ id, ...(to === null ? {} : { parent: to.id }) }} />
      <ErrorSummary errors={{ body: error }} idPrefix="reponse" />
      <TextArea
        name="body"
        idPrefix="reponse"
        label={to === null ? t.yours : t.yoursTo(to.name)}
        hint={t.hint}
        value={body}
        error={error}
        required
        rows={4}
        maxlength={5000}
      />
      <p class="actions">
        <Button look="primary" icon="send">
          {t.send}
        </Button>
        {to !== null && (
          <LinkButton look="quiet" href={`${path}#${formId}`}>
            {t.cancel}
          </LinkButton>
        )}
      </p>
    </form>
  )
}

export function HowToAnswer({ loginHref }: { loginHref: string }) {
  const t = useTexts(discussionTexts)
  return (
    <p class="actions">
      <LinkButton href={loginHref} icon="log-in" rel="nofollow">
        {t.enter}
      </LinkButton>
    </p>
  )
}

/** `id` of the entry; `host`: of the server that an answer goes to, when the entry is not ours. */
export function FromElsewhere({ id, address, host }: { id: string; address: string; host: string | null }) {
  const t = useTexts(discussionTexts)
  return (
    <div class="panel">
      <h3>{t.elsewhere}</h3>
      <p>{host === null ? t.elsewhereHow : t.elsewhereTheirs(host)}</p>
      <ActsFromHome id={id} />
      <p class="hint">{t.elsewhereHand}</p>
      <p>
        <Copyable text={address} />
      </p>
    </div>
  )
}
