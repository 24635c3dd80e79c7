import MarkdownIt, { type Token } from 'markdown-it'
import { languageOf, localeOf, type Locale } from '../../views/language.tsx'
import { safeHtml } from './html.ts'

type Writer = InstanceType<typeof MarkdownIt>

/** Raw HTML stays text; quotes are those of the language, French ones with their inner no-break spaces. */
const made = new Map<Locale, Writer>()

function writerOf(language: string): Writer {
  const locale = localeOf(language) ?? 'en'
  const known = made.get(locale)
  if (known !== undefined) return known
  const quotes = [...languageOf(locale).quotes]
  const fresh = new MarkdownIt({ html: false, linkify: true, typographer: true, quotes })
  made.set(locale, fresh)
  return fresh
}

/** A body as safe HTML. The output goes through the allow-list as well: two locks on one door. */
export function renderMarkdown(body: string, language: string): string {
  const markdown = writerOf(language)
  const tokens = markdown.parse(body, {})
  settleHeadings(tokens)
  return safeHtml(markdown.renderer.render(tokens, markdown.options, {}))
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
