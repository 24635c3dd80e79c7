import type { FormValues } from './kind.ts'

/** What a form is first filled with: the fields of an entry, as they would have been typed. */
export const filled = (fields: Readonly<Record<string, unknown>>): FormValues =>
  valuesOf((name) => {
    const value = fields[name]
    return Array.isArray(value) ? value.map(typed) : [typed(value)]
  })

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
