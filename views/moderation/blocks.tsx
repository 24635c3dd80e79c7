import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { When } from '../components/date.tsx'
import { Empty } from '../components/empty.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { blockTexts } from './block-texts.ts'
import type { Sent } from './decision-form.tsx'
import { moderationTexts } from './texts.ts'

export interface ShownBlock {
  id: string
  type: 'host' | 'actor'
  target: string
  reason: string
  at: number
  by: string
}

export interface BlocksProps extends Sent {
  blocks: readonly ShownBlock[]
}

export function Blocks({ blocks, values, errors }: BlocksProps) {
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  return (
    <div class="apart">
      <div class="stack">
        <ErrorSummary errors={errors} labels={{ type: t.type, target: t.target, reason: m.reason }} />
        <p>{t.lead}</p>
        <BlockForm values={values} errors={errors} />
      </div>
      <section class="stack" aria-labelledby="bloques">
        <h2 id="bloques">{t.current}</h2>
        {blocks.length === 0 ? (
          <Empty icon="shield" title={t.none}>
            <p>{t.noneText}</p>
          </Empty>
        ) : (
          <ul class="rows">
            {blocks.map((block) => (
              <BlockRow {...block} />
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function BlockForm({ values, errors }: Sent) {
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  return (
    <form class="form panel" method="post" action="/moderation/blocages">
      <h2>{t.title}</h2>
      <Choices
        type="radio"
        name="type"
        label={t.type}
        options={(['host', 'actor'] as const).map((value) => ({ value, ...t.types[value] }))}
        chosen={[values['type'] ?? 'host']}
        error={errors['type']}
        required
      />
      <Field
        name="target"
        label={t.target}
        hint={t.targetHint}
        value={values['target']}
        error={errors['target']}
        maxlength={500}
        autocomplete="off"
        required
      />
      <TextArea
        name="reason"
        label={m.reason}
        hint={m.reasonHint}
        value={values['reason']}
        error={errors['reason']}
        rows={2}
        maxlength={1000}
        required
      />
      <p class="actions">
        <Button look="danger" icon="ban">
          {t.go}
        </Button>
      </p>
    </form>
  )
}

function BlockRow({ id, type, target, reason, at, by }: ShownBlock) {
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  return (
    <li class="stack" id={`blocage-${id}`}>
      <div>
        <b>{target}</b>
        <span class="row-note">
          {t[type]} · <When at={at} form="short" /> {t.by(by)}
        </span>
        {reason !== '' && <p>{reason}</p>}
      </div>
      <form class="stack" method="post" action={`/moderation/blocages/${id}/levee`}>
        <details>
          <summary>{t.lift}</summary>
          <div class="stack">
            <Field name="reason" label={m.reason} hint={t.liftHint} idPrefix={`l-${id}`} maxlength={1000} />
            <p>
              <Button small icon="door-open" label={t.liftOf(target)}>
                {t.lift}
              </Button>
            </p>
          </div>
        </details>
      </form>
    </li>
  )
}

export type CountName = keyof (typeof blockTexts)['fr']['counts']

export interface BlockConfirmationProps {
  /** In the spelling that will be compared. */
  target: string
  fields: Readonly<Record<string, string>>
  /** What is kept here of them. */
  counts: Readonly<Record<CountName, number>>
}

const countNames: readonly CountName[] = [
  'actors',
  'entries',
  'comments',
  'messages',
  'followers',
  'following',
  'deliveries',
]

/** Says what will be lost before it is. */
export function BlockConfirmation({ target, fields, counts }: BlockConfirmationProps) {
  const t = useTexts(blockTexts)
  const locale = useLocale()
  const lost = countNames.filter((name) => counts[name] > 0)
  return (
    <div class="narrow stack">
      <h1>{t.confirmTitle(target)}</h1>
      {lost.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <Notice kind="warning" title={t.erases}>
          <ul>
            {lost.map((name) => (
              <li>{formatCount(counts[name], locale, t.counts[name])}</li>
            ))}
          </ul>
        </Notice>
      )}
      <form class="actions" method="post" action="/moderation/blocages">
        <HiddenFields fields={{ ...fields, confirmed: 'true' }} />
        <Button look="danger" icon="ban">
          {t.confirm}
        </Button>
        <LinkButton look="quiet" href="/moderation/blocages">
          {t.cancel}
        </LinkButton>
      </form>
    </div>
  )
}
