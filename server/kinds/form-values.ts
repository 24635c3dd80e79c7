import type { FormValues } from './kind.ts'

/** What a form is first filled with: the fields of an entry, as they would have been typed. */
export const filled = (fields: Readonly<Record<string, unknown>>): FormValues =>
  valuesOf((name) => {
    const value = fields[name]
    return Array.isArray(value) ? value.map(typed) : [typed(value)]
  })

/** Whether any of these questions has an answer, or a fault to mend: then its group does not stand folded. */
export const isTouched = (
  names: readonly string[],
  { values, errors }: { values: FormValues; errors: Readonly<Record<string, string>> },
): boolean => names.some((name) => values.list(name).length > 0 || errors[name] !== undefined)

/** What a form sent, as it came. */
export const sent = (form: FormData): FormValues =>
  valuesOf((name) => form.getAll(name).filter((value) => typeof value === 'string'))

function valuesOf(read: (name: string) => string[]): FormValues {
  const list = (name: string) => read(name).filter((value) => value !== '')
  return {
    text: (name) => read(name).join('\n'),
    list,
    has: (name, value) => list(name).includes(value),
  }
}

/** An unticked box sends nothing, so `false` is nothing. */
const typed = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || value === true ? String(value) : ''
