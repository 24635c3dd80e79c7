import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { close } from '../../server/entries/commands.ts'
import type { Entry } from '../../server/entries/load.ts'
import { formatsOf } from '../../server/feeds/index.ts'
import { known, published } from '../support/publish.ts'
import { openLists, type Lists } from './lists.ts'
import { components } from './readers.ts'

let t: Lists
beforeAll(async () => {
  t = await openLists()
})
afterAll(() => t.deps.close())

describe('the calendar', () => {
  test('exists only for kinds that happen at a time', () => {
    expect(formatsOf(known('event'))).toContain('ics')
    expect(formatsOf(known('job'))).not.toContain('ics')
    expect(formatsOf(null)).not.toContain('ics')
  })

  test('says the right instants, summer and winter, and the same identity at each reading', async () => {
    const winter = await published(t.deps, t.editor, 'event', { title: 'Forum; débats, stands' })
    const summer = await published(
      t.deps,
      t.editor,
      'event',
      { title: 'Été' },
      { start: '2027-07-10T18:00', end: null },
    )
    const answer = await t.feed('ics', 'event')
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await answer.text()
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    const found = components(text, 'VEVENT')
    const forum = found.find((event) => event['UID'] === `${winter.envelope.id}@hub.example`)
    expect(forum).toMatchObject({
      SUMMARY: 'Forum; débats, stands',
      DTSTART: '20261128T080000Z',
      DTEND: '20261128T163000Z',
      LOCATION: expect.stringContaining('Maison des associations'),
      STATUS: 'CONFIRMED',
      SEQUENCE: String(winter.envelope.revision - 1),
    })
    const other = found.find((event) => event['UID'] === `${summer.envelope.id}@hub.example`)
    expect(other).toMatchObject({ DTSTART: '20270710T160000Z' })
    expect(other?.['DTEND']).toBeUndefined()
    expect(await (await t.feed('ics', 'event')).text()).toBe(text)
  })

  test('goes on naming what was called off or is over, so that nobody keeps it as it was', async () => {
    const off = await published(t.deps, t.editor, 'event', { title: 'Annulé' }, { status: 'cancelled' })
    const over = await close(
      t.deps,
      t.editor,
      await published(t.deps, t.editor, 'event', { title: 'Complet' }),
    )
    const found = components(await (await t.feed('ics', 'event')).text(), 'VEVENT')
    const status = (entry: Entry) =>
      found.find((one) => one['UID']?.startsWith(entry.envelope.id))?.['STATUS']
    expect(status(off)).toBe('CANCELLED')
    expect(status(over)).toBe('CONFIRMED')
  })
})
