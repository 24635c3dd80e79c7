import { disable, enable, type Authority } from '../accounts/accounts.ts'
import { approve, decline } from '../accounts/registration.ts'
import type { Deps } from '../deps.ts'
import { lastDecision } from './decision-store.ts'
import { recorded, type Decision } from './decisions.ts'

// Who may come in: decided by administrators, and noted like what moderators decide.

/** Nobody enters, nothing is erased; it can be opened again. */
export const closeAccount = (deps: Deps, by: Authority, id: string, reason: string): Promise<void> =>
  disable(deps, by, id, [recorded(deps, by, about('account-closed', id, reason))])

/** Takes back what closed it. */
export async function openAccount(deps: Deps, by: Authority, id: string): Promise<void> {
  const closed = await lastDecision(deps.db, 'account-closed', { subjectId: id })
  const opened = { ...about('account-opened', id, ''), undoes: closed?.id ?? null }
  await enable(deps, by, id, [recorded(deps, by, opened)])
}

export const approveAccount = (deps: Deps, by: Authority, id: string): Promise<void> =>
  approve(deps, by, id, [recorded(deps, by, about('account-approved', id, ''))])

/** Nothing is kept of those who are not let in: not even whose account it would have been. */
export const declineAccount = (deps: Deps, by: Authority, id: string): Promise<void> =>
  decline(deps, by, id, [recorded(deps, by, about('account-declined', '', ''))])

const about = (action: Decision['action'], subjectId: string, reason: string): Decision => ({
  ...{ action, subject: 'account', subjectId, reason },
})
