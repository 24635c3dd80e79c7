import type { Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import { required } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import * as store from './store.ts'

/** What a moderator can do; each is recorded with who, when and why, in the command that does it. */
export const actions = [
  'comment-shown',
  'comment-hidden',
  'comment-deleted',
  'entry-removed',
  'quotation-shown',
  'quotation-refused',
  'report-closed',
  'blocked',
  'unblocked',
] as const

export type Action = (typeof actions)[number]

export interface Decision {
  action: Action
  /** What it was about: `/ap/objects/{id}`, the full id of a remote object or actor, or a host. */
  subject: 'entry' | 'comment' | 'actor' | 'host'
  subjectId: string
  reason: string
}

export const mayModerate = (by: Authority): void => {
  if (by !== 'console') required(by, 'moderator')
}

export const idOf = (by: Authority): string => (by === 'console' ? by : by.id)

export const recorded = (deps: Deps, by: Authority, decision: Decision): Step =>
  store.insertDecision(deps.db, { id: deps.newId(), ...decision, by: idOf(by), at: deps.now() })

/** Of a row: an older hub may know fewer. */
export const isAction = (text: string): text is Action => actions.some((action) => action === text)
