import type { FormState } from '../accounts/form.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { PlaceField } from '../entries/place-field.tsx'
import { formatNumber } from '../format.ts'
import { Trap } from '../inquiries/inquire.tsx'
import { useLocale, useTexts } from '../language.tsx'
import { visitTexts } from './texts.ts'
import { Quoting, type Titled } from '../quoting.tsx'

export interface AskVisitProps extends FormState {
  entry: Titled
  /** Those that the offer is for. */
  levels: readonly string[]
  /** Several communes of the name that was typed. */
  places: readonly { code: string; label: string }[]
  most: { pupils: number; words: number }
  keptDays: number
  trouble: string | undefined
}

/** `…/intervention`: a school asks, without an account. */
export function AskVisit(props: AskVisitProps) {
  const t = useTexts(visitTexts)
  const { entry, errors, keptDays, trouble } = props
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={t.askTitle} {...entry} />
      </h1>
      <p class="lead">{t.lead}</p>
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <ErrorSummary errors={errors} labels={{ ...t.labels, placeCode: t.labels.place }} />
      <form class="form" method="post" action={`${entry.path}/intervention`}>
        <Whose {...props} />
        <Wished {...props} />
        <Trap />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.submit}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.toEntry}
          </LinkButton>
        </div>
      </form>
      <p class="hint">{t.privacy(formatNumber(keptDays, useLocale()))}</p>
    </div>
  )
}

type Name = keyof (typeof visitTexts)['fr']['labels']

const questions =
  ({ values, errors }: FormState, labels: Readonly<Record<Name, string>>) =>
  (name: Name) => ({
    name,
    label: labels[name],
    value: values[name],
    error: errors[name],
  })

function Whose(props: AskVisitProps) {
  const t = useTexts(visitTexts)
  const { places, values, errors } = props
  const common = questions(props, t.labels)
  return (
    <>
      <Field {...common('school')} maxlength={150} autocomplete="organization" required />
      <PlaceField {...common('place')} value={values['place'] ?? ''} hint={t.hints.place} required />
      {places.length > 1 && (
        <Choices
          type="radio"
          name="placeCode"
          label={t.choosePlace}
          error={errors['placeCode']}
          options={places.map(({ code, label }) => ({ value: code, label }))}
          chosen={[values['placeCode'] ?? '']}
          required
        />
      )}
      <Field {...common('name')} maxlength={100} autocomplete="name" required />
      <Field {...common('email')} type="email" maxlength={254} autocomplete="email" required />
    </>
  )
}

function Wished(props: AskVisitProps) {
  const t = useTexts(visitTexts)
  const { levels, most } = props
  const common = questions(props, t.labels)
  const options = Object.entries(t.level).map(([value, label]) => ({ value, label }))
  const meant = options.filter(({ value }) => levels.length === 0 || levels.includes(value))
  return (
    <>
      <Select {...common('level')} options={meant} empty={t.chooseLevel} required />
      <Field {...common('pupils')} type="number" min={1} max={most.pupils} size="short" required />
      <Field {...common('dates')} hint={t.hints.dates} maxlength={300} required />
      <TextArea {...common('body')} hint={t.hints.body} rows={5} maxlength={most.words} />
    </>
  )
}

export function VisitsClosed({ back }: { back: string }) {
  const t = useTexts(visitTexts)
  return (
    <div class="narrow stack">
      <h1>{t.notOpen}</h1>
      <p class="lead">{t.notOpenHow}</p>
      <p class="actions">
        <LinkButton href={back}>{t.toEntry}</LinkButton>
      </p>
    </div>
  )
}
