import type { IncomingHttpHeaders } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hosts } from '../../db/schema/federation.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite, type Site } from '../support/site.ts'

let site: Site
let hub: TestHub
const asked: IncomingHttpHeaders[] = []
beforeAll(async () => {
  site = await openSite()
  site.answer(({ headers }, response) => {
    asked.push(headers)
    response.writeHead(404).end()
  })
  hub = await openHubAt(await openSite(), { neighbours: [site] })
})
afterAll(async () => {
  await hub.stop()
  await site.close()
})

/** Looks somebody up there: nobody is found, and one question was asked. */
async function look(): Promise<IncomingHttpHeaders | undefined> {
  asked.splice(0)
  await hub.federation.follow(`${site.origin}/users/amel`).catch(() => null)
  return asked[0]
}

test('a server that we do not know yet is asked once, with the signature that all of them read', async () => {
  const headers = await look()
  expect(headers?.['signature']).toContain('algorithm="rsa-sha256"')
  expect(headers?.['signature-input']).toBeUndefined()
})

test('one that took RFC 9421 from us is asked with that', async () => {
  const { db } = hub.deps
  await db.write([db.make.insert(hosts).values({ host: site.host, scheme: 'rfc9421' })])
  const headers = await look()
  expect(headers?.['signature-input']).toContain('"@target-uri"')
  expect(headers?.['signature-input']).toContain(`keyid="${hub.actor('instance')}#main-key"`)
})
