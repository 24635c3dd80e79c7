import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { quotationBy } from '../../server/entries/quotation-queries.ts'
import { createPruner } from '../../server/federation/prune.ts'
import { knownActor } from '../../server/federation/remote-actors.ts'
import { block } from '../../server/moderation/blocks.ts'
import { decideQuotation } from '../../server/moderation/quotations.ts'
import type { Someone } from './peer.ts'
import { asked, pageOf, quoter, stateOf, statusOf, type Quoter } from './quoting.ts'
import { said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let entry: Entry
let follower: Someone
let people = 0
const someone = (): Someone => world.evil.actor(`quoter${++people}`)

async function holding(holdComments: 'never' | 'first' | 'always'): Promise<void> {
  const { db, hub, now } = world.hub.deps
  await db.write(hub.steps({ holdComments }, null, now()))
  await hub.reload()
}

beforeAll(async () => {
  world = await openWorld()
  entry = await world.hub.publish('job', { title: 'Menuisière' })
  follower = world.good.actor('reader')
  await world.post(follower, {
    ...said(follower, 'Follow', world.fresh(follower)),
    object: world.hub.actor('emplois'),
  })
  await world.quiet()
})
beforeEach(() => holding('never'))
afterAll(() => world.close())

async function shown(): Promise<{ from: Someone; by: Quoter }> {
  const from = someone()
  const by = await quoter(world, from, entry.envelope.apId)
  await by.say('Create')
  expect(await stateOf(world, by.post)).toBe('shown')
  expect(await pageOf(world, entry)).toMatch(/citations? sur/)
  return { from, by }
}

async function idOf(from: Someone, post: string): Promise<string> {
  const { db } = world.hub.deps
  const actor = await knownActor(world.hub.deps, from.id)
  return (await quotationBy(db, actor?.n ?? 0, post))?.id ?? ''
}

const refuse = async (from: Someone, { post }: Quoter): Promise<void> => {
  const { deps, admin } = world.hub
  await decideQuotation(deps, admin, await idOf(from, post), { outcome: 'refused', reason: 'Moquerie' })
  await world.quiet()
}

/** What was sent about a stamp, and to which servers. */
async function told(
  stamp: string,
): Promise<{ type: unknown; actor: unknown; object: unknown; hosts: string[] }[]> {
  const { rows } = await world.hub.deps.db.query(
    `SELECT json, (SELECT json_group_array(DISTINCT host) FROM deliveries WHERE activity_n = activities.n) AS hosts
      FROM activities WHERE object_id = ?`,
    [stamp],
  )
  return rows.map((row) => {
    const { type, actor, object } = JSON.parse(String(row['json'])) as Record<string, unknown>
    return { type, actor, object, hosts: JSON.parse(String(row['hosts'])) as string[] }
  })
}

const gone = (stamp: string, hosts: string[]) => [
  {
    type: 'Delete',
    actor: world.hub.actor('emplois'),
    object: stamp,
    hosts: expect.toSatisfy(sameAs(hosts)) as string[],
  },
]
const sameAs = (hosts: string[]) => (found: string[]) => found.toSorted().join() === hosts.toSorted().join()

describe('leave to quote', () => {
  test('that a moderator takes back ends here and there, and is not given for this post again', async () => {
    const { from, by } = await shown()
    await refuse(from, by)
    expect(await pageOf(world, entry)).not.toMatch(/citations? sur/)
    expect(await statusOf(world, by.stamp)).toBe(410)
    const stone = await world.raw('GET', new URL(by.stamp).pathname, { host: world.hub.host })
    expect(JSON.parse(stone.body)).toMatchObject({ type: 'Tombstone', formerType: 'QuoteAuthorization' })
    expect(await told(by.stamp)).toEqual(gone(by.stamp, [world.evil.host, world.good.host]))
    await by.say('Update')
    expect(await stateOf(world, by.post)).toBe('refused')
    expect(await asked(world, from, by.post, entry.envelope.apId)).toBe('Reject')
    // To delete the post is no way round: its id stays refused.
    await world.post(from, { ...said(from, 'Delete', world.fresh(from)), object: by.post })
    expect(await asked(world, from, by.post, entry.envelope.apId)).toBe('Reject')
    expect((await world.dump())['decisions']).toContain('quotation-refused')
  })

  test('ends with a block of who quotes, who is not told; others who may have seen it are', async () => {
    const { from, by } = await shown()
    const neighbour = await shown()
    const { deps, admin } = world.hub
    await block(deps, admin, { type: 'actor', target: from.id, reason: 'Harcèlement' })
    await world.quiet()
    expect(await stateOf(world, by.post)).toBeUndefined()
    expect(await statusOf(world, by.stamp)).toBe(410)
    expect(await told(by.stamp)).toEqual(gone(by.stamp, [world.good.host]))
    expect(await statusOf(world, neighbour.by.stamp)).toBe(200)
    expect(await stateOf(world, neighbour.by.post)).toBe('shown')
  })

  test('ends with a block of their whole server, to which nothing goes any more', async () => {
    const { by } = await shown()
    const { deps, admin } = world.hub
    await block(deps, admin, { type: 'host', target: 'evil.test', reason: 'Harcèlement' })
    await world.quiet()
    expect(await statusOf(world, by.stamp)).toBe(410)
    expect(await told(by.stamp)).toEqual(gone(by.stamp, [world.good.host]))
    await deps.db.write([{ sql: 'DELETE FROM blocks', args: [] }])
  })

  test('ends when what is quoted is withdrawn, of which who quotes is told as well', async () => {
    const other = await world.hub.publish('job', { title: 'Charpentier' })
    const from = someone()
    const by = await quoter(world, from, other.envelope.apId)
    await by.say('Create')
    await world.hub.withdraw(other)
    await world.quiet()
    expect([await statusOf(world, other.envelope.apId), await statusOf(world, by.stamp)]).toEqual([410, 410])
    expect(await told(by.stamp)).toEqual(gone(by.stamp, [world.evil.host]))
    const removal = (await told(other.envelope.apId)).find(({ type }) => type === 'Delete')
    expect(removal?.hosts.toSorted()).toEqual([world.evil.host, world.good.host].toSorted())
  })

  test('goes with the post that its author deletes, and with an author who leaves', async () => {
    const [first, second] = [await shown(), await shown()]
    await world.post(first.from, {
      ...said(first.from, 'Delete', world.fresh(first.from)),
      object: first.by.post,
    })
    // Nobody takes back another's.
    await world.post(first.from, {
      ...said(first.from, 'Delete', world.fresh(first.from)),
      object: second.by.post,
    })
    expect([await stateOf(world, first.by.post), await stateOf(world, second.by.post)]).toEqual([
      undefined,
      'shown',
    ])
    expect(await statusOf(world, first.by.stamp)).toBe(404)
    await world.post(second.from, {
      ...said(second.from, 'Delete', world.fresh(second.from)),
      object: second.from.id,
    })
    expect(await stateOf(world, second.by.post)).toBeUndefined()
    expect(await statusOf(world, second.by.stamp)).toBe(404)
  })

  test('for another entry ends the one before: a post quotes one thing', async () => {
    const { from, by } = await shown()
    const other = await world.hub.publish('news', { title: 'Une fête' })
    const next = await asked(world, from, by.post, other.envelope.apId)
    expect([await statusOf(world, by.stamp), await statusOf(world, String(next))]).toEqual([404, 200])
    expect(await stateOf(world, by.post)).toBe('stamped')
    // Asked once more it is the same stamp.
    expect(await asked(world, from, by.post, other.envelope.apId)).toBe(next)
  })

  test('outlives the silence of who has it', async () => {
    const from = someone()
    const by = await quoter(world, from, entry.envelope.apId)
    world.hub.deps.pass(90 * 24 * 3_600_000)
    const prune = createPruner(world.hub.deps)
    await prune()
    await prune()
    expect(await statusOf(world, by.stamp)).toBe(200)
  })
})

describe('by the rule on answers', () => {
  test('a first quotation of somebody waits for a moderator, and the next ones do not', async () => {
    await holding('first')
    const from = someone()
    const [first, second] = [
      await quoter(world, from, entry.envelope.apId),
      await quoter(world, from, entry.envelope.apId),
    ]
    await first.say('Create')
    expect(await stateOf(world, first.post)).toBe('held')
    // Leave was given all the same: it is for elsewhere, what waits is its name on our page.
    expect(await statusOf(world, first.stamp)).toBe(200)
    const { deps, admin } = world.hub
    const id = await idOf(from, first.post)
    await decideQuotation(deps, admin, id, { outcome: 'shown', reason: '' })
    await second.say('Create')
    expect([await stateOf(world, first.post), await stateOf(world, second.post)]).toEqual(['shown', 'shown'])
    // Changed, it does not wait again: there are no words of theirs here.
    await first.say('Update', { content: '<p>Autrement</p>' })
    expect(await stateOf(world, first.post)).toBe('shown')
  })

  test('every quotation waits where every answer does', async () => {
    await holding('always')
    const from = someone()
    for (const _ of [1, 2]) {
      const by = await quoter(world, from, entry.envelope.apId)
      await by.say('Create')
      expect(await stateOf(world, by.post)).toBe('held')
      const { deps, admin } = world.hub
      await decideQuotation(deps, admin, await idOf(from, by.post), { outcome: 'shown', reason: '' })
    }
  })
})
