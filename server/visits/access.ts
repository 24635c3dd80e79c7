import type { Visitor } from '../accounts/viewer.ts'
import { isOver, isPublic } from '../entries/entry.ts'
import type { Entry } from '../entries/load.ts'
import { mayReadInquiries } from '../inquiries/access.ts'
import type { visitStates } from '../../db/schema/visits.ts'

// A request for a talk is no inquiry: it goes on after the first letter, has a state that both sides see, and leaves a
// count behind. Who reads it, and the two steps by e-mail, are those of inquiries.

/** An offer to schools, of this hub and still open. */
export const takesVisits = ({ envelope, fields }: Entry, now: number): boolean =>
  envelope.kind === 'resource' &&
  envelope.origin === null &&
  isPublic(envelope.state) &&
  !isOver(envelope, now) &&
  isSchoolOffer(fields)

export const isSchoolOffer = (fields: Entry['fields']): boolean =>
  fields !== null && fields['category'] === 'school-talk' && fields['direction'] === 'offer'

export const mayReadVisits = (viewer: Visitor, { envelope }: Entry): boolean =>
  envelope.kind === 'resource' && mayReadInquiries(viewer, envelope)

export type VisitState = (typeof visitStates)[number]
export type Side = 'school' | 'structure'
export type Act = 'accept' | 'refuse' | 'hold' | 'cancel'

/** What an act makes of a visit, from which states, and whose it is. */
export const acts: Readonly<
  Record<Act, { from: readonly VisitState[]; to: VisitState; sides: readonly Side[] }>
> = {
  accept: { from: ['asked'], to: 'accepted', sides: ['structure'] },
  refuse: { from: ['asked'], to: 'refused', sides: ['structure'] },
  // Declared again, it is corrected.
  hold: { from: ['accepted', 'held'], to: 'held', sides: ['structure'] },
  cancel: { from: ['asked', 'accepted'], to: 'cancelled', sides: ['school', 'structure'] },
}

export const openActs = (state: VisitState, side: Side): Act[] =>
  (['accept', 'refuse', 'hold', 'cancel'] as const).filter(
    (act) =>
      acts[act].from.includes(state) &&
      acts[act].sides.includes(side) &&
      // Before it has said yes, a structure declines.
      !(act === 'cancel' && side === 'structure' && state === 'asked'),
  )
