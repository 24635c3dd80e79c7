import { afterEach, expect, test } from 'vitest'
import { becomePerson } from '../../server/federation/members.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, departure, follow } from '../support/network.ts'

let hubs: TestHub[] = []
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.stop()
})

test('a topic of one hub is in the catalogue of another that follows its forum, with its fields, until it is withdrawn', async () => {
  const [amont, aval] = await openTwoHubs()
  hubs = [amont, aval]
  await becomePerson(amont.deps, amont.admin, 'redaction')
  await follow(aval, amont.actor('forum'))
  const entry = await amont.publish('topic', { title: 'Un four commun ?' }, { purpose: 'idea' })
  const there = await arrival(aval, entry)
  expect(there).toMatchObject({ kind: { name: 'topic' }, fields: { purpose: 'idea' } })
  expect(there?.envelope).toMatchObject({ title: 'Un four commun ?', origin: { host: amont.host } })
  // It is the neighbour's: the forum here has nothing to pass on.
  const { rows } = await aval.deps.db.query("SELECT count(*) FROM activities WHERE type = 'Announce'")
  expect(rows[0]?.[0]).toBe(0)
  await amont.withdraw(entry)
  await departure(aval, entry)
})
