import type { Deps } from '../deps.ts'
import { safeHtml } from '../text/html.ts'
import { plainLine } from '../text/plain-line.ts'
import type { Identified, NormalisedObject } from './normalise.ts'

/** What a stranger wrote, as it may be kept: cleaned, and said no later than now. */
export const receivedWords = (deps: Pick<Deps, 'now'>, object: Identified<NormalisedObject>) => ({
  apId: object.id,
  url: object.url,
  html: safeHtml(object.content ?? ''),
  summary: plainLine(object.summary ?? '', 500),
  language: object.language,
  publishedAt: Math.min(Date.parse(object.published ?? '') || deps.now(), deps.now()),
})

/** A picture and nothing else, or a vote: there would be nothing to read. */
export const isWordless = ({ html, summary }: { html: string; summary: string }): boolean =>
  summary === '' && /^(\s|<[^>]*>)*$/.test(html)
