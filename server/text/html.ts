import sanitize from 'sanitize-html'

/** Longer than this, remote text is cut before it is parsed: nested tags cost more than their length. */
export const maxHtml = 64 * 1024
/** A tag costs the parser what a hundred letters do. The longest honest article has some thousands. */
const mostTags = 5_000

function bounded(html: string): string {
  const short = html.slice(0, maxHtml)
  let at = -1
  for (let count = 0; count <= mostTags; count++) {
    at = short.indexOf('<', at + 1)
    if (at === -1) return short
  }
  return short.slice(0, at)
}

const tags = [
  'p',
  'br',
  'span',
  'a',
  'abbr',
  'del',
  's',
  'pre',
  'blockquote',
  'code',
  'b',
  'strong',
  'u',
  'sub',
  'sup',
  'i',
  'em',
  'h2',
  'h3',
  'h4',
  'h5',
  'ul',
  'ol',
  'li',
  'hr',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]

/**
 * The one allow-list, for Markdown and remote HTML, on the way in and on the way out (interop.md §4.1
 * rule 23). No id, name, style or class: an id could shadow one of the page's own.
 */
export const safeHtml = (html: string): string => cleaned(html, [])

/** The same for what we have rendered ourselves, with pictures of this hub: nobody else's text has any. */
export const safeHtmlWithPictures = (html: string): string => cleaned(html, ['img'])

/** Served here, encoded by us (server/media). Any other address would tell somebody who reads what. */
export const pictureSource = /^\/media\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.webp$/

const cleaned = (html: string, more: readonly string[]): string =>
  sanitize(bounded(html), {
    allowedTags: [...tags, ...more],
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !pictureSource.test(attribs['src'] ?? ''),
    allowedAttributes: {
      img: ['src', 'alt', 'width', 'height', 'loading', 'decoding'],
      a: ['href', 'hreflang', 'rel'],
      abbr: ['title'],
      ol: ['start', 'reversed'],
      th: ['scope'],
    },
    allowedSchemes: ['https', 'http', 'mailto'],
    allowedSchemesAppliedToAttributes: ['href'],
    allowProtocolRelative: false,
    disallowedTagsMode: 'discard',
    nestingLimit: 20,
    transformTags: {
      a: sanitize.simpleTransform('a', { rel: 'nofollow noopener ugc' }),
      // The entry's own title is the page's h1.
      h1: 'h2',
      h6: 'h5',
    },
  })

/** The words alone, for summaries, search and mail. Entities are decoded: escape again before any HTML. */
export const plainText = (html: string): string =>
  decode(
    sanitize(bounded(html).replace(/<(?:br|\/p|\/li|\/h[1-6])\b[^>]{0,200}>/gi, ' $&'), {
      allowedTags: [],
      allowedAttributes: {},
    }),
  )
    .replace(/\s+/g, ' ')
    .trim()

/** The pictures of a text of ours that say what they show, in order. */
export function picturesShown(html: string): { id: string; alt: string; width: number; height: number }[] {
  const found: { id: string; alt: string; width: number; height: number }[] = []
  if (!html.includes('<img')) return found
  sanitize(html.slice(0, maxHtml), {
    allowedTags: ['img'],
    allowedAttributes: { img: ['src', 'alt', 'width', 'height'] },
    exclusiveFilter: ({ tag, attribs: { src = '', alt = '', width, height } }) => {
      const [, id] = tag === 'img' ? (pictureSource.exec(src) ?? []) : []
      if (id !== undefined && alt !== '')
        found.push({ id, alt, width: Number(width), height: Number(height) })
      return false
    },
  })
  return found
}

/** The words without the pictures, for those who would not know where these are. */
export const withoutPictures = (html: string): string =>
  html.includes('<img') ? html.replace(/<img\b[^>]*>/g, '').replace(/<p>\s*<\/p>\s*/g, '') : html

/** Where a text leads, with the words that lead there. */
export function anchorsIn(html: string): { href: string; text: string }[] {
  const found: { href: string; text: string }[] = []
  sanitize(html.slice(0, maxHtml), {
    allowedTags: ['a'],
    allowedAttributes: { a: ['href'] },
    exclusiveFilter: ({ tag, attribs, text }) => {
      if (tag === 'a') found.push({ href: attribs['href'] ?? '', text })
      return false
    },
  })
  return found
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
// sanitize-html leaves exactly these in text.
const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity)

/** Text as HTML text or attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (char) => escapes[char] ?? char)

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Cut at a word, with an ellipsis. */
export function excerpt(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1)
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > length / 2 ? space : undefined).trimEnd()}…`
}
