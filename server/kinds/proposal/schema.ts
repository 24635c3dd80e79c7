import { lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { ProposalFields } from './fields.ts'
import { texts } from './texts.ts'
import { localeOf } from '../../../views/language.tsx'

/** https://schema.org/CreativeWork: the text that is proposed. */
export function toSchema(
  entry: Envelope,
  proposal: ProposalFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  if (entry.origin !== null || entry.publishedAt === null) return null
  if (entry.state !== 'published' && entry.state !== 'closed') return null
  const { source, sourceLabel, sourceDay } = proposal
  return {
    '@context': 'https://schema.org',
    '@type': 'CreativeWork',
    name: entry.title,
    description: lede(entry, 300),
    url: entry.url,
    inLanguage: entry.language,
    datePublished: new Date(entry.publishedAt).toISOString(),
    dateModified: new Date(Math.max(entry.updatedAt, entry.publishedAt)).toISOString(),
    creativeWorkStatus: texts[localeOf(entry.language) ?? 'fr'].status[proposal.status],
    ...(proposal.quote !== null && { text: proposal.quote }),
    ...((source !== null || sourceLabel !== null) && {
      isBasedOn: {
        '@type': 'CreativeWork',
        ...(sourceLabel !== null && { name: sourceLabel }),
        ...(source !== null && { url: source }),
        ...(sourceDay !== null && { datePublished: sourceDay }),
      },
    }),
    publisher: { '@type': 'Organization', name: hub.name, url: hub.origin },
    ...(entry.licence !== null && { license: `https://spdx.org/licenses/${entry.licence}` }),
  }
}
