import { hasRole, type Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { handleOf } from '../../entries/queries.ts'
import { localActor, type LocalActor } from '../../federation/local-actors.ts'
import { mayMove } from '../../federation/moving/index.ts'
import { Refusal } from '../../refusal.ts'
import { signedIn } from '../accounts/session-of.ts'
import type { Ctx } from '../env.ts'

/** Who answers for an account of ours: who runs the hub and, for an organisation, its own editors. */
export const answersFor = (viewer: Visitor, actor: Pick<LocalActor, 'role' | 'entryId'>): boolean =>
  hasRole(viewer, 'admin') ||
  (actor.role === 'organisation' && viewer !== null && speaksFor(viewer, actor.entryId))

const speaksFor = ({ memberships }: NonNullable<Visitor>, entryId: string | null): boolean =>
  memberships.some(({ organisationId, role }) => organisationId === entryId && role === 'editor')

/** The account that an address of this room names, for those who answer for it. */
export async function ownAccount(deps: Deps, c: Ctx): Promise<LocalActor> {
  const viewer = signedIn(c)
  const actor = await localActor(deps.db, c.req.param('handle') ?? '')
  if (actor === undefined || actor.deletedAt !== null || !mayMove(actor))
    throw new Refusal('absent', 'There is no such page.')
  if (!answersFor(viewer, actor)) throw new Refusal('forbidden', 'You do not answer for this account.')
  return actor
}

export const pathOf = ({ handle }: Pick<LocalActor, 'handle'>): string => `/demenagement/${handle}`

/** Of an organisation of ours that has an account, for those who answer for it. */
export async function movingPath(
  deps: Deps,
  viewer: Visitor,
  { envelope, kind }: Entry,
): Promise<string | null> {
  const { id: entryId, origin } = envelope
  if (kind.section !== null || origin !== null) return null
  if (viewer === null || !answersFor(viewer, { role: 'organisation', entryId })) return null
  const handle = await handleOf(deps.db, entryId)
  return handle === null ? null : pathOf({ handle })
}
