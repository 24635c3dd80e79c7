import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inquiries } from '../../db/schema/inquiries.ts'
import { close } from '../../server/entries/commands.ts'
import { mostUnconfirmed } from '../../server/inquiries/commands.ts'
import { published } from '../support/publish.ts'
import { open, openInquiries, visitor, write, wrote, zoe } from '../inquiries/place.ts'
import { carriesSecret, pathForLog } from '../../server/web/secret-paths.ts'

// Anybody may write, under any address: what that must never become.

let pages: Awaited<ReturnType<typeof openInquiries>>
beforeEach(async () => {
  pages = await openInquiries()
})
afterEach(() => pages.close())

const rows = () => pages.deps.db.read.select().from(inquiries)
const as = (n: number) => ({ ...zoe, email: `p${n}@exemple.example` })

describe('the form that anybody can send', () => {
  test('does not fill a stranger’s mailbox: three letters an hour to one address, from wherever', async () => {
    const { path } = await open.job(pages)
    const answers = []
    for (let n = 0; n < 6; n += 1)
      answers.push((await write(pages, path, { ...zoe, body: `mot ${n}` })).answer.status)
    expect(answers).toEqual([303, 303, 303, 429, 429, 429])
    expect(pages.deps.letters).toHaveLength(3)
  })

  test('does not let one machine write to everybody: twenty letters an hour', async () => {
    const { path } = await open.job(pages)
    const one = pages.as(undefined, '203.0.113.251')
    const statuses = []
    for (let n = 0; n < 25; n += 1) statuses.push((await one.post(`${path}/demande`, as(n))).status)
    expect(statuses.filter((status) => status === 303)).toHaveLength(20)
    expect(pages.deps.letters).toHaveLength(20)
  })

  test('does not fill the disk: so many wait of one entry, and the text of whoever comes next is kept', async () => {
    const { path, n: entryN } = await open.job(pages)
    const { db, newId, now } = pages.deps
    await db.write(
      Array.from({ length: mostUnconfirmed }, (_, n) =>
        db.make.insert(inquiries).values({ ...as(n), id: newId(), entryN, locale: 'fr', createdAt: now() }),
      ),
    )
    const { answer, link } = await write(pages, path)
    expect([answer.status, answer.text.includes(zoe.body), link]).toEqual([429, true, null])
  })

  test('answers alike whether this address has written before or not', async () => {
    const { path } = await open.job(pages)
    const first = await write(pages, path)
    await visitor(pages).post(first.link ?? '', { acte: 'envoyer' })
    const second = await write(pages, path, { ...zoe, body: 'autre chose' })
    for (const part of ['status', 'location', 'text'] as const)
      expect(second.answer[part]).toBe(first.answer[part])
  })

  test('takes no second header from a name or an address', async () => {
    const { path } = await open.job(pages)
    const name = await write(pages, path, { ...zoe, name: 'Zoé\r\nBcc: tous@exemple.example' })
    expect(name.answer.status).toBe(303)
    expect((await rows())[0]?.name).toBe('Zoé Bcc: tous@exemple.example')
    for (const email of [
      'a@exemple.example\r\nBcc: b@exemple.example',
      'a@exemple.example, b@exemple.example',
      '"a b"@exemple.example',
    ])
      expect((await write(pages, path, { ...zoe, email })).answer.status, email).not.toBe(500)
    expect(pages.deps.letters.map(({ to }) => to).filter((to) => /[\s,"]/.test(to))).toEqual([])
  })

  test('is refused with its text kept when it is too long, and unread when it is endless', async () => {
    const { path } = await open.job(pages)
    const long = await write(pages, path, { ...zoe, body: 'x'.repeat(6_000) })
    expect([long.answer.status, long.answer.text.includes('x'.repeat(6_000))]).toEqual([422, true])
    expect((await write(pages, path, { ...zoe, body: 'x'.repeat(1_000_000) })).answer.status).toBe(413)
  })

  test('tells a machine that fills every field what it tells people, and does nothing', async () => {
    const { path } = await open.job(pages)
    const { answer, link } = await write(pages, path, { ...zoe, site: 'https://piege.example' })
    expect([answer.status, answer.location, link]).toEqual([303, '/demandes/lien-envoye', null])
    expect(await rows()).toEqual([])
  })

  test('is not sent from another site', async () => {
    const { path } = await open.job(pages)
    const answer = await visitor(pages).post(`${path}/demande`, zoe, { origin: 'https://piege.example' })
    expect([answer.status, (await rows()).length]).toEqual([403, 0])
  })

  test('shows markup as it was typed, to its writer and to those who publish', async () => {
    const { path } = await open.job(pages)
    const link = await wrote(pages, path, { ...zoe, name: '<img src=x>', body: '<script>alert(1)</script>' })
    for (const text of [
      (await visitor(pages).get(link)).text,
      (await pages.as(pages.editor).get(`${path}/demandes`)).text,
    ]) {
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(text).not.toMatch(/<script>alert|<img src=x/)
    }
  })
})

describe('the link of the letter', () => {
  test('opens for nobody who guesses: another’s key, none, or a number close by', async () => {
    const { path } = await open.job(pages)
    const one = await write(pages, path, as(1))
    const two = await write(pages, path, as(2))
    const [, , id = '', key = ''] = (one.link ?? '').split('/')
    const other = (two.link ?? '').split('/')[3] ?? ''
    for (const wrong of [other, `${key}x`, key.slice(1), key.toUpperCase(), 'x', '%00'])
      for (const answer of [
        await visitor(pages).get(`/demandes/${id}/${wrong}`),
        await visitor(pages).post(`/demandes/${id}/${wrong}`, { acte: 'envoyer' }),
      ])
        expect([answer.status, answer.text.includes(zoe.name)], wrong).toEqual([410, false])
    expect((await rows()).filter(({ confirmedAt }) => confirmedAt !== null)).toEqual([])
  })

  test('cannot be made from what the database holds', async () => {
    const { path } = await open.job(pages)
    const { link } = await write(pages, path)
    const key = (link ?? '').split('/')[3] ?? ''
    const { rows: tables } = await pages.deps.db.query('SELECT * FROM inquiries')
    expect(key.length).toBeGreaterThan(40)
    expect(JSON.stringify(tables)).not.toContain(key)
  })

  test('sends nothing once the offer is closed, and nothing twice', async () => {
    const entry = await published(pages.deps, pages.editor, 'job', {}, { applyUrl: null })
    const { link } = await write(pages, entry.envelope.path)
    const again = await write(pages, entry.envelope.path, { ...zoe, body: 'autre chose' })
    expect((await visitor(pages).post(link ?? '', { acte: 'envoyer' })).status).toBe(303)
    expect((await visitor(pages).post(again.link ?? '', { acte: 'envoyer' })).status).toBe(409)
    const late = await write(pages, entry.envelope.path, as(3))
    await close(pages.deps, pages.editor, entry)
    expect((await visitor(pages).post(late.link ?? '', { acte: 'envoyer' })).status).toBe(409)
    expect((await rows()).filter(({ confirmedAt }) => confirmedAt !== null)).toHaveLength(1)
  })

  test('gives the last places to as many as there are, of twenty who press at once', async () => {
    const { path } = await open.event(pages, { capacity: 7 })
    const links = []
    for (let n = 0; n < 20; n += 1)
      links.push((await write(pages, path, { ...as(n), people: '2' })).link ?? '')
    const answers = await Promise.all(links.map((link) => visitor(pages).post(link, { acte: 'envoyer' })))
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(17)
  })

  test('is left out of the log', () => {
    expect(pathForLog('/demandes/0193/abc')).toBe('/demandes/…')
    expect(carriesSecret('/demandes/0193/abc')).toBe(true)
  })
})
