import type { Step } from '../../db/open.ts'
import { isBlocked } from './blocked.ts'
import { FetchFault, reasonOf, type FetchFaultKind } from './fetch-fault.ts'
import { inboxAnswers, inboxGone } from './gone-inboxes.ts'
import type { Hosts } from './hosts.ts'
import * as queue from './queue.ts'
import type { Due } from './queue.ts'
import type { FederationDeps } from './room.ts'
import { askedToWait, retryAfter, verdictOf } from './schedule.ts'
import { signRequest, type Scheme } from './signatures/index.ts'

export interface Outcome {
  sent: boolean
  /** What changes in the tables. */
  steps: Step[]
  /** Tried again later: with all that waits for the object at this host, or for the host. */
  postponed: 'no' | 'object' | 'host'
}

/** One delivery, signed now: what its outcome changes in the tables. */
export async function deliver(deps: FederationDeps, hosts: Hosts, due: Due): Promise<Outcome> {
  const { db } = deps
  const attempts = due.attempts + 1
  const body = await queue.bodyOf(db, due.activityN)
  const failed = (status: number | null, reason: string): Step[] =>
    queue.markFailed(db, due.n, { status, reason, attempts }, deps.now())
  if (body === undefined) return { sent: false, steps: failed(null, 'no body'), postponed: 'no' }
  // Blocked after it was queued: nothing more leaves for there.
  if (await isBlocked(db, due.host)) return { sent: false, steps: failed(null, 'blocked'), postponed: 'no' }
  const { scheme } = await hosts.of(due.host)
  const answer = await knock(deps, due, Buffer.from(body), scheme)
  // The next process finds it leased, and sends it.
  if (answer.verdict === 'cut') return { sent: false, steps: [], postponed: 'no' }
  const now = deps.now()
  const alive =
    answer.hostFailed || answer.status === null ? [] : await hosts.answered(due.host, answer.scheme, now)
  if (answer.verdict === 'done')
    return {
      sent: true,
      steps: [
        ...queue.markDone(db, due.n, answer.status ?? 0, now),
        ...alive,
        ...(await inboxAnswers(db, due.inbox)),
      ],
      postponed: 'no',
    }
  const wait = retryAfter(attempts, deps.random(4).readUInt32BE() / 2 ** 32)
  if (answer.verdict !== 'later' || wait === null) {
    const gone = answer.verdict === 'gone' ? inboxGone(db, due.inbox, now) : []
    const known = answer.status === null ? hosts.hopeless(due.host, answer.reason) : []
    const steps = [...failed(answer.status, answer.reason), ...alive, ...gone, ...known]
    return { sent: false, steps, postponed: 'no' }
  }
  const host = answer.hostFailed
    ? await hosts.failed(due.host, answer.reason, now)
    : { steps: alive, openUntil: null }
  const failure = { status: answer.status, reason: answer.reason, attempts }
  return {
    sent: false,
    steps: [
      ...queue.postpone(db, due, failure, now + Math.max(wait, answer.wait)),
      ...host.steps,
      ...(host.openUntil === null ? [] : queue.restHost(db, due.host, host.openUntil)),
    ],
    postponed: host.openUntil === null ? 'object' : 'host',
  }
}

interface Knock {
  /** `cut`: this process is ending; nobody refused anything. */
  verdict: 'done' | 'later' | 'never' | 'gone' | 'cut'
  status: number | null
  reason: string
  scheme: Scheme
  /** Asked for by Retry-After. */
  wait: number
  /** The host itself failed, not this one delivery. */
  hostFailed: boolean
}

/** Cavage first, RFC 9421 if the signature was refused; what was taken is remembered for the host. */
async function knock(deps: FederationDeps, due: Due, body: Buffer, scheme: Scheme): Promise<Knock> {
  const first = await post(deps, due, body, scheme)
  if (first.verdict !== 'knock-again') return { ...first, verdict: first.verdict }
  const second = await post(deps, due, body, scheme === 'cavage' ? 'rfc9421' : 'cavage')
  if (second.verdict === 'done' || second.verdict === 'cut') return { ...second, verdict: second.verdict }
  // Refused twice: perhaps our key is not known yet, so it is held, not dropped.
  return { ...first, verdict: first.status === 400 ? 'never' : 'later' }
}

async function post(
  deps: FederationDeps,
  due: Due,
  body: Buffer,
  scheme: Scheme,
): Promise<Omit<Knock, 'verdict'> & { verdict: Knock['verdict'] | 'knock-again' }> {
  try {
    const key = await deps.keyring.signing(due.actorN)
    const answer = await deps.fetcher.request(due.inbox, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/activity+json' },
      sign: (url, method, bytes) =>
        signRequest({ method, url, body: bytes, date: new Date(deps.now()) }, key, scheme),
    })
    const { status } = answer
    return {
      verdict: verdictOf(status),
      status,
      reason: `answered ${status}`,
      scheme,
      wait: askedToWait(answer.headers.get('retry-after'), deps.now()),
      hostFailed: status >= 500,
    }
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    const verdict = error.kind === 'closed' ? 'cut' : hopeless.has(error.kind) ? 'never' : 'later'
    const hostFailed = verdict === 'later'
    return { verdict, status: null, reason: reasonOf(error), scheme, wait: 0, hostFailed }
  }
}

/** Inboxes that no server may have: the guard will not call them tomorrow either. */
const hopeless: ReadonlySet<string> = new Set<FetchFaultKind>([
  'url',
  'scheme',
  'port',
  'own-host',
  'blocked',
])
