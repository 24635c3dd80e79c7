import { and, eq, isNull } from 'drizzle-orm'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliveries, localKeys } from '../../db/schema/federation.ts'
import { verifyRequest } from '../../server/federation/signatures/index.ts'
import { readPublicPem, type PublicKey } from '../../server/federation/keys.ts'
import { becomePerson, retirePerson } from '../../server/federation/members.ts'
import { freeHandle } from '../../server/federation/local-actors.ts'
import { addFollower } from '../peers/sink.ts'
import { pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { numberOf } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { openSite, type Site } from '../support/site.ts'
import { until } from '../support/until.ts'

let hub: TestHub
let careful: Site
/** Of each that came: its type, and whether its signature fits the key that stands at the actor's address then. */
let heard: [type: string, proven: boolean][] = []
let answer = 202
beforeAll(async () => {
  const site = await openSite()
  careful = await openSite()
  careful.answer((request, response) => {
    void buffer(request).then(async (rawBody) => {
      const { method = '', url = '', headers: sent } = request
      const headers = new Headers(Object.entries(sent).map(([name, value]) => [name, String(value)]))
      const proof = await verifyRequest(
        { method, url: careful.origin + url, headers, rawBody },
        { keyFor: keyAt, now: hub.deps.now(), ownOrigin: careful.origin },
      )
      const { type } = JSON.parse(rawBody.toString()) as { type: string }
      heard.push([type, proof.ok])
      response.writeHead(proof.ok ? answer : 401).end()
    })
  })
  hub = await openHubAt(site, { neighbours: [site, careful] })
  await addFollower(hub, { site: careful, host: careful.host }, 'emplois')
})
afterAll(async () => {
  await hub.stop()
  await careful.close()
})

/** Looked at anew each time, as by a server that keeps no key. */
async function keyAt(id: string): Promise<PublicKey | null> {
  const looked = await look(id.replace(/#.*/, ''))
  const { publicKey } = looked.document as { publicKey?: { id: string; owner: string; publicKeyPem: string } }
  const read = publicKey === undefined ? null : readPublicPem(publicKey.publicKeyPem)
  return read === null || publicKey === undefined
    ? null
    : { id: publicKey.id, owner: publicKey.owner, ...read }
}

async function look(id: string): Promise<{ status: number; document: Record<string, unknown> }> {
  const got = await fetch(id, { headers: { accept: 'application/activity+json' } })
  return { status: got.status, document: (await got.json()) as Record<string, unknown> }
}

const finger = async (handle: string): Promise<number> =>
  (await fetch(`${hub.origin}/.well-known/webfinger?resource=acct:${handle}@${hub.host}`)).status

describe('an organisation that is withdrawn', () => {
  test('is believed by who looks at its keys as the goodbye comes, and answers 410 after', async () => {
    const organisation = await hub.publish('organisation', { title: 'Les Ateliers du fleuve' })
    await settled(hub)
    heard = []
    answer = 503
    await hub.withdraw(organisation)
    await settled(hub)
    const id = hub.actor('ateliers_du_fleuve')
    expect(heard).toEqual([['Delete', true]])
    // Not delivered yet: the keys are there, what it was is not, and nobody finds it by its name.
    const parting = await look(id)
    expect([parting.status, await finger('ateliers_du_fleuve')]).toEqual([200, 410])
    expect(parting.document).toMatchObject({ id, type: 'Organization', publicKey: { owner: id } })
    expect(Object.keys(parting.document)).not.toEqual(expect.arrayContaining(['name']))
    expect((await look(`${id}/outbox`)).status).toBe(410)
    answer = 202
    pass(hub, 10 * 60_000)
    await settled(hub)
    expect(heard).toEqual([
      ['Delete', true],
      ['Delete', true],
    ])
    expect(await look(id)).toMatchObject({ status: 410, document: { type: 'Tombstone' } })
  })
})

describe('a member who leaves', () => {
  test('is believed likewise, without a name from the first moment', async () => {
    const member = await person(hub.deps, 'member')
    await becomePerson(hub.deps, member, 'camille')
    heard = []
    answer = 503
    await hub.deps.db.write(await retirePerson(hub.deps, member.id))
    // Before anything is told, too.
    const { status, document } = await look(hub.actor('camille'))
    expect([status, document['name'], document['publicKey'] !== undefined]).toEqual([200, undefined, true])
    hub.federation.wake()
    await settled(hub)
    answer = 202
    pass(hub, 10 * 60_000)
    await settled(hub)
    expect(heard).toEqual([
      ['Delete', true],
      ['Delete', true],
    ])
    expect((await look(hub.actor('camille'))).status).toBe(410)
  })
})

describe('an actor whose goodbye nobody answers', () => {
  test('answers 410 when that is given up, its keys kept and its name given to nobody', async () => {
    const organisation = await hub.publish('organisation', { title: 'La Bricole' }, { handle: 'la_bricole' })
    await settled(hub)
    answer = 500
    await hub.withdraw(organisation)
    const waits = and(isNull(deliveries.doneAt), isNull(deliveries.failedAt))
    await until('it is given up', async () => {
      await settled(hub)
      if ((await hub.deps.db.read.$count(deliveries, waits)) === 0) return true
      expect((await look(hub.actor('la_bricole'))).status).toBe(200)
      pass(hub, 24 * 3_600_000)
      return false
    })
    answer = 202
    expect((await look(hub.actor('la_bricole'))).status).toBe(410)
    const n = await numberOf(hub, '/ap/actors/la_bricole')
    expect(await hub.deps.db.read.$count(localKeys, eq(localKeys.actorN, n))).toBe(2)
    expect(await freeHandle(hub.deps.db, 'la_bricole')).not.toBe('la_bricole')
  })
})
