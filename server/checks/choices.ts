import type { Entry } from '../entries/load.ts'

/** A proposal has a status; a commitment a number; of a fund, agreements, which are typed in its form. */
export type CheckedKind = 'proposal' | 'commitment' | 'fund'

export const ofProposal = ['asked', 'answered', 'accepted', 'refused', 'done', 'unsure'] as const
export const ofCommitment = ['measured', 'same', 'unsure'] as const
export const ofFund = ['same', 'unsure'] as const

export const choicesOf = (kind: CheckedKind): readonly Choice[] =>
  kind === 'proposal' ? ofProposal : kind === 'commitment' ? ofCommitment : ofFund

export type Choice = (typeof ofProposal)[number] | (typeof ofCommitment)[number]

/** Null: nobody is asked about an entry of its kind. */
export function checkedKind({ kind, fields }: Pick<Entry, 'kind' | 'fields'>): CheckedKind | null {
  if (fields === null) return null
  if (kind.name === 'proposal') return 'proposal'
  return kind.name !== 'commitment' ? null : fields['subject'] === 'fund' ? 'fund' : 'commitment'
}
