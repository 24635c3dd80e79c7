import { setTimeout as pause } from 'node:timers/promises'
import { fanOut } from './fan-out.ts'
import type { Peer } from './fedify.ts'
import type { Hosts } from './hosts.ts'
import { load, quantile, repeat, type Cost } from './load.ts'
import { publishMany, type Maillon } from './maillon.ts'
import { startServer, type Measured } from './process.ts'
import type { UnitName } from './report.ts'
import { writer } from './seed.ts'
import type { Senders } from './senders.ts'

/** What a unit cost, in the measure of the unit, and how many there were in a second. */
export interface Reading {
  cost: number
  rate?: number
}

export type Readings = Partial<Record<UnitName, Reading>>

export interface Bench {
  seconds: number
  inbound: number
  searches: number
  patience: number
  living: Hosts
  mixed: Hosts
  senders: Senders
}

/** Processor time of a bare answer of node:http. */
export async function measureHello(port: number, seconds: number): Promise<number> {
  const server = await startServer({ args: [`${import.meta.dirname}/hello.ts`], env: {}, port })
  const { cpu } = await repeat(server, { path: '/' }, { seconds })
  await server.kill()
  return cpu
}

export async function measureMaillon(bench: Bench, maillon: Maillon): Promise<Readings> {
  const server = await maillon.start()
  const readings: Readings = { start: { cost: server.startedIn } }
  await pause(bench.seconds * 1000)
  readings.idle = { cost: server.rss() }
  let most = 0
  const measured = (cost: Cost): Reading => {
    most = Math.max(most, server.rss())
    return { cost: cost.cpu, rate: cost.rate }
  }
  // As browsers ask: a compressed page has a tag of its own.
  const visitor = { accept: 'text/html', 'accept-language': 'fr', 'accept-encoding': 'gzip' }
  // Who brings a cookie is somebody: for him the page is made anew.
  const somebody = { ...visitor, cookie: 'langue=fr' }
  const pages = { list: '/emplois', entry: maillon.job.path } as const
  for (const name of ['list', 'entry'] as const)
    readings[name] = measured(await repeat(server, { path: pages[name], headers: somebody }, bench))
  readings.kept = measured(await repeat(server, { path: pages.list, headers: visitor }, bench))
  const etag = (await fetch(server.url + pages.list, { headers: visitor })).headers.get('etag')
  if (etag !== null) {
    const ask = { path: pages.list, headers: { ...visitor, 'if-none-match': etag } }
    readings.unchanged = measured(await repeat(server, ask, { ...bench, status: 304 }))
  }
  readings.actor = measured(await repeat(server, actor('/ap/actors/emplois'), bench))
  readings.search = { cost: quantile((await search(server, bench.searches)).latencies, 0.95) }
  const section = `${server.url}/ap/actors/emplois`
  const to = { origin: server.url, inbox: '/ap/inbox', objectId: maillon.job.apId, actor: section }
  readings.inbound = measured(await receive(server, bench, to))
  await measureFanOut(bench, server, readings, {
    activities: maillonSays,
    publish: (kind) => publishMany(server.url, maillon.token, kind, 1).then(() => undefined),
  })
  readings.loaded = { cost: Math.max(most, server.rss()) }
  await server.kill()
  const kept = await maillon.kept()
  if (kept !== bench.inbound + warmUp)
    throw new Error(`${bench.inbound + warmUp} were acknowledged, ${kept} are kept.`)
  return readings
}

/** A Create, an Add to `featured`, and a Remove of the entry that it pushes out of the ten there. */
const maillonSays = { job: 3, resource: 3 }

export async function measurePeer(bench: Bench, peer: Peer): Promise<Readings> {
  const server = await peer.start()
  const readings: Readings = { start: { cost: server.startedIn } }
  await pause(bench.seconds * 1000)
  readings.idle = { cost: server.rss() }
  let most = 0
  const measured = (cost: Cost): Reading => {
    most = Math.max(most, server.rss())
    return { cost: cost.cpu, rate: cost.rate }
  }
  readings.actor = measured(await repeat(server, actor('/users/emplois'), bench))
  const section = `${server.url}/users/emplois`
  const to = { origin: server.url, inbox: '/inbox', objectId: `${server.url}/posts/1`, actor: section }
  readings.inbound = measured(await receive(server, { ...bench, inbound: bench.inbound / 4 }, to))
  await measureFanOut(bench, server, readings, {
    activities: { job: 1, resource: 1 },
    publish: async (kind) => {
      const identifier = kind === 'job' ? 'emplois' : 'ressources'
      await fetch(`${server.url}/publish/${identifier}`, { method: 'POST' })
    },
  })
  readings.loaded = { cost: Math.max(most, server.rss()) }
  const stored: unknown = await (await fetch(`${server.url}/stored`)).json()
  await server.kill()
  if (stored !== bench.inbound / 4 + warmUp)
    throw new Error(`The peer kept ${String(stored)} of what it acknowledged.`)
  return readings
}

const actor = (path: string) => ({ path, headers: { accept: 'application/activity+json' } })

/** Long enough for the senders' keys to be fetched and for the code to be compiled. */
const warmUp = 320

async function receive(server: Measured, bench: Bench, to: Parameters<Senders['replies']>[1]): Promise<Cost> {
  for (const count of [warmUp, bench.inbound]) {
    const asks = bench.senders.replies(count, to)
    const cost = await load(server, () => asks.pop(), { status: 202 })
    if (count === bench.inbound) return cost
  }
  throw new Error('Nothing was sent.')
}

/** One after another, as people search: a common word, a rarer one, two together, three letters of one. */
async function search(server: Measured, count: number): Promise<Cost> {
  const { word, chance } = writer()
  const rank = (most: number): string => word(1 + Math.floor(chance() * most))
  const queries = [
    () => rank(20),
    () => rank(500),
    () => `${rank(100)} ${rank(500)}`,
    () => rank(2000).slice(0, 3),
  ]
  let asked = 0
  const next = () => {
    asked += 1
    const q = queries[asked % queries.length]?.() ?? ''
    return asked > count ? undefined : { path: `/api/v1/search?q=${encodeURIComponent(q)}` }
  }
  return load(server, next, { status: 200, connections: 1 })
}

async function measureFanOut(
  { living, mixed, patience }: Bench,
  server: Measured,
  readings: Readings,
  contestant: {
    activities: { job: number; resource: number }
    publish(kind: 'job' | 'resource'): Promise<void>
  },
): Promise<void> {
  const { publish, activities } = contestant
  const all = await fanOut(server, living, {
    publish: () => publish('job'),
    activities: activities.job,
    patience,
  })
  readings.fanOut = { cost: all.cpu, rate: all.posts / all.seconds }
  readings.posts = { cost: all.exactly ? all.posts / activities.job : Number.NaN }
  const some = await fanOut(server, mixed, {
    publish: () => publish('resource'),
    activities: activities.resource,
    patience,
  })
  readings.reached = { cost: (100 * some.reached) / mixed.living.length }
  // How much longer a living host waits because others are dead, post for post.
  const slower = some.seconds / some.posts / (all.seconds / all.posts)
  readings.dead = {
    cost: some.reached === mixed.living.length ? (slower - 1) * 100 : Number.POSITIVE_INFINITY,
  }
}
