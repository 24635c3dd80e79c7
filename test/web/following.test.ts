import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRooms, type Rooms } from '../moderation/rooms.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { isFollowing } from '../support/network.ts'
import { read } from '../support/read.ts'
import { until } from '../support/until.ts'
import { formIn } from './pages.ts'

/** No name leads anywhere: the two hubs call each other by number. */
const nameless: LookupFunction = (name, _options, answer) =>
  answer(Object.assign(new Error(`${name} is not known`), { code: 'ENOTFOUND' }), '', 0)

describe('following from the page', () => {
  let hubs: [TestHub, TestHub]
  let rooms: Rooms
  beforeAll(async () => {
    hubs = await openTwoHubs({ lookup: nameless })
    const [here] = hubs
    rooms = await openRooms({ deps: here.deps, federation: here.federation })
  })
  afterAll(() => Promise.all(hubs.map((hub) => hub.stop())))

  test('a hub that exists is asked, answers, and can be left again with what it brought', async () => {
    const [here, there] = hubs
    const browser = rooms.as(here.admin)
    const offer = await there.publish('job', { title: 'Une offre voisine' })
    const asked = await browser.post('/reseau/abonnements', { actor: `@aval@${there.host}` })
    expect([asked.status, asked.location]).toEqual([303, '/reseau'])
    const actor = there.actor('aval')
    await until('the other hub answers', () => isFollowing(here, actor))
    await until('the offer arrives', async () => (await here.received(offer.envelope.apId)) ?? null)
    const page = await browser.get('/reseau')
    expect(read(page.text)).toContain('Une offre voisine')
    const end = /href="(\/reseau\/abonnements\/\d+\/fin)"/.exec(page.text)?.[1] ?? ''
    const confirm = await browser.get(end)
    expect(read(confirm.text)).toContain('1 publication sera effacée d’ici')
    expect((await browser.post(end, formIn(confirm, end))).status).toBe(303)
    expect(await here.received(offer.envelope.apId)).toBeUndefined()
    expect(await isFollowing(here, actor)).toBe(false)
    expect((await browser.get(end)).status).toBe(404)
  })

  test('what cannot be followed is said beside the field', async () => {
    const [here, there] = hubs
    const browser = rooms.as(here.admin)
    await browser.post('/moderation/blocages', {
      ...{ type: 'host', target: 'bloque.example', reason: 'x', confirmed: 'true' },
    })
    for (const [actor, words] of [
      [`@personne@${there.host}`, 'personne n’y porte ce nom'],
      [`${there.origin}/ap/actors/personne`, 'personne n’y porte ce nom'],
      ['https://127.0.0.2/actor', 'n’est pas celle d’un site public'],
      ['@hub@rien.invalid', 'ne répond pas'],
      ['@hub@Bloque.example.', 'est bloqué ici'],
    ] as const) {
      const answer = await browser.post('/reseau/abonnements', { actor })
      expect(answer.status, actor).toBe(422)
      expect(read(answer.text), actor).toContain(words)
    }
  })
})
