import type { Step } from '../../db/open.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { Refusal } from '../refusal.ts'
import { isPublic, mayWithdraw } from './entry.ts'
import type { Entry } from './load.ts'
import * as store from './store.ts'
import { tell } from './tell.ts'

/** For good: the page answers 410, and the followers are told to forget it. A draft is simply thrown away. */
export async function withdraw(deps: Deps, viewer: Viewer, { envelope }: Entry): Promise<void> {
  if (!mayWithdraw(viewer, envelope)) throw new Refusal('forbidden', 'You cannot withdraw this entry.')
  await deps.db.write(withdrawal(deps, viewer.id, envelope))
}

/** For a command that records more than the withdrawal itself. */
export function withdrawal(
  deps: Deps,
  by: string,
  envelope: Pick<Envelope, 'id' | 'state' | 'revision'>,
): Step[] {
  const now = deps.now()
  return [
    ...store.moveEntry(deps.db, envelope, {
      state: 'withdrawn',
      withdrawnAt: now,
      withdrawnBy: by,
      updatedAt: now,
    }),
    ...store.unindex(envelope.id),
    ...(isPublic(envelope.state) ? tell(deps, 'entry.withdrawn', envelope.id, now) : []),
  ]
}
