import type { Statement, Step } from '../../db/open.ts'
import { asideEntries, settled, withoutPictures } from './aside.ts'
import type { Authority } from '../accounts/accounts.ts'
import type { Deps } from '../deps.ts'
import { quotationsBy, refuseQuotations } from '../entries/quotations.ts'
import { Refusal } from '../refusal.ts'
import { addressKey, domainsOf, hostKey, hostNamed } from '../text/host.ts'
import { idOf, mayModerate, recorded, type Action } from './decisions.ts'
import { forgetActors } from './forget.ts'
import * as reach from './reach.ts'
import * as store from './block-store.ts'

export type BlockTarget = { type: 'host' | 'actor'; target: string }

/** What is held against a target, and what is said of it. */
export type Measure = Pick<
  store.BlockRow,
  'severity' | 'rejectMedia' | 'rejectReports' | 'reason' | 'publicComment' | 'obfuscate'
>

export type Severity = Measure['severity']

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

const blocking: Measure = {
  ...{ severity: 'suspend', rejectMedia: false, rejectReports: false },
  ...{ reason: '', publicComment: '', obfuscate: false },
}

/**
 * Suspended, nothing more comes in from there or goes out to there, and what is stored of them is erased in the same
 * command: entries, search rows, comments, messages, quotations with their stamps, likes,
 * follows both ways, and what waited to be sent. Silenced,
 * what they bring is kept and shown to moderators alone, follows go on, and all of it can be shown again. What was
 * held against the target before gives way to it.
 */
export async function block(
  deps: Deps,
  by: Authority,
  blocked: BlockTarget & Partial<Measure>,
): Promise<void> {
  mayModerate(by)
  const { type, target, ...given } = blocked
  const before = await store.blockOf(deps.db, type, target)
  const measure = { ...blocking, ...before, ...{ severity: blocking.severity, ...given } }
  if (before !== undefined && isSame(before, measure)) return
  await deps.db.write(blockSteps(deps, by, blocked, before?.severity))
}

const isSame = (one: Measure, other: Measure): boolean =>
  (Object.keys(blocking) as (keyof Measure)[]).every((key) => one[key] === other[key])

/**
 * What is not given stays as it was, but for the severity. `before`: what that was, as far as whoever asks has read it;
 * unknown, everything is done that may be needed.
 */
export const blockSteps = (
  deps: Deps,
  by: Authority,
  { type, target, publicReason, ...given }: BlockTarget & Partial<Measure> & { publicReason?: string },
  before?: Severity,
): Step[] => {
  const { severity = blocking.severity, rejectMedia = false, reason = '' } = given
  const parts = partsOf({ type, target })
  const createdBy = idOf(by)
  const row = { ...blocking, ...given, id: deps.newId(), type, target, createdBy, createdAt: deps.now() }
  return [
    store.putBlock(deps.db, row, { ...given, severity, createdBy }),
    ...(severity === 'suspend' ? erased(deps, parts) : []),
    ...(severity === 'suspend' || severity === before ? [] : settled(parts.whose)),
    ...(severity !== 'suspend' && rejectMedia ? withoutPictures(parts.whose) : []),
    recorded(deps, by, {
      ...{ action: actionOf[severity], subject: type, subjectId: target, reason },
      // Of a person nothing is said to everybody.
      publicReason: publicReason ?? (type === 'host' ? (given.publicComment ?? '') : ''),
    }),
  ]
}

const actionOf: Readonly<Record<Severity, Action>> = {
  suspend: 'blocked',
  silence: 'silenced',
  noop: 'restricted',
}

/** All that is kept of them, and all that waits for them. */
export const erased = (deps: Deps, { whose, unsent }: Parts): Step[] => [
  { sql: `DELETE ${unsent.sql}`, args: unsent.args },
  ...refuseQuotations(deps, quotationsBy(whose), deps.now(), 'followers too'),
  // Not final: unblocked, they may be followed again and bring it all back.
  ...forgetActors(deps, whose, false, deps.now()),
  store.deleteActors(whose),
]

/** What is kept here of a target, to be looked at before. */
export function reachOf(deps: Pick<Deps, 'db'>, blocked: BlockTarget): Promise<reach.Reach> {
  const { whose, unsent } = partsOf(blocked)
  return reach.reachOf(deps.db, whose, unsent)
}

/** What is kept of a target that is set aside, page by page. */
export const asideOf = (reads: Pick<Deps, 'db' | 'hub'>, blocked: BlockTarget, page: number) =>
  asideEntries(reads, partsOf(blocked).whose, page)

export interface Parts {
  /** A query for the `n` of the actors that are meant. */
  whose: Statement
  unsent: Statement
}

function partsOf({ type, target }: BlockTarget): Parts {
  if (type === 'host')
    return { whose: store.actorsOfHost(target), unsent: store.undelivered({ host: target }) }
  const whose = store.actorWithId(target)
  return { whose, unsent: store.undelivered({ actors: whose }) }
}

/**
 * They may speak again. What was set aside is shown, unless something else holds it back; what was erased is gone, and
 * what was followed must be followed anew.
 */
export async function unblock(deps: Deps, by: Authority, id: string, reason: string): Promise<void> {
  mayModerate(by)
  const found = await store.blockById(deps.db, id)
  if (found === undefined) throw new Refusal('absent', 'There is no such block.')
  await deps.db.write([
    ...store.deleteBlock(deps.db, id),
    ...(found.severity === 'silence' ? settled(partsOf(found).whose) : []),
    recorded(deps, by, { action: 'unblocked', subject: found.type, subjectId: found.target, reason }),
  ])
}
