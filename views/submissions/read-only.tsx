import { formatMoney } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { submissionTexts } from './texts.ts'
import { inItsLanguage } from '../in-its-language.ts'

export interface DossierCriterion {
  name: string
  title: string
  weight: string | null
  description: string | null
}

/** The same words, for those who can only read them: its writer after the deadline, the jury. */
export function ReadOnly({
  values,
  criteria,
  entry,
}: {
  values: Readonly<Record<string, string>>
  criteria: readonly DossierCriterion[]
  entry: { language: string }
}) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  const amount = Number(values['amount'] ?? '')
  const said: readonly (readonly [string, string, string?])[] = [
    [t.fields.holder, values['holder'] ?? ''],
    [t.person, values['contact'] ?? ''],
    [t.fields.summary, values['summary'] ?? ''],
    [t.fields.continues, values['continues'] === 'yes' ? t.yes : values['continues'] === 'no' ? t.no : ''],
    [t.fields.amount, values['amount'] ? formatMoney(amount, locale) : ''],
    [t.fields.budget, values['budget'] ?? ''],
    ...criteria.map(({ name, title }) => [title, values[name] ?? '', entry.language] as const),
  ]
  return (
    <dl class="meta panel">
      {said
        .filter(([, value]) => value !== '')
        .map(([label, value, language]) => (
          <div>
            <dt {...inItsLanguage(language)}>{label}</dt>
            <dd class="as-typed" {...inItsLanguage(entry.language)}>
              {value}
            </dd>
          </div>
        ))}
    </dl>
  )
}
