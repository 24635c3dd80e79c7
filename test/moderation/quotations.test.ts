import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { quotations } from '../../db/schema/quotations.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { mostNamed } from '../../server/entries/quotation-queries.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { quotedBy } from '../support/quotations.ts'
import { openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
let entry: Entry
let id: string
beforeAll(async () => {
  rooms = await openRooms()
  moderator = await person(rooms.deps, 'moderator')
  entry = await published(rooms.deps, await person(rooms.deps, 'editor'), 'news', { title: 'Une « fête »' })
  id = await quotedBy(rooms.deps, await stranger(rooms.deps, 'un.example', 'bruno'), entry.envelope.id)
})
afterAll(() => rooms.close())

const stateOf = async (which: string): Promise<string | undefined> =>
  (await rooms.deps.db.read.select().from(quotations).where(eq(quotations.id, which)))[0]?.state
const page = (viewer?: Viewer) => rooms.as(viewer).get(entry.envelope.path)
const decide = (outcome: string, reason = '', more: Record<string, string> = {}) =>
  rooms.as(moderator).post(`/moderation/citations/${id}`, { outcome, reason, ...more })

describe('a quotation that waits', () => {
  test('is seen by those who moderate, where they see how much waits, and by nobody else', async () => {
    const { status, text } = await rooms.as(moderator).get('/moderation/citations')
    expect(status).toBe(200)
    expect(text).toContain('bruno de un.example')
    expect(text).toContain('@bruno@un.example')
    expect(text).toMatch(/Citations<span class="count"> (\d+)</)
    expect((await page(moderator)).text).toContain('1\u00a0chose à voir')
    expect((await page()).text).not.toContain('bruno')
    for (const viewer of [undefined, await person(rooms.deps, 'editor')])
      for (const path of ['/moderation/citations', `/moderation/citations/${id}`])
        expect([401, 403]).toContain((await rooms.as(viewer).get(path)).status)
    expect((await rooms.as().post(`/moderation/citations/${id}`, { outcome: 'shown' })).status).not.toBe(200)
    expect(await stateOf(id)).toBe('held')
  })

  test.each(locales)('has sound pages in %s, the wrong form’s too', async (locale) => {
    const asked = rooms.as({ ...moderator, locale })
    for (const path of ['/moderation/citations', `/moderation/citations/${id}`]) {
      const { status, text } = await asked.get(path)
      expect([status, await pageFaults(text)]).toEqual([200, []])
    }
    const wrong = await asked.post(`/moderation/citations/${id}`, { outcome: 'refused', reason: ' ' })
    expect([wrong.status, await pageFaults(wrong.text)]).toEqual([422, []])
    expect(wrong.text).toContain(`href="#q-${id}-reason"`)
    expect((await asked.get('/moderation/citations/019ab000-0000-7000-8000-00000000dead')).status).toBe(404)
  })

  test('needs a decision that there is', async () => {
    expect((await decide('deleted')).status).toBe(422)
    expect(await stateOf(id)).toBe('held')
  })

  test('is named on the page once it is shown, with a way for moderators alone to decide anew', async () => {
    const { status, location } = await decide('shown', '', { retour: '//evil.test/' })
    expect([status, location]).toEqual([303, '/moderation/citations'])
    const { text } = await page()
    expect(text).toContain('1\u00a0citation sur un autre site')
    expect(text).toMatch(
      /<a href="https:\/\/un\.example\/notes\/[^"]+" rel="nofollow ugc noopener external">/,
    )
    expect(text).not.toContain('/moderation/citations')
    expect(await pageFaults(text)).toEqual([])
    expect((await page(moderator)).text).toContain(`/moderation/citations/${id}`)
    expect((await rooms.as(moderator).get('/moderation/citations')).text).toContain(
      'Aucune citation n’attend',
    )
  })

  test('is refused with a word of why, which is kept, and its stamp taken back', async () => {
    expect((await decide('refused')).status).toBe(422)
    expect((await decide('refused', 'Moquerie')).status).toBe(303)
    expect(await stateOf(id)).toBe('refused')
    expect((await page()).text).not.toContain('sur un autre site')
    const told = await rooms.deps.db.read.select().from(events).where(eq(events.type, 'quotation.refused'))
    expect(told).toHaveLength(1)
    expect(rooms.wakes()).toBeGreaterThan(0)
    const { text } = await rooms.as(moderator).get('/moderation/decisions')
    expect(text).toContain('Citation refusée')
    expect(text).toContain('Moquerie')
    expect((await decide('shown')).status).toBe(409)
    expect((await decide('refused', 'Encore')).status).toBe(409)
  })
})

test('of many that quote, the newest are named, and all are counted', async () => {
  const { deps } = rooms
  await deps.db.write(deps.hub.steps({ holdComments: 'never' }, null, deps.now()))
  await deps.hub.reload()
  for (let at = 0; at < mostNamed + 3; at++) {
    deps.pass(1_000)
    await quotedBy(deps, await stranger(deps, `h${at}.example`, `n${at}n`), entry.envelope.id)
  }
  const { text } = await page()
  expect(text).toContain(`${mostNamed + 3}\u00a0citations sur d’autres sites`)
  expect(text).toContain('et 3 autres')
  expect(text).toContain('@n22n@')
  expect(text).not.toContain('@n0n@')
  expect(await pageFaults(text)).toEqual([])
})
