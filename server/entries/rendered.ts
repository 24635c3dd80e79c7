import type { Kind } from '../kinds/kind.ts'
import { renderMarkdown, type KnownPictures } from '../text/markdown.ts'
import type { EntryInput, WholeInput } from './input.ts'
import { factsIn } from './store.ts'

// What a command keeps of an entry beside its own words: the text as HTML, what its kind derives, what is searched.

export function envelopeOf(kind: Kind, input: EntryInput, pictures: KnownPictures) {
  const { fields, tags: _, summary, body, ...shared } = input
  return {
    ...shared,
    summary,
    body,
    html: renderMarkdown(body, input.language, pictures),
    startsAt: null,
    closesAt: null,
    direction: null,
    ...(fields === null ? {} : kind.derive(fields)),
  }
}

export const words = (
  kind: Kind,
  shared: { title: string; summary: string; html: string },
  input: WholeInput,
) => ({
  ...shared,
  tags: input.tags,
  more: [...factsIn(kind, input.fields), input.placeLabel ?? ''],
})
