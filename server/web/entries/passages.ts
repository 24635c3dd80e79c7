import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { passagesNamed, type NamedPassage } from '../../entries/versions.ts'
import type { Passages } from '../../kinds/kind.ts'

/** The passages of an entry of ours that answers may name; null: its kind has none, or it is not ours. */
export const passagesOf = ({
  envelope,
  kind,
  fields,
}: Pick<Entry, 'envelope' | 'kind' | 'fields'>): Passages | null =>
  fields === null || envelope.origin !== null ? null : (kind.passages?.(fields) ?? null)

/** The one that a form or an address names, while it may be commented on. */
export function openPassage(entry: Entry, named: string | undefined, now: number): ReplyPassage | null {
  const passages = passagesOf(entry)
  if (passages === null || passages.until === null || passages.until < now) return null
  return passages.all.find(({ number }) => String(number) === named) ?? null
}

export interface ReplyPassage {
  number: number
  label: string
}

/** What is said of an answer that names a passage: which, and in which version it was read. */
export interface About {
  label: string
  version: number
}

/** Of each answer, by its number, what it is about. */
export async function aboutOf(deps: Deps, entry: Entry): Promise<ReadonlyMap<number, About>> {
  const passages = passagesOf(entry)
  if (passages === null) return new Map()
  const named = await passagesNamed(deps.db, entry.envelope.n)
  return new Map([...named].map(([n, one]) => [n, { label: labelOf(passages, one), version: one.version }]))
}

/** A passage that is there no more keeps its number. */
const labelOf = ({ all }: Passages, { passage }: NamedPassage): string =>
  all.find(({ number }) => number === passage)?.label ?? String(passage)
