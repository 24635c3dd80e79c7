import MarkdownIt, { type Token } from 'markdown-it'
import { safeHtml } from './html.ts'

// French quotes with their inner no-break spaces; raw HTML stays text.
const french = new MarkdownIt({
  html: false,
  linkify: true,
  typographer: true,
  quotes: ['«\u00a0', '\u00a0»', '‹\u00a0', '\u00a0›'],
})
const english = new MarkdownIt({ html: false, linkify: true, typographer: true })

/** A body as safe HTML. The output goes through the allow-list as well: two locks on one door. */
export function renderMarkdown(body: string, language: string): string {
  const markdown = language.startsWith('fr') ? french : english
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
