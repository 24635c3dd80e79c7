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
import { readCollections } from '../../server/federation/collections.ts'
import { reachOf } from '../../server/federation/entry-reach.ts'
import { hostList, hostViews } from '../../server/federation/host-list.ts'
import { sourceOf } from '../../server/media/store.ts'
import { listMessages } from '../../server/messages/queries.ts'
import { listReports } from '../../server/moderation/report-store.ts'
import { isRefusedHost, standingOf } from '../../server/moderation/standing.ts'
import { waiting } from '../../server/moderation/store.ts'
import { inquired, reported, visited } from '../../server/notifications/duties.ts'
import { entriesAsked, openInquiries } from '../../server/inquiries/queries.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { known, person, published } from '../support/publish.ts'

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

/** Its second one. */
async function conversationPage(reads: Parameters<typeof readCollections>[0]): Promise<unknown> {
  const { envelope } = await published(deps, editor, 'job')
  return readCollections(reads).getStream(`/ap/objects/${envelope.id}/context`, 21, '5.1')
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
    ['for the reports that wait', () => plansOf(({ db }) => listReports(db, { closed: false, page: 2 }))],
    ['for those that were settled', () => plansOf(({ db }) => listReports(db, { closed: true, page: 2 }))],
    ['for a page of a conversation', () => plansOf((reads) => conversationPage(reads))],
    ['for the quotations that wait', () => plansOf(({ db }) => heldQuotations(db))],
    ['for who quotes an entry', () => plansOf(({ db }) => quotationsShown(db, 'x'))],
    ['for the name of a tag', () => plansOf(({ db }) => tagLabel(db, 'bois'))],
    ['for an address that is no more', () => plansOf((reads) => seekEntry(reads, null, known('job'), 'x'))],
    ['for the reports to tell of', () => plansOf((reads) => reported.read(reads, 1e12, 200))],
    [
      'for the registrations and letters to tell of',
      () => plansOf((reads) => inquired.read(reads, 1e12, 200)),
    ],
    ['for the talks to tell of', () => plansOf((reads) => visited.read(reads, 1e12, 200))],
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

test('whoever knocks is looked up by name in the list of blocks, which is never read', async () => {
  const plans = await plansOf(({ db }) => standingOf(db, 'https://a.b.example:8443/users/x'))
  expect(plans.filter((line) => /\bblocks\b/.test(line))).toEqual([
    'SEARCH blocks USING INDEX blocks_once (type=? AND target=?)',
    'SEARCH blocks USING INDEX blocks_once (type=? AND target=?)',
  ])
  expect(plans.filter((line) => /^SCAN (?!json_each)/.test(line))).toEqual([])
})

test('hosts that are sent to are looked up one by one, and the list of blocks is not read for each', async () => {
  const sql = `SELECT 1 FROM (SELECT 'a.example' AS host) each WHERE NOT ${isRefusedHost('each')}`
  const { rows } = await client.execute(`EXPLAIN QUERY PLAN ${sql}`)
  const plans = rows.map((row) => String(row['detail']))
  expect(plans).toContain('SEARCH blocks USING INDEX blocks_once (type=? AND target=?)')
  expect(plans.filter((line) => /^SCAN (blocks|allowed_hosts)/.test(line))).toEqual([])
})

test('what waits for an editor is read from the letters that wait, and no entry besides theirs', async () => {
  for (const ask of [openInquiries, entriesAsked]) {
    const plans = await plansOf(({ db }) => ask(db, editor))
    expect(plans.filter((line) => /^(SCAN|SEARCH)/.test(line))).toEqual([
      expect.stringMatching(/^SCAN inquiries USING (COVERING )?INDEX inquiries_waiting$/),
      'SEARCH entries USING INTEGER PRIMARY KEY (rowid=?)',
    ])
  }
})

test('a plan that sorts, or reads a whole table, is seen as one', async () => {
  expect(await list('job', { sort: 'soon' })).toContain('USE TEMP B-TREE FOR ORDER BY')
  const whole = await plansOf(({ db }) => db.read.select().from(media).where(eq(media.bytes, 1)))
  expect(whole).toContain('SCAN media')
})

describe('for the servers of a hub, of which there may be thousands', () => {
  const spied = async (ask: (db: Database) => Promise<unknown>): Promise<string[]> => {
    const plans: string[] = []
    const query: Database['query'] = async (sql, args) => {
      const { rows } = await client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args ?? [] })
      plans.push(...rows.map((row) => String(row['detail'])))
      return deps.db.query(sql, args)
    }
    await ask({ ...deps.db, query })
    return plans
  }
  beforeAll(() =>
    deps.db.write([{ sql: "INSERT INTO hosts (host, failures) VALUES ('a.example', 1)", args: [] }]),
  )

  test.each(hostViews)(
    'their list (%s) reads their own small table, and no delivery in vain',
    async (view) => {
      const plans = await spied((db) => hostList(db, { view, words: '', sort: 'name', page: 1 }, 0))
      expect(plans.length).toBeGreaterThan(0)
      expect(
        plans.filter((line) => /^SCAN (?!hosts|json_each|blocks|following|\(subquery)/.test(line)),
      ).toEqual([])
    },
  )
})

test('who got an entry is found by what was said of it', async () => {
  const plans = await plansOf((reads) => reachOf(reads, '/ap/objects/x'))
  expect(plans.length).toBeGreaterThan(0)
  expect(plans.filter((line) => line.startsWith('SCAN'))).toEqual([])
  expect(plans.join('\n')).toContain('activities_object')
})
