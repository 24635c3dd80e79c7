import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { actors, followers, following, hosts } from '../../db/schema/federation.ts'
import { blocks } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { locales } from '../../views/language.tsx'
import { openRooms, stranger, type Rooms } from '../moderation/rooms.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { read } from '../support/read.ts'

const hour = 3_600_000

let rooms: Rooms
let admin: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  const { deps } = rooms
  const { db, now } = deps
  await db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  admin = await person(deps, 'admin')
  const at = now()
  const made: (typeof hosts.$inferInsert)[] = [
    { host: 'bien.example', lastOkAt: at - hour, lastInboundAt: at - 2 * hour },
    { host: 'panne.example', failures: 2, failingSince: at - 26 * hour, lastError: 'dns' },
    { host: 'repos.example', failures: 9, failingSince: at - 26 * hour, openUntil: at + hour },
    { host: 'mort.example', failures: 9, failingSince: at - 900 * hour, stoppedAt: at - hour },
    { host: 'sous.mechant.example', lastOkAt: at - hour },
    { host: 'pasmechant.example', lastOkAt: at - 3 * hour },
  ]
  await db.write([
    ...made.map((row) => db.make.insert(hosts).values(row)),
    db.make
      .update(hosts)
      .set({ software: 'mastodon', softwareVersion: '4.5.1', nodeName: '<i>Bien</i>' })
      .where(eq(hosts.host, 'bien.example')),
    db.make.insert(blocks).values({
      id: 'b',
      type: 'host',
      target: 'mechant.example',
      reason: '',
      createdBy: admin.id,
      createdAt: at,
    }),
  ])
  const lea = await stranger(deps, 'bien.example', 'lea')
  const bruno = await stranger(deps, 'bien.example')
  await db.write([
    ...[lea, bruno].map(({ n }) =>
      db.make.insert(followers).values({ actorN: 1, followerN: n, followId: String(n), acceptedAt: at }),
    ),
    db.make.insert(following).values({
      ...{ actorN: 1, targetN: lea.n, followId: 'f', state: 'accepted' as const, requestedAt: at },
    }),
  ])
})
afterAll(() => rooms.close())

const shown = async (query = '') => {
  const { status, text } = await rooms.as(admin).get(`/reseau/serveurs${query}`)
  expect(status).toBe(200)
  return text
}
const hostsIn = (html: string) =>
  [...html.matchAll(/href="\/reseau\/livraisons\?serveur=([^"]+)"/g)].map(([, host]) => host)

describe('the servers a hub exchanges with', () => {
  test.each([
    ['', ['panne.example', 'repos.example']],
    ['?etat=failing', ['panne.example', 'repos.example']],
    ['?etat=let-be', ['mort.example']],
    ['?etat=blocked', ['sous.mechant.example']],
    ['?etat=nothing&page=x', ['panne.example', 'repos.example']],
    ['?etat=all&q=BIEN', ['bien.example']],
    ['?etat=all&q=mastodon', ['bien.example']],
    ['?etat=all&q=%25', []],
  ])('are shown by how it goes: %s', async (query, names) => {
    expect(hostsIn(await shown(query))).toEqual(names)
  })

  test('are told apart in words', async () => {
    const words = read(await shown('?etat=all'))
    for (const one of [
      'bien.example Tout va bien &lt;i&gt;Bien&lt;/i&gt; Mastodon 4.5.1 · 2 personnes ou sites nous suivent de là-bas · ' +
        '1 compte suivi d’ici Dernier envoi arrivé il y a 1 heure · Dernier message reçu il y a 2 heures',
      'panne.example En panne',
      'Adresse introuvable : ce nom ne mène nulle part (dns)',
      'repos.example Au repos',
      'mort.example Laissé en paix',
      'sous.mechant.example Bloqué',
      'pasmechant.example Tout va bien',
    ])
      expect(words).toContain(one)
  })

  test('stand in the order of their names, or of who was met last', async () => {
    const found = hostsIn(await shown('?etat=all&tri=contact'))
    expect(found.slice(0, 3)).toEqual(['bien.example', 'sous.mechant.example', 'pasmechant.example'])
    expect(hostsIn(await shown('?etat=all'))).toEqual([...found].sort())
  })

  test('come fifty a page, and each page is asked for as it was narrowed', async () => {
    const { db } = rooms.deps
    const many = Array.from({ length: 120 }, (_, at) => ({
      host: `h${String(at).padStart(3, '0')}.many.example`,
    }))
    await db.write([db.make.insert(hosts).values(many)])
    const html = await shown('?etat=all&q=many&tri=contact&page=3')
    expect(hostsIn(html)).toHaveLength(20)
    // Past the last there is the first.
    expect(hostsIn(await shown('?etat=all&q=many&page=4'))).toHaveLength(50)
    expect(html).toContain('href="/reseau/serveurs?etat=all&amp;q=many&amp;tri=contact&amp;page=2"')
    await db.write([{ sql: "DELETE FROM hosts WHERE host LIKE '%.many.example'", args: [] }])
  })

  test('may be let be, and be sent to again', async () => {
    const browser = rooms.as(admin)
    const answer = await browser.post('/reseau/serveurs/paix', { host: 'panne.example' })
    expect([answer.status, answer.location]).toEqual([303, '/reseau/serveurs?etat=let-be'])
    expect(hostsIn(await shown('?etat=let-be'))).toEqual(['mort.example', 'panne.example'])
    const again = await browser.post('/reseau/livraisons/essais', { host: 'panne.example' })
    expect(again.status).toBe(303)
    expect(hostsIn(await shown('?etat=let-be'))).toEqual(['mort.example'])
    for (const host of ['', 'a b', 'x'.repeat(400)])
      expect((await browser.post('/reseau/serveurs/paix', { host })).status).toBe(422)
    const tooLong = await browser.post('/reseau/livraisons/essais', { host: 'x'.repeat(400) })
    expect(tooLong.status).toBe(422)
  })

  test('say what they sent that was not taken, under whatever name, without running it', async () => {
    for (let count = 0; count < 12; count++) rooms.refused.count('bien.example', 'signature')
    rooms.refused.count('<script>alert(1)</script>', 'unsigned')
    const html = await shown()
    expect(read(html)).toContain('bien.example – 12 messages signature fausse ou absente')
    expect(html).not.toContain('<script>alert(1)')
    expect(html).not.toContain('<i>Bien')
    const one = await rooms.as(admin).get('/reseau/livraisons?serveur=bien.example')
    expect(read(one.text)).toContain('12 messages signature fausse ou absente')
    const odd = await rooms.as(admin).get('/reseau/livraisons?serveur=%3Cscript%3Ealert(1)%3C/script%3E')
    expect(odd.text).not.toContain('<script>alert(1)')
  })

  test.each(locales)('are sound pages in %s', async (locale) => {
    for (const path of [
      ...['', '?etat=all', '?etat=let-be', '?etat=all&q=nothing'].map((query) => `/reseau/serveurs${query}`),
      ...['bien.example', 'repos.example', 'never.example'].map(
        (host) => `/reseau/livraisons?serveur=${host}`,
      ),
    ]) {
      const { status, text } = await rooms.as({ ...admin, locale }).get(path, { 'accept-language': locale })
      expect(status, path).toBe(200)
      expect(await pageFaults(text), path).toEqual([])
    }
  })
})

describe('how many follow from elsewhere', () => {
  test('is said on the desk to those who publish for others, and to nobody else', async () => {
    const { deps } = rooms
    const desk = async (viewer: Viewer) => read((await rooms.as(viewer).get('/brouillons')).text)
    expect(await desk(await person(deps, 'editor'))).toContain('2 abonné·es sur d’autres serveurs')
    expect(await desk(await person(deps, 'contributor'))).not.toContain('sur d’autres serveurs')
    await deps.db.write([deps.db.make.delete(followers)])
    expect(await desk(admin)).toContain('Abonné·es sur d’autres serveurs : 0')
  })

  test('is said on the page of an organisation to those who answer for it', async () => {
    const { deps } = rooms
    const { envelope } = await published(deps, admin, 'organisation', { title: 'Les Ateliers' })
    const actor = { id: '/ap/actors/ateliers', local: true, type: 'Organization', handle: 'ateliers' }
    const role = 'organisation' as const
    const row = { ...actor, role, entryId: envelope.id, createdAt: deps.now() }
    await deps.db.write([deps.db.make.insert(actors).values(row)])
    const page = async (viewer?: Viewer) => read((await rooms.as(viewer).get(envelope.path)).text)
    expect(await page(admin)).toContain('Abonné·es sur d’autres serveurs : 0')
    for (const viewer of [undefined, await person(deps, 'contributor')])
      expect(await page(viewer)).not.toContain('Abonné·es sur d’autres serveurs')
  })
})
