import { RateLimiterMemory } from 'rate-limiter-flexible'
import { eq } from 'drizzle-orm'
import { entries } from '../../../db/schema/entries.ts'
import { mostWords } from '../../groupings/input.ts'
import { keepCall } from '../../groupings/receive.ts'
import { Refusal } from '../../refusal.ts'
import { plainLine } from '../../text/plain-line.ts'
import { hostKey } from '../../text/host.ts'
import { isOurs, localPath } from '../addresses.ts'
import { isBlocked } from '../blocked.ts'
import { fetchDocument } from '../document.ts'
import { FetchFault } from '../fetch-fault.ts'
import { normalise, type Identified, type NormalisedObject } from '../normalise.ts'
import { remoteActor } from '../remote-actors.ts'
import type { FederationDeps } from '../room.ts'
import { signedBy } from '../signed-fetch.ts'

/** Where a call is read here, or why it is not. */
export type LookedAtCall = { id: string } | 'busy' | 'unreachable' | 'not-a-call' | 'blocked'

/** Whoever publishes for an organisation waits for this answer. */
export const patience = 5_000
/** Of one host, from all of them together: nobody makes us a hammer (rule 28). */
export const looks = { points: 60, duration: 3_600 }

/**
 * A call for partners of another hub, by its address: fetched because somebody who publishes here would answer it, and
 * kept so that its answer can come back. A page of ours leads to what it is.
 */
export function createCallLook(deps: FederationDeps) {
  const limiter = new RateLimiterMemory(looks)
  return async (typed: string): Promise<LookedAtCall> => {
    const address = URL.parse(typed.trim())?.href
    if (address === undefined || !/^https?:/.test(address)) return 'not-a-call'
    if (isOurs(deps.hub.origin, address)) {
      const path = localPath(deps.hub.origin, address) ?? ''
      const [, id] = /^\/(?:groupements|ap\/objects)\/([0-9a-f-]{36})$/.exec(path) ?? []
      return id === undefined ? 'not-a-call' : { id }
    }
    if (await isBlocked(deps.db, address)) return 'blocked'
    try {
      await limiter.consume(hostKey(address) ?? '')
    } catch {
      return 'busy'
    }
    try {
      return await look(deps, address)
    } catch (error) {
      if (error instanceof Refusal) throw error
      if (!(error instanceof FetchFault)) throw error
      return error.kind === 'blocked' ? 'blocked' : unreachable.has(error.kind) ? 'unreachable' : 'not-a-call'
    }
  }
}

const unreachable: ReadonlySet<string> = new Set(['timeout', 'network', 'closed'])

async function look(deps: FederationDeps, address: string): Promise<LookedAtCall> {
  const sign = await signedBy(deps, 'instance')
  const { document } = await fetchDocument(deps.fetcher, address, {
    sign,
    deadlineMs: patience,
    withinOrigin: true,
  })
  const call = await normalise(document, deps.apex)
  if (call?.form !== 'object' || call.type !== 'Proposal') return 'not-a-call'
  const lead = call.attributedTo[0]
  // Who leads it says it: an address of one host is not the word of another (FEP-fe34).
  if (lead === undefined || new URL(lead).origin !== new URL(call.id).origin) return 'not-a-call'
  const actor = await remoteActor(deps, lead)
  if (actor === null || actor.deletedAt !== null) return 'unreachable'
  const id = await keepCall(deps, {
    ...{ apId: call.id, originN: actor.n, leadName: actor.name || actor.handle },
    subject: plainLine(call.name ?? '', 300) || call.id,
    seeks: wordsOf(call),
    ...(await lotOf(deps, call)),
  })
  return { id }
}

const wordsOf = ({ source, content }: Identified<NormalisedObject>): string =>
  source?.mediaType === 'text/plain'
    ? source.content.slice(0, 2 * mostWords)
    : plainLine(content ?? '', 2 * mostWords)

/** The lot that it is about, if its tender is known here. */
async function lotOf(
  { db, hub }: FederationDeps,
  { context }: Identified<NormalisedObject>,
): Promise<{ tenderN: number | null; lotNumber: number | null }> {
  const [, tender, number] = /^(.+)\/lots\/(\d{1,3})$/.exec(context ?? '') ?? []
  if (tender === undefined) return { tenderN: null, lotNumber: null }
  const own = localPath(hub.origin, tender)?.match(/^\/ap\/objects\/([0-9a-f-]{36})$/)?.[1]
  const [row] = await db.read
    .select({ n: entries.n })
    .from(entries)
    .where(own === undefined ? eq(entries.apId, tender) : eq(entries.id, own))
  return { tenderN: row?.n ?? null, lotNumber: Number(number) }
}
