import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { quotationById } from '../entries/quotation-queries.ts'
import { onlyQuotation, refuseQuotations, showQuotation } from '../entries/quotations.ts'
import { Refusal } from '../refusal.ts'
import { mayModerate, recorded } from './decisions.ts'

export const quotationOutcomes = ['shown', 'refused'] as const

export type QuotationOutcome = (typeof quotationOutcomes)[number]

/**
 * Shown, it is named on the page of what it quotes. Refused, it never is again, and its stamp is taken back: servers
 * that look no longer show what is quoted under it.
 */
export async function decideQuotation(
  deps: Deps,
  by: Authority,
  id: string,
  { outcome, reason }: { outcome: QuotationOutcome; reason: string },
): Promise<void> {
  mayModerate(by)
  const found = await quotationById(deps.db, id)
  if (found === undefined) throw new Refusal('absent', 'There is no such quotation.')
  if (found.state === 'refused') throw new Refusal('conflict', 'This quotation is already refused.')
  if (outcome === 'refused' && reason.trim() === '')
    throw new Refusal('invalid', 'This needs a word of why.', { fields: { reason: 'required' } })
  await deps.db.write([
    ...(outcome === 'shown'
      ? showQuotation(deps.db, found.n)
      : refuseQuotations(deps, onlyQuotation(found.n), deps.now(), 'followers too')),
    recorded(deps, by, {
      action: `quotation-${outcome}`,
      subject: 'entry',
      subjectId: found.objectId,
      reason,
    }),
  ])
}
