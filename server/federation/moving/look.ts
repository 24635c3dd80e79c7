import { sameOrigin } from '../address.ts'
import { hostOf } from '../addresses.ts'
import { isBlocked } from '../blocked.ts'
import { startDeadline, type Deadline } from '../deadline.ts'
import { fetchDocument } from '../document.ts'
import { FetchFault } from '../fetch-fault.ts'
import type { Identified, NormalisedActor } from '../normalise.ts'
import { askActor, handleOf } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { signedBy } from '../signed-fetch.ts'
import { actorOfHandle, actorOfPage, readHandle } from '../webfinger.ts'

/** Why nobody could be found where somebody was said to live. */
export type LookFault =
  | 'unreadable' // neither a handle nor an address
  | 'own' // of this hub
  | 'blocked'
  | 'private' // not a public server over https
  | 'unreachable'
  | 'absent' // nobody there has this name
  | 'unusable' // something else stands there

export interface Found {
  actor: Identified<NormalisedActor>
  /** `@name@host`. */
  handle: string
}

/** Somebody waits for this answer, before their browser. */
export const patience = 5_000

/** All that one act looks for, together. */
export async function inTime<Result>(look: (deadline: Deadline) => Promise<Result>): Promise<Result> {
  const deadline = startDeadline(patience)
  try {
    return await look(deadline)
  } finally {
    deadline.clear()
  }
}

/** An account elsewhere, by its handle, its id or its page; as it stands there now. Nothing is kept. */
export async function lookAt(
  deps: FederationDeps,
  typed: string,
  deadline: Pick<Deadline, 'passed'>,
): Promise<Found | LookFault> {
  if (await isBlocked(deps.db, typed)) return 'blocked'
  try {
    return await Promise.race([deadline.passed, found(deps, typed)])
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    return faultOf(error)
  }
}

/** Who has this name there. */
export const lookFor = (
  deps: FederationDeps,
  user: string,
  host: string,
  deadline: Pick<Deadline, 'passed'>,
): Promise<Found | LookFault> => lookAt(deps, `@${user}@${host}`, deadline)

async function found(deps: FederationDeps, typed: string): Promise<Found | LookFault> {
  const handle = readHandle(typed)
  const page = handle === null ? webAddress(typed) : null
  const place = handle === null ? page?.href : `https://${handle.host}/`
  if (place === undefined) return 'unreadable'
  const ownHost = hostOf(deps.hub.origin)
  if (hostOf(place) === ownHost) return 'own'
  const actor = await askActor(
    deps,
    handle === null ? await idAt(deps, place) : await named(deps, handle),
    asking,
  )
  if (hostOf(actor.id) === ownHost) return 'own'
  if (await isBlocked(deps.db, actor.id)) return 'blocked'
  return { actor, handle: `@${handleOf(actor)}@${hostOf(actor.id)}` }
}

const asking = { deadlineMs: patience }

const named = (deps: FederationDeps, handle: { user: string; host: string }): Promise<string> =>
  actorOfHandle(deps, handle, asking)

/** The id itself, a page whose document names it, or a site's front page, which WebFinger knows. */
async function idAt(deps: FederationDeps, address: string): Promise<string> {
  try {
    const sign = await signedBy(deps, 'instance')
    const { id } = await fetchDocument(deps.fetcher, address, { sign, withinOrigin: true, ...asking })
    if (sameOrigin(id, address)) return id
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
  }
  return actorOfPage(deps, new URL(address), asking)
}

function webAddress(text: string): URL | undefined {
  const typed = text.trim()
  if (!/^[^\s@]+[.:][^\s@]+$|^https?:\/\/\S+$/i.test(typed)) return undefined
  return URL.parse(typed.includes('://') ? typed : `https://${typed}`) ?? undefined
}

function faultOf({ kind, status = 0 }: FetchFault): LookFault {
  if (kind === 'status') return status >= 500 || status === 429 ? 'unreachable' : 'absent'
  return faults[kind] ?? 'unusable'
}

const faults: Readonly<Partial<Record<FetchFault['kind'], LookFault>>> = {
  timeout: 'unreachable',
  network: 'unreachable',
  closed: 'unreachable',
  'refused-address': 'private',
  scheme: 'private',
  port: 'private',
  url: 'unreadable',
  'own-host': 'own',
  blocked: 'blocked',
  id: 'absent',
}
