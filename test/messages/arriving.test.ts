import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { becomePerson } from '../../server/federation/members.ts'
import { eraseMessage, markHandled } from '../../server/messages/commands.ts'
import { listMessages, type Message } from '../../server/messages/queries.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { PUBLIC, type Someone } from '../attacks/peer.ts'
import { article, note, said } from '../attacks/words.ts'
import { openWorld, unchanged, type World } from '../attacks/world.ts'
import { person } from '../support/publish.ts'

// What of all that arrives becomes a message to the editors, over the inbox of a whole hub.

let world: World
let alice: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  alice = world.good.actor('alice')
  entry = (await world.hub.publish('job', { title: 'Un poste' })).envelope.apId
  await world.hub.publish('organisation', { title: 'Les Ateliers' }, { handle: 'ateliers' })
  await world.quiet()
})
beforeEach(() => world.hub.deps.db.write([{ sql: 'DELETE FROM messages', args: [] }]))
afterAll(() => world.close())

const open = async (): Promise<Message[]> =>
  (await listMessages(world.hub.deps.db, { handled: false, page: 1 })).messages
const say = async (type: string, object: unknown, from = alice): Promise<void> => {
  const activity = { ...said(from, type, world.fresh(from)), object }
  expect((await world.post(from, activity as JsonObject)).status).toBe(202)
}
const mention = (handle: string) => ({ type: 'Mention', href: world.hub.actor(handle), name: `@${handle}` })
/** Names `@emplois`, and answers nothing. */
const letter = (change: JsonObject = {}, from = alice): JsonObject => {
  const { inReplyTo: _, ...own } = note(from, world.fresh(from, 'notes'), '')
  return { ...own, tag: [mention('emplois')], ...change }
}

describe('a note to an actor of ours becomes a message', () => {
  test('when it mentions it, in public, with what there is to know', async () => {
    const object = letter({
      content: '<p>Bonjour <b>vous</b></p>',
      contentMap: { fr: '<p>Bonjour <b>vous</b></p>' },
      summary: 'Long',
      url: `${world.good.origin}/@alice/1`,
    })
    await say('Create', object)
    expect(await open()).toEqual([
      expect.objectContaining({
        apId: object['id'],
        sender: expect.objectContaining({ name: 'alice', handle: `@alice@${world.good.host}` }),
        addressed: ['emplois'],
        public: true,
        html: '<p>Bonjour <b>vous</b></p>',
        summary: 'Long',
        language: 'fr',
        url: `${world.good.origin}/@alice/1`,
        publishedAt: Date.parse('2026-11-23T07:00:00Z'),
        handled: null,
      }),
    ])
  })

  test.each([
    ['to', () => ({ tag: [], to: [world.hub.actor('hub')] })],
    ['cc', () => ({ tag: [], to: [`${alice.id}/followers`], cc: [world.hub.actor('hub')] })],
  ])('when it stands in its %s, and it is then not public', async (_, audience) => {
    await say('Create', letter(audience()))
    expect(await open()).toEqual([expect.objectContaining({ public: false, addressed: ['hub'] })])
  })

  test('once, naming all of ours that it names: the hub, its sections, its organisations', async () => {
    const tag = ['ateliers', 'emplois', 'hub'].map(mention)
    await say('Create', letter({ tag, cc: [world.hub.actor('emplois')] }))
    const [only, ...others] = await open()
    expect(only?.addressed.toSorted()).toEqual(['ateliers', 'emplois', 'hub'])
    expect(others).toEqual([])
  })

  test('when it names the forum, and is not for everybody: what is begins a topic there', async () => {
    await say('Create', letter({ tag: [mention('forum')], to: [world.hub.actor('forum')] }))
    expect(await open()).toEqual([expect.objectContaining({ public: false, addressed: ['forum'] })])
  })

  test('when it names the forum, and answers something elsewhere', async () => {
    const inReplyTo = 'https://elsewhere.example/notes/1'
    await say('Create', letter({ tag: [mention('forum')], inReplyTo }))
    expect(await open()).toEqual([expect.objectContaining({ public: true, addressed: ['forum'] })])
  })

  test('when it names the forum of a hub that takes no topics from outside', async () => {
    const { deps } = world.hub
    const take = async (outsideTopics: 'refused' | 'first') => {
      await deps.db.write(deps.hub.steps({ outsideTopics }, null, deps.now()))
      await deps.hub.reload()
    }
    await take('refused')
    await say('Create', letter({ tag: [mention('forum')] }))
    await take('first')
    expect(await open()).toEqual([expect.objectContaining({ public: true, addressed: ['forum'] })])
  })

  test.each(['Note', 'Article', 'Page', 'Question'])('when it is one of type %s', async (type) => {
    await say('Create', letter({ type, name: 'Un titre' }))
    expect(await open()).toEqual([expect.objectContaining({ title: 'Un titre' })])
  })

  test('when only its activity says for whom it is', async () => {
    const { to: _, tag: __, ...bare } = letter()
    const create = {
      ...said(alice, 'Create', world.fresh(alice)),
      to: [world.hub.actor('hub')],
      object: bare,
    }
    await world.post(alice, create)
    expect(await open()).toHaveLength(1)
  })

  test('when it answers something of another server', async () => {
    await say('Create', letter({ inReplyTo: world.fresh(alice, 'notes') }))
    expect(await open()).toHaveLength(1)
  })

  test('when it answers an entry in private, and says which', async () => {
    await say('Create', letter({ inReplyTo: entry, to: [world.hub.actor('emplois')] }))
    expect(await open()).toEqual([
      expect.objectContaining({
        public: false,
        entry: { title: 'Un poste', language: 'fr', path: '/emplois/un-poste' },
      }),
    ])
  })

  test('with a date that has already been', async () => {
    await say('Create', letter({ published: '2030-01-01T00:00:00Z' }))
    expect((await open())[0]?.publishedAt).toBe(world.hub.deps.now())
  })
})

describe('a note is no message', () => {
  test('when it is a public answer to an entry: that is a comment', async () => {
    const object = letter({ inReplyTo: entry })
    await say('Create', object)
    expect(await open()).toEqual([])
    expect((await world.dump())['comments']).toContain(String(object['id']))
  })

  test.each([
    ['it names the actor that signs our fetches', () => letter({ tag: [mention('instance')] })],
    ['it names nobody who is here', () => letter({ tag: [mention('personne')] })],
    ['it names a list of ours', () => letter({ tag: [], cc: [`${world.hub.actor('hub')}/followers`] })],
    [
      'it names one of ours by another word than a mention',
      () => letter({ tag: [{ type: 'Hashtag', href: world.hub.actor('hub') }] }),
    ],
    ['it is no text', () => letter({ type: 'Video' })],
    ['it is an event', () => letter({ type: 'Event', name: 'Une fête' })],
    ['it is only named', () => world.fresh(alice, 'notes')],
    ['it has no id', () => letter({ id: null })],
    [
      'it is a hub’s entry of a kind that is not known here',
      () => letter({ maillonItem: { v: 1, kind: 'weather', title: 'Pluie' } }),
    ],
  ])('when %s', async (_, object) => {
    await unchanged(world, () => say('Create', object()))
  })

  test('when it names a member, who speaks for themselves', async () => {
    const { deps } = world.hub
    await becomePerson(deps, await person(deps, 'member'), 'camille')
    await unchanged(world, () => say('Create', letter({ tag: [mention('camille')] })))
  })
})

describe('someone we follow', () => {
  let bob: Someone
  beforeAll(async () => {
    bob = world.good.actor('bob')
    await world.follow(bob)
  })

  test('publishes an entry, whoever it names: it is an entry and no message', async () => {
    const cc = [world.hub.actor('hub')]
    const object = article(bob, world.fresh(bob, 'articles'), 'Nos nouvelles', {
      cc,
      tag: [mention('emplois')],
    })
    for (const type of ['Create', 'Update']) await say(type, object, bob)
    expect(await open()).toEqual([])
    expect(await world.hub.received(String(object['id']))).toBeDefined()
  })

  test('writes to us like everybody else, when it is no entry', async () => {
    await say('Create', letter({}, bob), bob)
    expect(await open()).toHaveLength(1)
  })

  test('is not read for old messages: what we fetch was sent to nobody here', async () => {
    const old = letter({}, bob)
    const outbox = `${bob.id}/outbox`
    world.good.put(new URL(String(old['id'])).pathname, old)
    world.good.put(new URL(outbox).pathname, {
      ...{ '@context': 'https://www.w3.org/ns/activitystreams', id: outbox, type: 'OrderedCollection' },
      orderedItems: [{ ...said(bob, 'Create', world.fresh(bob)), object: old }],
    })
    await say('Announce', old['id'], bob)
    await world.hub.federation.unfollow(bob.id)
    await world.follow(bob)
    expect(await open()).toEqual([])
  })
})

describe('an Update by the author', () => {
  test('changes the words, handled or not, and says so', async () => {
    const { deps, admin } = world.hub
    const object = letter()
    await say('Create', object)
    await markHandled(deps, admin, (await open())[0]?.id ?? '')
    await say('Update', { ...object, content: '<p>Mieux dit</p>', summary: 'Attention' })
    expect((await listMessages(deps.db, { handled: true, page: 1 })).messages).toEqual([
      expect.objectContaining({ html: '<p>Mieux dit</p>', summary: 'Attention', updatedAt: deps.now() }),
    ])
  })

  test('that changes no word, as a poll’s counts, changes nothing', async () => {
    const object = letter({ type: 'Question' })
    await say('Create', object)
    await unchanged(world, () => say('Update', { ...object, votersCount: 3 }))
  })

  test('that names us for the first time is a message', async () => {
    await say('Update', letter())
    expect(await open()).toHaveLength(1)
  })

  test('does not bring back what the editors erased', async () => {
    const { deps, admin } = world.hub
    const object = letter()
    await say('Create', object)
    await eraseMessage(deps, admin, (await open())[0]?.id ?? '')
    for (const type of ['Update', 'Create'])
      await unchanged(world, () => say(type, { ...object, content: 'Encore', to: [PUBLIC] }))
  })
})

describe('a Delete by the author', () => {
  test('takes it away for good', async () => {
    const object = letter()
    await say('Create', object)
    await say('Delete', { id: object['id'], type: 'Tombstone' })
    await say('Create', object)
    expect((await world.dump())['messages']).toBe('[]')
  })

  test('holds when it comes before', async () => {
    const object = letter()
    await say('Delete', object['id'])
    await say('Create', object)
    expect(await open()).toEqual([])
  })

  test('of the author themselves takes along all that they wrote', async () => {
    const leaving = world.good.actor('leaving')
    await say('Create', letter({}, leaving), leaving)
    await say('Create', letter())
    await say('Delete', leaving.id, leaving)
    expect((await open()).map(({ sender }) => sender.name)).toEqual(['alice'])
  })
})

describe('what was here and is no more', () => {
  test('an entry: who answers it by name is heard by the editors', async () => {
    const gone = await world.hub.publish('job')
    await world.hub.withdraw(gone)
    await say('Create', letter({ inReplyTo: gone.envelope.apId }))
    expect(await open()).toEqual([expect.objectContaining({ entry: null, public: true })])
  })

  test('an organisation: nobody is reached by its name', async () => {
    const one = await world.hub.publish('organisation', { title: 'Passager' }, { handle: 'passager' })
    await world.quiet()
    await say('Create', letter({ tag: [mention('passager')] }))
    expect(await open()).toHaveLength(1)
    await world.hub.withdraw(one)
    await world.quiet()
    await say('Create', letter({ tag: [mention('passager')] }))
    expect(await open()).toHaveLength(1)
  })
})
