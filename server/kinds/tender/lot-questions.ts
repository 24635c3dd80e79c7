import { useTexts } from '../../../views/language.tsx'
import type { FormValues } from '../kind.ts'
import type { Lot } from './fields.ts'
import { lotTexts } from './lot-texts.ts'

export interface LotFormProps {
  /** `lots.0.`, before each name. */
  at: string
  values: FormValues
  errors: Readonly<Record<string, string>>
}

/** What every question about a lot has: its name in the form, its words, what was typed and what is wrong. */
export function useQuestions({ at, values, errors }: LotFormProps) {
  const { fields } = useTexts(lotTexts)
  return (name: keyof Lot) => ({
    name: at + name,
    label: fields[name],
    error: errors[at + name],
    value: values.text(name),
  })
}
