import { isRecord } from './received.ts'

/** A list of records with numbers, and the field that remembers the highest that was ever given in it. */
export interface Numbered {
  list: string
  highest: string
}

/**
 * Before the gate: gives a number to each record that has none, and never one that another record of the list has had
 * (docs/adr/0018), for other people name a record by it. What is no list or no number is left for the gate to refuse.
 */
export const numbered = (sent: unknown, lists: readonly Numbered[]): unknown =>
  isRecord(sent) ? lists.reduce(withNumbers, sent) : sent

function withNumbers(
  sent: Readonly<Record<string, unknown>>,
  { list, highest }: Numbered,
): Readonly<Record<string, unknown>> {
  const records: unknown = sent[list]
  const remembered = sent[highest]
  if (!Array.isArray(records)) return sent
  if (!isBlank(remembered) && numberIn(remembered) === null) return sent
  const all: readonly unknown[] = records
  const had = all.map((record) => (isRecord(record) ? numberIn(record['number']) : null))
  let last = Math.max(0, numberIn(remembered) ?? 0, ...had.map((number) => number ?? 0))
  const given = all.map((record, at) => {
    if (!isRecord(record)) return record
    const own = had[at] ?? null
    // Of two with one number, the first keeps it.
    const keeps = own === null ? !isBlank(record['number']) : had.indexOf(own) === at
    return keeps ? record : { ...record, number: (last += 1) }
  })
  return { ...sent, [list]: given, [highest]: last }
}

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

function numberIn(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value.trim()) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : null
}
