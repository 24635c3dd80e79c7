import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { activities, localKeys, remoteKeys } from '../../db/schema/federation.ts'
import { isJsonObject } from '../../server/federation/json-object.ts'
import { createKeyring } from '../../server/federation/keyring.ts'
import { readMultikey } from '../../server/federation/keys.ts'
import { readProof } from '../../server/federation/proofs/read-proof.ts'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { openPeer, vocab } from '../peers/fedify.ts'
import { minutes, pass, settled } from '../support/deliveries.ts'
import { monday } from '../support/deps.ts'
import { openHubAt, openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow, numberOf } from '../support/network.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

let hubs: TestHub[] = []
let later: (() => Promise<void>)[] = []
beforeEach(() => {
  // Fedify reads the real clock; the hub's stands still.
  vi.setSystemTime(monday)
})
afterEach(async () => {
  vi.useRealTimers()
  for (const hub of hubs.splice(0)) await hub.stop()
  for (const stop of later.splice(0)) await stop()
})

const keysOf = async ({ deps }: TestHub, handle: string) =>
  deps.db.read
    .select()
    .from(localKeys)
    .where(eq(localKeys.actorN, await numberOf({ deps }, `/ap/actors/${handle}`)))

/** As anyone sees it. */
async function documentOf(hub: TestHub, handle: string) {
  const answer = await hub.federation.routes.request(`/ap/actors/${handle}`)
  const document: unknown = await answer.json()
  if (!isJsonObject(document)) throw new Error('This is no document.')
  return document
}

describe('an actor whose keys are changed', () => {
  test('shows the new ones under the same names, and no other actor is touched', async () => {
    const [amont, aval] = await openTwoHubs()
    hubs = [amont, aval]
    const [before, others] = [await keysOf(amont, 'emplois'), await keysOf(amont, 'amont')]
    const document = await documentOf(amont, 'emplois')
    amont.deps.pass(minutes(60))
    expect(await amont.federation.rotateKeys('emplois')).toEqual(['emplois'])
    const after = await keysOf(amont, 'emplois')
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    for (const [at, key] of after.entries()) {
      expect(key.publicPem).not.toBe(before[at]?.publicPem)
      expect(key.privateSealed).not.toBe(before[at]?.privateSealed)
      expect(key.createdAt).toBe(amont.deps.now())
    }
    const renewed = await documentOf(amont, 'emplois')
    expect(renewed['publicKey']).toMatchObject({ publicKeyPem: after[0]?.publicPem })
    expect(renewed['assertionMethod']).not.toEqual(document['assertionMethod'])
    expect(await keysOf(amont, 'amont')).toEqual(others)
    await expect(amont.federation.rotateKeys('personne')).rejects.toMatchObject({ code: 'absent' })
  })

  test('is heard by a hub that follows it, by the new key and never again by the old', async () => {
    const [amont, aval] = await openTwoHubs()
    hubs = [amont, aval]
    await follow(aval, amont.actor('emplois'))
    await arrival(aval, await amont.publish('job', { title: 'Avant' }))
    const old = await createKeyring(amont.deps).signing(await numberOf(amont, '/ap/actors/emplois'))
    for (const hub of hubs) pass(hub, minutes(6))
    await amont.federation.rotateKeys()
    const [main] = await keysOf(amont, 'emplois')
    await until('the Update told the new key', async () => {
      const [kept] = await aval.deps.db.read.select().from(remoteKeys).where(eq(remoteKeys.id, old.id))
      return kept?.publicPem === main?.publicPem
    })
    await arrival(aval, await amont.publish('job', { title: 'Après' }))
    await settled(amont)
    const activity = {
      id: `${amont.origin}/forged`,
      type: 'Like',
      actor: old.owner,
      object: aval.actor('aval'),
    }
    const body = Buffer.from(
      JSON.stringify({ '@context': 'https://www.w3.org/ns/activitystreams', ...activity }),
    )
    const url = `${aval.origin}/ap/inbox`
    const headers = await signRequest(
      { method: 'POST', url, body, date: new Date(aval.deps.now()) },
      old,
      'cavage',
    )
    expect((await fetch(url, { method: 'POST', body, headers })).status).toBe(401)
  })

  test('is heard by a hub that has looked at its key just now, a little later', async () => {
    const [amont, aval] = await openTwoHubs()
    hubs = [amont, aval]
    await follow(aval, amont.actor('emplois'))
    await arrival(aval, await amont.publish('job', { title: 'Avant' }))
    await amont.federation.rotateKeys('emplois')
    const job = await amont.publish('job', { title: 'Après' })
    for (const count of [2, 6, 20]) for (const hub of hubs) pass(hub, minutes(count))
    await arrival(aval, job)
  })

  test('is heard by Fedify', async () => {
    const sites = [await openSite(), await openSite()] as const
    const hub = await openHubAt(sites[0], { neighbours: sites })
    const peer = await openPeer(sites[1])
    hubs = [hub]
    later = [() => peer.stop()]
    await peer.say(hub.actor('emplois'), 'Follow', hub.actor('emplois'))
    await peer.received(vocab.Accept)
    await hub.federation.rotateKeys('emplois')
    const job = await hub.publish('job', { title: 'Après' })
    const create = await peer.received(vocab.Create, ({ objectId }) => objectId?.href === job.envelope.apId)
    expect(create.actorId?.href).toBe(hub.actor('emplois'))
  })
})

test('what has not arrived yet › is proved by the new key', async () => {
  const [amont, aval] = await openTwoHubs()
  hubs = [amont, aval]
  await follow(aval, amont.actor('emplois'))
  aval.site.answer((_, response) => void response.writeHead(503).end())
  const job = await amont.publish('job', { title: 'En attente' })
  await settled(amont)
  await amont.federation.rotateKeys('emplois')
  const [said] = await amont.deps.db.read
    .select()
    .from(activities)
    .where(eq(activities.objectId, job.envelope.apId))
  const [method] = [(await documentOf(amont, 'emplois'))['assertionMethod']].flat()
  const key = isJsonObject(method) ? readMultikey(String(method['publicKeyMultibase'])) : null
  if (key === null) throw new Error('There is no key.')
  const actor = amont.actor('emplois')
  const claim = readProof(JSON.parse(said?.json ?? '{}'), actor, amont.deps.now())
  expect(claim?.proves({ ...key, id: `${actor}#ed25519-key`, owner: actor })).toMatchObject({
    type: 'Create',
  })
})
