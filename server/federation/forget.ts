import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { actors } from '../../db/schema/federation.ts'
import { forgetActors } from '../moderation/forget.ts'
import type { RemoteActor } from './remote-actors.ts'
import type { FederationDeps } from './room.ts'

/** An actor that says goodbye takes everything along; only its id stays, so that it is known to be gone. */
export const forgetActor = (
  deps: FederationDeps,
  actor: Pick<RemoteActor, 'n' | 'id'>,
  final: boolean,
): Step[] => [
  ...forgetActors(deps, { sql: 'SELECT n FROM actors WHERE n = ?', args: [actor.n] }, final, deps.now()),
  deps.db.make
    .update(actors)
    .set({ deletedAt: deps.now(), name: '', summary: '', iconUrl: null })
    .where(eq(actors.n, actor.n)),
]
