import { Choices } from '../../../views/components/choices.tsx'
import { FoldedGroup } from '../../../views/components/field.tsx'
import { Field, TextArea } from '../../../views/components/inputs.tsx'
import { useLocale, useTexts } from '../../../views/language.tsx'
import { cpvDivisions } from '../cpv.ts'
import { isTouched } from '../form-values.ts'
import type { FormValues } from '../kind.ts'
import { optionsOf } from '../options.ts'
import { texts } from './texts.ts'

const names = ['cpv', 'serves', 'services', 'headcount', 'largestContract'] as const

/** What matching asks of an organisation that answers tenders; the others leave it folded. */
export function Markets(props: { values: FormValues; errors: Readonly<Record<string, string>> }) {
  const { values, errors } = props
  const t = useTexts(texts)
  const common = (name: (typeof names)[number]) => ({
    name,
    label: t.fields[name],
    error: errors[name],
    value: values.text(name),
  })
  return (
    <FoldedGroup legend={t.groups.markets} open={isTouched(names, props)}>
      <TextArea {...common('cpv')} hint={t.hints.cpv} rows={3} />
      <Divisions />
      <Field {...common('serves')} hint={t.hints.serves} value={values.list('serves').join(', ')} />
      <Choices
        type="checkbox"
        name="services"
        label={t.fields.services}
        error={errors['services']}
        options={optionsOf(t.services)}
        chosen={values.list('services')}
      />
      <div class="pair">
        <Field {...common('headcount')} inputmode="numeric" size="short" />
        <Field
          {...common('largestContract')}
          hint={t.hints.largestContract}
          inputmode="numeric"
          size="short"
          unit="€"
        />
      </div>
    </FoldedGroup>
  )
}

/** The codes that one may begin with, to read and copy. */
function Divisions() {
  const t = useTexts(texts)
  const divisions = Object.entries(cpvDivisions[useLocale()])
  return (
    <details class="divisions">
      <summary>{t.cpvHelp}</summary>
      <dl>
        {divisions
          .toSorted(([a], [b]) => (a < b ? -1 : 1))
          .map(([code, name]) => (
            <div>
              <dt>{code}</dt>
              <dd>{name}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
