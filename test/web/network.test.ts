import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actors, followers, following } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { locales } from '../../views/language.tsx'
import { openRooms, stranger, type Rooms } from '../moderation/rooms.ts'
import { pageFaults } from '../support/markup.ts'
import { person, received } from '../support/publish.ts'
import { read } from '../support/read.ts'

describe('the network page', () => {
  let rooms: Rooms
  let hubN: number
  let admin: Viewer
  beforeAll(async () => {
    rooms = await openRooms()
    await rooms.deps.db.write(await foundingActors(rooms.deps, { handle: 'hub', name: 'Le hub' }))
    hubN = await numberOf('/ap/actors/hub')
    admin = await person(rooms.deps, 'admin')
  })
  afterAll(() => rooms.close())

  async function numberOf(id: string): Promise<number> {
    const [row] = await rooms.deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, id))
    return row?.n ?? 0
  }

  test('of a hub that is alone says so: nobody is followed, and nobody follows', async () => {
    const { status, text } = await rooms.as().get('/reseau')
    expect(status).toBe(200)
    expect(read(text)).toContain('Ce site ne suit encore personne')
    expect(read(text)).toContain('Personne ne nous suit encore depuis un autre serveur')
    for (const handle of ['hub', 'ressources', 'emplois', 'marches', 'propositions', 'forum'])
      expect(read(text)).toContain(`@${handle}@hub.example`)
    expect(read(text).match(/0 abonnement sur d’autres serveurs/g)).toHaveLength(6)
    // The instance actor only signs: nobody should follow it.
    expect(text).not.toContain('@instance@')
  })

  test('counts who follows each account, and says it to everybody', async () => {
    const { deps } = rooms
    const [lea, bruno] = [await stranger(deps, 'un.example', 'lea'), await stranger(deps, 'deux.example')]
    const jobs = await numberOf('/ap/actors/emplois')
    const row = { acceptedAt: deps.now() }
    await deps.db.write([
      deps.db.make.insert(followers).values([
        { ...row, actorN: jobs, followerN: lea.n, followId: '1' },
        { ...row, actorN: jobs, followerN: bruno.n, followId: '2' },
        { ...row, actorN: hubN, followerN: lea.n, followId: '3' },
      ]),
    ])
    const text = read((await rooms.as().get('/reseau')).text)
    expect(text).toContain('@emplois@hub.example Copier Suivre 2 abonnements sur d’autres serveurs')
    expect(text).toContain('@hub@hub.example Copier Suivre 1 abonnement sur d’autres serveurs')
    expect(text).toContain('2 personnes ou sites nous suivent sur 2 serveurs')
  })

  test('shows whom the hub follows, what each shares, and how it stands', async () => {
    const { deps } = rooms
    const { db, now } = deps
    await received(deps, 'job', { title: 'Soudeuse à Lille' })
    await received(deps, 'job', { title: 'Soudeur à Lille' })
    await received(deps, 'news', { title: 'Une fête à Lille' })
    const states = [
      ['ailleurs.example', 'accepted'],
      ['muet.example', 'requested'],
      ['fier.example', 'rejected'],
    ] as const
    for (const [host, state] of states) {
      const id =
        host === 'ailleurs.example'
          ? 'https://ailleurs.example/ap/actors/hub'
          : (await stranger(deps, host)).id
      await db.write([
        db.make.insert(following).values({
          ...{ actorN: hubN, targetN: await numberOf(id), followId: host, state },
          ...{ requestedAt: now() - 3_600_000, polledAt: now() - 7_200_000 },
        }),
      ])
    }
    const { text } = await rooms.as().get('/reseau')
    expect(read(text)).toContain(
      'Partage ici : 2 offres d’emploi, 1 actualité. La plus récente : à l’instant . @hub@ailleurs.example Suivi Relu il y a 2 heures',
    )
    expect(read(text)).toContain('Demande envoyée, sans réponse encore')
    expect(read(text)).toContain('Demande refusée')
    expect(text).toContain('href="https://muet.example/@bruno"')
    for (const title of ['Soudeuse à Lille', 'Une fête à Lille']) expect(text).toContain(title)
  })

  test('shows a site once, with what it shares, however many of its accounts are followed', async () => {
    const { db, now } = rooms.deps
    const jobs = await stranger(rooms.deps, 'ailleurs.example', 'emplois')
    await db.write([
      db.make.insert(following).values({
        ...{ actorN: hubN, targetN: jobs.n, followId: 'emplois', state: 'accepted' },
        ...{ requestedAt: now(), polledAt: now() },
      }),
    ])
    const { text } = await rooms.as(admin).get('/reseau')
    const cards = text.match(/<article class="panel">.*?<\/article>/gs) ?? []
    const ours = cards.filter((card) => card.includes('ailleurs.example'))
    expect(ours).toHaveLength(1)
    const words = read(ours[0] ?? '')
    expect(words.match(/Partage ici/g)).toHaveLength(1)
    for (const handle of ['@hub@ailleurs.example', '@emplois@ailleurs.example'])
      expect(ours[0]).toContain(`aria-label="Ne plus suivre ${handle}"`)
    expect(words).toContain('Partage ici : 2 offres d’emploi, 1 actualité. La plus récente')
  })

  test('gives nobody but administrators the means to change it', async () => {
    for (const viewer of [undefined, await person(rooms.deps, 'moderator')]) {
      const browser = rooms.as(viewer)
      expect((await browser.get('/reseau')).text).not.toContain('action="/reseau/abonnements"')
      const refused = viewer === undefined ? 401 : 403
      expect((await browser.post('/reseau/abonnements', { actor: '@a@b.example' })).status).toBe(refused)
      expect((await browser.post('/reseau/livraisons/essais')).status).toBe(refused)
      expect((await browser.post('/reseau/serveurs/paix', { host: 'a.example' })).status).toBe(refused)
      for (const path of [
        '/reseau/serveurs',
        '/reseau/livraisons',
        '/reseau/livraisons?serveur=a',
        '/reseau/abonnements/1/fin',
      ])
        expect((await browser.get(path)).status, path).toBe(refused)
    }
    expect((await rooms.as(admin).get('/reseau')).text).toContain('action="/reseau/abonnements"')
  })

  test('says of an empty name and of its own what is wrong, and keeps it', async () => {
    const browser = rooms.as(admin)
    for (const [actor, words] of [
      ['  ', 'Écrivez @nom@site'],
      ['@emplois@HUB.example', 'C’est ce site lui-même.'],
      ['https://hub.example/', 'C’est ce site lui-même.'],
    ] as const) {
      const answer = await browser.post('/reseau/abonnements', { actor })
      expect(answer.status, actor).toBe(422)
      expect(read(answer.text)).toContain(words)
      expect(answer.text).toContain(`value="${actor}"`)
    }
  })

  test.each(locales)('is sound in %s, for everybody and for administrators', async (locale) => {
    for (const viewer of [undefined, { ...admin, locale }])
      for (const path of [
        '/reseau',
        ...(viewer
          ? ['/reseau/serveurs', '/reseau/livraisons?serveur=muet.example', '/reseau/abonnements/9/fin']
          : []),
      ]) {
        const target = path.replace('/9/', `/${await numberOf('https://muet.example/users/bruno')}/`)
        const { status, text } = await rooms.as(viewer).get(target, { 'accept-language': locale })
        expect(status, path).toBe(200)
        expect(await pageFaults(text), path).toEqual([])
      }
  })
})
