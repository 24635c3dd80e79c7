import { lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { TopicFields } from './fields.ts'

/** https://schema.org/DiscussionForumPosting */
export function toSchema(
  entry: Envelope,
  _: TopicFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  if (entry.origin !== null || entry.publishedAt === null) return null
  if (entry.state !== 'published' && entry.state !== 'closed') return null
  return {
    '@context': 'https://schema.org',
    '@type': 'DiscussionForumPosting',
    headline: entry.title,
    text: lede(entry, 1000) || entry.title,
    url: entry.url,
    inLanguage: entry.language,
    datePublished: new Date(entry.publishedAt).toISOString(),
    author:
      entry.speaker === null
        ? { '@type': 'Person', name: entry.writer ?? hub.name }
        : { '@type': 'Organization', name: entry.speaker.name },
    isPartOf: { '@type': 'WebSite', name: hub.name, url: hub.origin },
    ...(entry.licence !== null && { license: `https://spdx.org/licenses/${entry.licence}` }),
  }
}
