import MarkdownIt, { type Token } from 'markdown-it'
import { escapeHtml, pictureSource, safeHtml, safeHtmlWithPictures } from './html.ts'

// French quotes with their inner no-break spaces; raw HTML stays text.
const french = new MarkdownIt({
  html: false,
  linkify: true,
  typographer: true,
  quotes: ['«\u00a0', '\u00a0»', '‹\u00a0', '\u00a0›'],
})
const english = new MarkdownIt({ html: false, linkify: true, typographer: true })

/** How large the pictures are that a text may show, by their ids. */
export type KnownPictures = ReadonlyMap<string, { width: number; height: number }>

/**
 * A body as safe HTML. The output goes through the allow-list as well: two locks on one door. Of pictures, those are
 * shown that are known; any other is a link to it, so that no page of ours asks another server for anything.
 */
export function renderMarkdown(body: string, language: string, pictures: KnownPictures = none): string {
  const markdown = language.startsWith('fr') ? french : english
  const tokens = markdown.parse(body, {})
  settleHeadings(tokens)
  const clean = pictures.size > 0 ? safeHtmlWithPictures : safeHtml
  return clean(markdown.renderer.render(tokens, markdown.options, { pictures }))
}

const none: KnownPictures = new Map()

/** A picture as it stands in a text. */
export interface TextPicture {
  /** Of our own; null: it is somewhere else. */
  id: string | null
  alt: string
  /** Said to add nothing: it has no description on purpose. */
  decorative: boolean
}

/** The pictures of a text, in order. */
export const picturesIn = (body: string): TextPicture[] =>
  body.includes('![')
    ? imagesOf(english.parse(body, {})).map((token) => ({
        id: idOf(token),
        alt: altOf(token),
        decorative: isDecorative(token),
      }))
    : []

const imagesOf = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token) =>
    token.type === 'image' ? [token] : token.children === null ? [] : imagesOf(token.children),
  )

const sourceOf = (token: Token): string => String(token.attrGet('src') ?? '')

const idOf = (token: Token): string | null => pictureSource.exec(sourceOf(token))?.[1] ?? null

/** Its description as text: emphasis in it is not read out. */
const altOf = ({ children }: Token): string =>
  (children ?? [])
    .map(({ type, content }) => (type === 'softbreak' || type === 'hardbreak' ? ' ' : content))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** `![](/media/….webp "décorative")`: a description that is missing was forgotten, unless this is said. */
const isDecorative = (token: Token): boolean =>
  /^(d[ée]corati(f|ve)|decorative)$/i.test(String(token.attrGet('title') ?? '').trim())

const knownIn = (env: unknown): KnownPictures =>
  typeof env === 'object' && env !== null && 'pictures' in env && env.pictures instanceof Map
    ? env.pictures
    : none

for (const markdown of [french, english])
  markdown.renderer.rules['image'] = (tokens, at, _, env) => {
    const token = tokens[at]
    if (token === undefined) return ''
    const id = idOf(token)
    const size = id === null ? undefined : knownIn(env).get(id)
    const alt = escapeHtml(altOf(token))
    const source = escapeHtml(sourceOf(token))
    if (size !== undefined)
      // Its place is kept before it is there, and it is fetched when it is near.
      return `<img src="${source}" alt="${alt}" width="${size.width}" height="${size.height}" loading="lazy" decoding="async">`
    const before = tokens.slice(0, at).map(({ type }) => type)
    const inLink = before.lastIndexOf('link_open') > before.lastIndexOf('link_close')
    return inLink ? alt : `<a href="${source}">${alt || source}</a>`
  }

/**
 * The page has its h1 already, and whoever listens to it goes by its levels: the highest heading of a text becomes h2,
 * and each one below it is one deeper than the one it stands under, whatever was typed.
 */
function settleHeadings(tokens: readonly Token[]): void {
  const above: number[] = []
  let tag = ''
  for (const token of tokens) {
    if (token.type === 'heading_open') {
      const typed = Number(token.tag.slice(1))
      while ((above.at(-1) ?? 0) >= typed) above.pop()
      above.push(typed)
      tag = `h${Math.min(above.length + 1, 5)}`
    }
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = tag
  }
}
