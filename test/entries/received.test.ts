import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { loadEntry } from '../../server/entries/load.ts'
import { receiveEntry, type ReceivedEntry } from '../../server/entries/receive.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { known, received } from '../support/publish.ts'

let deps: TestDeps
beforeEach(async () => {
  deps = await openTestDeps()
})
afterEach(() => deps.close())

test.each(['job', 'event', 'resource', 'news'] as const)(
  'a %s from elsewhere whose fields are not understood any more keeps none of its former ones',
  async (name) => {
    const { apId } = await received(deps, name)
    const before = await loadEntry(deps, eq(entries.apId, apId))
    expect(before?.fields).toEqual(known(name).fields.parse(known(name).sample))
    const [row] = await deps.db.read.select().from(entries).where(eq(entries.apId, apId))
    if (row?.originN === null || row === undefined) throw new Error('It is not there.')
    const { url, summary, html, language, licence, placeCode, placeLabel, organisationName } = row
    const renewed: ReceivedEntry = {
      ...{
        apId,
        context: null,
        url: url ?? apId,
        summary,
        html,
        language,
        licence,
        placeCode,
        placeLabel,
        organisationName,
      },
      ...{ kind: known(name), title: 'Un autre titre', tags: [], picture: null, state: 'published' },
      ...{ publishedAt: deps.now(), updatedAt: deps.now() },
      ...{ latitude: null, longitude: null, startsAt: null, closesAt: null, direction: null, fields: null },
    }
    await deps.db.write(
      await receiveEntry(deps, { n: row.originN, viaN: row.originN, indexable: true }, renewed),
    )
    const after = await loadEntry(deps, eq(entries.apId, apId))
    expect(after).toMatchObject({ fields: null, envelope: { title: 'Un autre titre' } })
    expect(after?.envelope).toMatchObject({ startsAt: null, closesAt: null, direction: null })
  },
)
