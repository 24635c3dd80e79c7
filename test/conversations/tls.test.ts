import { lookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { certify, trust } from '../support/authority.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { arrival, follow, followersOf } from '../support/network.ts'
import { openSite, type Certificate } from '../support/site.ts'

// As on the open network: names, handles and certificates. Only the names lead to this machine.

let amont: TestHub
let aval: TestHub
const home: LookupFunction = (name, options, callback) => {
  if (!name.endsWith('.test')) return lookup(name, options, callback)
  const found = { address: '127.0.0.1', family: 4 }
  if (options.all === true) callback(null, [found])
  else callback(null, found.address, found.family)
}

beforeAll(async () => {
  const tls = certify('hub-amont.test', 'hub-aval.test')
  trust(tls)
  const sites = [
    await openSite({ tls, name: 'hub-amont.test' }),
    await openSite({ tls, name: 'hub-aval.test' }),
  ] as const
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
  expect((await aval.federation.follow(amont.host)).actor).toBe(amont.actor('amont'))
})

test('what has left for another host fixes the address of the hub', () => {
  for (const hub of [amont, aval])
    expect(hub.deps.hub.settings).toMatchObject({ federatedAt: hub.deps.now(), publicUrl: hub.origin })
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
