import type { Locale } from '../../../views/language.tsx'
import type { OrganisationFields } from '../../kinds/organisation/fields.ts'
import type { Lot } from '../../kinds/tender/fields.ts'

/** What a rule asks of an organisation: what it says of itself, and where it is. */
export interface Organisation extends Pick<
  OrganisationFields,
  | 'family'
  | 'status'
  | 'structure'
  | 'esus'
  | 'sectors'
  | 'area'
  | 'networks'
  | 'cpv'
  | 'serves'
  | 'services'
  | 'headcount'
  | 'largestContract'
> {
  placeCode: string | null
  placeLabel: string | null
}

/** What a rule asks of a lot. */
export type LotAsked = Pick<
  Lot,
  | 'cpv'
  | 'place'
  | 'placeName'
  | 'amountMin'
  | 'amountMax'
  | 'reservation'
  | 'reservationArticle'
  | 'reservationAsOf'
  | 'social'
  | 'insertionHours'
  | 'openTo'
>

/** What neither says, and somebody knows. */
export interface Known {
  /** Commune → its intercommunality. */
  groupings: Pick<ReadonlyMap<string, { code: string; name: string }>, 'get'>
  /** Networks of the organisation that publishes the lot. */
  networks: readonly string[]
}

/**
 * `fits`: a reason. `fits-not`: it cannot answer this lot alone, by what one of the two says. `doubt`: to be asked.
 * `unknown`: one of the two does not say; that is no reason, and never a no.
 */
export type Verdict = 'fits' | 'fits-not' | 'doubt' | 'unknown'

export interface Finding {
  verdict: Verdict
  say(locale: Locale): string
  /** Of places: how far it is, from 0 (the same town). */
  near?: number
}

/** Pure: the same two give the same answer. Null: the lot asks nothing of the kind. */
export type Rule = (organisation: Organisation, lot: LotAsked, known: Known) => Finding | null
