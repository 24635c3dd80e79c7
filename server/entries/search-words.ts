import type { Kind } from '../kinds/kind.ts'
import type { WholeInput } from './input.ts'

/** What the search finds an entry by. */
export const searchWords = (
  kind: Kind,
  shared: { title: string; summary: string; html: string },
  input: WholeInput,
) => ({
  ...shared,
  tags: input.tags,
  more: [...searchFacts(kind, input.fields), input.placeLabel ?? ''],
})

export const searchFacts = (kind: Kind, fields: Record<string, unknown>): string[] =>
  kind.facts(fields, 'fr').map(({ value }) => value)
