import { beginSession } from '../../../server/accounts/session.ts'
import type { JsonObject } from '../../../server/federation/json-object.ts'
import type { Someone } from '../peer.ts'
import { said } from '../words.ts'
import type { House } from './house.ts'

/** Something that the hub does of which a stranger can make it ask an address, by the door through which they come. */
export interface Entrance {
  name: string
  /** Whom an address may lead to: any host, or only the one on whose word it is. */
  asks: 'anybody' | 'the same host'
  /** Where the server is asked for what it was named for, if not at the very address that was named. */
  at?: '/.well-known/nodeinfo' | '/.well-known/webfinger'
  /** Leads the hub to each of these addresses, the one of each number under that number. */
  lead(house: House, urls: readonly string[]): Promise<void>
}

export const each = async (urls: readonly string[], act: (url: string, at: number) => Promise<unknown>) => {
  for (const [at, url] of urls.entries()) await act(url, at)
}

/** An entry of the hub’s own, about which anybody may say something. */
export async function entryOf({ hub }: House): Promise<string> {
  const [row] = (await hub.deps.db.query("SELECT id FROM entries WHERE kind = 'job' AND origin_n IS NULL"))
    .rows
  if (row === undefined) return (await hub.publish('job')).envelope.apId
  return `${hub.origin}/ap/objects/${String(row['id'])}`
}

/** Of somebody who would be at this address. */
export const handleAt = (url: string): string => `@x@${/^[^/]*\/\/([^/?#]*)/.exec(url)?.[1] ?? url}`

/** Headers of a form that an administrator sends, who has typed their password just now. */
export async function byAdmin({ hub }: House): Promise<Record<string, string>> {
  const cookie = await beginSession(hub.deps, hub.admin.id, { userAgent: undefined, replaces: null })
  return {
    origin: hub.origin,
    cookie: /^[^;]+/.exec(cookie)?.[0] ?? '',
    'content-type': 'application/x-www-form-urlencoded',
  }
}

let count = 0
/** What was said once is not heard again. */
export const fresh = (from: Someone, what: string): string => `${from.id}/${what}/${++count}`

export const liking = (from: Someone, object: string): JsonObject => ({
  ...said(from, 'Like', fresh(from, 'likes')),
  object,
})
