import { HiddenFields } from '../../../views/components/button.tsx'
import { Choices } from '../../../views/components/choices.tsx'
import { FieldError, FieldGroup, fieldId } from '../../../views/components/field.tsx'
import { Field, TextArea } from '../../../views/components/inputs.tsx'
import { useTexts } from '../../../views/language.tsx'
import { optionsOf } from '../options.ts'
import { TimeZoneField } from '../time-zone.tsx'
import { Benches, Criteria, Results, Sections, type FormProps } from './form-parts.tsx'
import { texts } from './texts.ts'

export const Form = (props: FormProps) => (
  <>
    <Remembered name="lastSection" {...props} />
    <Remembered name="lastCriterion" {...props} />
    <Stage {...props} />
    <TimeZoneField {...props} hint={useTexts(texts).hints.timeZone} />
    <Who {...props} />
    <Money {...props} />
    <Sections {...props} />
    <Criteria {...props} />
    <Benches {...props} />
    <Results {...props} />
  </>
)

/** Which numbers were given before: nobody types it. What is wrong with it is said all the same. */
const Remembered = ({ name, values, errors }: FormProps & { name: 'lastSection' | 'lastCriterion' }) => (
  <div id={fieldId(name)}>
    <HiddenFields fields={{ [name]: values.text(name) }} />
    <FieldError id={fieldId(name)} text={errors[name]} />
  </div>
)

function Stage({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'phase' | 'commentsUntil' | 'opens' | 'deadline') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.stage}>
      <Choices
        {...common('phase')}
        type="radio"
        hint={t.hints.phase}
        required
        options={optionsOf(t.phase)}
        chosen={[values.text('phase') || 'specification']}
      />
      <Field {...common('commentsUntil')} hint={t.hints.commentsUntil} type="date" />
      <Field {...common('opens')} hint={t.hints.moment} type="datetime-local" />
      <Field {...common('deadline')} hint={t.hints.deadline} type="datetime-local" />
    </FieldGroup>
  )
}

function Who({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'answerers' | 'eligible' | 'existingQualifies' | 'existingNote') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.who}>
      <Choices
        {...common('answerers')}
        type="checkbox"
        quiet
        options={optionsOf(t.answerers)}
        chosen={values.list('answerers')}
      />
      <TextArea {...common('eligible')} hint={t.hints.eligible} rows={3} maxlength={1000} />
      <Choices
        {...common('existingQualifies')}
        type="radio"
        hint={t.hints.existingQualifies}
        required
        options={optionsOf(t.existing)}
        chosen={values.list('existingQualifies')}
      />
      <TextArea {...common('existingNote')} hint={t.hints.existingNote} rows={3} maxlength={1000} />
    </FieldGroup>
  )
}

function Money({ values, errors }: FormProps) {
  const t = useTexts(texts)
  const common = (name: 'organiser' | 'budget' | 'budgetMax') => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FieldGroup legend={t.groups.money}>
      <Field {...common('organiser')} hint={t.hints.organiser} maxlength={200} />
      <div class="pair">
        <Field {...common('budget')} inputmode="decimal" size="short" unit="€" />
        <Field {...common('budgetMax')} inputmode="decimal" size="short" unit="€" />
      </div>
    </FieldGroup>
  )
}
