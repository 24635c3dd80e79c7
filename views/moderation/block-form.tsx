import { Button } from '../components/button.tsx'
import { Checkbox, Choices } from '../components/choices.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { blockTexts } from './block-texts.ts'
import type { Sent } from './decision-form.tsx'
import { moderationTexts } from './texts.ts'

export const severityNames = ['silence', 'suspend', 'noop'] as const

/** What is held against a server or an account, and what is said of it. */
export function BlockForm({ values, errors }: Sent) {
  const t = useTexts(blockTexts)
  const m = useTexts(moderationTexts)
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  const box = (name: string) => ({ name, checked: values[name] === 'true', error: errors[name] })
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
        {...field('target')}
        label={t.target}
        hint={t.targetHint}
        maxlength={500}
        autocomplete="off"
        required
      />
      <Choices
        type="radio"
        name="severity"
        label={t.severity}
        options={severityNames.map((value) => ({ value, ...t.severities[value] }))}
        chosen={values['severity'] === undefined ? [] : [values['severity']]}
        error={errors['severity']}
        required
      />
      <Checkbox {...box('rejectMedia')} label={t.rejectMedia} />
      <Checkbox {...box('rejectReports')} label={t.rejectReports} />
      <TextArea
        {...field('reason')}
        label={m.reason}
        hint={m.reasonHint}
        rows={2}
        maxlength={1000}
        required
      />
      <TextArea
        {...field('publicComment')}
        label={t.publicComment}
        hint={t.publicCommentHint}
        rows={2}
        maxlength={1000}
      />
      <Checkbox {...box('obfuscate')} label={t.obfuscate} />
      <p class="actions">
        <Button look="danger" icon="ban">
          {t.go}
        </Button>
      </p>
    </form>
  )
}
