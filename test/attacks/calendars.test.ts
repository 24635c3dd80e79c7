import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.tsx'
import { createFederation } from '../../server/federation/index.ts'
import { weekBeside, weekNamed, weekWith } from '../../server/programme/week.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published, received } from '../support/publish.ts'
import type { Someone } from './peer.ts'
import { article, said } from './words.ts'
import { openWorld, type World } from './world.ts'

// Days that are none, and events that stretch a calendar: by its address, and by what other servers say.

describe('an event of another server', () => {
  let world: World
  let mallory: Someone
  beforeAll(async () => {
    world = await openWorld()
    mallory = world.evil.actor('mallory')
    await world.follow(mallory)
  })
  afterAll(() => world.close())

  test.each([
    '+275760-09-13T00:00:00Z',
    '+275760-09-12T23:30:00+00:00',
    '-271821-04-20T00:00:00Z',
    '-000001-01-01T00:00:00Z',
    '0000-01-01T00:00:00+01:00',
    '9999-12-31T23:59:59-12:00',
  ])(
    'that begins in no year of ours (%s) is kept by its words, and no page says a wrong day',
    async (start) => {
      const id = world.fresh(mallory, 'events')
      const times = { startTime: start, endTime: start, published: '2026-11-23T07:00:00Z' }
      const object = article(mallory, id, 'Hors du temps', { type: 'Event', ...times })
      const create = { ...said(mallory, 'Create', world.fresh(mallory)), object }
      expect((await world.post(mallory, create)).status).toBe(202)
      await world.quiet()
      const entry = await world.hub.received(id)
      expect(entry?.envelope).toMatchObject({ title: 'Hors du temps', startsAt: null, closesAt: null })
      expect(entry?.fields).toBeNull()
    },
  )
})

describe('a week or a month', () => {
  let deps: TestDeps
  let app: ReturnType<typeof createApp>
  beforeAll(async () => {
    deps = await openTestDeps()
    app = createApp(deps, createFederation(deps))
    const editor = await person(deps, 'editor')
    const give = (title: string, start: string, end: string, timeZone = 'Europe/Paris') =>
      published(deps, editor, 'event', { title }, { start, end, timeZone })
    await give('Heure sautée', '2027-03-28T02:30', '2027-03-28T03:30')
    await give('Heure double', '2027-10-31T02:30', '2027-10-31T02:45')
    await give('Premier matin', '2026-11-30T00:30', '2026-11-30T01:00', 'Pacific/Kiritimati')
    await give('Dernier soir', '2026-11-29T23:30', '2026-11-29T23:45', 'Pacific/Niue')
    await received(deps, 'event', { title: 'Sans fin', startsAt: -2e12, closesAt: 7e12, fields: null })
  })
  afterAll(() => deps.close())
  const get = async (path: string) => {
    const answer = await app.request(`https://hub.example${path}`)
    return { status: answer.status, text: await answer.text() }
  }

  test.each([
    ...['0000-01', '1999-12', '2101-01', '9999-12', '275761-01', '-001-01', '2026-00', '2026-13', '2026-1'],
    ...[
      '2026-11%0a',
      '%00',
      '__proto__',
      '2026-11.html',
      '2026-11.__proto__',
      '2026-11.ics.atom',
      '２０２６-11',
    ],
  ])('that no calendar has is no page: month %s', async (month) =>
    expect((await get(`/agenda/mois/${month}`)).status).toBe(404),
  )

  test.each([
    ...['0000-W01', '1999-W52', '2101-W01', '9999-W01', '275761-W01', '2026-W00', '2026-W54', '2025-W53'],
    ...['2026-w48', '2026-W4', '2026-W48%0a', '2026-W48.csv', '2026-W48.ics.ics', 'constructor'],
  ])('that no calendar has is no page: week %s', async (week) =>
    expect((await get(`/agenda/semaine/${week}`)).status).toBe(404),
  )

  test('at the edge of what there is leads no further', async () => {
    for (const path of ['mois/2000-01', 'mois/2100-12', 'semaine/2000-W01', 'semaine/2100-W52']) {
      const { status, text } = await get(`/agenda/${path}`)
      expect([path, status]).toEqual([path, 200])
      expect(text).not.toMatch(/(1999|2101)-(W?\d\d)"/)
    }
  })

  test('follows the one before and is before the one that follows, through each year’s end', () => {
    let week = weekNamed('2000-W01')
    let count = 0
    while (week !== null) {
      expect(weekWith(week.first)).toBe(week.name)
      expect(weekWith(week.last)).toBe(week.name)
      const name = weekBeside(week, 1)
      const next = name === null ? null : weekNamed(name)
      if (next !== null) {
        expect(Date.parse(next.first) - Date.parse(week.last)).toBe(86_400_000)
        expect(weekBeside(next, -1)).toBe(week.name)
      }
      week = next
      count++
    }
    // From 3 January 2000 to 2 January 2101.
    expect(count).toBe(5270)
  })

  test('has an event on its day where it takes place, also when clocks change, once', async () => {
    const days = (text: string, title: string) => text.split(`>${title}<`).length - 1
    expect(days((await get('/agenda/semaine/2027-W12')).text, 'Heure sautée')).toBe(1)
    expect(days((await get('/agenda/semaine/2027-W13')).text, 'Heure sautée')).toBe(0)
    expect(days((await get('/agenda/semaine/2027-W43')).text, 'Heure double')).toBe(1)
    expect(days((await get('/agenda/semaine/2027-W44')).text, 'Heure double')).toBe(0)
    // Half a day east of Paris it is Monday already, half a day west still Sunday.
    const [before, after] = [await get('/agenda/semaine/2026-W48'), await get('/agenda/semaine/2026-W49')]
    expect([days(before.text, 'Premier matin'), days(after.text, 'Premier matin')]).toEqual([0, 1])
    expect([days(before.text, 'Dernier soir'), days(after.text, 'Dernier soir')]).toEqual([1, 0])
  })

  test('holds what never ends once, and not on each of its days', async () => {
    for (const path of ['mois/2026-11', 'semaine/2026-W48', 'mois-de-l-ess/2026'])
      expect((await get(`/agenda/${path}`)).text.split('Sans fin').length - 1, path).toBe(1)
  })
})
