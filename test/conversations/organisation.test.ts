import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { activities, actors } from '../../db/schema/federation.ts'
import type { Entry } from '../../server/entries/load.ts'
import { settled } from '../support/deliveries.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, departure, follow, numberOf } from '../support/network.ts'
import { until } from '../support/until.ts'

let amont: TestHub
let aval: TestHub
let organisation: Entry
const address = () => amont.actor('ateliers_du_fleuve')

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  organisation = await amont.publish('organisation', { title: 'Les Ateliers du fleuve', place: '92036' })
  await until(
    'the organisation is an actor',
    async () => (await amont.federation.routes.request(new URL(address()).pathname)).ok,
  )
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

describe('an organisation that is hosted', () => {
  test('is an actor under the name it asked for, with its page and what is known of it', async () => {
    const answer = await fetch(address(), { headers: { accept: 'application/activity+json' } })
    expect(answer.headers.get('content-type')).toBe('application/activity+json')
    expect(await answer.json()).toMatchObject({
      id: address(),
      type: 'Organization',
      preferredUsername: 'ateliers_du_fleuve',
      name: 'Les Ateliers du fleuve',
      url: `${amont.origin}/annuaire/les-ateliers-du-fleuve`,
      discoverable: true,
    })
  })

  test('is what its page leads other servers to', async () => {
    const page = `${amont.origin}/annuaire/les-ateliers-du-fleuve`
    const answer = await fetch(page, { headers: { accept: 'application/activity+json' }, redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([302, address()])
    expect(await (await fetch(page)).text()).toContain(`type="application/activity+json" href="${address()}"`)
  })

  test('may be followed, and its followers learn its new name', async () => {
    await follow(aval, address())
    await amont.revise(organisation, { title: 'Les Ateliers des deux fleuves' })
    await until('the new name', async () => {
      const [known] = await aval.deps.db.read.select().from(actors).where(eq(actors.id, address()))
      return known?.name === 'Les Ateliers des deux fleuves'
    })
    await aval.federation.unfollow(address())
  })
})

describe('news of an organisation', () => {
  let news: Entry
  test('reaches a hub that follows the forum alone', async () => {
    await follow(aval, amont.actor('forum'))
    news = await amont.publish('news', {
      title: 'Une assemblée',
      organisation: organisation.envelope.id,
    })
    const there = await arrival(aval, news)
    expect(there.envelope.origin?.actor).toBe(address())
    expect(there.envelope.speaker?.name).toBe('Les Ateliers des deux fleuves')
    expect(there.fields).toEqual(news.fields)
  })

  test('is announced once by the forum and once by the hub, and said by the organisation', async () => {
    const said = await amont.deps.db.read
      .select({ type: activities.type, actor: actors.handle })
      .from(activities)
      .innerJoin(actors, eq(actors.n, activities.actorN))
      .where(eq(activities.objectId, news.envelope.apId))
    expect(said).toHaveLength(4)
    expect(said).toEqual(
      expect.arrayContaining([
        { type: 'Create', actor: 'ateliers_du_fleuve' },
        { type: 'Announce', actor: 'forum' },
        { type: 'Announce', actor: 'amont' },
        { type: 'Add', actor: 'ateliers_du_fleuve' },
      ]),
    )
  })

  test('changes and goes for those to whom the forum announced it', async () => {
    await amont.revise(news, { title: 'Une assemblée reportée' })
    await arrival(aval, news, ({ envelope }) => envelope.title === 'Une assemblée reportée')
    await amont.withdraw(news)
    await departure(aval, news)
  })
})

describe('news that change their voice here', () => {
  test('go on being said by who said them first, so that changes and goodbyes are believed', async () => {
    const news = await amont.publish('news', { title: 'Un bilan', organisation: organisation.envelope.id })
    await arrival(aval, news)
    await amont.revise(news, { title: 'Un bilan corrigé', organisation: null })
    const there = await arrival(aval, news, ({ envelope }) => envelope.title === 'Un bilan corrigé')
    expect(there.envelope.origin?.actor).toBe(address())
    await amont.withdraw(news)
    await departure(aval, news)
  })
})

describe('a job of an organisation', () => {
  test('is said by the section, announced by the organisation, and names who speaks', async () => {
    // They have unfollowed a moment ago: who asks again is answered once in a minute.
    for (const hub of [amont, aval]) hub.deps.pass(61_000)
    await follow(aval, address())
    const job = await amont.publish('job', { title: 'Un poste', organisation: organisation.envelope.id })
    const there = await arrival(aval, job)
    expect(there.envelope.origin?.actor).toBe(amont.actor('emplois'))
    expect(there.envelope.speaker?.name).toBe('Les Ateliers des deux fleuves')
  })
})

describe('an organisation that is withdrawn', () => {
  test('says goodbye, then answers 410, and its followers forget it', async () => {
    await amont.withdraw(organisation)
    await until('forgotten', async () => {
      const n = await numberOf(aval, address())
      const [known] = await aval.deps.db.read.select().from(actors).where(eq(actors.n, n))
      return known?.deletedAt !== null && known?.deletedAt !== undefined
    })
    // That it arrived is noted a moment after it did.
    await settled(amont)
    const answer = await fetch(address(), { headers: { accept: 'application/activity+json' } })
    expect(answer.status).toBe(410)
    expect(await answer.json()).toMatchObject({ type: 'Tombstone', formerType: 'Organization' })
  })
})
