import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { idOf, openForwarding } from './forwarding.ts'
import { as2, newcomer, type Someone } from './peer.ts'
import { multibaseOf, proved, prover, signedWith } from './prover.ts'
import { said } from './words.ts'
import { unchanged } from './world.ts'

const { world, anna, mallory, now, like, reply, bring, kept, likesOf } = await openForwarding()
afterAll(() => world.close())
beforeEach(() => void world.good.asked.splice(0))

describe('rule 19: what somebody else brings is believed by the author’s own proof', () => {
  test('as if they had sent it', async () => {
    const activity = await proved(anna, reply(anna), now())
    expect(await bring(activity)).toBe(202)
    expect((await kept(activity))?.authorName).toBe('anna')
    expect(world.good.asked).toEqual([])
  })

  test('also of someone we never met, whose server is asked once for the key', async () => {
    const stranger = prover(world.good, 'stranger')
    const activity = await proved(stranger, reply(stranger), now())
    expect(await bring(activity)).toBe(202)
    expect((await kept(activity))?.authorName).toBe('stranger')
    expect(world.good.asked).toEqual(['GET /users/stranger'])
  })

  test('also with a key changed since, after one look', async () => {
    const rotating = prover(world.good, 'rotating')
    expect(await bring(await proved(rotating, like(rotating), now()))).toBe(202)
    const next = prover(world.good, 'rotating')
    expect(await bring(await proved(next, like(next), now()))).toBe(401)
    world.hub.deps.pass(6 * 60_000)
    expect(await bring(await proved(next, like(next), now()))).toBe(202)
    expect(await bring(await proved(rotating, like(rotating), now()))).toBe(401)
  })

  test('and a forwarded Undo and Delete are done, once', async () => {
    const liked = await proved(anna, like(anna), now())
    const undo = await proved(anna, { ...said(anna, 'Undo', world.fresh(anna)), object: liked }, now())
    await world.post(anna, { ...said(anna, 'Undo', world.fresh(anna)), object: like(anna) })
    expect([await bring(liked), await likesOf(liked)]).toEqual([202, 1])
    expect([await bring(undo), await likesOf(liked)]).toEqual([202, 0])
    const written = await proved(anna, reply(anna), now())
    const erased = { ...said(anna, 'Delete', world.fresh(anna)), object: idOf(written) }
    await bring(written)
    expect(await bring(await proved(anna, erased, now()))).toBe(202)
    expect(await kept(written)).toBeUndefined()
    expect(await bring(written)).toBe(202)
    expect(await kept(written)).toBeUndefined()
  })
})

describe('rule 19: a proof that does not hold', () => {
  const refused = (activity: JsonObject, by?: Someone) =>
    unchanged(world, async () => expect(await bring(activity, by)).toBe(401))

  test('because one letter was changed', async () => {
    const activity = await proved(anna, like(anna), now())
    await refused({ ...activity, published: '2026-11-23T07:00:00Z' })
    await refused({ ...activity, id: `${String(activity['id'])}0` })
    const { proof } = activity
    const value = isJsonObject(proof) ? String(proof['proofValue']) : ''
    for (const change of [{ created: new Date(now() - 1000).toISOString() }, { proofValue: `${value}1` }])
      await refused({ ...activity, proof: { ...Object(proof), ...change } })
  })

  test('because it is by another actor’s Multikey', async () => {
    const neighbour = prover(world.good, 'neighbour')
    for (const other of [mallory, neighbour]) {
      await refused(await proved({ ...anna, proving: other.proving }, like(anna), now()))
      const named = { ...other.proving, id: anna.proving.id }
      await refused(await proved({ ...anna, proving: named }, like(anna), now()))
    }
  })

  test('because its key is elsewhere, where nobody is asked for it', async () => {
    const elsewhere = { ...anna.proving, id: `${world.evil.origin}/elsewhere#ed25519-key` }
    await refused(await proved({ ...anna, proving: elsewhere }, like(anna), now()))
    expect(world.evil.asked).not.toContain('GET /elsewhere')
  })

  test('because a neighbour gave his key her name, or said that she controls it', async () => {
    const eve = prover(world.good, 'eve')
    const method = { type: 'Multikey', publicKeyMultibase: multibaseOf(eve) }
    for (const change of [
      { id: anna.proving.id, controller: eve.id },
      { id: eve.proving.id, controller: anna.id },
    ]) {
      world.good.put('/users/eve', { ...eve.document, assertionMethod: [{ ...method, ...change }] })
      await refused(await proved({ ...anna, proving: { ...eve.proving, id: change.id } }, like(anna), now()))
      world.hub.deps.pass(6 * 60_000)
    }
  })

  test('because it has expired, is older than a week, or of tomorrow', async () => {
    const moment = (after: number) => new Date(now() + after).toISOString()
    await refused(await signedWith(anna, like(anna), now(), { expires: moment(-1_000) }))
    await refused(await signedWith(anna, like(anna), now(), { expires: 'soon' }))
    await refused(await proved(anna, like(anna), now() - 8 * 24 * 3_600_000))
    await refused(await proved(anna, like(anna), now() + 3_600_000))
    expect(await bring(await signedWith(anna, like(anna), now(), { expires: moment(60_000) }))).toBe(202)
  })

  test('because it is for another purpose, of another suite, or not one', async () => {
    for (const change of [
      { proofPurpose: 'authentication' },
      { cryptosuite: 'eddsa-rdfc-2022' },
      { type: 'Ed25519Signature2020' },
      { created: null },
    ])
      await refused(await signedWith(anna, like(anna), now(), change))
    const { proof, ...activity } = await proved(anna, like(anna), now())
    await refused({ ...activity, proof: [proof, proof] })
  })

  test('because its @context is not the first of the document’s', async () => {
    const extra = { object: 'https://evil.test/ns#nothing', id: '@type' }
    const activity = await proved(anna, like(anna), now())
    const contexts = [activity['@context']].flat()
    await refused({ ...activity, '@context': [extra, ...contexts] })
    await refused({ ...activity, '@context': contexts.toReversed() })
    await refused({ ...activity, '@context': as2 })
    await refused(await signedWith(anna, like(anna), now(), { '@context': [] }))
  })

  test('because the request was not signed by who brings it', async () => {
    const activity = await proved(anna, like(anna), now())
    const wrong = { ...newcomer('http://x.test', 'other').key, id: mallory.key.id }
    await unchanged(world, async () => {
      expect((await world.post(mallory, activity, { key: wrong })).status).toBe(401)
      expect((await world.post(mallory, activity, { headers: { signature: null } })).status).toBe(401)
    })
  })
})

test('rule 19: what was added behind the signed contexts changes no meaning', async () => {
  const activity = await proved(anna, like(anna), now())
  const extra = { Like: 'as:Dislike', object: 'https://evil.test/ns#nothing' }
  const moved = { ...activity, '@context': [...[activity['@context']].flat(), extra] }
  await world.post(anna, { ...said(anna, 'Undo', world.fresh(anna)), object: like(anna) })
  expect([await bring(moved), await likesOf(activity)]).toEqual([202, 1])
})

describe('rule 18 and 32: a proof is not believed over', () => {
  test.each([
    ['@graph', { '@graph': [{ id: 'https://x.test/1' }] }],
    ['@included', { '@included': [{ id: 'https://x.test/1' }] }],
    ['@reverse', { '@reverse': { object: { id: 'https://x.test/1' } } }],
    ['@nest', { '@nest': { object: 'https://x.test/1' } }],
    ['another name for id', { '@context': [as2, { ident: '@id' }] }],
    ['another meaning of object', { '@context': [as2, { object: 'as:target' }] }],
  ])('%s, even if the author signed it', async (_, change) => {
    const activity = await proved(anna, like(anna, change), now())
    await unchanged(world, async () => expect(await bring(activity)).toBe(401))
  })

  test('doubled keys', async () => {
    const text = JSON.stringify(await proved(anna, like(anna), now()))
    const doubled = Buffer.from(text.replace('"type":"Like"', '"type":"Like","type":"Like"'))
    expect((await world.post(mallory, doubled)).status).toBe(400)
  })
})
