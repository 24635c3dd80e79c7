import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import { revise } from '../../server/entries/commands.ts'
import { sample, type Lot } from '../../server/kinds/tender/fields.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { arrival, follow } from '../support/network.ts'
import { until } from '../support/until.ts'

let amont: TestHub
let aval: TestHub

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  await follow(aval, amont.actor('marches'))
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

const asked = { accept: 'application/activity+json' }
const objectOf = ({ envelope }: Entry, number: number) => `${envelope.apId}/lots/${number}`
const get = (url: string, headers: Record<string, string> = asked) =>
  fetch(url, { headers, redirect: 'manual' })
const [first, second] = sample.lots as [Lot, Lot]
const open: Lot[] = [{ ...first, number: 1, state: 'open' }, second]

/** By the real command, as an editor's form would. */
async function withLots(hub: TestHub, entry: Entry, lots: Lot[]): Promise<Entry> {
  const { envelope, fields } = entry
  const { title, summary, body, language, licence, placeCode, placeLabel, organisationId } = envelope
  const changed = await revise(hub.deps, hub.admin, entry, {
    revision: envelope.revision,
    input: {
      ...{ title, summary, body, language, licence, placeCode, placeLabel, organisationId },
      ...{
        latitude: null,
        longitude: null,
        tags: [],
        imageAlt: null,
        fields: { ...fields, lots },
        unfinished: null,
      },
    },
    picture: undefined,
  })
  hub.federation.wake()
  return changed
}

describe('a lot, to other servers', () => {
  test('is a Proposal of its tender’s author, linked from the Note of the tender', async () => {
    const entry = await amont.publish('tender', { title: 'Parcs' }, { lots: open })
    const note: unknown = await (await get(entry.envelope.apId)).json()
    expect(note).toMatchObject({
      type: 'Note',
      attachment: [
        { type: 'Link', mediaType: 'text/html', href: entry.envelope.url },
        { type: 'Link', mediaType: 'application/activity+json', href: objectOf(entry, 1) },
        { type: 'Link', href: objectOf(entry, 3), name: 'Lot\u00a03\u00a0: Taille des haies' },
      ],
    })
    const answer = await get(objectOf(entry, 1))
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/activity+json'])
    expect(await answer.json()).toMatchObject({
      id: objectOf(entry, 1),
      type: 'Proposal',
      purpose: 'request',
      attributedTo: amont.actor('marches'),
      name: 'Lot\u00a01\u00a0: Tonte et entretien des parcs',
      url: `${entry.envelope.url}/lots/1`,
      endTime: '2027-01-15T11:00:00.000Z',
      location: { type: 'Place', name: 'Gennevilliers (92)' },
      publishes: { type: 'Intent', action: 'deliverService' },
      '@context': [
        'https://www.w3.org/ns/activitystreams',
        expect.objectContaining({ Proposal: 'https://w3id.org/valueflows/ont/vf#Proposal' }),
      ],
    })
  })

  test('is a page to people, who are sent there from its object, and servers from there', async () => {
    const entry = await amont.publish('tender', { title: 'Jardins' }, { lots: open })
    const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
    const there = await get(objectOf(entry, 3), browser)
    expect([there.status, there.headers.get('location'), there.headers.get('vary')]).toEqual([
      302,
      `${entry.envelope.path}/lots/3`,
      'Accept, Signature',
    ])
    const page = `${entry.envelope.url}/lots/3`
    expect((await get(page, browser)).status).toBe(200)
    const back = await get(page)
    expect([back.status, back.headers.get('location')]).toEqual([302, objectOf(entry, 3)])
    for (const end of ['lots/2', 'lots/0', 'lots/03', 'lots/x', 'parcs/1', 'lots/1/1'])
      expect((await get(`${entry.envelope.apId}/${end}`)).status, end).toBe(404)
    const job = await amont.publish('job')
    expect((await get(objectOf(job, 1))).status).toBe(404)
  })

  test('of a draft is nowhere', async () => {
    const entry = await amont.publish('tender', { title: 'Bientôt' }, { lots: open })
    await amont.deps.db.write([
      { sql: "UPDATE entries SET state = 'draft' WHERE id = ?", args: [entry.envelope.id] },
    ])
    expect((await get(objectOf(entry, 1))).status).toBe(404)
  })

  test('arrives at a neighbour with its tender, and has a page there that is not to be found', async () => {
    const entry = await amont.publish('tender', { title: 'Haies' }, { lots: open })
    const there = await arrival(aval, entry)
    expect(there.fields).toEqual(entry.fields)
    const page = await get(`${aval.origin}${there.envelope.path}/lots/1`, { accept: 'text/html' })
    const text = await page.text()
    expect(text).toContain('Tonte et entretien des parcs')
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).toContain(`<link rel="canonical" href="${entry.envelope.url}/lots/1"`)
    const found = await get(`${aval.origin}/marches?cpv=7734`, { accept: 'text/html' })
    expect(await found.text()).toContain('Haies')
  })

  test('is told to the neighbour when it is awarded, and is no longer asked for', async () => {
    const entry = await amont.publish('tender', { title: 'Talus' }, { lots: open })
    await arrival(aval, entry)
    const awarded = await withLots(amont, entry, [first, second])
    const note: { attachment?: unknown[] } = JSON.parse(await (await get(entry.envelope.apId)).text())
    expect(note.attachment).toHaveLength(2)
    expect((await get(objectOf(entry, 1))).status).toBe(200)
    await until('the award at the neighbour’s', async () => {
      const there = await aval.received(entry.envelope.apId)
      return JSON.stringify(there?.fields) === JSON.stringify(awarded.fields) ? true : null
    })
  })

  test('that is withdrawn leaves a stone, and so does each lot of a tender that is', async () => {
    const entry = await amont.publish('tender', { title: 'Berges' }, { lots: open })
    const there = await arrival(aval, entry)
    const less = await withLots(amont, entry, [open[0] as Lot, { ...second, state: 'withdrawn' }])
    const stone = await get(objectOf(entry, 3))
    expect(stone.status).toBe(410)
    expect(await stone.json()).toMatchObject({
      id: objectOf(entry, 3),
      type: 'Tombstone',
      formerType: 'Proposal',
    })
    expect((await get(objectOf(entry, 1))).status).toBe(200)
    await amont.withdraw(less)
    for (const number of [1, 3]) expect((await get(objectOf(entry, number))).status).toBe(410)
    expect((await get(`${entry.envelope.url}/lots/1`, { accept: 'text/html' })).status).toBe(410)
    await until('the tender gone at the neighbour’s', async () => {
      const page = `${aval.origin}${there.envelope.path}/lots/1`
      return (await get(page, { accept: 'text/html' })).status === 410 ? true : null
    })
  })

  test('keeps its number whoever changes the tender', async () => {
    const entry = await amont.publish('tender', { title: 'Quais' }, { lots: open })
    await expect(withLots(amont, entry, [second])).rejects.toMatchObject({ code: 'invalid' })
    await expect(withLots(amont, entry, [second, { ...second, number: 4 }])).rejects.toMatchObject({
      code: 'invalid',
    })
    const more = await withLots(amont, entry, [...open, { ...second, number: 4 }])
    expect((await get(objectOf(more, 4))).status).toBe(200)
  })
})
