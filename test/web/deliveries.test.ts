import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { activities, actors, deliveries, followers, hosts } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { hostList } from '../../server/federation/host-list.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { deliveryCounts, deliveryRows } from '../../server/federation/status.ts'
import { openRooms, stranger, type Rooms } from '../moderation/rooms.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { read } from '../support/read.ts'

describe('deliveries', () => {
  let rooms: Rooms
  let admin: Viewer
  beforeAll(async () => {
    rooms = await openRooms()
    await rooms.deps.db.write(await foundingActors(rooms.deps, { handle: 'hub', name: 'Le hub' }))
    admin = await person(rooms.deps, 'admin')
  })
  afterAll(() => rooms.close())

  test('that all arrived are said to have arrived', async () => {
    expect((await rooms.as(admin).get('/reseau/livraisons')).location).toBe('/reseau/serveurs')
    expect(read((await rooms.as(admin).get('/reseau/serveurs')).text)).toContain(
      'Rien à surveiller Tout ce qui est parti est arrivé.',
    )
  })

  test('of an entry that nobody follows: 0 is said, and what it means', async () => {
    const editor = await person(rooms.deps, 'editor')
    const { envelope } = await published(rooms.deps, editor, 'job', { title: 'Sans public' })
    const path = `/reseau/livraisons?fiche=${envelope.id}`
    expect((await rooms.as(editor).get(envelope.path)).text).toContain(`href="${path}"`)
    expect((await rooms.as().get(envelope.path)).text).not.toContain('/reseau/livraisons')
    const text = read((await rooms.as(editor).get(path)).text)
    expect(text).toContain('@emplois@hub.example a 0 abonnement sur d’autres serveurs')
    expect(text).toContain('n’est arrivée nulle part ailleurs')
    expect(text).toContain('Abonné·es sur d’autres serveurs : 0')
    expect((await rooms.as(editor).get(path)).text).toContain(`href="${envelope.path}/affiche"`)
  })

  test('of an entry are for those who may publish it', async () => {
    const { deps } = rooms
    const { envelope } = await drafted(deps, await person(deps, 'contributor'), 'job', { title: 'À relire' })
    const path = `/reseau/livraisons?fiche=${envelope.id}`
    expect((await rooms.as().get(path)).status).toBe(401)
    expect((await rooms.as(await person(deps, 'member')).get(path)).status).toBe(403)
    expect((await rooms.as(await person(deps, 'editor')).get(path)).status).toBe(200)
    expect((await rooms.as(admin).get('/reseau/livraisons?fiche=nothing')).status).toBe(404)
    const { apId } = await received(deps, 'job', { title: 'D’ailleurs' })
    const [row] = await deps.db.read.select({ id: entries.id }).from(entries).where(eq(entries.apId, apId))
    expect((await rooms.as(admin).get(`/reseau/livraisons?fiche=${row?.id}`)).status).toBe(404)
  })

  test('that wait or were given up are shown by host with the reason, and tried again on demand', async () => {
    const { deps } = rooms
    const { db } = deps
    const editor = await person(deps, 'editor')
    const { envelope } = await published(deps, editor, 'job', { title: 'Partie de par le monde' })
    const objectId = `https://hub.example/ap/objects/${envelope.id}`
    const now = deps.now()
    await db.write([
      db.make.insert(activities).values({
        ...{
          n: 500,
          id: '/ap/activities/500',
          actorN: 1,
          type: 'Create',
          objectId,
          public: true,
          json: '{}',
        },
        createdAt: now,
      }),
      db.make.insert(deliveries).values(
        [
          { host: 'arrive.example', doneAt: now, lastStatus: 202 },
          { host: 'lent.example', nextAt: now + 3_600_000, attempts: 4, lastError: 'timeout' },
          { host: 'ferme.example', failedAt: now, attempts: 1, lastStatus: 410, lastError: 'answered 410' },
          { host: 'refus.example', failedAt: now, attempts: 12, lastStatus: 403, lastError: 'answered 403' },
          // On its way at this very moment.
          { host: 'refus.example', inbox: 'https://refus.example/2', leasedUntil: now + 60_000, nextAt: now },
        ].map((row) => ({
          activityN: 500,
          objectId,
          inbox: `https://${row.host}/inbox`,
          nextAt: now,
          ...row,
        })),
      ),
      db.make.insert(hosts).values([
        { host: 'lent.example', failures: 7, failingSince: now - 86_400_000, openUntil: now + 3_600_000 },
        { host: 'arrive.example', lastOkAt: now, software: 'mastodon', softwareVersion: '4.5.1' },
        { host: 'ferme.example', lastOkAt: now },
        { host: 'refus.example', lastOkAt: now },
      ]),
    ])
    const browser = rooms.as(admin)
    const page = await browser.get('/reseau/serveurs')
    expect(await pageFaults(page.text)).toEqual([])
    expect(read(page.text)).toContain(
      'lent.example Au repos Logiciel inconnu · personne ne nous suit de là-bas N’a pas répondu à temps (timeout). ' +
        'En panne depuis le 22 novembre 2026 . Ne répond pas : laissé au repos. Prochain essai dans 1 heure . 1 envoi en attente',
    )
    expect(read(page.text)).toContain(
      'ferme.example Envois abandonnés Logiciel inconnu · personne ne nous suit de là-bas L’adresse n’existe plus là-bas (410). 1 envoi abandonné',
    )
    expect(page.text).not.toContain('arrive.example')

    const whole = await rooms.as(editor).get(`/reseau/livraisons?fiche=${envelope.id}`)
    expect(await pageFaults(whole.text)).toEqual([])
    expect(read(whole.text)).toContain(
      'arrive.example – Mastodon 0 abonnement de là-bas Publication : arrivé à l’instant Arrivé',
    )
    expect(read(whole.text)).toContain(
      'Publication : abandonné à l’instant . Refuse notre signature, ou nous bloque (403)',
    )
    // To send again is for those who run the hub.
    expect(whole.text).not.toContain('/reseau/livraisons/essais')

    const wakes = rooms.wakes()
    expect((await browser.post('/reseau/livraisons/essais', { host: 'lent.example' })).status).toBe(303)
    expect(rooms.wakes()).toBe(wakes + 1)
    const [slow] = await deliveryRows(deps, { host: 'lent.example' })
    expect(slow).toMatchObject({ state: 'waiting', nextAt: now, attempts: 0 })
    const [host] = await db.read.select().from(hosts).where(eq(hosts.host, 'lent.example'))
    expect(host).toMatchObject({ failures: 0, failingSince: null, openUntil: null })
    expect((await deliveryRows(deps, { host: 'ferme.example' }))[0]?.state).toBe('failed')

    expect((await browser.post('/reseau/livraisons/essais')).status).toBe(303)
    const watched = await hostList(db, { view: 'watch', words: '', sort: 'name', page: 1 }, now)
    expect(watched.hosts).toEqual([])
    expect((await deliveryCounts(deps, { object: objectId })).waiting).toBe(4)
    const [leased] = await db.read
      .select()
      .from(deliveries)
      .where(eq(deliveries.inbox, 'https://refus.example/2'))
    expect(leased?.leasedUntil).toBe(now + 60_000)
    const ofHost = await browser.get('/reseau/livraisons?serveur=refus.example')
    expect(await pageFaults(ofHost.text)).toEqual([])
    expect(read(ofHost.text)).toContain('En attente')
  })

  test('of an entry name those who follow all the same, and why it was not sent there', async () => {
    const { deps } = rooms
    const { db } = deps
    const editor = await person(deps, 'editor')
    const { envelope } = await published(deps, editor, 'job', { title: 'Avant tout le monde' })
    const [jobs] = await db.read.select().from(actors).where(eq(actors.id, '/ap/actors/emplois'))
    const actorN = jobs?.n ?? 0
    const objectId = `https://hub.example/ap/objects/${envelope.id}`
    const said = { id: '/ap/activities/900', actorN, type: 'Create', objectId, public: true, json: '{}' }
    const [late, early] = [await stranger(deps, 'tard.example'), await stranger(deps, 'tot.example')]
    const at = deps.now()
    await db.write([
      db.make.insert(activities).values({ ...said, createdAt: at }),
      db.make.insert(followers).values([
        { actorN, followerN: late.n, followId: '1', acceptedAt: at + 1 },
        { actorN, followerN: early.n, followId: '2', acceptedAt: at - 1 },
      ]),
    ])
    const shown = async () =>
      read((await rooms.as(editor).get(`/reseau/livraisons?fiche=${envelope.id}`)).text)
    expect(await shown()).toContain(
      'tard.example 1 abonnement de là-bas On ne nous suit de là-bas que depuis la publication',
    )
    expect(await shown()).toContain('tot.example 1 abonnement de là-bas L’envoi est en préparation.')
    deps.pass(31 * 24 * 3_600_000)
    expect(await shown()).toContain('tot.example 1 abonnement de là-bas Publié il y a plus d’un mois')
  })
})
