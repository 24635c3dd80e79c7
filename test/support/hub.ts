import { getRequestListener } from '@hono/node-server'
import { mkdirSync } from 'node:fs'
import type { LookupFunction } from 'node:net'
import { eq } from 'drizzle-orm'
import { pino, type Logger } from 'pino'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { close, publish, revise } from '../../server/entries/commands.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { parseEntry } from '../../server/entries/input.ts'
import { loadEntry, type Entry } from '../../server/entries/load.ts'
import { createFederation, foundingActors, type Federation } from '../../server/federation/index.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { openTestDeps, type TestDeps } from './deps.ts'
import { drafted, person } from './publish.ts'
import { openSite, type Site } from './site.ts'

export interface TestHub {
  deps: TestDeps
  federation: Federation
  site: Site
  host: string
  origin: string
  admin: Viewer
  /** Full address of an actor of this hub. */
  actor(handle: string): string
  /** By the real commands, and sent at once. */
  publish(kind: KindName, shared?: Record<string, unknown>, fields?: Record<string, unknown>): Promise<Entry>
  revise(entry: Entry, shared: Record<string, unknown>): Promise<Entry>
  close(entry: Entry): Promise<Entry>
  withdraw(entry: Entry): Promise<void>
  /** What this hub keeps under a full id. */
  received(apId: string): Promise<Entry | undefined>
  stop(): Promise<void>
}

interface HubOptions {
  handle?: string
  name?: string
  /** Sites that are called though they stand on this machine. */
  neighbours?: readonly { host: string }[]
  lookup?: LookupFunction
  /** `federation.start()`: polling at start. */
  started?: boolean
  env?: Record<string, string>
  /** In place of the one that keeps what goes wrong. */
  log?: Logger | undefined
}

/** A whole hub on a site: database, pages, actors, inboxes, queue. Its clock stands still until told. */
export async function openHubAt(site: Site, options: HubOptions = {}): Promise<TestHub> {
  const name = options.name ?? `Le hub ${options.handle ?? 'hub'}`
  const made = await openTestDeps({
    name,
    env: {
      PUBLIC_URL: site.origin,
      FEDERATION_ALLOW_HOSTS: (options.neighbours ?? []).map(({ host }) => host).join(','),
      ...options.env,
    },
  })
  const faults: string[] = []
  const log = pino({ level: 'error' }, { write: (line) => void faults.push(line) })
  const deps = {
    ...made,
    log: options.log ?? log,
    ...(options.lookup === undefined ? {} : { lookup: options.lookup }),
  }
  mkdirSync(deps.assets.dir, { recursive: true })
  await deps.db.write(await foundingActors(deps, { handle: options.handle ?? 'hub', name }))
  const federation = createFederation(deps)
  site.answer(getRequestListener(createApp(deps, federation).fetch))
  if (options.started !== false) federation.start()
  const admin = await person(deps, 'admin')
  return {
    deps,
    federation,
    site,
    host: site.host,
    origin: site.origin,
    admin,
    actor: (handle) => `${site.origin}/ap/actors/${handle}`,
    ...writing(deps, federation, admin),
    received: (apId) => loadEntry(deps, eq(entries.apId, apId)),
    async stop() {
      await federation.stop(5_000)
      await site.close()
      await deps.close()
      // Whatever the others did, nothing here may have gone wrong unseen.
      if (faults.length > 0) throw new Error(faults.join(''))
    },
  }
}

/** Two hubs that may call each other, on free ports of this machine. */
export async function openTwoHubs(options: HubOptions = {}): Promise<[TestHub, TestHub]> {
  const sites = [await openSite(), await openSite()] as const
  return [
    await openHubAt(sites[0], { handle: 'amont', neighbours: sites, ...options }),
    await openHubAt(sites[1], { handle: 'aval', neighbours: sites, ...options }),
  ]
}

function writing(deps: TestDeps, federation: Federation, admin: Viewer) {
  const told = <Result>(result: Result): Result => {
    federation.wake()
    return result
  }
  return {
    publish: async (
      kind: KindName,
      shared: Record<string, unknown> = {},
      fields: Record<string, unknown> = {},
    ) => told(await publish(deps, admin, await drafted(deps, admin, kind, shared, fields))),
    async revise(entry: Entry, shared: Record<string, unknown>) {
      const now = await asKept(deps, entry)
      const { envelope, kind, fields } = now
      const sent = {
        shared: { ...formOf(now), ...shared },
        fields: fields ?? {},
      }
      const { input, faults } = await parseEntry(deps, kind, sent, null)
      if (input === null) throw new Error(JSON.stringify(faults))
      return told(await revise(deps, admin, now, { revision: envelope.revision, input, picture: undefined }))
    },
    close: async (entry: Entry) => told(await close(deps, admin, await asKept(deps, entry))),
    withdraw: async (entry: Entry) => told(await withdraw(deps, admin, await asKept(deps, entry))),
  }
}

const formOf = ({ envelope }: Entry) => ({
  ...{ title: envelope.title, summary: envelope.summary, body: envelope.body, language: envelope.language },
  ...{ licence: envelope.licence, place: envelope.placeCode, organisation: envelope.organisationId },
  tags: envelope.tags.map(({ label }) => label),
})

async function asKept(deps: TestDeps, { envelope }: Entry): Promise<Entry> {
  const entry = await loadEntry(deps, eq(entries.id, envelope.id))
  if (entry === undefined) throw new Error('The entry is no longer there.')
  return entry
}
