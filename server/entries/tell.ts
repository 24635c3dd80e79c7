import type { Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { record } from './store.ts'

/** What happened, for the federation to tell later; its activity's id is fixed now. */
export const tell = (deps: Deps, type: string, subject: string, now: number): Step[] =>
  record(deps.db, { type, subject, activityId: deps.newId(), now })
