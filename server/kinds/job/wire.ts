import type { Locale } from '../../../views/language.tsx'
import { contentOf, factLines, opening } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import { intent } from '../intent.ts'
import type { ReceivedObject, WireObject } from '../kind.ts'
import { fieldsOf, unknownToStrangers } from '../received.ts'
import { facts } from './facts.ts'
import type { JobFields } from './fields.ts'
import { unpaid } from './table.ts'
import { texts } from './texts.ts'

const decisive = ['contract', 'months', 'hours', 'pay', 'remote', 'startsOn', 'deadline']

/** A Note, because Mastodon shows nothing of an Article but its title (interop.md §2). */
export function toObject(entry: Envelope, job: JobFields, locale: Locale): WireObject {
  const t = texts[locale]
  return {
    type: 'Note',
    content: contentOf(entry, {
      before: opening(entry, t.closed) + factLines(facts(job, locale), decisive, locale),
      most: 2000,
      link: unpaid.includes(job.contract) ? t.linkUnpaid : t.link,
    }),
    ...proposal(entry, job),
  }
}

/**
 * What a marketplace reads (FEP-0837): work is asked for. What is given for it stays in words: a range, by the month,
 * before taxes, is no sum that somebody could agree to. Filled, nothing is asked for.
 */
const proposal = (entry: Envelope, { positions }: JobFields): Record<string, unknown> =>
  entry.state === 'closed'
    ? {}
    : {
        purpose: 'request',
        publishes: intent(`${entry.apId}#primary`, {
          action: 'deliverService',
          conformsTo: 'https://schema.org/Occupation',
          amount: positions ?? undefined,
        }),
      }

export const fromObject = (object: ReceivedObject): unknown => fieldsOf(object, 'job', unknownToStrangers)
