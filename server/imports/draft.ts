import type { Deps } from '../deps.ts'
import { parseDraft, type EntryInput } from '../entries/input.ts'
import type { Fault } from '../kinds/faults.ts'
import { isRecord } from '../kinds/received.ts'
import type { Kind } from '../kinds/kind.ts'
import { placeMeant } from '../places/meant.ts'
import type { Understood } from './understood.ts'

/** A value that no gate lets through: where it stood, and what it was. */
export interface Dropped {
  /** `lots.2.cpv` */
  field: string
  value: string
}

/**
 * What a draft can keep of what was understood. A value that is wrong is left out and told, so that it costs neither
 * the rest of the file nor the truth.
 */
export async function draftOf(
  deps: Pick<Deps, 'db' | 'licences'>,
  kind: Kind,
  { shared, fields }: Understood,
  { title, language }: { title: string; language: string },
): Promise<{ input: EntryInput; dropped: Dropped[] }> {
  const sent = {
    shared: { ...shared, title: shared['title'] || title, language },
    fields: { ...fields, lots: await placed(deps, fields['lots']) },
  }
  const dropped: Dropped[] = []
  for (let round = 1; round <= rounds; round++) {
    const { input, faults } = await parseDraft(deps, kind, sent, null)
    if (input !== null) return { input, dropped }
    for (const fault of faults) dropped.push(...leaveOut(sent, fault))
  }
  throw new Error('A draft of nothing but a title was refused.')
}

/** What one round brings to light may hide a fault, not ten. */
const rounds = 8

async function placed({ db }: Pick<Deps, 'db'>, lots: unknown): Promise<unknown> {
  if (!Array.isArray(lots)) return lots
  const found: unknown[] = []
  for (const lot of lots.slice(0, 200)) {
    const name: unknown = isRecord(lot) ? lot['placeName'] : undefined
    const place = typeof name === 'string' && name !== '' ? await placeMeant(db, name) : null
    found.push(
      isRecord(lot) && place !== null && 'code' in place
        ? { ...lot, place: place.code, placeName: place.label }
        : lot,
    )
  }
  return found
}

interface Sent {
  shared: Record<string, unknown>
  fields: Record<string, unknown>
}

function leaveOut(sent: Sent, { field, code }: Fault): Dropped[] {
  const [name = '', index, own = ''] = field.split('.')
  if (Object.hasOwn(sent.shared, name)) return leaveOutShared(sent, name, code)
  const list: unknown = sent.fields[name]
  if (index === undefined || !Array.isArray(list)) return leaveOutField(sent, name, code)
  const record: unknown = list[Number(index)]
  const value: unknown = isRecord(record) ? record[own] : record
  // A lot that has no name is still a lot.
  const instead = own === 'title' ? { title: `Lot ${Number(index) + 1}` } : { [own]: undefined }
  sent.fields[name] = isRecord(record)
    ? list.with(Number(index), { ...record, ...instead })
    : list.toSpliced(Number(index), 1)
  return [{ field, value: words(value) }]
}

function leaveOutShared({ shared }: Sent, name: string, code: string): Dropped[] {
  const value = words(shared[name])
  if (code === 'too-long' && name === 'body') {
    shared[name] = value.slice(0, 39_000)
    return []
  }
  shared[name] = name === 'title' ? value.slice(0, 140) || '…' : undefined
  return [{ field: name, value }]
}

function leaveOutField({ fields }: Sent, name: string, code: string): Dropped[] {
  const value = fields[name]
  if (Array.isArray(value) && code === 'too-many') {
    fields[name] = value.slice(0, 40)
    return [{ field: name, value: `${value.length - 40}` }]
  }
  if (Array.isArray(value) && code === 'too-heavy') {
    fields[name] = value.map((one: unknown) => (isRecord(one) ? { ...one, description: null } : one))
    return [{ field: `${name}.0.description`, value: '' }]
  }
  fields[name] = undefined
  return [{ field: name, value: words(value) }]
}

const words = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value)
