import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { checks } from '../../db/schema/checks.ts'
import { events } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { askAround } from '../../server/checks/ask.ts'
import { linkFor } from '../../server/checks/terms.ts'
import type { Letter } from '../../server/deps.ts'
import { close } from '../../server/entries/commands.ts'
import type { WholeEntry } from '../../server/entries/whole.ts'
import { entryById } from '../../server/entries/queries.ts'
import { pathForLog } from '../../server/web/secret-paths.ts'
import { pathIn } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
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

const rows = () => pages.deps.db.read.select().from(checks)
const round = () => askAround(pages.deps)
/** Asked about today, which is 23 November 2026. */
const due = (fields: Record<string, unknown> = {}) =>
  published(
    pages.deps,
    editor,
    'proposal',
    { title: 'Un pour cent' },
    { status: 'asked', evidence: [], nextCheck: '2026-11-23', ...fields },
  )
const dueCommitment = (fields: Record<string, unknown> = {}) =>
  published(
    pages.deps,
    editor,
    'commitment',
    { title: 'Mille heures' },
    { subject: 'measure', unit: 'count', measures: [], nextCheck: '2026-11-23', ...fields },
  )
const linkIn = (letter: Letter | undefined): string =>
  pathIn(letter?.text ?? '', 'verifications').split('?')[0] ?? ''
const visitor = () => pages.as()
const fieldsOf = async ({ envelope }: WholeEntry) => (await entryById(pages.deps, envelope.id))?.fields

describe('on its day', () => {
  test('one letter with one question goes to one person, and no second one', async () => {
    await due()
    await due({ nextCheck: '2026-11-24' })
    await due({ nextCheck: null })
    await round()
    await round()
    expect(pages.deps.letters).toHaveLength(1)
    const [letter] = pages.deps.letters
    expect(letter?.to).toBe(editor.email)
    expect(letter?.subject).toBe('Où en est cette proposition\u00a0? Un pour cent')
    expect(letter?.text.match(/\?reponse=\w+/g)).toEqual(
      ['asked', 'answered', 'accepted', 'refused', 'done', 'unsure'].map((one) => `?reponse=${one}`),
    )
    expect(await rows()).toHaveLength(1)
  })

  test('a letter that no relay takes is tried again, and one that may have left is not', async () => {
    await due()
    const { mailer } = pages.deps
    pages.deps.mailer = () => Promise.reject(new Error('no relay'))
    await round()
    expect(await rows()).toEqual([])
    // Killed between the row and the relay: whatever happened, nobody is asked twice.
    let sent = 0
    pages.deps.mailer = () => {
      sent += 1
      return new Promise(() => {})
    }
    void round()
    await until('the letter to be on its way', () => sent > 0)
    expect(await rows()).toHaveLength(1)
    pages.deps.mailer = mailer
    await round()
    expect(pages.deps.letters).toEqual([])
    pages.deps.pass(14 * day)
    await round()
    expect(pages.deps.letters.map(({ subject }) => subject)).toEqual([
      'Rappel, le seul\u00a0: où en est-on\u00a0? Un pour cent',
    ])
  })

  test('two rounds at the same moment ask once', async () => {
    await due()
    await Promise.all([round(), round(), round()])
    expect(pages.deps.letters).toHaveLength(1)
  })

  test('it is whoever publishes it who is asked: its author, else an editor of the hub', async () => {
    const contributor = await person(pages.deps, 'contributor')
    const entry = await due()
    await pages.deps.db.write([
      { sql: 'UPDATE entries SET author_id = ? WHERE id = ?', args: [contributor.id, entry.envelope.id] },
    ])
    await round()
    expect(pages.deps.letters.map(({ to }) => to)).toEqual([editor.email])
  })

  test('without mail it waits on the desk of those who publish, and is answered there', async () => {
    pages.deps.mailer = null
    const entry = await due()
    await round()
    expect(await rows()).toEqual([])
    expect((await pages.as(editor).get('/brouillons')).text).toContain('1\u00a0page à vérifier')
    const list = await pages.as(editor).get('/verifications')
    expect(await pageFaults(list.text)).toEqual([])
    expect(list.text).toContain('Un pour cent')
    expect(list.text).not.toContain('Envoyer la question')
    const form = `${entry.envelope.path}/verification`
    expect((await pages.as(editor).get(form)).status).toBe(200)
    expect((await pages.as(editor).post(form, { answer: 'accepted', what: 'Voté.' })).status).toBe(303)
    expect(await fieldsOf(entry)).toMatchObject({ status: 'accepted', nextCheck: '2027-05-23' })
    expect((await pages.as(editor).get('/verifications')).text).toContain('Rien à vérifier')
  })
})

describe('an answer', () => {
  const asked = async (): Promise<{ entry: WholeEntry; link: string }> => {
    const entry = await due()
    await round()
    return { entry, link: linkIn(pages.deps.letters.at(-1)) }
  }

  test('is shown by the link of the letter and sent by the button: opening changes nothing', async () => {
    const { entry, link } = await asked()
    const before = [await rows(), await fieldsOf(entry), await pages.deps.db.read.$count(events)]
    const opened = await visitor().get(`${link}?reponse=accepted`)
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(await pageFaults(opened.text)).toEqual([])
    expect(opened.text).toMatch(/value="accepted"[^>]*checked|checked[^>]*value="accepted"/)
    await visitor().get(`${link}?reponse=%3Cscript%3E`)
    expect([await rows(), await fieldsOf(entry), await pages.deps.db.read.$count(events)]).toEqual(before)
    const sent = await visitor().post(link, {
      answer: 'accepted',
      what: 'Délibération votée.',
      url: 'https://conseil.example/deliberation',
    })
    expect([sent.status, sent.location]).toEqual([303, entry.envelope.path])
    expect(await fieldsOf(entry)).toMatchObject({
      status: 'accepted',
      nextCheck: '2027-05-23',
      evidence: [
        {
          day: '2026-11-23',
          what: 'Délibération votée.',
          by: 'Le hub d’essai',
          url: 'https://conseil.example/deliberation',
        },
      ],
    })
    const page = (await visitor().get(entry.envelope.path)).text
    expect(page).toContain('Délibération votée.')
    expect(page).toContain('23 novembre 2026')
    expect(await pageFaults(page)).toEqual([])
    expect((await rows())[0]?.closedAt).toBe(pages.deps.now())
  })

  test('is given once: not again by the same link, nor by two at the same moment', async () => {
    const { entry, link } = await asked()
    const answers = await Promise.all(
      ['accepted', 'refused', 'done'].map((answer) => visitor().post(link, { answer })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409, 409])
    expect((await visitor().get(link)).status).toBe(410)
    expect((await visitor().post(link, { answer: 'refused' })).status).toBe(410)
    expect((await fieldsOf(entry))?.['evidence']).toHaveLength(1)
  })

  test('that nobody knows moves the day and nothing else', async () => {
    const { entry, link } = await asked()
    await visitor().post(link, { answer: 'unsure', next: '2027-01-15' })
    expect(await fieldsOf(entry)).toMatchObject({ status: 'asked', evidence: [], nextCheck: '2027-01-15' })
  })

  test('that is wrong comes back with what was typed', async () => {
    const { entry, link } = await asked()
    for (const sent of [
      { answer: '' },
      { answer: 'measured' },
      { answer: 'accepted', url: 'javascript:alert(1)' },
      { answer: 'accepted', next: '2026-11-23' },
      { answer: 'accepted', next: '9999-12-31' },
      { answer: 'accepted', what: 'x'.repeat(501) },
    ]) {
      const back = await visitor().post(link, { what: 'Mes mots', ...sent })
      expect(back.status, JSON.stringify(sent)).toBe(422)
      expect(back.text).toContain(sent.what ?? 'Mes mots')
    }
    expect(await fieldsOf(entry)).toMatchObject({ status: 'asked', evidence: [] })
  })

  test('is a number with its source, of a commitment; without one it is refused', async () => {
    const entry = await dueCommitment()
    await round()
    const link = linkIn(pages.deps.letters.at(-1))
    expect(pages.deps.letters.at(-1)?.text).toContain('?reponse=measured')
    for (const wrong of [
      { value: '12' },
      { value: '', source: 'Relevé' },
      { value: 'NaN', source: 'Relevé' },
      { value: 'Infinity', source: 'Relevé' },
      { value: '1e300', source: 'Relevé' },
      { value: '12', source: 'Relevé', day: '2026-11-24' },
      { value: '12', source: 'Relevé', day: '9999-12-31' },
    ])
      expect((await visitor().post(link, { answer: 'measured', ...wrong })).status).toBe(422)
    expect((await fieldsOf(entry))?.['measures']).toEqual([])
    const told = { answer: 'measured', value: '-12,5', source: 'Relevé', day: '2026-11-01' }
    expect((await visitor().post(link, told)).status).toBe(303)
    expect((await fieldsOf(entry))?.['measures']).toEqual([
      { day: '2026-11-01', value: -12.5, source: 'Relevé', url: null, note: null },
    ])
  })
})

describe('the link of the letter', () => {
  const asked = async (): Promise<{ entry: WholeEntry; link: string }> => {
    const entry = await due()
    await round()
    return { entry, link: linkIn(pages.deps.letters.at(-1)) }
  }
  const isSpent = async (link: string): Promise<void> => {
    expect((await visitor().get(link)).status, link).toBe(410)
    expect((await visitor().post(link, { answer: 'done' })).status, link).toBe(410)
  }

  test('opens for nobody who guesses', async () => {
    const { link } = await asked()
    await due({})
    await round()
    const other = linkIn(pages.deps.letters.at(-1))
    const [, , id = '', key = ''] = link.split('/')
    const [, , id2 = '', key2 = ''] = other.split('/')
    expect(key.length).toBeGreaterThan(40)
    for (const [one, two] of [
      [id, key2],
      [id2, key],
      [id, `${key}x`],
      [id, key.slice(1)],
      ['x', key],
      [id, '%00'],
    ])
      await isSpent(`/verifications/${one}/${two}`)
    expect(JSON.stringify((await pages.deps.db.query('SELECT * FROM checks')).rows)).not.toContain(key)
    expect(pathForLog(link)).toBe('/verifications/…')
  })

  test('opens nothing once whom it asks has another address: the mailbox may be somebody else’s now', async () => {
    const { link } = await asked()
    const { db } = pages.deps
    await db.write([
      db.make.update(users).set({ email: 'edith@ailleurs.example' }).where(eq(users.id, editor.id)),
    ])
    await isSpent(link)
  })

  test('is over after its days, once the page is closed, or its day put off', async () => {
    const first = await asked()
    pages.deps.pass(linkFor + 1)
    await isSpent(first.link)
    const second = await asked()
    await close(pages.deps, editor, second.entry)
    await isSpent(second.link)
    const third = await asked()
    await pages.deps.db.write([
      {
        sql: "UPDATE proposals SET next_check = '2029-01-01' WHERE entry_n = ?",
        args: [third.entry.envelope.n],
      },
    ])
    await round()
    await isSpent(third.link)
  })

  test('is over for whoever may no longer say it, and somebody else is asked', async () => {
    const { entry, link } = await asked()
    await pages.deps.db.write([
      pages.deps.db.make.update(users).set({ role: 'member' }).where(eq(users.id, editor.id)),
    ])
    await isSpent(link)
    const next = await person(pages.deps, 'admin')
    pages.deps.pass(14 * day)
    await round()
    await round()
    expect(pages.deps.letters.map(({ to }) => to)).toEqual([editor.email, next.email])
    await pages.deps.db.write([pages.deps.db.make.delete(users).where(eq(users.id, next.id))])
    expect(await rows()).toEqual([])
    expect((await fieldsOf(entry))?.['status']).toBe('asked')
  })

  test('of another’s page is not for others: neither the form nor the button', async () => {
    const { entry } = await asked()
    const form = `${entry.envelope.path}/verification`
    const member = await person(pages.deps, 'contributor')
    expect((await pages.as(member).get(form)).status).toBe(403)
    expect((await pages.as(member).post(form, { answer: 'done' })).status).toBe(403)
    expect((await pages.as(member).post(`${form}/demander`, {})).status).toBe(403)
    expect((await visitor().post(form, { answer: 'done' })).status).not.toBe(303)
    expect((await pages.as(member).get('/verifications')).text).toContain('Rien à vérifier')
  })
})

describe('without an answer', () => {
  test('one reminder comes, the page says since when, and a year later it is asked again', async () => {
    const entry = await due()
    const page = async () => (await visitor().get(entry.envelope.path)).text
    await round()
    expect(await page()).toContain('n’a pas encore de réponse')
    pages.deps.pass(13 * day)
    await round()
    expect(pages.deps.letters).toHaveLength(1)
    pages.deps.pass(day)
    await round()
    await round()
    expect(pages.deps.letters).toHaveLength(2)
    expect(linkIn(pages.deps.letters[1])).toBe(linkIn(pages.deps.letters[0]))
    expect(await page()).toContain('Sans réponse depuis le 23 novembre 2026.')
    pages.deps.pass(340 * day)
    await round()
    expect(pages.deps.letters).toHaveLength(2)
    pages.deps.pass(12 * day)
    await round()
    expect(pages.deps.letters).toHaveLength(3)
    expect(await page()).toContain('Sans réponse depuis le 23 novembre 2026.')
    await visitor().post(linkIn(pages.deps.letters[2]), { answer: 'asked' })
    expect(await page()).not.toContain('Sans réponse')
    pages.deps.pass(370 * day)
    await round()
    expect((await rows()).filter(({ closedAt }) => closedAt !== null)).toEqual([])
  })

  test('an editor can have it asked now, once', async () => {
    const entry = await due()
    const now = `${entry.envelope.path}/verification/demander`
    expect((await pages.as(editor).get('/verifications')).text).toContain('Envoyer la question par e-mail')
    expect((await pages.as(editor).post(now, {})).location).toBe('/verifications')
    await pages.as(editor).post(now, {})
    expect(pages.deps.letters).toHaveLength(1)
    const later = await due({ nextCheck: '2027-01-01' })
    expect((await pages.as(editor).post(`${later.envelope.path}/verification/demander`, {})).status).toBe(409)
  })
})
