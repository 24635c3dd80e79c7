import { createClient, type Client } from '@libsql/client'
import { eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/open.ts'
import { media } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { countEntries } from '../../server/entries/count.ts'
import { listEntries, readFilter, workOf } from '../../server/entries/list.ts'
import { closingSoon, countReviews, seekEntry, tagLabel } from '../../server/entries/queries.ts'
import { heldQuotations, quotationsShown } from '../../server/entries/quotation-queries.ts'
import { publicPages } from '../../server/entries/sitemap-queries.ts'
import { sourceOf } from '../../server/media/store.ts'
import { listMessages } from '../../server/messages/queries.ts'
import { waiting } from '../../server/moderation/store.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { known, person } from '../support/publish.ts'

let deps: TestDeps
let client: Client
let editor: Viewer
let asked: { sql: string; args: unknown[] }[] = []
beforeAll(async () => {
  deps = await openTestDeps()
  editor = await person(deps, 'editor')
  client = createClient({ url: deps.config.databaseUrl })
})
afterAll(async () => {
  client.close()
  await deps.close()
})

/** How the engine goes about each query of a verb, in its own words. */
async function plansOf(
  ask: (reads: Pick<TestDeps, 'db' | 'hub' | 'now'>) => Promise<unknown>,
): Promise<string[]> {
  asked = []
  const logger = { logQuery: (sql: string, args: unknown[]) => void asked.push({ sql, args }) }
  const db: Database = { ...deps.db, read: drizzle(client, { casing: 'snake_case', logger }) }
  await ask({ db, hub: deps.hub, now: deps.now })
  const plans: string[] = []
  for (const { sql, args } of asked) {
    const values = args.map((value) => (value === null || typeof value === 'number' ? value : String(value)))
    const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: values })
    plans.push(...rows.map((row) => String(row['detail'])))
  }
  return plans
}

const messagesOf = (db: Database, handled: boolean) => listMessages(db, { handled, page: 2 })

const list = (name: Parameters<typeof known>[0] | null, query: Record<string, string> = {}) =>
  plansOf((reads) =>
    listEntries(
      reads,
      readFilter(name && known(name), (key) => query[key]),
    ),
  )

const counted = (name: Parameters<typeof known>[0] | null, query: Record<string, string>) =>
  plansOf((reads) => {
    const filter = readFilter(name && known(name), (key) => query[key])
    return countEntries(reads, filter, { entries: [], more: true })
  })

describe('no row is read in vain, and none is sorted', () => {
  test.each<[string, () => Promise<string[]>]>([
    ['for the list of a kind and its part of the home page', () => list('job')],
    ['for a later page of it', () => list('job', { page: '7' })],
    ['for the agenda', () => list('event')],
    ['for the newest of the agenda', () => list('event', { sort: 'recent' })],
    ['for all kinds at once', () => list(null)],
    ['for how many a list holds', () => counted('job', { org: 'x' })],
    ['for how many of all kinds', () => counted(null, { place: '92' })],
    ['for how many of the agenda', () => counted('event', { past: '1', place: '92' })],
    ['for a part of the sitemap', () => plansOf(({ db }) => publicPages(db, 3))],
    ['for a picture from elsewhere', () => plansOf(({ db }) => sourceOf(db, 'x'))],
    ['for the desk of an editor', () => plansOf((reads) => workOf(reads, editor, ['published']))],
    ['for the messages that wait', () => plansOf(({ db }) => messagesOf(db, false))],
    ['for those that were seen to', () => plansOf(({ db }) => messagesOf(db, true))],
    ['for what closes soon', () => plansOf((reads) => closingSoon(reads, editor, 0, 1e12))],
    ['for what waits for an editor', () => plansOf(({ db }) => countReviews(db, editor))],
    ['for what waits for a moderator', () => plansOf(({ db }) => waiting(db))],
    ['for the quotations that wait', () => plansOf(({ db }) => heldQuotations(db))],
    ['for who quotes an entry', () => plansOf(({ db }) => quotationsShown(db, 'x'))],
    ['for the name of a tag', () => plansOf(({ db }) => tagLabel(db, 'bois'))],
    ['for an address that is no more', () => plansOf((reads) => seekEntry(reads, null, known('job'), 'x'))],
  ])('%s', async (_, plans) => {
    const found = await plans()
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((line) => /^SCAN|USE TEMP B-TREE/.test(line))).toEqual([])
  })
})

test('a whole list is counted in an index, and no row is read for it', async () => {
  for (const query of [{}, { past: '1' }])
    for (const name of ['job', 'event'] as const)
      expect((await counted(name, query)).join('\n')).toContain(
        'COVERING INDEX entries_starts (kind=? AND state=?',
      )
})

test('a plan that sorts, or reads a whole table, is seen as one', async () => {
  expect(await list('job', { sort: 'soon' })).toContain('USE TEMP B-TREE FOR ORDER BY')
  const whole = await plansOf(({ db }) => db.read.select().from(media).where(eq(media.bytes, 1)))
  expect(whole).toContain('SCAN media')
})
