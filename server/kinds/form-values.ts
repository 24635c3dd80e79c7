import type { FormValues } from './kind.ts'

/** What a form is first filled with: the fields of an entry, as they would have been typed. */
export const filled = (fields: Readonly<Record<string, unknown>>): FormValues =>
  valuesOf(
    (name) => {
      const value = fields[name]
      return Array.isArray(value) ? value.map(typed) : [typed(value)]
    },
    (name) => listOf(fields[name]).filter(isRecord).map(filled),
  )

/** Whether any of these questions has an answer, or a fault to mend: then its group does not stand folded. */
export const isTouched = (
  names: readonly string[],
  { values, errors }: { values: FormValues; errors: Readonly<Record<string, string>> },
): boolean => names.some((name) => values.list(name).length > 0 || errors[name] !== undefined)

/** What a form sent, as it came. */
export const sent = (form: FormData, prefix = ''): FormValues =>
  valuesOf(
    (name) => textsAt(form, prefix + name),
    (name) => indexesOf(form, prefix + name).map((index) => sent(form, `${prefix}${name}.${index}.`)),
  )

/**
 * What the gates read: names that come once as text, names that come several times as a list, and what is named
 * `lots.0.title` in the records of a part.
 */
export function asObject(form: FormData): Record<string, unknown> {
  const names = [...new Set(form.keys())]
  const plain = names.filter((name) => partName.exec(name) === null)
  const parts = new Set(names.flatMap((name) => partName.exec(name)?.[1] ?? []))
  return Object.fromEntries([
    ...plain.map((name) => [name, valueAt(form, name)]),
    ...[...parts].map((part) => [part, indexesOf(form, part).map((index) => record(form, part, index))]),
  ])
}

/** A record of nothing but empty answers is there all the same: it was asked for, and may be taken away. */
const record = (form: FormData, part: string, index: number): Record<string, unknown> => {
  const prefix = `${part}.${index}.`
  const names = new Set([...form.keys()].filter((name) => name.startsWith(prefix)))
  return Object.fromEntries([...names].map((name) => [name.slice(prefix.length), valueAt(form, name)]))
}

/** `lots.0.title` */
export const partName = /^([a-zA-Z]{1,40})\.(\d{1,3})\.([a-zA-Z]{1,40})$/

/** Of a part, the numbers of its records, in order. */
export const indexesOf = (form: FormData, part: string): number[] =>
  [
    ...new Set(
      [...form.keys()].flatMap((name) => {
        const [, of, index] = partName.exec(name) ?? []
        return of === part ? [Number(index)] : []
      }),
    ),
  ].toSorted((a, b) => a - b)

const textsAt = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value) => typeof value === 'string')

function valueAt(form: FormData, name: string): string | string[] | undefined {
  const values = textsAt(form, name)
  return values.length > 1 ? values : values[0]
}

function valuesOf(read: (name: string) => string[], parts: (name: string) => FormValues[]): FormValues {
  const list = (name: string) => read(name).filter((value) => value !== '')
  return {
    text: (name) => read(name).join('\n'),
    list,
    has: (name, value) => list(name).includes(value),
    parts,
  }
}

/** An unticked box sends nothing, so `false` is nothing. */
const typed = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' || value === true ? String(value) : ''

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
