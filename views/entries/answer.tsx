import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { ActsFromHome } from '../elsewhere/act-links.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { discussionTexts } from './discussion-texts.ts'
import { Copyable } from './follow.tsx'

export interface ReplyForm {
  /** Chosen with the page: the same answer sent twice is one answer. */
  id: string
  body: string
  /** What it warns of; of an answer to what bears a warning, the same. */
  warning: string
  warningError?: string | undefined
  error: string | undefined
  /** Whom one answers; null: the entry. `host`: of their server, when it is not ours. */
  to: { id: string; name: string; host: string | null } | null
  /** Which passage of the entry it is about; null: all of it. */
  about: { number: number; label: string } | null
}

/** Whether an answer leaves this site: a member without a name on the fediverse is read here alone. */
export interface Reach {
  /** Host of the hub that the entry comes from; null: ours. */
  from: string | null
  /** The member has chosen a name. */
  named: boolean
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

export function AnswerForm({ path, form, reach }: { path: string; form: ReplyForm; reach: Reach }) {
  const t = useTexts(discussionTexts)
  const action = `${path}/commentaires`
  const { id, body, error, to, about } = form
  const away = reach.from ?? to?.host ?? null
  const hereOnly = away !== null && !reach.named
  return (
    // Without scripts the page comes back whole, and is read from here on.
    <form id={formId} method="post" action={`${action}#${formId}`} class="form" {...inPlace(action)}>
      <HiddenFields
        fields={{
          id,
          ...(to === null ? {} : { parent: to.id }),
          ...(about === null ? {} : { passage: String(about.number) }),
        }}
      />
      <ErrorSummary errors={{ body: error, summary: form.warningError }} idPrefix="reponse" />
      {away !== null && <WhereItGoes reach={reach} away={away} answered={to?.name ?? ''} />}
      <TextArea
        name="body"
        idPrefix="reponse"
        label={to !== null ? t.yoursTo(to.name) : about !== null ? t.yoursAbout(about.label) : t.yours}
        hint={hereOnly ? t.hintHere : t.hint}
        value={body}
        error={error}
        required
        rows={4}
        maxlength={5000}
      />
      <details class="warning-field" open={form.warning === '' ? undefined : true}>
        <summary>{t.warning}</summary>
        <Field
          name="summary"
          idPrefix="reponse"
          label={t.warningLabel}
          hint={t.warningHint}
          value={form.warning}
          error={form.warningError}
          maxlength={200}
        />
      </details>
      <p class="actions">
        <Button look="primary" icon="send">
          {t.send}
        </Button>
        {(to !== null || about !== null) && (
          <LinkButton look="quiet" href={`${path}#${formId}`}>
            {t.cancel}
          </LinkButton>
        )}
      </p>
    </form>
  )
}

/** Nobody should wait for an answer to words that never left. */
function WhereItGoes({ reach, away, answered }: { reach: Reach; away: string; answered: string }) {
  const { reach: t } = useTexts(discussionTexts)
  const { from, named } = reach
  if (named)
    return (
      <Notice>
        <p>{from === null ? t.sentToPerson(away, answered) : t.sentHome(away)}</p>
      </Notice>
    )
  return (
    <Notice kind="warning">
      <p>{from === null ? t.hereNotToPerson(away, answered) : t.hereNotHome(away)}</p>
      <p>
        <a href="/compte/fedivers">{t.choose}</a>
      </p>
    </Notice>
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
