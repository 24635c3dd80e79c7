import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { Step } from '../../../db/open.ts'
import { Refusal } from '../../refusal.ts'
import { sameOrigin } from '../address.ts'
import { hostOf } from '../addresses.ts'
import type { Deadline } from '../deadline.ts'
import { localActor, type LocalActor } from '../local-actors.ts'
import type { FederationDeps } from '../room.ts'
import { addAlias, aliasesOf, mostAliases, removeAlias, type Alias } from './aliases.ts'
import { moveBack, moveOut } from './departure.ts'
import { household, lookAround, type Looked } from './house.ts'
import { followAll } from './lists.ts'
import { inTime, lookAt, lookFor, type Found, type LookFault } from './look.ts'

/** What the people of an account of ours do when it moves house (FEP-7628): the hub with its sections, or an organisation. */
export interface Moving {
  /** Whether it is expected there; within five seconds, and nothing is done. */
  look(handle: string, typed: string): Promise<Looked | LookFault | 'busy'>
  /** Goes there, if it is expected. */
  leave(handle: string, typed: string): Promise<Looked | LookFault | 'busy'>
  comeBack(handle: string): Promise<void>
  /** It was there before; of a hub, its sections too. Returns what was added. */
  cameFrom(handle: string, typed: string): Promise<Alias[] | LookFault | 'busy' | 'too-many'>
  forget(handle: string, aliasId: string): Promise<void>
  /** The hub follows each, in the background; returns how many it did not follow yet. */
  followAll(addresses: readonly string[]): Promise<number>
}

/** Each look may cost others some requests: nobody makes us a hammer (rule 28). */
export const looks = { points: 30, duration: 3_600 }

export function createMoving(deps: FederationDeps, wake: () => void): Moving {
  const limiter = new RateLimiterMemory(looks)
  const mayLook = (handle: string): Promise<boolean> =>
    limiter.consume(handle).then(
      () => true,
      () => false,
    )
  return {
    async look(handle, typed) {
      const actor = await movable(deps, handle)
      return (await mayLook(handle)) ? lookAround(deps, actor, typed) : 'busy'
    },
    async leave(handle, typed) {
      const actor = await movable(deps, handle)
      if (!(await mayLook(handle))) return 'busy'
      const looked = await moveOut(deps, actor, typed)
      wake()
      return looked
    },
    async comeBack(handle) {
      await moveBack(deps, await movable(deps, handle))
      wake()
    },
    async cameFrom(handle, typed) {
      const actor = await movable(deps, handle)
      if ((await aliasesOf(deps.db, actor)).length >= mostAliases) return 'too-many'
      if (!(await mayLook(handle))) return 'busy'
      const pairs = await inTime((deadline) => formerOf(deps, actor, typed, deadline))
      if (typeof pairs === 'string') return pairs
      await deps.db.write(pairs.flatMap((pair) => addAlias(deps, pair.own, aliasOf(pair.there))))
      wake()
      return pairs.map((pair) => aliasOf(pair.there))
    },
    async forget(handle, aliasId) {
      const actor = await movable(deps, handle)
      const [, ...sections] = await household(deps, actor)
      await deps.db.write([
        ...removeAlias(deps, actor, aliasId),
        ...(await Promise.all(sections.map((section) => forgetBeside(deps, section, aliasId)))).flat(),
      ])
      wake()
    },
    async followAll(addresses) {
      const asked = await followAll(deps, addresses)
      wake()
      return asked
    },
  }
}

/** A section moves with its hub, a member and the one that signs not at all. */
async function movable(deps: FederationDeps, handle: string): Promise<LocalActor> {
  const actor = await localActor(deps.db, handle)
  if (actor === undefined || actor.deletedAt !== null || !mayMove(actor))
    throw new Refusal('absent', 'This hub has no such account that could move.')
  return actor
}

export const mayMove = ({ role }: Pick<LocalActor, 'role'>): boolean =>
  role === 'hub' || role === 'organisation'

interface Pair {
  own: LocalActor
  there: Found
}

/** Of a hub that was a hub before: each section was the section of that name there. */
async function formerOf(
  deps: FederationDeps,
  actor: LocalActor,
  typed: string,
  deadline: Deadline,
): Promise<Pair[] | LookFault> {
  const there = await lookAt(deps, typed, deadline)
  if (typeof there === 'string') return there
  const [, ...sections] = await household(deps, actor)
  const host = hostOf(there.actor.id)
  const looked = await Promise.all(
    sections.map(async (own) => ({ own, there: await lookFor(deps, own.handle, host, deadline) })),
  )
  return [
    { own: actor, there },
    ...looked.flatMap(({ own, there: found }) => (typeof found === 'string' ? [] : [{ own, there: found }])),
  ]
}

/** What was added together goes together. */
async function forgetBeside(deps: FederationDeps, section: LocalActor, aliasId: string): Promise<Step[]> {
  const beside = (await aliasesOf(deps.db, section)).filter(({ id }) => sameOrigin(id, aliasId))
  return beside.flatMap(({ id }) => removeAlias(deps, section, id))
}

const aliasOf = ({ actor, handle }: Found): Alias => ({ id: actor.id, handle })
