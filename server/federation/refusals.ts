import type { JsonFault } from './json.ts'
import type { Unproven } from './signatures/request.ts'

/** Why the doorman let something not in, or what was let in changed nothing. */
export type TurnedReason =
  | Unproven
  | JsonFault
  | 'address'
  | 'content-type'
  | 'cut off'
  | 'not an object'
  | 'no id, type or actor'
  | 'our own name'
  | 'blocked'
  | 'goodbye of nobody'
  | 'gone with its key'
  | 'signed by another'
  | 'busy host'
  | 'replay'
  | 'unusable'
  | 'id of another host'
  | 'crowd'
  | 'no such actor'
  | 'forwarded'
  | 'forwarded, and known'
  | 'forwarded, and nothing to us'
  | 'many keys at once'
  | 'strangers'
  | 'unreachable'
  | 'of no use'

/** As an administrator wants to know it. */
export type RefusalKind =
  | 'signature'
  | 'key'
  | 'clock'
  | 'impersonation'
  | 'blocked'
  | 'busy'
  | 'crowd'
  | 'unreadable'
  | 'unused'

/** Null: all is well, and nobody need know. */
const kindOf: Readonly<Record<TurnedReason, RefusalKind | null>> = {
  unsigned: 'signature',
  malformed: 'signature',
  algorithm: 'signature',
  components: 'signature',
  host: 'signature',
  stale: 'clock',
  digest: 'signature',
  key: 'key',
  signature: 'signature',
  'too large': 'unreadable',
  'not UTF-8': 'unreadable',
  'too deep': 'unreadable',
  'too many nodes': 'unreadable',
  'a doubled key': 'unreadable',
  'not JSON': 'unreadable',
  address: 'busy',
  'busy host': 'busy',
  'content-type': 'unreadable',
  'cut off': 'unreadable',
  'not an object': 'unreadable',
  'no id, type or actor': 'unreadable',
  'our own name': 'impersonation',
  blocked: 'blocked',
  'goodbye of nobody': null,
  'gone with its key': null,
  'signed by another': 'impersonation',
  replay: null,
  unusable: 'unreadable',
  'id of another host': 'impersonation',
  crowd: 'crowd',
  'no such actor': 'key',
  forwarded: 'busy',
  'forwarded, and known': null,
  'forwarded, and nothing to us': 'unused',
  'many keys at once': 'busy',
  strangers: 'busy',
  unreachable: 'key',
  'of no use': 'unused',
}

export interface Refused {
  /** In whose name: unproven, but for what was of no use. Empty: it could not be read that far. */
  host: string
  kind: RefusalKind
  count: number
  lastAt: number
}

export interface Refusals {
  count(host: string, reason: TurnedReason): void
  /** Since the start of this process, a week at most; the newest first. */
  list(): Refused[]
  /** Of one host. */
  of(host: string): Refused[]
}

/** Some hundred kilobytes. Kept in memory alone: who is refused must not make us write (rule 29). */
const most = { counters: 1_000, host: 255 }
const week = 7 * 24 * 3_600_000

/** How often something was refused in whose name, and why. When there are too many names, the longest silent goes. */
export function createRefusals(now: () => number): Refusals {
  /** In order of their last one. */
  const counters = new Map<string, Refused>()
  const fresh = (): Refused[] =>
    [...counters.values()].filter(({ lastAt }) => lastAt > now() - week).toReversed()
  return {
    count(name, reason) {
      const kind = kindOf[reason]
      if (kind === null) return
      const host = name.length > most.host ? '' : name
      const key = `${host} ${kind}`
      const before = counters.get(key)
      const count = before !== undefined && before.lastAt > now() - week ? before.count : 0
      counters.delete(key)
      const oldest = counters.keys().next().value
      if (counters.size >= most.counters && oldest !== undefined) counters.delete(oldest)
      counters.set(key, { host, kind, count: count + 1, lastAt: now() })
    },
    list: fresh,
    of: (host) => fresh().filter((one) => one.host === host),
  }
}
