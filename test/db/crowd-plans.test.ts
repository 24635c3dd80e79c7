import { createClient, type Client } from '@libsql/client'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Step } from '../../db/open.ts'
import { actors } from '../../db/schema/federation.ts'
import { receiveComment } from '../../server/entries/received-comments.ts'
import { enqueue } from '../../server/federation/deliveries.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { createKeyring } from '../../server/federation/keyring.ts'
import type { FederationDeps } from '../../server/federation/room.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'

// What is asked at every answer of a stranger, and for every inbox of a fan-out: it may not grow with what waits here.

let deps: TestDeps
let client: Client
beforeAll(async () => {
  deps = await openTestDeps()
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  client = createClient({ url: deps.config.databaseUrl })
})
afterAll(async () => {
  client.close()
  await deps.close()
})

async function planOf(steps: readonly Step[], word: string): Promise<string[]> {
  const plans: string[] = []
  for (const step of steps) {
    const { sql, args } = 'toSQL' in step ? { sql: step.toSQL().sql, args: [] } : step
    if (!sql.includes(word)) continue
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    plans.push(...rows.map((row) => String(row['detail'])))
  }
  return plans
}

test('what waits of one server is counted by its own answers, however many wait of others', async () => {
  const words = { html: '<p>a</p>', summary: '', language: null }
  const placed = { apId: 'https://a.test/1', url: null, entryN: 1, parentN: null, publishedAt: 0 }
  const steps = await receiveComment(deps, { n: 1, name: 'x' }, { ...words, ...placed })
  const plans = await planOf(steps, 'INSERT INTO guards')
  expect(plans.filter((line) => /comments/.test(line))).toEqual([
    expect.stringContaining('INDEX comments_actor (actor_n=?'),
    expect.stringContaining('INDEX comments_actor (actor_n=? AND state=?'),
    expect.stringContaining('INDEX comments_waiting (host=?'),
  ])
})

test('whether something of the same object waits for an inbox is asked of that inbox alone', async () => {
  const [actor] = await deps.db.read.select().from(actors).where(eq(actors.id, '/ap/actors/emplois'))
  if (actor === undefined) throw new Error('There is no section.')
  const house = { ...deps, keyring: createKeyring(deps) } as unknown as FederationDeps
  const outgoing = { id: '/ap/activities/1', type: 'Create', objectId: 'x', public: true, body: {} }
  const steps = await enqueue(house, { ...outgoing, actor, followersOf: [actor as never], inboxes: [] })
  const plans = await planOf(steps, 'INSERT OR IGNORE INTO deliveries')
  expect(plans.filter((line) => /\bbefore\b/.test(line))).toEqual([
    expect.stringContaining('INDEX deliveries_order (host=? AND inbox=? AND object_id=?'),
  ])
})
