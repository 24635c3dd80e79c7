import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { eraseCommentsOf } from '../../server/entries/farewell.ts'
import { heldComments, writeComment } from '../../server/entries/comments.ts'
import { becomePerson, retirePerson } from '../../server/federation/members.ts'
import { block } from '../../server/moderation/blocks.ts'
import { certify, trust } from '../support/authority.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { arrival, departure, follow, followersOf, numberOf, stoneOf, unfollow } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { openSite, type Certificate } from '../support/site.ts'
import { home, homeForAll, openTlsSites } from '../support/tls.ts'
import { until } from '../support/until.ts'
import { tellOfComments } from './comments.ts'
import { tellOfEntries } from './entries.ts'

homeForAll()

let amont: TestHub
let aval: TestHub
beforeAll(async () => {
  const sites = await openTlsSites('hub-amont.test', 'hub-aval.test')
  const options = { neighbours: sites, lookup: home }
  amont = await openHubAt(sites[0], { handle: 'amont', ...options })
  aval = await openHubAt(sites[1], { handle: 'aval', ...options })
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

test('a hub follows another by its handle, over TLS, and receives what it publishes', async () => {
  expect(await follow(aval, `@amont@${amont.host}`)).toBe(amont.actor('amont'))
  expect(await followersOf(amont, 'amont')).toEqual([aval.actor('aval')])
  const entry = await amont.publish('job', { title: 'Un poste' })
  expect((await arrival(aval, entry)).fields).toEqual(entry.fields)
})

test('a section by its handle, in whatever case, and the hub by its name alone', async () => {
  expect(await follow(aval, `@Ressources@${amont.host.toUpperCase()}`)).toBe(amont.actor('ressources'))
  expect(await follow(aval, `@emplois@${amont.host}`)).toBe(amont.actor('emplois'))
  expect(await follow(aval, `@marches@${amont.host}`)).toBe(amont.actor('marches'))
  expect((await aval.federation.follow(amont.host)).actor).toBe(amont.actor('amont'))
})

test('what has left for another host fixes the address of the hub', () => {
  for (const hub of [amont, aval])
    expect(hub.deps.hub.settings).toMatchObject({ federatedAt: hub.deps.now(), publicUrl: hub.origin })
})

describe('over TLS', () => {
  // All that two hubs tell each other elsewhere in clear, they tell here.
  tellOfEntries(() => ({ amont, aval }))
  tellOfComments(() => ({ amont, aval }))
})

test('a member who leaves says goodbye over TLS, and is forgotten', async () => {
  const zoe = await person(aval.deps, 'member')
  await becomePerson(aval.deps, zoe, 'zoe')
  const entry = await arrival(aval, await amont.publish('job', { title: 'Encore un poste' }))
  const id = aval.deps.newId()
  await writeComment(aval.deps, zoe, entry.envelope, { id, parentId: null, body: 'Je pars bientôt' })
  aval.federation.wake()
  const known = () => numberOf(amont, aval.actor('zoe')).catch(() => null)
  await until(
    'known there',
    async () => (await known()) !== null && (await heldComments(amont.deps.db)).length > 0,
  )
  await deleteAccount(aval.deps, zoe, [
    ...(await eraseCommentsOf(aval.deps, zoe.id)),
    ...(await retirePerson(aval.deps, zoe.id)),
  ])
  aval.federation.wake()
  await until('nothing of theirs is left', async () => (await heldComments(amont.deps.db)).length === 0)
})

test('who no longer follows receives no more and keeps nothing; who is blocked is no follower', async () => {
  const job = await amont.publish('job', { title: 'Un dernier poste' })
  await arrival(aval, job)
  for (const handle of ['emplois', 'amont']) await unfollow(aval, amont, handle)
  await departure(aval, job)
  expect(await stoneOf(aval, job.envelope.apId)).toEqual({ final: false })
  expect(await followersOf(amont, 'ressources')).toEqual([aval.actor('aval')])
  const { hostname } = new URL(aval.origin)
  await block(amont.deps, amont.admin, { type: 'host', target: hostname, reason: 'Pour voir' })
  expect(await followersOf(amont, 'ressources')).toEqual([])
  await expect(aval.federation.follow(amont.actor('forum'))).rejects.toMatchObject({ code: 'invalid' })
})

test.each([
  ['that nobody vouches for', () => certify('hub-faux.test')],
  ['for another name', () => trusted(certify('ailleurs.test'))],
])('a certificate %s is no hub: not one request goes there', async (_, certificate) => {
  const site = await openSite({ tls: certificate(), name: 'hub-faux.test' })
  let asked = 0
  site.answer((_, response) => {
    asked += 1
    response.end()
  })
  const wary = await openHubAt(await openSite(), { handle: 'prudent', neighbours: [site], lookup: home })
  await expect(wary.federation.follow(`@faux@${site.host}`)).rejects.toMatchObject({ code: 'invalid' })
  expect(asked).toBe(0)
  await wary.stop()
  await site.close()
})

function trusted(certificate: Certificate): Certificate {
  trust(certificate)
  return certificate
}
