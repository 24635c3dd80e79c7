import type { Hono } from 'hono'
import type { Act } from './intents.ts'
import type { LookedAtCall } from './groupings/look.ts'
import type { Moving } from './moving/index.ts'
import type { Again } from './retry.ts'
import type { Refusals } from './refusals.ts'
import type { WayHome } from './way-home.ts'

/** The hub's life among other servers, as the rest of the house sees it. */
export interface Federation {
  /** Everything other servers ask: /.well-known, /nodeinfo, /ap. */
  readonly routes: Hono
  /** Begins expanding events, delivering and polling. */
  start(): void
  /** Finishes what is under way, for `deadline` milliseconds at most. */
  stop(deadline: number): Promise<void>
  /** An event was just written: look at once instead of at the next round. */
  wake(): void
  /** Asks to follow `@handle@host`, an actor's address, or a hub's address. */
  follow(target: string): Promise<{ actor: string; state: 'requested' | 'accepted' }>
  unfollow(actorId: string): Promise<void>
  /** Sends again now what waits or was given up, whatever its hosts did; returns how many that are. */
  retry(what: Again): Promise<number>
  /** Nothing more is tried at a host, until it speaks to us or `retry` is asked for it: what is said meanwhile is kept. */
  letBe(host: string): Promise<void>
  /** What was let in by nobody, or was of no use, since the start: how often, and why. */
  readonly refused: Pick<Refusals, 'list' | 'of'>
  /** Where a visitor's own server (`@name@host`, or the host) does this to something of ours; within five seconds. */
  wayHome(typed: string, act: Act, thing: string): Promise<WayHome>
  /** New keys for one actor of ours, by its handle, or for all; returns the handles. The old ones are used no more. */
  rotateKeys(handle?: string): Promise<string[]>
  /** Accounts of ours that move to another server, or came from one. */
  readonly moving: Moving
  /** A call for partners of another hub, looked at within five seconds and kept for whoever would answer it. */
  lookAtCall(address: string): Promise<LookedAtCall>
  /** A picture of another server through the one guarded client; throws when there is none. */
  fetchImage(url: string): Promise<Uint8Array>
  /** Whether no picture from this address may be shown, were it fetched long ago. */
  refusesImage(url: string): Promise<boolean>
}
