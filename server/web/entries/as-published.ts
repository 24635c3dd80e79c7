import type { WholeInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import type { Envelope, Picture } from '../../kinds/envelope.ts'
import { foldTag, slugOf } from '../../text/fold.ts'
import { renderMarkdown, type KnownPictures } from '../../text/markdown.ts'

/** A draft with the address and the state that publishing would give it. */
export function asPublished(entry: Entry, origin: string, now: number): Entry {
  const { envelope, kind } = entry
  if (envelope.publishedAt !== null) return entry
  const slug = slugOf(envelope.title) || envelope.id
  const path = `${kind.path}/${slug}`
  return {
    ...entry,
    envelope: {
      ...envelope,
      slug,
      path,
      url: origin + path,
      state: 'published',
      publishedAt: now,
      updatedAt: now,
    },
  }
}

/** What is public, with changes that are not yet kept. */
export function asChanged(
  { envelope, kind }: Entry,
  input: WholeInput,
  { picture, pictures }: { picture: Picture | null; pictures: KnownPictures },
): Entry {
  const { fields, unfinished, tags, imageAlt, ...shared } = input
  const changed: Envelope = {
    ...envelope,
    ...shared,
    ...kind.derive(fields),
    html: renderMarkdown(input.body, input.language, pictures),
    tags: tags.map((label) => ({ tag: foldTag(label), label })),
    picture: picture && { ...picture, alt: imageAlt ?? '' },
  }
  return { envelope: changed, kind, fields, unfinished }
}
