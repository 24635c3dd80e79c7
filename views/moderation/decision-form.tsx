import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { outcomeTexts, type OutcomeName } from './outcome-texts.ts'
import { moderationTexts } from './texts.ts'
import { topicTexts } from './topic-texts.ts'

/** What was typed in the one form that came back, and what to mend in it. */
export interface Sent {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

export const nothingSent: Sent = { values: {}, errors: {} }

export interface DecisionFormProps {
  action: string
  outcomes: readonly OutcomeName[]
  /** Keeps the ids of several forms on one page apart. */
  idPrefix: string
  /** Where to go on to. */
  back: string
  /** Which words were read, where their author may change them. */
  read?: string | undefined
  /** What is decided may be read by everybody: with a reason of its own. */
  publicLog?: boolean | undefined
  sent: Sent
}

/** At the top of the page, however far below the form stands. */
export function DecisionErrors({ sent, idPrefix }: { sent: Sent; idPrefix: string }) {
  const t = useTexts(moderationTexts)
  const labels = {
    ...{ outcome: t.outcome, reason: t.reason },
    ...{ publicReason: t.publicReason, authorReason: t.authorReason },
  }
  return <ErrorSummary errors={sent.errors} labels={labels} idPrefix={idPrefix} />
}

/** All that can be decided, each with what it does, and one word of why. */
export function DecisionForm(props: DecisionFormProps) {
  const { action, outcomes, idPrefix, back, read, publicLog, sent } = props
  const t = useTexts(moderationTexts)
  const named = useTexts(outcomeTexts)
  const { values, errors } = sent
  if (outcomes.length === 0) return <p>{t.nothingToDecide}</p>
  return (
    <form class="form" method="post" action={action}>
      <HiddenFields fields={{ retour: back, ...(read === undefined ? {} : { lu: read }) }} />
      <Choices
        type="radio"
        name="outcome"
        label={t.outcome}
        options={outcomes.map((value) => ({ value, ...named[value] }))}
        chosen={[values['outcome'] ?? '']}
        error={errors['outcome']}
        idPrefix={idPrefix}
        required
      />
      <TextArea
        name="reason"
        label={t.reason}
        hint={t.reasonNeeded}
        value={values['reason']}
        error={errors['reason']}
        idPrefix={idPrefix}
        rows={2}
        maxlength={1000}
        quiet
      />
      <Field
        name="authorReason"
        label={t.authorReason}
        hint={t.authorReasonHint}
        value={values['authorReason']}
        error={errors['authorReason']}
        idPrefix={idPrefix}
        maxlength={500}
      />
      {publicLog === true && (
        <Field
          name="publicReason"
          label={t.publicReason}
          hint={t.publicReasonHint}
          value={values['publicReason']}
          error={errors['publicReason']}
          idPrefix={idPrefix}
          maxlength={300}
        />
      )}
      <p class="actions">
        <Button look="primary" icon="check">
          {t.decide}
        </Button>
      </p>
    </form>
  )
}

export interface QuickFormProps extends Omit<DecisionFormProps, 'outcomes'> {
  /** Whose answer it is, for those who hear the buttons out of their place. */
  name: string
  /** Where all other decisions are. */
  more: string
  /** Where its author is blocked, and all of theirs erased. */
  block: string | null
}

/** The three usual decisions on an answer that waits, one press each. */
export function QuickForm({ action, idPrefix, back, read, sent, name, more, block }: QuickFormProps) {
  const t = useTexts(moderationTexts)
  const { values, errors } = sent
  return (
    <form class="stack" method="post" action={action}>
      <HiddenFields fields={{ retour: back, ...(read === undefined ? {} : { lu: read }) }} />
      <Field
        name="reason"
        label={t.reason}
        hint={t.reasonShort}
        value={values['reason']}
        error={errors['reason']}
        idPrefix={idPrefix}
        maxlength={1000}
        quiet
      />
      <p class="actions">
        <Button icon="eye" name="outcome" value="shown" label={t.showOf(name)}>
          {t.show}
        </Button>
        <Button icon="eye-off" name="outcome" value="hidden" label={t.hideOf(name)}>
          {t.hide}
        </Button>
        <Button look="danger" icon="trash-2" name="outcome" value="deleted" label={t.deleteOf(name)}>
          {t.delete}
        </Button>
        <LinkButton look="quiet" href={more} label={t.moreOf(name)}>
          {t.more}
        </LinkButton>
        {block !== null && (
          <LinkButton look="quiet" icon="ban" href={block} label={t.blockOf(name)}>
            {t.block}
          </LinkButton>
        )}
      </p>
    </form>
  )
}

/** A topic that waits: it is published, or it is refused with a word of why. */
export function TopicForm({ action, idPrefix, back, read, sent, name, block }: Omit<QuickFormProps, 'more'>) {
  const t = { ...useTexts(moderationTexts), ...useTexts(topicTexts) }
  const { values, errors } = sent
  return (
    <form class="stack" method="post" action={action}>
      <HiddenFields fields={{ retour: back, ...(read === undefined ? {} : { lu: read }) }} />
      <Field
        name="reason"
        label={t.reason}
        hint={t.reasonOfTopic}
        value={values['reason']}
        error={errors['reason']}
        idPrefix={idPrefix}
        maxlength={1000}
        quiet
      />
      <p class="actions">
        <Button icon="check" name="outcome" value="accepted" label={t.acceptOf(name)}>
          {t.accept}
        </Button>
        <Button look="danger" icon="x" name="outcome" value="refused" label={t.refuseOf(name)}>
          {t.refuse}
        </Button>
        {block !== null && (
          <LinkButton look="quiet" icon="ban" href={block} label={t.blockAuthorOf(name)}>
            {t.block}
          </LinkButton>
        )}
      </p>
    </form>
  )
}
