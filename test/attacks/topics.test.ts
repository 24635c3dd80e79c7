import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { heldTopics } from '../../server/moderation/entry-things.ts'
import { topicAt } from '../../server/entries/received-topics.ts'
import { titleIn } from '../../server/federation/keep-topic.ts'
import { block } from '../../server/moderation/blocks.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { person } from '../support/publish.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

// What strangers try with the forum, which anybody may write to.

let world: World
let alice: Someone
beforeAll(async () => {
  world = await openWorld()
  alice = world.good.actor('alice', { indexable: true })
})
afterAll(() => world.close())
beforeEach(() => rule('first'))

async function rule(outsideTopics: 'never' | 'first' | 'always' | 'refused'): Promise<void> {
  const { deps } = world.hub
  await deps.db.write(deps.hub.steps({ outsideTopics }, null, deps.now()))
  await deps.hub.reload()
}

const topic = (from: Someone, change: JsonObject = {}): JsonObject => {
  const { inReplyTo: _, ...own } = note(from, world.fresh(from, 'notes'), '')
  return { ...own, cc: [world.hub.actor('forum')], ...change }
}
async function say(from: Someone, type: string, object: unknown): Promise<number> {
  const activity = { ...said(from, type, world.fresh(from)), object }
  return (await world.post(from, activity as JsonObject)).status
}
const kept = async (object: JsonObject) => topicAt(world.hub.deps.db, String(object['id']))
const waiting = async () => (await heldTopics(world.hub.deps, 1, 500)).length

describe('a topic under a name that is not the sender’s', () => {
  test('is nothing, whoever of the two is named first', async () => {
    const mallory = world.evil.actor('mallory')
    await say(mallory, 'Follow', world.hub.actor('forum'))
    await unchanged(world, async () => {
      expect(await say(mallory, 'Create', topic(alice))).toBe(202)
      const own = topic(mallory, { attributedTo: alice.id })
      expect(await say(mallory, 'Create', own)).toBe(202)
    })
  })

  test('is neither changed nor taken back by a neighbour of its author', async () => {
    const object = topic(alice)
    await say(alice, 'Create', object)
    const before = await kept(object)
    expect(before?.state).toBe('review')
    const neighbour = world.good.actor('neighbour')
    const forged = { ...object, content: '<p>Achetez</p>', updated: '2026-11-23T08:00:00Z' }
    await say(neighbour, 'Update', forged)
    await say(neighbour, 'Update', { ...forged, attributedTo: neighbour.id })
    await say(neighbour, 'Delete', object['id'])
    expect(await kept(object)).toEqual(before)
  })
})

test('answers to a topic that name its author alone are looked for', async () => {
  const object = topic(alice)
  await say(alice, 'Create', object)
  await say(alice, 'Update', { ...object, content: '<p>Autrement</p>', updated: '2026-11-23T08:00:00Z' })
  const promised = "SELECT count(*) AS n FROM errands WHERE type = 'conversation' AND subject = ?"
  expect((await world.hub.deps.db.query(promised, [String(object['id'])])).rows[0]?.['n']).toBe(1)
})

describe('a topic of somebody whom moderators keep at a distance', () => {
  test('waits, though the hub’s rule would show it', async () => {
    await rule('never')
    const { deps, admin } = world.hub
    const loud = world.evil.actor('loud')
    await say(loud, 'Follow', world.hub.actor('forum'))
    await block(deps, admin, { type: 'actor', target: loud.id, severity: 'silence', reason: 'Pour voir' })
    const object = topic(loud)
    expect(await say(loud, 'Create', object)).toBe(202)
    expect((await kept(object))?.state).toBe('review')
  })

  test('waits for a word that the hub holds', async () => {
    await rule('never')
    const { deps } = world.hub
    await deps.db.write(deps.hub.steps({ holdWords: 'cryptomonnaie' }, null, deps.now()))
    await deps.hub.reload()
    const object = topic(alice, { content: '<p>Achetez ma Cryptomonnaie</p>' })
    await say(alice, 'Create', object)
    expect((await kept(object))?.state).toBe('review')
    await deps.db.write(deps.hub.steps({ holdWords: '' }, null, deps.now()))
    await deps.hub.reload()
  })
})

test('what is not said to everybody begins nothing that everybody reads', async () => {
  const secret = topic(alice, { to: [world.hub.actor('forum')], cc: [] })
  await say(alice, 'Create', secret)
  expect(await kept(secret)).toBeUndefined()
  // Narrowed later, it goes.
  const open = topic(alice)
  await say(alice, 'Create', open)
  expect(await kept(open)).toBeDefined()
  const narrowed = { ...open, to: [`${alice.id}/followers`], cc: [], updated: '2026-11-23T08:00:00Z' }
  await say(alice, 'Update', narrowed)
  expect(await kept(open)).toBeUndefined()
})

test('a topic that waits is in no page, list, feed, search, API or outbox', async () => {
  const object = topic(alice, { name: 'Zanzibar', type: 'Article', content: '<p>Quetzal</p>' })
  await say(alice, 'Create', object)
  const { rows } = await world.hub.deps.db.query('SELECT id, slug FROM entries WHERE ap_id = ?', [
    String(object['id']),
  ])
  const [id, slug] = [String(rows[0]?.['id']), String(rows[0]?.['slug'])]
  for (const path of [
    ...['/', '/forum', '/forum?past=1', '/forum?origin=network', '/recherche?q=quetzal', '/forum.atom'],
    ...['/forum.json', '/forum.csv', '/sitemap-0.xml', '/ap/actors/forum/outbox?page=true'],
    ...['/ap/actors/forum/featured', '/api/v1/entries?kind=topic', '/api/v1/search?q=quetzal'],
  ]) {
    const { body } = await world.raw('GET', path, {})
    expect(body, path).not.toMatch(/zanzibar/i)
  }
  const indexed = 'SELECT 1 FROM entries_search WHERE rowid = (SELECT n FROM entries WHERE id = ?)'
  expect((await world.hub.deps.db.query(indexed, [id])).rows).toEqual([])
  for (const path of [`/forum/${slug}`, `/forum/${id}`, `/ap/objects/${id}`, `/api/v1/entries/${id}`])
    expect((await world.raw('GET', path, {})).status, path).toBe(404)
  const bob = world.good.actor('bob')
  const answer = note(bob, world.fresh(bob, 'notes'), String(object['id']))
  await unchanged(world, async () => {
    expect(await say(bob, 'Create', answer)).toBe(202)
  }, ['remote_keys', 'actors'])
})

describe('a flood of topics', () => {
  test('of one actor stops at ten that wait', async () => {
    const before = await waiting()
    const mallory = world.evil.actor('flood')
    await Promise.all(
      Array.from({ length: 14 }, (_, at) =>
        say(mallory, 'Create', topic(mallory, { content: `<p>Sujet ${at}</p>` })),
      ),
    )
    expect((await waiting()) - before).toBeLessThanOrEqual(10)
    expect((await waiting()) - before).toBeGreaterThan(5)
  })

  test('of one host stops at fifty, and leaves room for others', async () => {
    for (let who = 0; who < 8; who++) {
      const mallory = world.evil.actor(`flood${who}`)
      for (let at = 0; at < 8; at++) await say(mallory, 'Create', topic(mallory))
    }
    const { rows } = await world.hub.deps.db.query(
      "SELECT count(*) FROM entries JOIN actors ON actors.n = origin_n WHERE state = 'review' AND host = ?",
      [world.evil.host],
    )
    expect(rows[0]?.[0]).toBe(50)
    const before = await waiting()
    const other = world.good.actor('other')
    await say(other, 'Create', topic(other))
    expect(await waiting()).toBe(before + 1)
  })

  test('where nothing waits stops at ten of one actor in an hour, and so do the announces', async () => {
    await rule('never')
    const eager = world.good.actor('eager')
    for (let at = 0; at < 13; at++) expect(await say(eager, 'Create', topic(eager))).toBe(202)
    await world.quiet()
    const { rows } = await world.hub.deps.db.query(
      "SELECT count(*) FROM activities WHERE type = 'Announce' AND object_id LIKE ?",
      [`${world.good.origin}%`],
    )
    expect(rows[0]?.[0]).toBe(10)
  })
})

test('blocking its author takes a topic away, and tells followers to forget it; nothing of it is kept to be passed on', async () => {
  await rule('never')
  const carla = world.good.actor('carla')
  const follower = world.evil.actor('follower')
  await say(follower, 'Follow', world.hub.actor('forum'))
  const object = topic(carla)
  await say(carla, 'Create', object)
  await world.quiet()
  const { deps } = world.hub
  const moderator = await person(deps, 'moderator')
  await block(deps, moderator, { type: 'actor', target: carla.id, reason: 'Spam' })
  await world.quiet()
  expect(await kept(object)).toBeUndefined()
  const { rows } = await deps.db.query(
    "SELECT (SELECT count(*) FROM activities WHERE type = 'Undo' AND object_id = ?), (SELECT count(*) FROM relays)",
    [String(object['id'])],
  )
  expect([rows[0]?.[0], rows[0]?.[1]]).toEqual([1, expect.any(Number)])
  expect(await say(carla, 'Create', topic(carla))).toBe(403)
})

test('a stranger that announces activities is no forum to be spoken to as one: nothing is written', async () => {
  const group = world.evil.actor('group', { type: 'Group' })
  await say(group, 'Like', `${world.hub.origin}/ap/objects/none`)
  const inner = { ...said(alice, 'Create', world.fresh(alice)), object: topic(alice) }
  await unchanged(world, async () => {
    expect(await say(group, 'Announce', inner)).toBe(202)
  }, ['remote_keys', 'actors'])
})

test.each([
  ['<p>@forum @a@b.example Qui vient ?</p><p>Moi</p>', 'Qui vient ?'],
  ['<script>alert(1)</script><p>Bon<b>jour</b> &lt;b&gt;</p>', 'Bonjour <b>'],
  [`<p>${'mot '.repeat(100)}</p>`, `${'mot '.repeat(28)}mot…`],
  [`<p>${'x'.repeat(50_000)}</p>`, `${'x'.repeat(119)}…`],
  ['<p>@forum</p>', ''],
  ['<p>\u202eRLO\u0000</p>', 'RLO'],
])('a title from %j', (html, title) => {
  expect(titleIn(html)).toBe(title)
  expect(titleIn(html).length).toBeLessThanOrEqual(120)
})
