import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inquiries } from '../../db/schema/inquiries.ts'
import { close } from '../../server/entries/commands.ts'
import { forgetInquiries, keptDays } from '../../server/inquiries/forget.ts'
import { forwardWaiting } from '../../server/inquiries/forward.ts'
import { dumpOf } from '../support/dump.ts'
import { pageFaults } from '../support/markup.ts'
import { begun, person, published, received } from '../support/publish.ts'
import { until } from '../support/until.ts'
import { open, openInquiries, visitor, write, wrote, zoe } from './place.ts'

let pages: Awaited<ReturnType<typeof openInquiries>>
beforeEach(async () => {
  pages = await openInquiries()
})
afterEach(() => pages.close())

const rows = () => pages.deps.db.read.select().from(inquiries)
const day = 86_400_000

describe('somebody without an account', () => {
  test.each([
    ['job', 'Postuler'],
    ['resource', 'Écrire par e-mail'],
    ['event', 'S’inscrire'],
  ] as const)(
    'finds on the page of a %s the way to write, and a form that validates',
    async (kind, words) => {
      const { path } = await open[kind](pages)
      expect((await visitor(pages).get(path)).text).toContain(words)
      const form = await visitor(pages).get(`${path}/demande`)
      expect(form.status).toBe(200)
      expect(form.headers.get('cache-control')).toBe('private, no-store')
      expect(await pageFaults(form.text)).toEqual([])
    },
  )

  test('reads their words again behind the link, and only the button sends them', async () => {
    const { path } = await open.job(pages)
    const { answer, link } = await write(pages, path)
    expect([answer.status, answer.location]).toEqual([303, '/demandes/lien-envoye'])
    const opened = await visitor(pages).get(link ?? '')
    expect(opened.text).toContain(zoe.body)
    expect(await pageFaults(opened.text)).toEqual([])
    expect((await rows())[0]?.confirmedAt).toBe(null)
    expect((await visitor(pages).post(link ?? '', { acte: 'envoyer' })).status).toBe(303)
    expect((await visitor(pages).get(link ?? '')).text).toContain('Votre candidature est transmise')
    expect((await rows())[0]?.confirmedAt).toBe(pages.deps.now())
  })

  test('has nothing of what they typed in the letter to an address that nobody has confirmed', async () => {
    const { path } = await open.job(pages)
    await write(pages, path, { ...zoe, name: 'ACHETEZ', body: 'https://piege.example' })
    const [letter] = pages.deps.letters
    expect(letter?.to).toBe(zoe.email)
    expect(`${letter?.subject}${letter?.text}`).not.toMatch(/ACHETEZ|piege/)
  })

  test('is read by the address that the offer gives, which can answer at once, and told so', async () => {
    const { path } = await open.job(pages, { applyEmail: 'emploi@ateliers.example' })
    await wrote(pages, path)
    const [, forwarded, done] = pages.deps.letters
    expect(forwarded).toMatchObject({ to: 'emploi@ateliers.example', replyTo: zoe.email })
    expect(forwarded?.subject).toBe('Nouvelle candidature\u00a0: Une annonce (job)')
    expect(forwarded?.text).toContain(zoe.body)
    expect(forwarded?.text).not.toContain('/demandes')
    expect(done).toMatchObject({ to: zoe.email, subject: 'C’est transmis\u00a0: Une annonce (job)' })
    expect((await rows())[0]?.forwardedAt).toBe(pages.deps.now())
  })

  test('is read by whoever wrote the offer, where it gives no address', async () => {
    const { path } = await open.job(pages, { applyEmail: null, applyText: 'Écrivez-nous.' })
    await wrote(pages, path)
    expect(pages.deps.letters[1]).toMatchObject({ to: pages.editor.email, replyTo: zoe.email })
    expect(pages.deps.letters[1]?.text).toContain(`${path}/demandes`)
  })

  test('has the date of an event for their calendar', async () => {
    const { path, slug } = await open.event(pages)
    await wrote(pages, path, { ...zoe, people: '2' })
    const { calendar } = pages.deps.letters.at(-1) ?? {}
    expect(calendar).toMatchObject({ filename: `${slug}.ics`, method: 'PUBLISH' })
    expect(calendar?.content).toContain('SUMMARY:Une annonce (event)')
  })

  test('takes back what they sent, and their place is free', async () => {
    const { path } = await open.event(pages)
    const link = await wrote(pages, path, { ...zoe, people: '3' })
    expect((await visitor(pages).get(`${path}/demande`)).text).toContain('C’est complet.')
    expect((await visitor(pages).get(path)).text).toContain('C’est complet.')
    expect((await visitor(pages).post(link, { acte: 'retirer' })).location).toBe('/demandes/retiree')
    expect(await rows()).toEqual([])
    expect((await visitor(pages).get(link)).status).toBe(410)
    expect((await visitor(pages).get(`${path}/demande`)).text).toContain('Places restantes\u00a0: 3.')
  })

  test('who writes twice is told of the first, and counts once', async () => {
    const { path } = await open.event(pages)
    await wrote(pages, path)
    const again = await write(pages, path, { ...zoe, body: 'Encore moi' })
    expect(again.answer.location).toBe('/demandes/lien-envoye')
    expect(pages.deps.letters.at(-1)?.subject).toBe('Vous avez déjà écrit\u00a0: Une annonce (event)')
    expect(await rows()).toHaveLength(1)
  })

  test('who presses the button twice has one letter', async () => {
    const { path } = await open.job(pages)
    await write(pages, path)
    expect((await write(pages, path)).link).toBe(null)
    expect(await rows()).toHaveLength(1)
  })

  test('keeps what they typed when a field must be mended', async () => {
    const { path } = await open.job(pages)
    const { answer } = await write(pages, path, {
      name: '',
      email: 'pas une adresse',
      body: 'Mes mots <b>à moi</b>',
    })
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Mes mots &lt;b&gt;à moi&lt;/b&gt;')
    expect(answer.text).toContain('value="pas une adresse"')
    expect(answer.text.match(/field-error/g)).toHaveLength(2)
    expect(pages.deps.letters).toEqual([])
  })

  test('keeps what they typed when the letter cannot leave, and nothing is left behind', async () => {
    const { path } = await open.job(pages)
    const { mailer } = pages.deps
    pages.deps.mailer = () => Promise.reject(new Error('no relay'))
    const { answer } = await write(pages, path)
    expect([answer.status, answer.text.includes(zoe.body)]).toEqual([503, true])
    expect(await rows()).toEqual([])
    pages.deps.mailer = mailer
  })
})

describe('nobody writes here', () => {
  const asked = async (path: string) => {
    const page = await visitor(pages).get(path)
    const { answer, link } = await write(pages, path)
    return [page.text.includes('/demande"'), answer.status, link]
  }

  test('to what is closed', async () => {
    const entry = await published(pages.deps, pages.editor, 'job', {}, { applyUrl: null })
    await close(pages.deps, pages.editor, entry)
    expect(await asked(entry.envelope.path)).toEqual([false, 409, null])
  })

  test('where letters cannot leave', async () => {
    const { path } = await open.job(pages)
    pages.deps.mailer = null
    expect(await asked(path)).toEqual([false, 409, null])
  })

  test('where the offer is answered on a site of its own, or the event asks for no registration', async () => {
    const job = await open.job(pages, { applyEmail: null, applyUrl: 'https://ateliers.example/postuler' })
    expect(await asked(job.path)).toEqual([false, 409, null])
    const event = await open.event(pages, { registration: 'none', registrationEmail: null })
    expect(await asked(event.path)).toEqual([false, 409, null])
  })

  test('to another hub’s offer, nor to a draft', async () => {
    await received(pages.deps, 'job', { title: 'D’ailleurs' })
    const list = await visitor(pages).get('/emplois')
    const [path = ''] = /\/emplois\/d-ailleurs[^"]*/.exec(list.text) ?? []
    expect(path).not.toBe('')
    expect(await asked(path)).toEqual([false, 409, null])
    const draft = await begun(pages.deps, pages.editor, 'job')
    expect((await write(pages, draft.envelope.path)).answer.status).toBe(404)
  })
})

describe('letters and time', () => {
  test('what could not be mailed to those who publish is tried again', async () => {
    const { path } = await open.job(pages)
    const { link } = await write(pages, path)
    const { mailer } = pages.deps
    let refused = 0
    pages.deps.mailer = () => Promise.reject(new Error(`no relay ${(refused += 1)}`))
    await visitor(pages).post(link ?? '', { acte: 'envoyer' })
    await until('two tries', () => refused === 2)
    expect((await rows())[0]?.forwardedAt).toBe(null)
    pages.deps.mailer = mailer
    pages.deps.pass(3_600_000)
    await forwardWaiting(pages.deps)
    expect(pages.deps.letters.at(-1)?.text).toContain(zoe.body)
    expect((await rows())[0]?.forwardedAt).toBe(pages.deps.now())
  })

  test('a link is good for a day; what it would have sent is then forgotten', async () => {
    const { path } = await open.job(pages)
    const { link } = await write(pages, path)
    pages.deps.pass(day + 1)
    expect((await visitor(pages).post(link ?? '', { acte: 'envoyer' })).status).toBe(409)
    await forgetInquiries(pages.deps)
    expect(await rows()).toEqual([])
  })

  test('what was handled, is over or was withdrawn is forgotten whole', async () => {
    const far = new Date(pages.deps.now() + 30 * day).toISOString().slice(0, 10)
    const { path } = await open.job(pages, { deadline: far })
    await wrote(pages, path)
    pages.deps.pass((30 + keptDays) * day)
    await forgetInquiries(pages.deps)
    expect(await rows()).toHaveLength(1)
    pages.deps.pass(2 * day)
    await forgetInquiries(pages.deps)
    expect(Object.values(await dumpOf(pages.deps)).filter((table) => table.includes(zoe.email))).toEqual([])
  })

  test('what it says is in no page for others, no feed and no search', async () => {
    const { path } = await open.job(pages)
    await wrote(pages, path, { ...zoe, body: 'mot-introuvable-ailleurs' })
    const member = await person(pages.deps, 'contributor')
    for (const at of [path, '/emplois', '/emplois.json', '/emplois.csv', '/recherche?q=introuvable', '/'])
      for (const viewer of [undefined, member])
        expect((await pages.as(viewer).get(at)).text, at).not.toMatch(/mot-introuvable-ailleurs|zoe@/)
  })
})
