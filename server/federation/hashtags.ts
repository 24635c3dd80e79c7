import type { Tag } from '../kinds/envelope.ts'
import { hashtagOf } from '../text/fold.ts'
import { escapeHtml } from '../text/html.ts'
import type { JsonObject } from './json-object.ts'

const hrefOf = ({ tag }: Pick<Tag, 'tag'>, origin: string): string =>
  `${origin}/etiquettes/${encodeURIComponent(tag)}`

/** A tag as the fediverse writes it; it leads to its page here. */
export const hashtag = (tag: Tag, origin: string): JsonObject => ({
  type: 'Hashtag',
  name: `#${hashtagOf(tag.label)}`,
  href: hrefOf(tag, origin),
})

/** In the text too: Misskey and GoToSocial link only what stands there (interop.md §2). */
export function hashtagParagraph(tags: readonly Tag[], origin: string): string {
  if (tags.length === 0) return ''
  const links = tags.map(
    (tag) =>
      `<a href="${escapeHtml(hrefOf(tag, origin))}" class="mention hashtag" rel="tag">#<span>${escapeHtml(hashtagOf(tag.label))}</span></a>`,
  )
  return `<p>${links.join(' ')}</p>`
}
