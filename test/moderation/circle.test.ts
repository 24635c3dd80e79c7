import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import { blocks, decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { isBlocked } from '../../server/federation/blocked.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { block } from '../../server/moderation/blocks.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { openRooms, type Rooms } from './rooms.ts'
import { everything, left, traces } from './traces.ts'

let rooms: Rooms
let admin: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  const { deps } = rooms
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  admin = await person(deps, 'admin')
  await traces(deps, 'voisin.test', 'Zibeline')
  await traces(deps, 'lointain.test', 'Belette')
})
afterAll(() => rooms.close())

const path = '/reglages/federation'
const save = (fields: Record<string, string>) =>
  rooms.as(admin).post(path, { federation: 'open', blocksShown: 'nobody', ...fields })
const visible = async (): Promise<string> => (await rooms.as().get('/recherche?origin=network')).text
const blocked = (host: string): Promise<boolean> => isBlocked(rooms.deps.db, host)

describe('a hub that exchanges with chosen servers alone', () => {
  test('is told first what that hides, and nothing changes before it is confirmed', async () => {
    const { status, text } = await save({ federation: 'chosen' })
    expect(status).toBe(200)
    for (const words of ['2\u00a0publications', '2\u00a0réponses', 'aucun serveur choisi'])
      expect(text).toContain(words)
    expect(
      [...text.matchAll(/name="hosts"[^>]*value="([^"]+)"[^>]*checked/g)].map(([, host]) => host),
    ).toEqual(['lointain.test', 'voisin.test'])
    expect(rooms.deps.hub.settings.federation).toBe('open')
    expect(await blocked('lointain.test')).toBe(false)
  })

  test('keeps those that stay ticked, and hides the others without erasing anything', async () => {
    expect((await save({ federation: 'chosen', confirmed: 'true', hosts: 'voisin.test' })).status).toBe(303)
    expect([await blocked('voisin.test'), await blocked('lointain.test')]).toEqual([false, true])
    expect(await blocked('sous.voisin.test')).toBe(true)
    const seen = await visible()
    expect([seen.includes('Zibeline'), seen.includes('Belette')]).toEqual([true, false])
    const { found: _, ...kept } = await left(rooms.deps, ['lointain.test'], 'Belette')
    expect(kept).toMatchObject({ entries: 1, comments: 1, followers: 1, following: 1, keys: 1 })
  })

  test('takes others in, in any spelling, and shows what it had kept of them', async () => {
    const add = (hosts: string) => rooms.as(admin).post(`${path}/serveurs`, { hosts })
    const wrong = await add('Lointain.Test.\n*.etoile.test\nun')
    expect([wrong.status, wrong.text.includes('*.etoile.test, un')]).toEqual([422, true])
    expect(wrong.text).toMatch(/<textarea[^>]*>Lointain\.Test\./)
    expect((await add(' https://Lointain.Test./about \nvoisin.test')).status).toBe(303)
    expect(await blocked('lointain.test')).toBe(false)
    expect(await visible()).toContain('Belette')
  })

  test('lets one go again, and knows whom it never had', async () => {
    const remove = (host: string) => rooms.as(admin).post(`${path}/serveurs/retrait`, { host })
    expect((await remove('lointain.test')).status).toBe(303)
    expect(await visible()).not.toContain('Belette')
    expect((await remove('jamais.test')).status).toBe(404)
  })

  test('shows nothing of whom it has set aside besides, chosen or not', async () => {
    const { deps } = rooms
    await block(deps, admin, { type: 'host', target: 'voisin.test', severity: 'silence', reason: 'x' })
    expect(await visible()).not.toContain('Zibeline')
    await save({ federation: 'open' })
    const seen = await visible()
    expect([seen.includes('Zibeline'), seen.includes('Belette')]).toEqual([false, true])
    expect(await left(deps, ['lointain.test'], 'Belette')).toEqual(everything)
    const rows = await deps.db.read.select().from(decisions).orderBy(decisions.id)
    expect(rows.map(({ action, subjectId }) => `${action} ${subjectId}`)).toEqual([
      'federation-chosen voisin.test',
      'host-allowed lointain.test',
      'host-disallowed lointain.test',
      'silenced voisin.test',
      'federation-open –',
    ])
  })

  test('is an administrator’s to choose', async () => {
    for (const role of ['moderator', 'editor'] as const) {
      const browser = rooms.as(await person(rooms.deps, role))
      expect((await browser.get(path)).status).toBe(403)
      const fields = { federation: 'chosen', blocksShown: 'everyone', confirmed: 'true' }
      expect((await browser.post(path, fields)).status).toBe(403)
      expect((await browser.post(`${path}/serveurs`, { hosts: 'a.test' })).status).toBe(403)
    }
    expect(rooms.deps.hub.settings).toMatchObject({ federation: 'open', blocksShown: 'nobody' })
  })
})

describe('the servers that are blocked', () => {
  const page = '/serveurs-bloques'
  beforeAll(async () => {
    const { deps } = rooms
    const measures = [
      { target: 'arnaque.test', publicComment: 'Arnaques <b>répétées</b>' },
      { target: 'mauvais.example', obfuscate: true, publicComment: 'Insultes' },
      { target: 'bavard.test', severity: 'silence' as const },
    ]
    for (const measure of measures)
      await block(deps, admin, { type: 'host', reason: 'Entre nous', ...measure })
    await block(deps, admin, { type: 'actor', target: 'https://autre.test/users/odile', reason: 'x' })
  })

  test('are nobody else’s business, as a hub is set up', async () => {
    expect((await rooms.as().get(page)).status).toBe(404)
    expect((await rooms.as().get('/')).text).not.toContain(page)
  })

  test('are published with their public reason alone, as far as their name may be told, and no account', async () => {
    const before = await rooms.deps.db.read.$count(events, eq(events.type, 'actor.updated'))
    expect((await save({ blocksShown: 'everyone' })).status).toBe(303)
    expect(await rooms.deps.db.read.$count(events, eq(events.type, 'actor.updated'))).toBe(before + 1)
    const { status, text } = await rooms.as().get(page)
    expect(status).toBe(200)
    expect((await rooms.as().get('/')).text).toContain(`href="${page}"`)
    for (const words of [
      'arnaque.test',
      'Arnaques &lt;b&gt;',
      'mauv***.****ple',
      'bavard.test',
      'En retrait',
    ])
      expect(text).toContain(words)
    for (const words of ['mauvais.example', 'Entre nous', 'odile', 'autre.test', '<b>répétées'])
      expect(text).not.toContain(words)
  })
})

test.each(locales)('each of these pages is sound in %s', async (locale) => {
  const viewer = { ...admin, locale }
  const browser = rooms.as(viewer)
  const asked = { 'accept-language': locale }
  const [aside] = await rooms.deps.db.read.select().from(blocks).where(eq(blocks.target, 'voisin.test'))
  const pages = [
    await browser.get(`/moderation/blocages/${aside?.id}/retrait`, asked),
    await browser.get(`/moderation/blocages?blocage=${aside?.id}&q=voisin`, asked),
    await browser.get(path, asked),
    await browser.get('/serveurs-bloques', asked),
    await browser.get('/moderation/blocages', asked),
    await browser.get('/moderation/blocages/liste', asked),
    await browser.post(path, { federation: 'chosen', blocksShown: 'nobody' }),
    await browser.post(`${path}/serveurs`, { hosts: 'un' }),
    await browser.post('/moderation/blocages/liste', { text: 'neuf.test\n***\nvoisin.test' }),
    await browser.post('/moderation/blocages/liste', { text: '' }),
    ...(await Promise.all(
      (['silence', 'suspend', 'noop'] as const).map((severity) =>
        browser.post('/moderation/blocages', {
          ...{ type: 'host', target: 'lointain.test', severity, reason: 'x', rejectMedia: 'true' },
        }),
      ),
    )),
    await browser.post('/moderation/blocages', {
      type: 'host',
      target: 'a.test',
      severity: 'noop',
      reason: 'x',
    }),
  ]
  expect(pages[0]?.text).toContain('Zibeline')
  expect(pages[1]?.text).toMatch(/value="silence"[^>]*checked/)
  for (const { text, status } of pages) {
    expect([200, 422]).toContain(status)
    expect(text).toContain(`<html lang="${locale}"`)
    expect(await pageFaults(text)).toEqual([])
    expect(text.match(/<h1\b/g)).toHaveLength(1)
  }
})
