import { lookup } from 'node:dns'
import { mkdtempSync, rmSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { uuidv7 } from 'uuidv7'
import { openDatabase } from '../../db/open.ts'
import { communes } from '../../db/schema/places.ts'
import { readConfig } from '../../server/config.ts'
import type { Deps, Letter } from '../../server/deps.ts'
import { openHub } from '../../server/hub/hub.ts'
import { fold } from '../../server/text/fold.ts'

/** Monday 23 November 2026, 09:00 in Paris. */
export const monday = Date.parse('2026-11-23T08:00:00Z')

export interface TestDeps extends Deps {
  /** Moves the clock. */
  pass(milliseconds: number): void
  /** What was mailed, when `mail: true`. */
  letters: Letter[]
  close(): Promise<void>
}

/**
 * Everything a hub needs, on a real libSQL file in a folder of its own: a clock that moves only when told,
 * three communes, and a hub that is already set up (unless `fresh`).
 */
export async function openTestDeps(
  options: { env?: Record<string, string>; mail?: boolean; fresh?: boolean; name?: string } = {},
): Promise<TestDeps> {
  const dataDir = mkdtempSync(join(tmpdir(), 'maillon-'))
  const config = readConfig({
    DATA_DIR: dataDir,
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'https://hub.example',
    ...options.env,
  })
  const db = await openDatabase({ url: config.databaseUrl })
  await db.write([
    db.make.insert(communes).values(towns.map((town) => ({ ...town, folded: fold(town.name) }))),
  ])
  const hub = await openHub(config, db)
  let now = monday
  if (options.fresh !== true) {
    await db.write(
      hub.steps(
        { initialisedAt: now, name: options.name ?? 'Le hub d’essai', handle: 'hub', territory: '92' },
        null,
        now,
      ),
    )
    await hub.reload()
  }
  const letters: Letter[] = []
  return {
    config,
    db,
    hub,
    log: pino({ level: 'silent' }),
    licences: new Map([
      ['CC-BY-4.0', 'Creative Commons Attribution 4.0 International'],
      ['CC-BY-SA-4.0', 'Creative Commons Attribution Share Alike 4.0 International'],
      ['AGPL-3.0-or-later', 'GNU Affero General Public License v3.0 or later'],
    ]),
    now: () => now,
    newId: () => uuidv7(),
    random: (bytes) => randomBytes(bytes),
    secret: randomBytes(32),
    lookup,
    mailer:
      options.mail === true
        ? (letter) => {
            letters.push(letter)
            return Promise.resolve()
          }
        : null,
    assets: { dir: join(dataDir, 'static'), manifest: {} },
    version: { number: '0.1.0', commit: null, sourceUrl: 'https://source.example/maillon' },
    pass: (milliseconds) => {
      now += milliseconds
    },
    letters,
    close: async () => {
      await db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Neighbours of Gennevilliers: the test's part of the Métropole du Grand Paris. */
const nord = { territory: '200057990', territoryName: 'Boucle Nord de Seine' }

const towns = [
  {
    ...{ code: '92036', name: 'Gennevilliers', postcodes: '92230', department: '92', population: 49000 },
    ...nord,
  },
  { code: '92050', name: 'Nanterre', postcodes: '92000', department: '92', population: 96000 },
  {
    ...{ code: '92025', name: 'Colombes', postcodes: '92700', department: '92', population: 86000 },
    ...nord,
  },
  {
    code: '59350',
    name: 'Lille',
    postcodes: '59000,59160,59260,59777,59800',
    department: '59',
    population: 236000,
  },
]
