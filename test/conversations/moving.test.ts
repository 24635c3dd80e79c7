import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { cooldown } from '../../server/federation/moving/limits.ts'
import { addFollower, openSink, type Sink } from '../peers/sink.ts'
import { pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { arrival, follow, followersOf, stateOf } from '../support/network.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

// Hub `amont` is left, hub `aval` is where they go, hub `tiers` follows, and so does somebody on a Mastodon.

let amont: TestHub
let aval: TestHub
let tiers: TestHub
let mastodon: Sink
let before: Entry
let after: Entry
const handle = 'ateliers_du_fleuve'
beforeAll(async () => {
  const sites = [await openSite(), await openSite(), await openSite()] as const
  mastodon = await openSink()
  const neighbours = [...sites, mastodon]
  amont = await openHubAt(sites[0], { handle: 'amont', neighbours })
  aval = await openHubAt(sites[1], { handle: 'aval', neighbours })
  tiers = await openHubAt(sites[2], { handle: 'tiers', neighbours })
  before = await amont.publish('organisation', { title: 'Les Ateliers du fleuve' })
  after = await aval.publish('organisation', { title: 'Les Ateliers du fleuve' })
  await settled(amont)
  await settled(aval)
  await follow(tiers, amont.actor(handle))
  await addFollower(amont, mastodon, handle)
})
afterAll(async () => {
  for (const hub of [amont, aval, tiers]) await hub.stop()
  await mastodon.close()
})

const documentOf = async (hub: TestHub, name: string): Promise<Record<string, unknown>> =>
  (await (
    await fetch(hub.actor(name), { headers: { accept: 'application/activity+json' } })
  ).json()) as Record<string, unknown>

describe('an organisation that moves from hub to hub', () => {
  let news: Entry

  test('is not let go before it is expected there, and is told what is missing', async () => {
    news = await amont.publish('news', { title: 'Avant', organisation: before.envelope.id })
    await arrival(tiers, news)
    const looked = await amont.federation.moving.leave(handle, `@${handle}@${aval.host}`)
    expect(looked).toMatchObject({ mayMove: false, rooms: [{ why: 'unlisted' }] })
    expect(await documentOf(amont, handle)).not.toHaveProperty('movedTo')
  })

  test('is expected once the new account says that it was the old one', async () => {
    expect(await aval.federation.moving.cameFrom(handle, amont.actor(handle))).toEqual([
      { id: amont.actor(handle), handle: `@${handle}@${amont.host}` },
    ])
    expect(await documentOf(aval, handle)).toMatchObject({ alsoKnownAs: [amont.actor(handle)] })
    expect(await amont.federation.moving.look(handle, `@${handle}@${aval.host}`)).toMatchObject({
      mayMove: true,
      rooms: [{ why: null, there: { handle: `@${handle}@${aval.host}` } }],
    })
  })

  test('takes its followers along: the third hub follows the new one, and the old one no more', async () => {
    await amont.federation.moving.leave(handle, `@${handle}@${aval.host}`)
    await until('followed there', async () => (await stateOf(tiers, aval.actor(handle))) === 'accepted')
    expect(await stateOf(tiers, amont.actor(handle))).toBe(null)
    expect(await followersOf(aval, handle)).toEqual([tiers.actor('tiers')])
    await until(
      'not followed here',
      async () => !(await followersOf(amont, handle)).includes(tiers.actor('tiers')),
    )
  })

  test('says it to a Mastodon as well: its document first, then the Move', async () => {
    await settled(amont)
    const [update, move] = mastodon.posts.slice(-2)
    expect([update?.type, move?.type, move?.objectId]).toEqual(['Update', 'Move', amont.actor(handle)])
    expect(await documentOf(amont, handle)).toMatchObject({ movedTo: aval.actor(handle) })
  })

  test('brings what it said before, and what it says from now on there', async () => {
    expect(await tiers.received(news.envelope.apId)).toBeDefined()
    const later = await aval.publish('news', { title: 'Après', organisation: after.envelope.id })
    await arrival(tiers, later)
  })

  test('says nothing new here; what it said can be changed', async () => {
    await expect(
      amont.publish('news', { title: 'Encore', organisation: before.envelope.id }),
    ).rejects.toMatchObject({ code: 'invalid', fields: { organisation: 'moved' } })
    mastodon.posts.length = 0
    await amont.revise(news, { title: 'Avant, corrigé' })
    const job = await amont.publish('job', { title: 'Un poste', organisation: before.envelope.id })
    await settled(amont)
    expect(mastodon.typesOf(news.envelope.apId)).toEqual(['Update'])
    // A section says it; they would have passed it on.
    expect(mastodon.typesOf(job.envelope.apId)).toEqual([])
  })

  test('can come back, says so, and moves again a week later only', async () => {
    mastodon.posts.length = 0
    await amont.federation.moving.comeBack(handle)
    await settled(amont)
    expect(mastodon.posts.map(({ type }) => type)).toEqual(['Update'])
    expect(await documentOf(amont, handle)).not.toHaveProperty('movedTo')
    await amont.publish('news', { title: 'De retour', organisation: before.envelope.id })
    const there = `@${handle}@${aval.host}`
    expect(await amont.federation.moving.leave(handle, there)).toMatchObject({ mayMove: false })
    for (const hub of [amont, aval, tiers]) pass(hub, cooldown)
    expect(await amont.federation.moving.leave(handle, there)).toMatchObject({ mayMove: true })
    await settled(amont)
    expect(mastodon.posts.map(({ type }) => type)).toContain('Move')
  })

  test('accepts who asks to follow all the same: their follow must be there, should it come back', async () => {
    await follow(tiers, amont.actor(handle))
    expect(await followersOf(amont, handle)).toContain(tiers.actor('tiers'))
  })
})

describe('a hub that moves', () => {
  test('goes with its sections and its forum, each to its namesake, together or not at all', async () => {
    await follow(tiers, amont.actor('amont'))
    await follow(tiers, amont.actor('emplois'))
    const there = `@aval@${aval.host}`
    expect(await amont.federation.moving.leave('amont', there)).toMatchObject({ mayMove: false })
    const added = await aval.federation.moving.cameFrom('aval', `@amont@${amont.host}`)
    expect(added).toHaveLength(6)
    await amont.federation.moving.leave('amont', there)
    for (const name of ['aval', 'emplois'])
      await until(`${name} is followed`, async () => (await stateOf(tiers, aval.actor(name))) === 'accepted')
    for (const name of ['ressources', 'emplois', 'marches', 'forum'])
      expect(await documentOf(amont, name)).toMatchObject({ movedTo: aval.actor(name) })
    expect(await stateOf(tiers, amont.actor('emplois'))).toBe(null)
  })

  test('leaves an organisation its voice that did not go', async () => {
    const other = await amont.publish('organisation', { title: 'La Bricole' }, { handle: 'la_bricole' })
    await settled(amont)
    await follow(tiers, amont.actor('la_bricole'))
    await arrival(tiers, await amont.publish('news', { title: 'Ici', organisation: other.envelope.id }))
  })

  test('publishes nothing new, of any kind', async () => {
    for (const kind of ['job', 'resource', 'news', 'event'] as const)
      await expect(amont.publish(kind, { title: 'Encore' })).rejects.toMatchObject({ code: 'invalid' })
  })
})
