import MarkdownIt from 'markdown-it'
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
export const renderMarkdown = (body: string, language: string): string =>
  safeHtml((language.startsWith('fr') ? french : english).render(body))
