import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { entryReminders } from '../../db/schema/writing.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { close } from '../../server/entries/commands.ts'
import { entryById } from '../../server/entries/queries.ts'
import { answer, startAgain, stop } from '../../server/reminders/acts.ts'
import { remindAuthors } from '../../server/reminders/remind.ts'
import { linkFor, staleAfter } from '../../server/reminders/terms.ts'
import { pathForLog } from '../../server/web/secret-paths.ts'
import { pathIn } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { openPages, type Pages } from '../web/pages.ts'

const day = 86_400_000
let pages: Pages
let editor: Viewer
beforeEach(async () => {
  pages = await openPages({ mail: true })
  editor = await person(pages.deps, 'editor')
})
afterEach(() => pages.close())

const rows = () => pages.deps.db.read.select().from(entryReminders)
const round = () => remindAuthors(pages.deps)
/** Published today, Monday 23 November 2026. */
const room = (availableUntil: string | null = '2026-12-31', title = 'La salle du quai') =>
  published(pages.deps, editor, 'resource', { title }, { availableUntil })
const fieldsOf = async (id: string) => (await entryById(pages.deps, id))?.fields
const linkIn = (n = 0): string => pathIn(pages.deps.letters[n]?.text ?? '', 'rappels').split('?')[0] ?? ''

describe('what ends within a week', () => {
  test('is said to its author, once', async () => {
    await room()
    await round()
    expect(pages.deps.letters).toEqual([])
    pages.deps.pass(33 * day)
    await round()
    await round()
    expect(pages.deps.letters).toHaveLength(1)
    const [letter] = pages.deps.letters
    expect(letter).toMatchObject({ to: editor.email, subject: 'Bientôt terminé\u00a0: La salle du quai' })
    expect(letter?.text.match(/\?geste=\w+/g)).toEqual([
      '?geste=prolonger',
      '?geste=pourvu',
      '?geste=laisser',
    ])
    expect(letter?.unsubscribe).toContain('/rappels/fin/')
  })

  test('is not said twice if the hub dies while the letter is on its way, and again if no relay takes it', async () => {
    await room()
    pages.deps.pass(33 * day)
    const { mailer } = pages.deps
    pages.deps.mailer = () => Promise.reject(new Error('no relay'))
    await round()
    expect(await rows()).toEqual([])
    let sent = 0
    pages.deps.mailer = () => {
      sent += 1
      return new Promise(() => {})
    }
    void round()
    await until('the letter to be on its way', () => sent > 0)
    pages.deps.mailer = mailer
    await round()
    expect(pages.deps.letters).toEqual([])
    expect(await rows()).toHaveLength(1)
  })

  test('is put off by a month from the letter, by the button and not by the look of a scanner', async () => {
    const { envelope } = await room()
    pages.deps.pass(33 * day)
    await round()
    const link = linkIn()
    expect(pathForLog(link)).toBe('/rappels/…')
    const page = await pages.as().get(`${link}?geste=prolonger`)
    expect(page.status).toBe(200)
    expect(await pageFaults(page.text)).toEqual([])
    expect(await fieldsOf(envelope.id)).toMatchObject({ availableUntil: '2026-12-31' })
    const done = await pages.as().post(link, { geste: 'prolonger' })
    expect(done.text).toContain('prolongée d’un mois')
    expect(await fieldsOf(envelope.id)).toMatchObject({ availableUntil: '2027-01-31' })
    expect(pages.wakes()).toBe(1)
    expect((await pages.as().post(link, { geste: 'prolonger' })).status).toBe(410)
    // It comes near again, and is said again.
    pages.deps.pass(31 * day)
    await round()
    expect(pages.deps.letters).toHaveLength(2)
  })

  test('is closed, or left, as its author answers', async () => {
    const first = await room('2026-12-31', 'Une')
    const second = await room('2026-12-31', 'Deux')
    pages.deps.pass(33 * day)
    await round()
    const closes = pages.deps.letters.findIndex(({ subject }) => subject.endsWith('Une'))
    await pages.as().post(linkIn(closes), { geste: 'pourvu' })
    await pages.as().post(linkIn(1 - closes), { geste: 'laisser' })
    expect((await entryById(pages.deps, first.envelope.id))?.envelope.state).toBe('closed')
    expect(await fieldsOf(second.envelope.id)).toMatchObject({ availableUntil: '2026-12-31' })
  })

  test('is opened by no other key, by no other site, and not for ever', async () => {
    await room()
    pages.deps.pass(33 * day)
    await round()
    const link = linkIn()
    expect((await pages.as().get(`${link.slice(0, -1)}x`)).status).toBe(410)
    expect((await pages.as().post(link, { geste: 'effacer' })).status).toBe(422)
    const foreign = { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }
    expect((await pages.as().post(link, { geste: 'pourvu' }, foreign)).status).toBe(403)
    pages.deps.pass(linkFor)
    expect((await pages.as().get(link)).status).toBe(410)
  })
})

describe('a link that acts in somebody’s name', () => {
  const change = (values: Partial<typeof users.$inferInsert>) =>
    pages.deps.db.write([pages.deps.db.make.update(users).set(values).where(eq(users.id, editor.id))])

  test.each([
    ['their account has another address', { email: 'edith@ailleurs.example' }],
    ['they may not publish any more', { role: 'contributor' }],
    ['their account is closed', { state: 'disabled' }],
  ] as const)('does nothing once %s', async (_, values) => {
    const { envelope } = await room()
    pages.deps.pass(33 * day)
    await round()
    const link = linkIn()
    expect((await pages.as().get(link)).status).toBe(200)
    await change(values)
    expect((await pages.as().get(link)).status).toBe(410)
    expect((await pages.as().post(link, { geste: 'pourvu' })).status).toBe(410)
    expect((await entryById(pages.deps, envelope.id))?.envelope.state).toBe('published')
  })

  test('nor does the one that ends these letters, at the address they had before', async () => {
    await room()
    pages.deps.pass(33 * day)
    await round()
    const end = pathIn(pages.deps.letters[0]?.unsubscribe ?? '', 'rappels/fin')
    await change({ email: 'edith@ailleurs.example' })
    expect((await pages.as().get(end)).status).toBe(410)
    expect((await pages.as().post(end)).status).toBe(410)
  })
})

describe('a letter that could not leave', () => {
  const answering = (response: string) =>
    Object.assign(new Error('refused'), {
      ...{ response, responseCode: Number(response.slice(0, 3)), command: 'RCPT TO' },
    })

  test.each([
    ['is tried again where the mailbox is busy', '450 4.2.1 later', 3],
    ['is given up where nobody is', '550 5.1.1 nobody here', 2],
    ['is tried again where the relay may mean us', '554 relay access denied', 3],
  ])('%s, and the others have their turn', async (_, response, tries) => {
    const other = await person(pages.deps, 'editor')
    await room('2026-12-30')
    await published(pages.deps, other, 'resource', {}, { availableUntil: '2026-12-31' })
    pages.deps.pass(33 * day)
    const asked: string[] = []
    pages.deps.mailer = ({ to }) => {
      asked.push(to)
      return to === editor.email ? Promise.reject(answering(response)) : Promise.resolve()
    }
    await round()
    expect(asked).toEqual([editor.email, other.email])
    await round()
    expect(asked).toHaveLength(tries)
  })

  test('is the last of its round where no letter leaves', async () => {
    await room('2026-12-30')
    await room('2026-12-31', 'Une autre')
    pages.deps.pass(33 * day)
    let tries = 0
    pages.deps.mailer = () => {
      tries += 1
      return Promise.reject(new Error('no relay'))
    }
    await round()
    expect(tries).toBe(1)
    expect(await rows()).toEqual([])
  })
})

describe('an answer', () => {
  test('that comes too late leaves its link as it was', async () => {
    const stale = await room()
    pages.deps.pass(33 * day)
    await round()
    const [reminder] = await rows()
    if (reminder === undefined) throw new Error('Nobody was reminded.')
    await close(pages.deps, editor, stale)
    await expect(answer(pages.deps, editor, { reminder, entry: stale }, 'pourvu')).rejects.toThrow()
    expect((await rows())[0]?.closedAt).toBeNull()
  })
})

describe('what nobody has touched for half a year', () => {
  test('is asked about twice a year, and cannot be put off: it has no last day', async () => {
    await room(null)
    pages.deps.pass(staleAfter)
    await round()
    await round()
    expect(pages.deps.letters.map(({ subject }) => subject)).toEqual([
      'Toujours d’actualité\u00a0? La salle du quai',
    ])
    expect((await pages.as().post(linkIn(), { geste: 'prolonger' })).status).toBe(422)
    await pages.as().post(linkIn(), { geste: 'laisser' })
    pages.deps.pass(staleAfter - day)
    await round()
    expect(pages.deps.letters).toHaveLength(1)
    pages.deps.pass(2 * day)
    await round()
    expect(pages.deps.letters).toHaveLength(2)
  })
})

describe('whoever wants no such letters', () => {
  test('presses once, from anywhere, and may change their mind on our page', async () => {
    await room()
    pages.deps.pass(33 * day)
    await round()
    const end = pathIn(pages.deps.letters[0]?.unsubscribe ?? '', 'rappels/fin')
    const mail = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' }
    expect((await pages.as().post(end, { 'List-Unsubscribe': 'One-Click' }, mail)).status).toBe(200)
    await room('2026-12-31', 'Une autre')
    await published(pages.deps, editor, 'job', { title: 'Un poste' }, { deadline: '2027-01-20' })
    pages.deps.pass(20 * day)
    await round()
    expect(pages.deps.letters).toHaveLength(1)
    expect((await pages.as().get(`${end}x`)).status).toBe(410)
    expect((await pages.as().get(end)).text).toContain('Les recevoir de nouveau')
    await pages.as().post(end, { encore: '1' })
    await round()
    expect(pages.deps.letters).toHaveLength(2)
  })
})

describe('an event that is over', () => {
  /** Over on the fifth of December, at eight in the evening. */
  const meeting = (fields: Record<string, unknown> = {}, title = 'Fête du bois') =>
    published(
      pages.deps,
      editor,
      'event',
      { title },
      { start: '2026-12-05T18:00', end: '2026-12-05T20:00', ...fields },
    )
  const minutes = (minutesOf: string) =>
    published(pages.deps, editor, 'news', { title: 'Ce qui s’est dit' }, { minutesOf })
  const subjects = () => pages.deps.letters.map(({ subject }) => subject)
  const asked = 'Un compte rendu\u00a0? Fête du bois'

  test('is asked about two days later, once, with the way to the form that names it', async () => {
    const { envelope } = await meeting()
    pages.deps.pass(13 * day)
    await round()
    expect(subjects()).toEqual([])
    pages.deps.pass(2 * day)
    await round()
    await round()
    pages.deps.pass(20 * day)
    await round()
    expect(subjects()).toEqual([asked])
    const [letter] = pages.deps.letters
    expect(letter?.to).toBe(editor.email)
    const write = pathIn(letter?.text ?? '', 'actualites')
    expect(write).toContain(`minutesOf=${envelope.id}`)
    const form = await pages.as(editor).get(write)
    expect(form.status).toBe(200)
    expect(form.text).toContain(`value="/agenda/${envelope.id}"`)
    expect(letter?.text.match(/\?geste=\w+/g)).toEqual(['?geste=sans'])
    expect(letter?.unsubscribe).toContain('/rappels/fin/')
  })

  test('is not asked about where minutes are written or begun, of it or of a debate of it', async () => {
    const forum = await meeting()
    const { envelope: debate } = await meeting({ partOf: forum.envelope.id }, 'Un débat')
    const { envelope } = await meeting({}, 'Une réunion')
    await minutes(debate.id)
    await drafted(pages.deps, editor, 'news', {}, { minutesOf: envelope.id })
    pages.deps.pass(16 * day)
    await round()
    expect(subjects()).toEqual([])
  })

  test('is asked about where others are cancelled or long past, and of a forum once for all its debates', async () => {
    await meeting({ status: 'cancelled' }, 'Annulée')
    await meeting({ start: '2026-10-01T18:00', end: '2026-10-01T20:00' }, 'Ancienne')
    const forum = await meeting()
    for (const debate of ['Un débat', 'Un autre']) await meeting({ partOf: forum.envelope.id }, debate)
    pages.deps.pass(16 * day)
    await round()
    expect(subjects()).toEqual([asked])
  })

  test('is not asked about where its author wants no such letters, nor long after', async () => {
    await meeting()
    await stop(pages.deps, editor.id)
    pages.deps.pass(16 * day)
    await round()
    expect(subjects()).toEqual([])
    await startAgain(pages.deps, editor.id)
    pages.deps.pass(30 * day)
    await round()
    expect(subjects()).toEqual([])
  })

  test('has no minutes when its author says so, by one button: its page asks for none any more', async () => {
    const { envelope } = await meeting()
    pages.deps.pass(16 * day)
    const page = async () => (await pages.as(editor).get(envelope.path)).text
    expect(await page()).toContain(`minutesOf=${envelope.id}`)
    expect((await pages.as().get(envelope.path)).text).not.toContain('minutesOf')
    await round()
    expect(await page()).toContain(`minutesOf=${envelope.id}`)
    const shown = await pages.as().get(`${linkIn()}?geste=sans`)
    expect(shown.text).toContain('Y aura-t-il un compte rendu')
    expect(await pageFaults(shown.text)).toEqual([])
    expect((await pages.as().post(linkIn(), { geste: 'pourvu' })).status).toBe(422)
    pages.deps.pass(1000)
    expect((await pages.as().post(linkIn(), { geste: 'sans' })).text).toContain(
      'Il n’y aura pas de compte rendu',
    )
    expect(await page()).not.toContain('minutesOf')
    expect((await pages.as().get(linkIn())).status).toBe(410)
    expect((await entryById(pages.deps, envelope.id))?.envelope.state).toBe('published')
  })

  test('is asked about no more by a letter whose minutes were written meanwhile', async () => {
    const { envelope } = await meeting()
    pages.deps.pass(16 * day)
    await round()
    await minutes(envelope.id)
    expect((await pages.as().get(linkIn())).status).toBe(410)
  })
})
