import { afterAll, beforeAll, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { activities } from '../../db/schema/federation.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow } from '../support/network.ts'
import { shared, tellOfEntries } from './entries.ts'

let amont: TestHub
let aval: TestHub

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  for (const handle of ['amont', 'emplois', 'ressources', 'marches']) await follow(aval, amont.actor(handle))
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

tellOfEntries(() => ({ amont, aval }))

test('what a hub has received, it announces to nobody', async () => {
  const before = await aval.deps.db.read.$count(events)
  const entry = await amont.publish('news', { title: 'Elle ne va pas plus loin' })
  await arrival(aval, entry)
  expect(await aval.deps.db.read.$count(events)).toBe(before)
  const said = await aval.deps.db.read.select({ type: activities.type }).from(activities)
  expect(new Set(said.map(({ type }) => type))).toEqual(new Set(['Follow']))
})

test('the longest text arrives with its fields, as much of it as there is room for', async () => {
  const line = '- [« le "bois" », `le "métal"`](https://exemple.example/a?b="c"&d=é)\n'
  const here = await amont.publish('job', { ...shared, body: line.repeat(500).slice(0, 39_000) })
  const there = await arrival(aval, here)
  expect(there.fields).toEqual(here.fields)
  expect(there.envelope.html).toMatch(/^<ul><li><a href="https:\/\/exemple\.example\/a.*<\/li><\/ul>$/s)
  expect(Buffer.byteLength(there.envelope.html)).toBeGreaterThan(4_000)
})
