import { lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import { progressInWords } from './facts.ts'
import type { CommitmentFields } from './fields.ts'
import { localeOf } from '../../../views/language.tsx'

/**
 * https://schema.org/Action: somebody undertakes something. That it is done is not ours to say: there is no
 * `actionStatus`.
 */
export function toSchema(
  entry: Envelope,
  commitment: CommitmentFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  if (entry.origin !== null || entry.publishedAt === null) return null
  if (entry.state !== 'published' && entry.state !== 'closed') return null
  const { holder, deadline, source } = commitment
  return {
    '@context': 'https://schema.org',
    '@type': 'Action',
    name: entry.title,
    description: lede(entry, 300),
    url: entry.url,
    ...(holder !== null && { agent: { '@type': 'Organization', name: holder } }),
    ...(deadline !== null && { endTime: deadline }),
    subjectOf: {
      '@type': 'CreativeWork',
      url: entry.url,
      abstract: progressInWords(entry, commitment, localeOf(entry.language) ?? 'fr'),
      dateModified: new Date(Math.max(entry.updatedAt, entry.publishedAt)).toISOString(),
      inLanguage: entry.language,
      ...(source !== null && { citation: source }),
      publisher: { '@type': 'Organization', name: hub.name, url: hub.origin },
    },
  }
}
