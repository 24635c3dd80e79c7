import { getRequestListener } from '@hono/node-server'
import { request as httpRequest } from 'node:http'
import { createApp } from '../../server/app.tsx'
import type { JsonObject } from '../../server/federation/json-object.ts'
import type { SigningKey } from '../../server/federation/keys.ts'
import { signRequest, type Scheme } from '../../server/federation/signatures/index.ts'
import type { Logger } from 'pino'
import { expect } from 'vitest'
import { listen, names, type Listener } from '../federation/listener.ts'
import { dumpOf } from '../support/dump.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'
import { openPeer, type Peer, type Someone } from './peer.ts'
import { said } from './words.ts'

export interface Sent {
  path?: string
  scheme?: Scheme
  /** The moment it is signed for; the hub's own, if nothing is said. */
  at?: number
  /** Signed by another key than the sender's own. */
  key?: SigningKey
  /** The address it is signed for. */
  signedFor?: string
  /** Headers changed after signing; null takes one away. */
  headers?: Record<string, string | null>
  /** What is sent in place of what was signed. */
  body?: Buffer
}

export interface Answered {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A hub, the attacker's server, the victim's, and one that nobody may ever call. */
export interface World {
  hub: TestHub
  evil: Peer
  good: Peer
  canary: Listener & { url: string }
  post(from: Someone, activity: JsonObject | Buffer, sent?: Sent): Promise<Answered>
  raw(method: string, path: string, headers: Record<string, string>, body?: Buffer): Promise<Answered>
  /** An id that was never used, on the sender's own server. */
  fresh(from: Someone, what?: string): string
  /** The whole database as text, table by table. */
  dump(): Promise<Record<string, string>>
  /** Nothing is left to fetch or to send. */
  quiet(): Promise<void>
  /** The hub follows them, and they said yes. */
  follow(someone: Someone): Promise<void>
  close(): Promise<void>
}

export async function openWorld(env: Record<string, string> = {}, log?: Logger): Promise<World> {
  const site = await openSite()
  const [evil, good, canary] = [await openPeer('evil.test'), await openPeer('good.test'), await listen()]
  const here = [['127.0.0.1']]
  const lookup = names({ 'evil.test': here, 'good.test': here, 'canary.test': here, localhost: here })
  const hub = await openHubAt(site, { neighbours: [evil, good], lookup, started: false, env, log })
  site.answer(getRequestListener(createApp(hub.deps, hub.federation).fetch))
  let count = 0

  const raw = (method: string, path: string, headers: Record<string, string>, body?: Buffer) =>
    send(site.port, method, path, headers, body)

  async function post(from: Someone, activity: JsonObject | Buffer, sent: Sent = {}): Promise<Answered> {
    const { path = '/ap/inbox', at = hub.deps.now() } = sent
    const body = Buffer.isBuffer(activity) ? activity : Buffer.from(JSON.stringify(activity))
    const signed = await signRequest(
      { method: 'POST', url: sent.signedFor ?? hub.origin + path, body, date: new Date(at) },
      sent.key ?? from.key,
      sent.scheme ?? 'cavage',
    )
    const changed: Record<string, string | null> = { ...signed, ...sent.headers }
    const headers = Object.entries(changed).filter((one): one is [string, string] => one[1] !== null)
    return raw('POST', path, Object.fromEntries(headers), sent.body ?? body)
  }

  const world: World = {
    hub,
    evil,
    good,
    canary: Object.assign(canary, { url: `http://canary.test:${canary.port}` }),
    post,
    raw,
    fresh: (from, what = 'activities') => `${new URL(from.id).origin}/${what}/${++count}`,
    dump: () => dumpOf(hub.deps),
    async quiet() {
      hub.federation.wake()
      await until('nothing left to fetch or send', () => isQuiet(hub))
    },
    async follow(someone) {
      await hub.federation.follow(someone.id)
      const { rows } = await hub.deps.db.query(
        'SELECT follow_id FROM following JOIN actors ON n = target_n WHERE id = ?',
        [someone.id],
      )
      const object = `${hub.origin}${String(rows[0]?.['follow_id'])}`
      await post(someone, { ...said(someone, 'Accept', world.fresh(someone)), object })
      await world.quiet()
    },
    async close() {
      await hub.stop()
      await Promise.all([evil.close(), good.close(), canary.close()])
    },
  }
  return world
}

export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string>,
  body: Buffer = Buffer.alloc(0),
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })
}

export async function isQuiet({ deps }: TestHub): Promise<boolean> {
  const { rows } = await deps.db.query(
    `SELECT (SELECT count(*) FROM events WHERE done_at IS NULL) + (SELECT count(*) FROM errands WHERE next_at <= ?) + (SELECT count(*) FROM deliveries
      WHERE done_at IS NULL AND failed_at IS NULL AND next_at <= ?) AS waiting`,
    [deps.now(), deps.now()],
  )
  return rows[0]?.['waiting'] === 0
}

/** Whatever happens in `act` leaves every table as it was. */
export async function unchanged(
  world: World,
  act: () => Promise<void>,
  except: string[] = [],
): Promise<void> {
  await world.quiet()
  const before = await world.dump()
  await act()
  await world.quiet()
  const after = await world.dump()
  for (const table of except) after[table] = before[table] ?? ''
  expect(after).toEqual(before)
}
