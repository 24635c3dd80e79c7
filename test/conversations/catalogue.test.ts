import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { events } from '../../db/schema/entries.ts'
import { activities } from '../../db/schema/federation.ts'
import { listEntries, readFilter } from '../../server/entries/list.ts'
import type { Entry } from '../../server/entries/load.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, departure, follow, stoneOf } from '../support/network.ts'

let amont: TestHub
let aval: TestHub

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  for (const handle of ['amont', 'emplois', 'ressources']) await follow(aval, amont.actor(handle))
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

const shared = {
  title: 'Réparer, partager & recommencer « à <plusieurs> »',
  summary: 'Un atelier ouvert à toutes et à tous.',
  body: '## Pourquoi\n\nParce que **tout** se répare.\n\n- le bois\n- le métal',
  licence: 'CC-BY-SA-4.0',
  place: '92036',
  tags: ['Réemploi', 'économie circulaire'],
}
const spoken = kinds.filter(({ section }) => section !== null).map(({ name }) => name as KindName)

/** What must survive the trip. */
const essence = ({ envelope, fields }: Entry) => ({
  fields,
  title: envelope.title,
  summary: envelope.summary,
  language: envelope.language,
  licence: envelope.licence,
  place: [envelope.placeCode, envelope.placeLabel],
  times: [envelope.startsAt, envelope.closesAt, envelope.publishedAt],
  direction: envelope.direction,
  state: envelope.state,
  tags: envelope.tags.map(({ tag, label }) => [tag, label]).toSorted(),
  html: envelope.html,
  url: envelope.url,
  apId: envelope.apId,
})

describe.each(spoken)('a %s published on one hub', (kind) => {
  let here: Entry
  let there: Entry
  beforeAll(async () => {
    here = await amont.publish(kind, shared)
    there = await arrival(aval, here)
  })

  test('arrives at the other with everything that was typed in', () => {
    expect(essence(there)).toEqual(essence(here))
  })

  test('keeps its text, its origin and its author', () => {
    expect(there.envelope.html).toContain('Parce que <strong>tout</strong> se répare.')
    expect(there.envelope.html).not.toContain('Un atelier ouvert')
    expect(there.envelope.origin).toMatchObject({ host: amont.host })
    expect(there.envelope.origin?.name).toContain('Le hub amont')
  })

  test('is found in the network part of the other’s list, and by its search', async () => {
    const ask = (query: Record<string, string>) =>
      listEntries(
        aval.deps,
        readFilter(here.kind, (name) => query[name]),
      )
    const idsOf = async (query: Record<string, string>) =>
      (await ask(query)).entries.map(({ envelope }) => envelope.apId)
    expect(await idsOf({ origin: 'network' })).toContain(here.envelope.apId)
    expect(await idsOf({ q: 'recommencer' })).toContain(here.envelope.apId)
    expect(await idsOf({ origin: 'hub' })).toEqual([])
  })

  test('changes there when it changes here, and stays one entry', async () => {
    aval.deps.pass(60_000)
    amont.deps.pass(60_000)
    await amont.revise(here, { title: 'Un autre titre', tags: ['Bois'] })
    const now = await arrival(aval, here, ({ envelope }) => envelope.title === 'Un autre titre')
    expect(now.envelope.tags.map(({ tag }) => tag)).toEqual(['bois'])
    expect(now.envelope.id).toBe(there.envelope.id)
    expect(now.fields).toEqual(here.fields)
  })

  test('is closed there when it is closed here', async () => {
    await amont.close(here)
    const closed = await arrival(aval, here, ({ envelope }) => envelope.state === 'closed')
    expect(closed.envelope.state).toBe('closed')
  })

  test('is erased there when it is withdrawn here, and its name stays on a stone', async () => {
    await amont.withdraw(here)
    await departure(aval, here)
    expect(await stoneOf(aval, here.envelope.apId)).toEqual({ final: true })
  })
})

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
