import { lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import { deadlineOf, type CallFields } from './fields.ts'

/** https://schema.org/Article, with the day on which it is of no more use to those who would answer. */
export function toSchema(
  entry: Envelope,
  call: CallFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  if (entry.origin !== null || entry.publishedAt === null) return null
  if (entry.state !== 'published' && entry.state !== 'closed') return null
  const deadline = deadlineOf(call)
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: entry.title,
    description: lede(entry, 300),
    url: entry.url,
    inLanguage: entry.language,
    datePublished: new Date(entry.publishedAt).toISOString(),
    dateModified: new Date(Math.max(entry.updatedAt, entry.publishedAt)).toISOString(),
    ...(deadline !== null && { expires: new Date(deadline).toISOString() }),
    author: { '@type': 'Organization', name: entry.speaker?.name ?? hub.name },
    publisher: { '@type': 'Organization', name: hub.name, url: hub.origin },
    ...(call.organiser !== null && { sponsor: { '@type': 'Organization', name: call.organiser } }),
  }
}
