import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { happenings } from '../../server/kinds/event/table.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { entryOfRow } from '../../server/entries/queries.ts'
import { forgetInquiries } from '../../server/inquiries/forget.ts'
import { tellOfChanges } from '../../server/registrations/changes.ts'
import type { Letter } from '../../server/deps.ts'
import { until } from '../support/until.ts'
import { open, openInquiries, visitor, write, wrote, zoe } from '../inquiries/place.ts'

// The date that came with a registration follows the event.

let pages: Awaited<ReturnType<typeof openInquiries>>
let n: number
let first: Letter
beforeAll(async () => {
  pages = await openInquiries()
  const { path, n: own } = await open.event(pages, { start: '2026-12-04T18:00', end: '2026-12-04T20:00' })
  n = own
  await wrote(pages, path)
  const letter = pages.deps.letters.at(-1)
  if (letter === undefined) throw new Error('No letter came.')
  first = letter
})
afterAll(() => pages.close())

/** As the form of the event would write it. */
async function changed(change: Partial<typeof happenings.$inferInsert>, revision: number): Promise<void> {
  const { db } = pages.deps
  await db.write([
    db.make.update(happenings).set(change).where(eq(happenings.entryN, n)),
    db.make.update(entries).set({ revision }).where(eq(entries.n, n)),
  ])
}

async function told(): Promise<Letter[]> {
  const before = pages.deps.letters.length
  await tellOfChanges(pages.deps)
  return pages.deps.letters.slice(before)
}

const lineOf = ({ calendar }: Letter, name: string): string | undefined =>
  new RegExp(`^${name}[:;](.*)$`, 'm').exec(calendar?.content.replaceAll('\r\n ', '') ?? '')?.[1]?.trim()

describe('the date in somebody’s calendar', () => {
  test('comes with the registration, as a calendar that says what it does', () => {
    expect(first.calendar?.method).toBe('PUBLISH')
    expect(lineOf(first, 'METHOD')).toBe('PUBLISH')
    expect(lineOf(first, 'UID')).toMatch(/^[0-9a-f-]{36}@hub\.example$/)
  })

  test('makes no letter while nothing moves, nor for a mended word', async () => {
    expect(await told()).toEqual([])
    await changed({ audience: 'Tout le monde' }, 2)
    expect(await told()).toEqual([])
  })

  test('moves with the event, once, under the same UID and with a higher number', async () => {
    await changed({ start: '2026-12-11T18:00', end: '2026-12-11T20:00' }, 3)
    const [letter, ...others] = await told()
    expect(others).toEqual([])
    expect(letter?.to).toBe(zoe.email)
    expect(letter?.text).toContain('11 décembre 2026')
    if (letter === undefined) return
    expect(lineOf(letter, 'UID')).toBe(lineOf(first, 'UID'))
    expect(Number(lineOf(letter, 'SEQUENCE'))).toBeGreaterThan(Number(lineOf(first, 'SEQUENCE')))
    expect(lineOf(letter, 'DTSTART')).toBe('20261211T170000Z')
    expect(await told()).toEqual([])
  })

  test('is told again when the relay was away', async () => {
    const { mailer } = pages.deps
    await changed({ venue: 'Salle des fêtes' }, 4)
    pages.deps.mailer = () => Promise.reject(new Error('away'))
    await tellOfChanges(pages.deps)
    pages.deps.mailer = mailer
    const [letter] = await told()
    expect(letter?.text).toContain('Salle des fêtes')
  })

  test('is not told every five minutes to an address that nobody has', async () => {
    const { mailer } = pages.deps
    await changed({ venue: 'Ailleurs' }, 5)
    let tries = 0
    pages.deps.mailer = () => {
      tries += 1
      const response = '550 5.1.1 nobody here'
      return Promise.reject(
        Object.assign(new Error(response), { response, responseCode: 550, command: 'RCPT TO' }),
      )
    }
    await tellOfChanges(pages.deps)
    await tellOfChanges(pages.deps)
    pages.deps.mailer = mailer
    expect(tries).toBe(1)
  })

  test('goes when the event is withdrawn, and only then is the registration forgotten', async () => {
    const entry = await entryOfRow(pages.deps, n)
    if (entry === undefined) throw new Error('There is no event.')
    await withdraw(pages.deps, pages.editor, entry)
    await forgetInquiries(pages.deps)
    const [letter] = await told()
    expect(letter?.subject).toBe('Annulé\u00a0: Une annonce (event)')
    if (letter === undefined) return
    expect(letter.calendar?.method).toBe('CANCEL')
    expect([lineOf(letter, 'METHOD'), lineOf(letter, 'STATUS')]).toEqual(['CANCEL', 'CANCELLED'])
    expect(lineOf(letter, 'UID')).toBe(lineOf(first, 'UID'))
    expect(await told()).toEqual([])
    await forgetInquiries(pages.deps)
    expect(await pages.deps.db.read.select().from(inquiries)).toEqual([])
  })
})

describe('somebody on the waiting list', () => {
  let called: typeof pages
  let event: number
  beforeEach(async () => {
    called = await openInquiries()
    const { path, n: own } = await open.event(called, { start: '2026-12-04T18:00', capacity: 1 })
    event = own
    await wrote(called, path)
    const { link } = await write(called, path, { ...zoe, email: 'awa@exemple.example', name: 'Awa' })
    expect((await visitor(called).post(link ?? '', { acte: 'attendre' })).status).toBe(303)
    await until('the letter of the line', () => toAwa().length === 2)
  })
  afterEach(() => called.close())

  const toAwa = (): Letter[] => called.deps.letters.filter(({ to }) => to === 'awa@exemple.example')
  const round = async (): Promise<Letter[]> => {
    const before = toAwa().length
    await tellOfChanges(called.deps)
    return toAwa().slice(before)
  }
  const set = (change: Partial<typeof happenings.$inferInsert>) =>
    called.deps.db.write([
      called.deps.db.make.update(happenings).set(change).where(eq(happenings.entryN, event)),
    ])

  test('hears nothing of a date that moves, and once that the event is cancelled, with no date to take out', async () => {
    await set({ start: '2026-12-11T18:00', end: null })
    expect(await round()).toEqual([])
    await set({ status: 'cancelled' })
    const [letter, ...others] = await round()
    expect(others).toEqual([])
    expect(letter?.subject).toBe('Annulé\u00a0: Une annonce (event)')
    expect(letter?.text).toContain('liste d’attente')
    expect(letter?.calendar).toBeUndefined()
    expect(await round()).toEqual([])
    // Whoever has a place gets the other letter, with the date to take out.
    const placed = called.deps.letters.filter(({ subject }) => subject.startsWith('Annulé'))
    expect(placed.map(({ to, calendar }) => [to, calendar?.method])).toEqual(
      expect.arrayContaining([
        [zoe.email, 'CANCEL'],
        ['awa@exemple.example', undefined],
      ]),
    )
  })

  test('is told again when the relay was away, and when it was held after all and cancelled anew', async () => {
    await set({ status: 'cancelled' })
    const { mailer } = called.deps
    called.deps.mailer = () => Promise.reject(new Error('away'))
    await tellOfChanges(called.deps)
    called.deps.mailer = mailer
    expect(await round()).toHaveLength(1)
    await set({ status: 'confirmed' })
    expect(await round()).toEqual([])
    await set({ status: 'cancelled' })
    expect(await round()).toHaveLength(1)
  })

  test('is told before they are forgotten, when the event is withdrawn', async () => {
    const entry = await entryOfRow(called.deps, event)
    if (entry === undefined) throw new Error('There is no event.')
    await withdraw(called.deps, called.editor, entry)
    await forgetInquiries(called.deps)
    expect(await round()).toHaveLength(1)
    await forgetInquiries(called.deps)
    expect(await called.deps.db.read.select().from(inquiries)).toEqual([])
  })
})
