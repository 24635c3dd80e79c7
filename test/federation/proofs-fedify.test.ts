import { isDeepStrictEqual } from 'node:util'
import { createProof, verifyObject, verifyProof } from '@fedify/fedify/sig'
import { Activity, DataIntegrityProof } from '@fedify/fedify/vocab'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isNull } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import { activities } from '../../db/schema/federation.ts'
import { loadContext } from '../../server/federation/contexts/loader.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { withProof } from '../../server/federation/proofs/prove.ts'
import { readProof } from '../../server/federation/proofs/read-proof.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { monday } from '../support/deps.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'
import { openPeer, vocab, type Peer } from '../peers/fedify.ts'
import { ed25519 } from './signers.ts'

// Both ways with a verifier that shares no line with ours.

let hub: TestHub
let peer: Peer
/** Everything the hub has sent, as it left. */
let sent: JsonObject[]

const documentLoader = async (url: string) => ({
  document: await (await fetch(url, { headers: { accept: 'application/activity+json' } })).json(),
  documentUrl: url,
  contextUrl: null,
})
/** No context that is not at hand everywhere is needed to read what we send. */
const contextLoader = async (url: string) => {
  const found = await loadContext(url)
  if (isDeepStrictEqual(found.document, { '@context': {} })) throw new Error(`Who has ${url}?`)
  return found
}
const options = { documentLoader, contextLoader }

beforeAll(async () => {
  vi.setSystemTime(monday)
  const sites = [await openSite(), await openSite()] as const
  hub = await openHubAt(sites[0], { neighbours: sites })
  peer = await openPeer(sites[1])
  for (const handle of ['hub', 'emplois', 'ressources']) {
    await peer.say(hub.actor(handle), 'Follow', hub.actor(handle))
    await peer.received(vocab.Accept, ({ actorId }) => actorId?.href === hub.actor(handle))
  }
  await hub.federation.follow(peer.id)
  for (const { name, section } of kinds) {
    if (name === 'topic') await becomePerson(hub.deps, hub.admin, 'redaction')
    const entry = await hub.publish(name as KindName, { title: `Prouvé « ${name} » 🌱`, summary: 'Été' })
    await expanded()
    hub.deps.pass(1_000)
    const changed = await hub.revise(entry, { title: `Changé : ${name}` })
    await expanded()
    // Who is gone has no key to show.
    if (section !== null) await hub.withdraw(changed)
    await expanded()
  }
  const rows = await hub.deps.db.read.select().from(activities)
  sent = rows.map(({ json }) => JSON.parse(json) as JsonObject)
})
afterAll(async () => {
  vi.useRealTimers()
  await hub.stop()
  await peer.stop()
})

const expanded = () =>
  until('no event waits', async () => (await hub.deps.db.read.$count(events, isNull(events.doneAt))) === 0)

const kindOf = ({ object }: JsonObject): string => {
  const item = isJsonObject(object) ? object['maillonItem'] : undefined
  return isJsonObject(item) ? String(item['kind']) : ''
}

describe('what we send', () => {
  test('is of every kind and every type that has a proof to carry', () => {
    const types = new Set(sent.map(({ type }) => type))
    expect([...types].sort()).toEqual(['Accept', 'Add', 'Announce', 'Create', 'Delete', 'Follow', 'Update'])
    for (const type of ['Create', 'Update']) {
      const said = new Set(sent.filter((one) => one['type'] === type).map(kindOf))
      for (const { name, section } of kinds) if (section !== null) expect([...said]).toContain(name)
    }
  })

  test('is believed by Fedify, each activity of it', async () => {
    for (const activity of sent) {
      const object = await verifyObject(Activity, activity, options)
      expect([activity['type'], activity['id'], object?.id?.href]).toEqual([
        activity['type'],
        activity['id'],
        activity['id'],
      ])
    }
  })

  test('is not believed with another word in it', async () => {
    for (const activity of sent) {
      const changed = { ...activity, published: '2026-11-23T08:00:01Z' }
      expect(await verifyObject(Activity, changed, options)).toBeNull()
    }
  })

  test('holds one proof, by the key that its actor publishes', async () => {
    for (const activity of sent) {
      const { proof } = activity
      if (!isJsonObject(proof)) throw new Error('There is no proof.')
      expect(proof['verificationMethod']).toBe(`${String(activity['actor'])}#ed25519-key`)
      expect(proof['@context']).toEqual(activity['@context'])
      const read = await DataIntegrityProof.fromJsonLd(proof, options)
      expect((await verifyProof(activity, read, options))?.controllerId?.href).toBe(activity['actor'])
    }
  })
})

describe('what Fedify proves', () => {
  const actor = ed25519.open.owner

  async function proved(): Promise<JsonObject> {
    const like = new vocab.Like({
      id: new URL('/likes/1', actor),
      actor: new URL(actor),
      object: new URL('https://hub.example/ap/objects/1'),
    })
    const pair = await crypto.subtle.importKey(
      'pkcs8',
      new Uint8Array(ed25519.secret.key.export({ type: 'pkcs8', format: 'der' })),
      'Ed25519',
      true,
      ['sign'],
    )
    const proof = await createProof(like, pair, new URL(ed25519.open.id))
    return (await like.clone({ proofs: [proof] }).toJsonLd({ format: 'compact' })) as JsonObject
  }

  test('is believed by us, though its proof leaves the context out', async () => {
    const document = await proved()
    const claim = readProof(document, actor, Date.now())
    expect(claim?.proves(ed25519.open)).toMatchObject({ type: 'Like', actor })
    expect(readProof({ ...document, to: [] }, actor, Date.now())?.proves(ed25519.open)).toBeNull()
  })

  test('and ours is read by us as well', async () => {
    const document = await withProof(
      { id: 'https://a.example/1', type: 'Like', actor },
      ed25519.secret,
      monday,
    )
    expect(readProof(document, actor, Date.now())?.proves(ed25519.open)).toMatchObject({ type: 'Like' })
  })
})
