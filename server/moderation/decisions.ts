import type { Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import { required } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { insertDecision } from './decision-store.ts'

/** What a moderator can do; each is recorded with who, when and why, in the command that does it. */
export const actions = [
  'comment-shown',
  'comment-hidden',
  'comment-deleted',
  'picture-removed',
  'entry-removed',
  'topic-accepted',
  'topic-refused',
  'quotation-shown',
  'quotation-refused',
  'report-closed',
  'report-reopened',
  'report-forwarded',
  'account-closed',
  'account-opened',
  'account-approved',
  'account-declined',
  'rules-changed',
  'blocked',
  'silenced',
  'restricted',
  'unblocked',
  'blocks-imported',
  'host-allowed',
  'host-disallowed',
  'federation-open',
  'federation-chosen',
] as const

export type Action = (typeof actions)[number]

export interface Decision {
  action: Action
  /** What it was about: `/ap/objects/{id}`, the full id of a remote object or actor, a host, an account's id. */
  subject: 'entry' | 'comment' | 'actor' | 'message' | 'host' | 'account' | 'rules'
  subjectId: string
  /** For the other moderators. */
  reason: string
  /** For everybody, where the hub shows what it decides. */
  publicReason?: string
  /** For whoever wrote what it is about. */
  authorReason?: string
  /** The decision that this one takes back. */
  undoes?: string | null
  /** The report that led to it. */
  reportId?: string | null
}

export const mayModerate = (by: Authority): void => {
  if (by !== 'console') required(by, 'moderator')
}

export const idOf = (by: Authority): string => (by === 'console' ? by : by.id)

export const recorded = (deps: Deps, by: Authority, decision: Decision): Step =>
  insertDecision(deps.db, { id: deps.newId(), ...decision, by: idOf(by), at: deps.now() })

/** What they change is gone, or has left: it is said before, and in the list. */
export const final: readonly Action[] = [
  'comment-deleted',
  'picture-removed',
  'entry-removed',
  'report-forwarded',
  'account-declined',
]

/** Of a row: an older hub may know fewer. */
export const isAction = (text: string): text is Action => actions.some((action) => action === text)
