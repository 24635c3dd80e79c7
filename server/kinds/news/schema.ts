import type { Envelope } from '../envelope.ts'
import { lede } from '../content.ts'
import type { NewsFields } from './fields.ts'

/** https://schema.org/NewsArticle; minutes are a plain Article. */
export function toSchema(
  entry: Envelope,
  news: NewsFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  if (entry.origin !== null || entry.publishedAt === null) return null
  if (entry.state !== 'published' && entry.state !== 'closed') return null
  return {
    '@context': 'https://schema.org',
    '@type': news.meetingDay === null ? 'NewsArticle' : 'Article',
    headline: entry.title,
    description: lede(entry, 300),
    url: entry.url,
    inLanguage: entry.language,
    datePublished: new Date(entry.publishedAt).toISOString(),
    dateModified: new Date(Math.max(entry.updatedAt, entry.publishedAt)).toISOString(),
    author: { '@type': 'Organization', name: entry.speaker?.name ?? hub.name },
    publisher: { '@type': 'Organization', name: hub.name, url: hub.origin },
    ...(entry.licence !== null && { license: `https://spdx.org/licenses/${entry.licence}` }),
    ...(news.source !== null && { isBasedOn: news.source }),
  }
}
