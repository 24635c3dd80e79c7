import { afterAll, beforeAll, expect, test } from 'vitest'
import { addFollower, openSinks, type Sink } from '../peers/sink.ts'
import { deliveriesTo, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

let hub: TestHub
let crowd: Sink
let honest: Sink
beforeAll(async () => {
  const site = await openSite()
  const sinks = await openSinks(2)
  ;[crowd, honest] = sinks as [Sink, Sink]
  hub = await openHubAt(site, { neighbours: [site, ...sinks] })
})
afterAll(async () => {
  crowd.release()
  await hub.stop()
  await crowd.close()
  await honest.close()
})

/** Followers of one host without a shared inbox, as many as a few minutes of Follows make. */
async function followAll(handle: string, count: number): Promise<void> {
  const { origin } = crowd.site
  await hub.deps.db.write([
    {
      sql: `WITH RECURSIVE one(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM one WHERE i < ?)
        INSERT INTO actors (id, local, type, handle, host, name, summary, inbox, indexable, is_hub, created_at, fetched_at)
        SELECT ? || '/users/c' || i, 0, 'Person', 'c' || i, ?, '', '', ? || '/users/c' || i || '/inbox', 0, 0, 0, 0 FROM one`,
      args: [count, origin, crowd.host, origin],
    },
    {
      sql: `INSERT INTO followers (actor_n, follower_n, follow_id, accepted_at)
        SELECT (SELECT n FROM actors WHERE id = ?), n, id || '#follow', 0 FROM actors WHERE host = ?`,
      args: [`/ap/actors/${handle}`, crowd.host],
    },
  ])
}

test('someone who refuses us does not silence us for the others of their server', async () => {
  for (const name of ['cross', 'fond', 'kind'])
    await addFollower(hub, honest, 'ressources', { name, shared: false })
  honest.reply = ({ inbox }, response) =>
    void response.writeHead(inbox === '/users/cross/inbox' ? 403 : 202).end()
  const entry = await hub.publish('resource')
  await hub.revise(entry, { title: 'Un autre titre' })
  await settled(hub)
  for (const name of ['fond', 'kind'])
    expect(
      honest.posts.filter(({ inbox }) => inbox === `/users/${name}/inbox`).map(({ type }) => type),
    ).toEqual(['Create', 'Add', 'Update'])
  honest.posts.length = 0
})

test('a server with thousands of inboxes that takes its time lets everybody else have theirs', async () => {
  await followAll('emplois', 6_000)
  await addFollower(hub, honest, 'emplois', { name: 'late' })
  crowd.hold()
  await hub.publish('job', { title: 'Pour tous' })
  await until('the other one has it', () => honest.posts.length === 2)
  expect(crowd.waiting).toBe(2)
  const leased = (await deliveriesTo(hub, crowd.host)).filter(({ leasedUntil }) => leasedUntil !== null)
  expect(leased.length).toBeLessThanOrEqual(20)
})

test('what was left in the table for it is sent in its turn, to each inbox in order, once', async () => {
  await hub.deps.db.write([
    {
      sql: 'DELETE FROM deliveries WHERE host = ? AND inbox NOT LIKE ?',
      args: [crowd.host, '%/users/c1__/inbox'],
    },
  ])
  crowd.release()
  await settled(hub)
  const heard = new Map<string, string[]>()
  for (const { inbox, type } of crowd.posts) heard.set(inbox, [...(heard.get(inbox) ?? []), type])
  const hundred = [...heard].filter(([inbox]) => /\/c1\d\d\/inbox$/.test(inbox))
  expect(hundred).toHaveLength(100)
  expect(new Set(hundred.map(([, types]) => types.join()))).toEqual(new Set(['Create,Add']))
  expect(crowd.mostAtOnce).toBe(2)
})
