import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { openDatabase } from '../../db/open.ts'
import { root } from '../support/dist.ts'
import { openMachine } from '../support/processes.ts'
import { startServer, type Measured } from './process.ts'
import { addEntries, addFollowers } from './seed.ts'

/** A hub made once: content, followers and a token. Each round runs on a copy of it. */
export interface Maillon {
  token: string
  /** What strangers answer, and whose page is measured. */
  job: { apId: string; path: string }
  start(): Promise<Measured>
  /** Held comments in the copy, once the server is gone. */
  kept(): Promise<number>
  clear(): Promise<void>
}

interface Wanted {
  port: number
  entries: number
  living: readonly string[]
  mixed: readonly string[]
  allowed: readonly string[]
}

export async function prepareMaillon(wanted: Wanted): Promise<Maillon> {
  const folder = mkdtempSync(join(tmpdir(), 'maillon-bench-'))
  const [made, copy] = [join(folder, 'made'), join(folder, 'copy')]
  const machine = await openMachine(made)
  const begun = await machine.init()
  if (begun.code !== 0) throw new Error(begun.err)
  const words = ['token', 'create', '--email', 'amel@ruche.example', '--scopes', 'read,write']
  const token = (await machine.maillon(words)).out.trim()
  const env = (dataDir: string): Record<string, string> => ({
    DATA_DIR: dataDir,
    PUBLIC_URL: `http://127.0.0.1:${wanted.port}`,
    LOG_LEVEL: 'error',
    FEDERATION_ALLOW_HOSTS: wanted.allowed.join(','),
  })
  const server = await machine.serve({ ...env(made), PORT: String(wanted.port) })
  const jobs = await publishMany(server.url, token, 'job', 40)
  const [resource] = await publishMany(server.url, token, 'resource', 1)
  await server.stop()
  await seed(made, wanted, resource?.id ?? '')
  const [job] = jobs
  if (job === undefined) throw new Error('Nothing was published.')
  return {
    token,
    job: { apId: job.apId, path: new URL(job.url).pathname },
    async start() {
      rmSync(copy, { recursive: true, force: true })
      cpSync(made, copy, { recursive: true })
      const args = ['--max-semi-space-size=4', join(root, 'dist/server/main.js')]
      return startServer({ args, env: env(copy), port: wanted.port })
    },
    async kept() {
      const db = await openDatabase({ url: `file:${copy}/maillon.db` })
      const { rows } = await db.query("SELECT count(*) FROM comments WHERE state = 'held'")
      await db.close()
      return Number(rows[0]?.[0])
    },
    async clear() {
      await machine.clear()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Written while nobody holds the file: what a hub that has lived for years would have. */
async function seed(dataDir: string, wanted: Wanted, original: string): Promise<void> {
  const db = await openDatabase({ url: `file:${dataDir}/maillon.db` })
  await addEntries(db, original, wanted.entries)
  await addFollowers(db, '/ap/actors/emplois', wanted.living)
  await addFollowers(db, '/ap/actors/ressources', wanted.mixed)
  await db.write([
    // Of which all followers were told, in all those years.
    {
      sql: `INSERT OR IGNORE INTO pins (actor_n, entry_id) SELECT voice_n, id FROM (SELECT voice_n, id, row_number()
        OVER (PARTITION BY voice_n ORDER BY published_at DESC, n DESC) AS place FROM entries
        WHERE origin_n IS NULL AND voice_n IS NOT NULL AND state = 'published'
          AND (closes_at IS NULL OR closes_at >= unixepoch() * 1000)) WHERE place <= 10`,
      args: [],
    },
  ])
  await db.close()
}

const published = z.object({ id: z.string(), url: z.string(), apId: z.string() })

const samples = z.object({
  items: z.array(z.object({ name: z.string(), sample: z.record(z.string(), z.unknown()) })),
})

export async function publishMany(
  url: string,
  token: string,
  kind: 'job' | 'resource',
  count: number,
): Promise<z.infer<typeof published>[]> {
  const { items } = samples.parse(await (await fetch(`${url}/api/v1/kinds`)).json())
  const sample = items.find(({ name }) => name === kind)?.sample ?? {}
  const made: z.infer<typeof published>[] = []
  for (let number = 1; number <= count; number++) {
    const answer = await fetch(`${url}/api/v1/entries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        kind,
        title: `Encadrement d’un atelier de menuiserie ${number}`,
        summary: 'Un atelier de réemploi cherche quelqu’un qui aime transmettre.',
        body: '## L’atelier\n\nVingt personnes y travaillent le bois.\n\n- le matin\n- l’après-midi\n\nOn y apprend **beaucoup**.',
        place: '92036',
        tags: ['menuiserie', 'réemploi', 'insertion'],
        fields: {
          ...sample,
          ...(kind === 'job' ? { deadline: '2099-12-31' } : { availableUntil: '2099-12-31' }),
        },
        publish: true,
      }),
    })
    if (answer.status !== 201) throw new Error(`Publishing answered ${answer.status}: ${await answer.text()}`)
    made.push(published.parse(await answer.json()))
  }
  return made
}
