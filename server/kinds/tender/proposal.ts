import type { Locale } from '../../../views/language.tsx'
import { escaped } from '../blocks.ts'
import type { Envelope } from '../envelope.ts'
import { intent } from '../intent.ts'
import type { Lot } from './fields.ts'
import { lotLine, lotTitle } from './lot-facts.ts'

/** Divisions of the CPV that are goods; the others are works and services. */
const goods = /^([0-3]|4[0-4]|48)/

export const proposalType = 'https://w3id.org/valueflows/ont/vf#Proposal'

/** Browsers are sent from there to the lot's page. */
export const proposalIdOf = ({ apId }: Envelope, { number }: Lot): string => `${apId}/lots/${number}`

/** What is awarded, given up or over is no longer asked for. */
export const isAsked = (entry: Envelope, lot: Lot): boolean =>
  entry.state !== 'closed' && lot.state === 'open'

/** A lot as a marketplace reads it (FEP-0837): something is asked for. */
export function proposalOf(entry: Envelope, lot: Lot, locale: Locale): Record<string, unknown> {
  const id = proposalIdOf(entry, lot)
  const isGoods = lot.cpv !== null && goods.test(lot.cpv)
  return {
    id,
    type: 'Proposal',
    purpose: 'request',
    name: lotTitle(lot, locale),
    content: `<p>${escaped(lotLine(lot, locale))}</p>`,
    publishes: intent(`${id}#primary`, {
      action: isGoods ? 'transfer' : 'deliverService',
      conformsTo: `https://schema.org/${isGoods ? 'Product' : 'Service'}`,
    }),
  }
}
