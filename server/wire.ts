import { randomBytes } from 'node:crypto'
import { lookup } from 'node:dns'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import { z } from 'zod'
import { lock } from '../db/lock.ts'
import { openDatabase } from '../db/open.ts'
import { loadAssets, loadLicences, readBuilt } from './assets.ts'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { completeNetworks, completeSections, createFederation, type Federation } from './federation/index.ts'
import { openHub, type Hub } from './hub/hub.ts'
import { loadLanguages } from './languages.ts'
import { openMailer } from './mail/mailer.ts'
import { importCommunes } from './places/communes.ts'
import { openSecret } from './secret.ts'
import { readableError } from './stack-trace.ts'

/** A data directory held by this process, and all that works on it. */
export interface House {
  deps: Deps
  federation: Federation
  /** Database, then lock: nothing may write once another process could. */
  close(): Promise<void>
}

/** The one place that knows clock, chance and network: everything below gets them handed down. */
export async function openHouse(config: Config): Promise<House> {
  await loadLanguages(join(dist, 'views', 'languages'))
  // Whatever is written from here on is for this user alone.
  process.umask(0o077)
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 })
  const held = await lock(config.dataDir, config.databaseUrl)
  try {
    clearLeftovers(config.dataDir)
    const db = await openDatabase({ url: config.databaseUrl })
    const hub = await openHub(config, db)
    const random = (bytes: number): Buffer => randomBytes(bytes)
    const deps: Deps = {
      config,
      db,
      hub,
      // Not stdout: the setup link is printed there, and a log is kept and read by many.
      log: pino(
        { level: config.logLevel, base: null, serializers: { err: readableError } },
        pino.destination(2),
      ),
      licences: await loadLicences(join(dist, 'data', 'licences.json')),
      now: Date.now,
      newId: uuidv7,
      random,
      secret: openSecret(config.secretFile, { mayMake: hub.settings.initialisedAt === null, random }),
      lookup,
      mailer: openMailer(config, hub),
      assets: await loadAssets(join(dist, 'static')),
      version: await loadVersion(hub),
    }
    await importCommunes(db, await readFile(join(dist, 'data', 'communes.json'), 'utf8'), deps.now())
    await completeSections(deps)
    await completeNetworks(deps)
    const federation = createFederation(deps)
    const close = async (): Promise<void> => {
      await db.close()
      held.release()
    }
    return { deps, federation, close }
  } catch (error) {
    held.release()
    throw error
  }
}

/** `npm run build` puts everything beside this file: dist/server, dist/static, dist/data. */
const dist = dirname(import.meta.dirname)

const built = z.object({ number: z.string(), commit: z.string().nullable(), source: z.string() })

/** The hub serves its own source, so the address is its own. */
async function loadVersion(hub: Hub): Promise<Deps['version']> {
  const { number, commit, source } = built.parse(await readBuilt(join(dist, 'version.json')))
  return {
    number,
    commit,
    get sourceUrl() {
      return hub.origin + source
    },
  }
}

/** What a backup or a restore that was killed left half made. */
function clearLeftovers(dataDir: string): void {
  for (const name of readdirSync(dataDir))
    if (/^(backup|restore)-[a-zA-Z0-9]{6}$/.test(name))
      rmSync(join(dataDir, name), { recursive: true, force: true })
}
