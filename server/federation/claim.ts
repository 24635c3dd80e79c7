import { isJsonObject, type JsonObject } from './json-object.ts'

/** The three words that decide who must have signed, read from the JSON as it stands. */
export interface Claim {
  type: string
  actor: string
  object: string | null
}

export function claimOf(document: JsonObject): Claim | null {
  const [type] = [document['type']].flat()
  const actor = idIn(document['actor'])
  if (typeof type !== 'string' || actor === null || typeof document['id'] !== 'string') return null
  return { type, actor, object: idIn(document['object']) }
}

export function idIn(value: unknown): string | null {
  const [first] = [value].flat()
  const id = isJsonObject(first) ? first['id'] : first
  return typeof id === 'string' && id.length <= 2048 ? id : null
}
