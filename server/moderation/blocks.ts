import type { Statement, Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { quotationsBy, refuseQuotations } from '../entries/quotations.ts'
import { Refusal } from '../refusal.ts'
import { addressKey, domainsOf, hostKey, hostNamed } from '../text/host.ts'
import { idOf, mayModerate, recorded } from './decisions.ts'
import { forgetActors } from './forget.ts'
import * as reach from './reach.ts'
import * as store from './store.ts'

export type BlockTarget = { type: 'host' | 'actor'; target: string }

export type TargetFault = 'not-a-host' | 'not-an-actor' | 'unknown-actor' | 'own'

/**
 * What a person typed, in the spelling that is compared: `Evil.Test.` and `xn--…` are the same wherever they are
 * met. A handle must be of someone we know, since only their own host could say whose it is.
 */
export async function readTarget(
  deps: Pick<Deps, 'db' | 'hub'>,
  type: 'host' | 'actor',
  typed: string,
): Promise<BlockTarget | { fault: TargetFault }> {
  const host = hostNamed(typed)
  // A bare word would be a whole top-level domain.
  if (host === null || !/[.:\]]|^localhost$/.test(host))
    return { fault: type === 'host' ? 'not-a-host' : 'not-an-actor' }
  const own = hostKey(deps.hub.origin) ?? ''
  if (type === 'host') return domainsOf(own).includes(host) ? { fault: 'own' } : { type, target: host }
  if (host === own) return { fault: 'own' }
  if (/^https?:\/\/[^/]+\/./i.test(typed.trim())) {
    const address = typed.trim()
    const known =
      (await store.remoteActorNamed(deps.db, { address })) ??
      (await store.remoteActorNamed(deps.db, { address: addressKey(address) }))
    return { type, target: known?.id ?? addressKey(address) }
  }
  const handle = /^@?([^@\s/]+)@[^@\s/]+$/.exec(typed.trim())?.[1]
  if (handle === undefined) return { fault: 'not-an-actor' }
  const known = await store.remoteActorNamed(deps.db, { handle, host })
  return known === undefined ? { fault: 'unknown-actor' } : { type, target: known.id }
}

/**
 * Nothing more comes in from there or goes out to there, and what is stored of them is erased in the same
 * command: entries, search rows, comments, messages, quotations with their stamps, likes, follows both ways, and what waited to be sent.
 */
export async function block(
  deps: Deps,
  by: Authority,
  blocked: BlockTarget & { reason: string },
): Promise<void> {
  mayModerate(by)
  const { type, target, reason } = blocked
  if ((await store.blockOf(deps.db, type, target)) !== undefined) return
  await deps.db.write(blockSteps(deps, by, { type, target, reason }))
}

export const blockSteps = (
  deps: Deps,
  by: Authority,
  { type, target, reason }: BlockTarget & { reason: string },
): Step[] => {
  const now = deps.now()
  const { whose, unsent } = partsOf({ type, target })
  return [
    store.insertBlock(deps.db, {
      ...{ id: deps.newId(), type, target, reason },
      ...{ createdBy: idOf(by), createdAt: now },
    }),
    { sql: `DELETE ${unsent.sql}`, args: unsent.args },
    ...refuseQuotations(deps, quotationsBy(whose), now, 'followers too'),
    // Not final: unblocked, they may be followed again and bring it all back.
    ...forgetActors(deps, whose, false, now),
    store.deleteActors(whose),
    recorded(deps, by, { action: 'blocked', subject: type, subjectId: target, reason }),
  ]
}

/** What a block would erase, to be looked at before. */
export function reachOf(deps: Pick<Deps, 'db'>, blocked: BlockTarget): Promise<reach.Reach> {
  const { whose, unsent } = partsOf(blocked)
  return reach.reachOf(deps.db, whose, unsent)
}

function partsOf({ type, target }: BlockTarget): { whose: Statement; unsent: Statement } {
  if (type === 'host')
    return { whose: store.actorsOfHost(target), unsent: store.undelivered({ host: target }) }
  const whose = store.actorWithId(target)
  return { whose, unsent: store.undelivered({ actors: whose }) }
}

/** They may speak again. What was erased is gone; what was followed must be followed anew. */
export async function unblock(deps: Deps, by: Authority, id: string, reason: string): Promise<void> {
  mayModerate(by)
  const found = await store.blockById(deps.db, id)
  if (found === undefined) throw new Refusal('absent', 'There is no such block.')
  await deps.db.write([
    ...store.deleteBlock(deps.db, id),
    recorded(deps, by, { action: 'unblocked', subject: found.type, subjectId: found.target, reason }),
  ])
}
