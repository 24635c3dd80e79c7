import type { Step } from '../../db/open.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { isPublic, mayWithdraw } from './entry.ts'
import { forgetSaid } from './history.ts'
import type { Entry } from './load.ts'
import { quotationsOf, refuseQuotations } from './quotations.ts'
import { silent } from './own-words.ts'
import * as store from './store.ts'
import { answersTo, takenBack } from './taken-back.ts'
import { tell } from './tell.ts'

/** For good: the page answers 410, and the followers are told to forget it. A draft is simply thrown away. */
export async function withdraw(deps: Deps, viewer: Viewer, entry: Entry): Promise<void> {
  if (!mayWithdraw(viewer, entry.envelope)) throw new Refusal('forbidden', 'You cannot withdraw this entry.')
  await deps.db.write(await withdrawal(deps, viewer.id, entry))
}

/** For a command that records more than the withdrawal itself. */
export async function withdrawal(
  deps: Deps,
  by: string,
  { envelope, kind }: Pick<Entry, 'envelope' | 'kind'>,
): Promise<Step[]> {
  const now = deps.now()
  return [
    ...(await silent(deps.db, kind, envelope.id)),
    ...store.moveEntry(deps.db, envelope, {
      state: 'withdrawn',
      withdrawnAt: now,
      withdrawnBy: by,
      updatedAt: now,
    }),
    ...store.unindex(envelope.id),
    ...forgetSaid(envelope.id),
    ...(isPublic(envelope.state)
      ? [
          ...tell(deps, 'entry.withdrawn', envelope.id, now),
          // The conversation goes with it, on other servers too.
          ...takenBack(deps, answersTo(envelope.id), now),
          ...refuseQuotations(deps, quotationsOf(envelope.id), now, 'who quotes'),
        ]
      : []),
  ]
}
