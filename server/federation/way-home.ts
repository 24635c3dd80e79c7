import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { hostKey, hostNamed } from '../text/host.ts'
import { FetchFault, type FetchFaultKind } from './fetch-fault.ts'
import { guessedWay, isSound, wayOut, type Act } from './intents.ts'
import type { FederationDeps } from './room.ts'
import { finger, readHandle, type Fingered } from './webfinger.ts'

/** Where a visitor's own server does what they came to do, or why that is not known. */
export type WayHome =
  | { found: true; to: string; host: string; asNamed: boolean }
  | { found: false; why: NoWay; host: string; guess: string | null }

export type NoWay =
  | 'unreadable' // neither a handle nor a server
  | 'own' // this hub
  | 'private' // not a public server
  | 'blocked'
  | 'not-chosen' // this hub speaks with chosen servers alone
  | 'busy' // asked too often in this minute
  | 'unreachable'
  | 'unknown' // nobody there has this name
  | 'unable' // offers no page for it, or none that we would send anybody to

/** Somebody waits for this answer, before their browser. */
export const patience = 5_000
/** From all visitors together: nobody makes us a hammer (rule 28). */
export const perHost = { points: 60, duration: 60 }

/**
 * Asks a visitor's server, once, where it does such a thing. The visitor named the server: its answer leads to that
 * server, or to one that it vouches for, which is then said before anybody goes (https://cwe.mitre.org/data/definitions/601.html).
 */
export function createWayHome(deps: Pick<FederationDeps, 'config' | 'fetcher' | 'hub'>) {
  const asked = new RateLimiterMemory(perHost)
  return async (typed: string, act: Act, thing: string): Promise<WayHome> => {
    const home = readHome(typed, deps.config.federationAllowHosts)
    if (home === null) return { found: false, why: 'unreadable', host: '', guess: null }
    const { host } = home
    const ownHost = hostKey(deps.hub.origin)
    const none = (why: NoWay): WayHome => ({
      ...{ found: false, why, host },
      guess: guessable.has(why) ? guessedWay(host, thing) : null,
    })
    if (host === ownHost) return none('own')
    if (!(await isWithin(asked, host))) return none('busy')
    const answer = await lookUp(deps, home)
    if (answer === 'blocked' && deps.hub.settings.federation === 'chosen') return none('not-chosen')
    if (typeof answer === 'string') return none(answer)
    const vouched = new Set([host, hostKey(answer.answeredBy), hostKey(answer.self ?? '')])
    const gate = { allowHosts: deps.config.federationAllowHosts, ownHost }
    const to = wayOut(
      answer.links,
      act,
      thing,
      (address) => isSound(address, gate) && vouched.has(hostKey(address)),
    )
    if (to === null) return none('unable')
    return { found: true, to: to.href, host: to.host, asNamed: hostKey(to) === host }
  }
}

interface Home {
  host: string
  /** What is asked about. */
  resource: (origin: string) => string
}

/** `@nom@serveur`, the server alone, or the address of one's own page there. */
export function readHome(typed: string, allowHosts: readonly string[] = []): Home | null {
  const text = typed.trim()
  const host = text.length > 300 ? null : hostNamed(text)
  // A word without a dot is a name, not a server.
  if (host === null || !(/^[^.]+(\.[^.]+)+$/.test(host) || allowHosts.includes(host))) return null
  if (/^https?:\/\//i.test(text)) {
    const { pathname } = new URL(text)
    return { host, resource: (origin) => (pathname === '/' ? origin : origin + pathname) }
  }
  if (!text.includes('@')) return { host, resource: (origin) => origin }
  const handle = readHandle(text)
  return handle === null ? null : { host, resource: () => `acct:${handle.user}@${host}` }
}

/** The name stays out of the log: it is whose, and not where, that nobody needs to know. */
async function lookUp(
  deps: Pick<FederationDeps, 'config' | 'fetcher'>,
  { host, resource }: Home,
): Promise<Fingered | NoWay> {
  try {
    return await finger(deps, host, resource, { deadlineMs: patience, confidential: true })
  } catch (error) {
    if (!(error instanceof FetchFault)) throw error
    const { kind, status = 0 } = error
    if (kind === 'status') return status >= 500 || status === 429 ? 'unreachable' : 'unknown'
    return reasons[kind] ?? 'unable'
  }
}

const reasons: Readonly<Partial<Record<FetchFaultKind, NoWay>>> = {
  timeout: 'unreachable',
  network: 'unreachable',
  closed: 'unreachable',
  'own-host': 'own',
  blocked: 'blocked',
  'refused-address': 'private',
  scheme: 'private',
  port: 'private',
  url: 'private',
}

/** What Mastodon has may still be there when nothing was said; not where we would go ourselves. */
const guessable: ReadonlySet<NoWay> = new Set(['busy', 'unreachable', 'unknown', 'unable'])

async function isWithin(limiter: RateLimiterMemory, host: string): Promise<boolean> {
  try {
    await limiter.consume(host)
    return true
  } catch (stopped) {
    if (stopped instanceof RateLimiterRes) return false
    throw stopped
  }
}
