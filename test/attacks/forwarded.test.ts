import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { block } from '../../server/moderation/blocks.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { idOf, openForwarding } from './forwarding.ts'
import { as2, newcomer } from './peer.ts'
import { proved, prover } from './prover.ts'
import { note, said } from './words.ts'
import { unchanged } from './world.ts'

const { world, entry, anna, mallory, now, like, reply, bring, kept, likesOf } = await openForwarding()
afterAll(() => world.close())
beforeEach(() => void world.good.asked.splice(0))

describe('rule 21: a block', () => {
  test('of the one who brings it, or of the author, holds for what is brought', async () => {
    const blocked = prover(world.evil, 'blocked')
    const banned = prover(world.good, 'banned')
    await world.post(banned, like(banned))
    for (const target of [blocked.id, banned.id])
      await block(world.hub.deps, 'console', { type: 'actor', target, reason: '' })
    await unchanged(world, async () => {
      expect(await bring(await proved(anna, like(anna), now()), blocked)).toBe(403)
      expect(await bring(await proved(banned, like(banned), now()))).toBe(403)
    })
  })
})

describe('rule 4: the same proof again', () => {
  test('happens once, whoever brings it, and not at all after a week', async () => {
    await world.post(anna, { ...said(anna, 'Undo', world.fresh(anna)), object: like(anna) })
    const liked = await proved(anna, like(anna), now())
    const undo = await proved(anna, { ...said(anna, 'Undo', world.fresh(anna)), object: liked }, now())
    const courier = prover(world.evil, 'courier')
    await bring(liked)
    await bring(undo)
    for (const by of [mallory, courier])
      expect([await bring(liked, by), await likesOf(liked)]).toEqual([202, 0])
    world.hub.deps.pass(8 * 24 * 3_600_000)
    expect(await bring(liked, courier)).toBe(401)
  })

  test('does not bring back what a comment said before: it is read where it stands', async () => {
    const first = await proved(anna, reply(anna), now())
    await bring(first)
    const id = idOf(first)
    const words = (content: string) => note(anna, id, entry.envelope.apId, { content })
    const update = (content: string) => ({
      ...said(anna, 'Update', world.fresh(anna)),
      object: words(content),
    })
    const older = await proved(anna, update('<p>Avant</p>'), now())
    await world.post(anna, update('<p>Après</p>'))
    world.good.put(new URL(id).pathname, { '@context': as2, ...words('<p>Maintenant</p>') })
    expect(await bring(older)).toBe(202)
    await world.quiet()
    expect((await kept(first))?.html).toBe('<p>Maintenant</p>')
  })

  test('does not bring back what an actor was before: it is read where it stands', async () => {
    const named = prover(world.good, 'named')
    await world.post(named, like(named))
    const old = { ...named.document, name: 'Avant', publicKey: mallory.document['publicKey'] }
    const update = await proved(named, { ...said(named, 'Update', world.fresh(named)), object: old }, now())
    expect(await bring(update)).toBe(202)
    await world.quiet()
    const { rows } = await world.hub.deps.db.query('SELECT name FROM actors WHERE id = ?', [named.id])
    expect(rows[0]?.['name']).toBe('named')
    expect((await world.post(named, like(named))).status).toBe(202)
  })
})

test('rule 22: what is between two does not come by a third', async () => {
  const between = ['Follow', 'Accept', 'Reject', 'Block', 'Flag', 'Add', 'QuoteRequest']
  for (const type of [...between, 'Join', 'Invite', 'Leave', 'Remove']) {
    const activity = { ...said(anna, type, world.fresh(anna)), object: world.hub.actor('hub') }
    const proof = await proved(anna, activity, now())
    await unchanged(world, async () => expect(await bring(proof)).toBe(401))
  }
})

test('a broken proof on what its author sends is no matter: they have signed the bytes themselves', async () => {
  const { proof: _, ...activity } = await proved(anna, reply(anna), now())
  const broken = { ...activity, proof: { type: 'DataIntegrityProof', proofValue: 'z1' } }
  expect((await world.post(anna, broken)).status).toBe(202)
  expect(await kept(broken)).toBeDefined()
})

describe('an answer that somebody brings without a proof', () => {
  const put = (activity: JsonObject, change: JsonObject = {}) => {
    const { object } = activity
    if (!isJsonObject(object)) throw new Error('Nothing is embedded.')
    world.good.put(new URL(idOf(activity)).pathname, { '@context': as2, ...object, ...change })
  }

  test('is read where it stands: their words are not used', async () => {
    const ines = world.good.actor('ines')
    const activity = reply(ines, { content: '<p>Inventé</p>' })
    put(activity, { content: '<p>Vrai</p>' })
    expect(await bring(activity)).toBe(202)
    await world.quiet()
    expect(await kept(activity)).toMatchObject({ html: '<p>Vrai</p>', authorName: 'ines' })
    expect(world.good.asked).toEqual([`GET ${new URL(idOf(activity)).pathname}`, 'GET /users/ines'])
    // Known by now: nobody is asked again.
    expect(await bring(activity)).toBe(202)
    await world.quiet()
    expect(world.good.asked).toHaveLength(2)
  })

  test('is nothing, if it is not there, answers something else or is by another', async () => {
    const nora = world.good.actor('nora')
    const [absent, moved, taken] = [reply(anna), reply(nora), reply(anna)]
    put(moved, { inReplyTo: 'https://elsewhere.test/1' })
    put(taken, { attributedTo: mallory.id })
    for (const activity of [absent, moved, taken]) {
      await unchanged(world, async () => expect(await bring(activity)).toBe(202))
      expect(await kept(activity)).toBeUndefined()
    }
    expect(world.good.asked).not.toContain('GET /users/nora')
  })

  test('is refused when it is no answer to anything here, or stands on a third host', async () => {
    await unchanged(world, async () => {
      expect(await bring({ ...reply(anna), object: note(anna, world.fresh(anna), 'https://x.test/1') })).toBe(
        401,
      )
      const third = `${world.canary.url}/notes/1`
      expect(await bring({ ...reply(anna), object: note(anna, third, entry.envelope.apId) })).toBe(401)
      expect(await bring({ ...like(anna) })).toBe(401)
    })
    expect([world.good.asked, world.canary.sockets]).toEqual([[], 0])
  })
})

describe('rule 28: who brings things', () => {
  test('of strangers about nothing here sends us nowhere', async () => {
    const stranger = prover(world.good, 'nobody')
    const activity = { ...like(stranger), object: 'https://elsewhere.test/1' }
    const proof = await proved(stranger, activity, now())
    await unchanged(world, async () => expect(await bring(proof)).toBe(202))
    expect(world.good.asked).toEqual([])
  })

  test('may send us to others sixty times a minute', async () => {
    const statuses: number[] = []
    for (let count = 0; count < 70; count++) {
      const someone = newcomer(world.good.origin, `nobody${count}`)
      const activity = await proved({ ...someone, proving: anna.proving }, reply(someone), now())
      statuses.push(await bring({ ...activity, proof: undefined }))
    }
    expect(statuses.filter((status) => status === 202).length).toBeLessThanOrEqual(60)
    expect(statuses.at(-1)).toBe(429)
  })
})
