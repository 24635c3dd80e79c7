import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eraseComment, writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { person } from '../support/publish.ts'
import type { Someone } from './peer.ts'
import { asked, pageOf, quotation, quoter, stateOf, statusOf, type Quoter } from './quoting.ts'
import { said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let entry: Entry
let other: Entry
let people = 0
const someone = (): Someone => world.evil.actor(`quoter${++people}`)

beforeAll(async () => {
  world = await openWorld()
  const { deps } = world.hub
  await deps.db.write(deps.hub.steps({ holdComments: 'never' }, null, deps.now()))
  await deps.hub.reload()
  entry = await world.hub.publish('job', { title: 'Menuisière' })
  other = await world.hub.publish('news', { title: 'Une fête' })
})
afterAll(() => world.close())

const isNamed = async (post: string): Promise<boolean> => (await pageOf(world, entry)).includes(linkOf(post))
const linkOf = (post: string): string => `/@x/${post.split('/').at(-1)}"`

describe('rule 31: a quotation', () => {
  test('with our own stamp for this post and this entry is named on the page that it quotes', async () => {
    const from = someone()
    const by = await quoter(world, from, entry.envelope.apId)
    const stamp = JSON.parse(
      (await world.raw('GET', new URL(by.stamp).pathname, { host: world.hub.host })).body,
    )
    expect(stamp).toMatchObject({
      type: 'QuoteAuthorization',
      id: by.stamp,
      attributedTo: world.hub.actor('emplois'),
      interactingObject: by.post,
      interactionTarget: entry.envelope.apId,
    })
    expect([await stateOf(world, by.post), await isNamed(by.post)]).toEqual(['stamped', false])
    expect(await by.say('Create')).toBe(202)
    expect([await stateOf(world, by.post), await isNamed(by.post)]).toEqual(['shown', true])
    expect(await pageOf(world, entry)).toContain('1\u00a0citation sur un autre site')
  })

  test.each(['quoteUrl', 'quoteUri', '_misskey_quote'])(
    'may say what it quotes by the name %s',
    async (name) => {
      const by = await quoter(world, someone(), entry.envelope.apId)
      await by.say('Create', { quote: undefined, [name]: entry.envelope.apId })
      expect(await stateOf(world, by.post)).toBe('shown')
    },
  )

  const stampsOf: Record<string, (by: Quoter, from: Someone) => Promise<JsonObject> | JsonObject> = {
    'no stamp': () => ({ quoteAuthorization: undefined }),
    'a stamp on its own server': (by) => ({
      quoteAuthorization: `${world.evil.origin}/stamps/1#${by.stamp}`,
    }),
    'a stamp of a server whose name begins like ours': (by) => ({
      quoteAuthorization: by.stamp.replace(world.hub.origin, `${world.hub.origin}.evil.test`),
    }),
    'our stamp for another post': async (_, from) => ({
      quoteAuthorization: await asked(world, from, world.fresh(from, 'notes'), entry.envelope.apId),
    }),
    'our stamp for somebody else': async () => ({
      quoteAuthorization: (await quoter(world, someone(), entry.envelope.apId)).stamp,
    }),
    'our stamp for another entry': async (_, from) => ({
      quoteAuthorization: await asked(world, from, world.fresh(from, 'notes'), other.envelope.apId),
    }),
    'our stamp, of another entry that it quotes': () => ({ quote: other.envelope.apId }),
    'our stamp, quoting nothing': () => ({ quote: undefined }),
    'a stamp that we never gave': () => ({
      quoteAuthorization: `${entry.envelope.apId}/quotes/019ab000-0000-7000-8000-00000000dead`,
    }),
    'our stamp, in the name of another': () => ({ attributedTo: world.good.origin }),
    'our stamp, for its followers alone': (_, from) => ({ to: [`${from.id}/followers`] }),
  }

  test.each(Object.entries(stampsOf))('with %s is not shown, and may still be', async (_, change) => {
    const from = someone()
    const by = await quoter(world, from, entry.envelope.apId)
    expect(await by.say('Create', await change(by, from))).toBe(202)
    expect([await stateOf(world, by.post), await isNamed(by.post)]).toEqual(['stamped', false])
    await by.say('Update')
    expect([await stateOf(world, by.post), await isNamed(by.post)]).toEqual(['shown', true])
    // What was sound once is looked at anew each time it changes.
    await by.say('Update', await change(by, from))
    expect([await stateOf(world, by.post), await isNamed(by.post)]).toEqual(['stamped', false])
  })

  test('by a neighbour on the same server who has leave for another’s post is not shown', async () => {
    const [alice, mallory] = [someone(), someone()]
    const post = world.fresh(alice, 'notes')
    const stamp = await asked(world, mallory, post, entry.envelope.apId)
    const object = quotation(alice, post, { quote: entry.envelope.apId, quoteAuthorization: stamp })
    await world.post(alice, { ...said(alice, 'Create', world.fresh(alice)), object })
    await world.post(mallory, { ...said(mallory, 'Create', world.fresh(mallory)), object })
    expect([await stateOf(world, post), await isNamed(post)]).toEqual(['stamped', false])
    // Nor does it keep her from asking herself.
    expect(await asked(world, alice, post, entry.envelope.apId)).toMatch(/\/quotes\//)
  })

  test('without leave leaves nothing here', async () => {
    const from = someone()
    const post = world.fresh(from, 'notes')
    const object = quotation(from, post, { quote: entry.envelope.apId, quoteAuthorization: `${post}/stamp` })
    await world.post(from, { ...said(from, 'Create', world.fresh(from)), object })
    expect(await stateOf(world, post)).toBeUndefined()
    expect(world.evil.asked).not.toContain('GET /notes')
  })

  test('leads nobody to another server than the one that says so', async () => {
    const by = await quoter(world, someone(), entry.envelope.apId)
    await by.say('Create', { url: 'https://canary.test/phishing' })
    const page = await pageOf(world, entry)
    expect(page).not.toContain('canary.test')
    expect(page).toContain(`href="${by.post}" rel="nofollow ugc noopener external"`)
  })

  test('that names us among its readers is no message to the editors; one that mentions us is', async () => {
    const messages = async () => (await world.dump())['messages'] ?? ''
    const [first, second] = [someone(), someone()]
    const quiet = await quoter(world, first, entry.envelope.apId)
    await quiet.say('Create', { cc: [world.hub.actor('emplois')] })
    expect(await messages()).toBe('[]')
    const loud = await quoter(world, second, entry.envelope.apId)
    await loud.say('Create', {
      tag: [{ type: 'Mention', href: world.hub.actor('emplois'), name: '@emplois' }],
    })
    expect(await messages()).toContain(loud.post)
    expect([await stateOf(world, quiet.post), await stateOf(world, loud.post)]).toEqual(['shown', 'shown'])
  })

  test('of a member’s answer has a stamp in the member’s name, as long as the answer is there', async () => {
    const { deps, federation } = world.hub
    const member = await person(deps, 'member')
    await becomePerson(deps, member, 'camille')
    const id = deps.newId()
    await writeComment(deps, member, entry.envelope, { id, parentId: null, body: 'Encore libre ?' })
    federation.wake()
    await world.quiet()
    const from = someone()
    const answer = `${world.hub.origin}/ap/objects/${id}`
    const stamp = String(await asked(world, from, world.fresh(from, 'notes'), answer))
    const { body } = await world.raw('GET', new URL(stamp).pathname, { host: world.hub.host })
    expect(JSON.parse(body)).toMatchObject({
      attributedTo: world.hub.actor('camille'),
      interactionTarget: answer,
    })
    await deps.db.write(eraseComment(deps, { id }, deps.now()))
    expect(await statusOf(world, stamp)).toBe(404)
  })

  test('of what is not ours, or not public, is given no leave', async () => {
    const from = someone()
    const post = world.fresh(from, 'notes')
    for (const object of [
      `${world.good.origin}/notes/1`,
      `${world.hub.origin}/ap/objects/019ab000-0000-7000-8000-00000000dead`,
      world.hub.actor('emplois'),
      `${entry.envelope.apId}/likes`,
    ])
      expect(await asked(world, from, post, object)).toBeUndefined()
    expect(await asked(world, from, `${world.good.origin}/notes/2`, entry.envelope.apId)).toBeUndefined()
    expect(await statusOf(world, `${entry.envelope.apId}/quotes/019ab000-0000-7000-8000-00000000dead`)).toBe(
      404,
    )
  })
})
