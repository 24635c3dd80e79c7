import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { forgetAlerts } from '../../server/alerts/forget.ts'
import { sendDigests } from '../../server/alerts/digest.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { ask, day, openAlerts, rows, told, visitor, zoe, type Place } from './place.ts'

let pages: Place
beforeEach(async () => {
  pages = await openAlerts()
})
afterEach(() => pages.close())

describe('somebody without an account', () => {
  test('finds under each list the way to be told of it, with the filters as they stand', async () => {
    const { form, link } = await ask(pages, '/emplois?q=menuisier&place=92036&contract=cdi&tag=Bois')
    expect(form.status).toBe(200)
    expect(form.text).toContain('Gennevilliers (92)')
    expect(await pageFaults(form.text)).toEqual([])
    expect(link).toMatch(/^\/alertes\//)
    expect(await rows(pages)).toMatchObject([
      { kind: 'job', query: 'q=menuisier&tag=bois&place=92036&contract=cdi', email: zoe, confirmedAt: null },
    ])
  })

  test.each([
    '/recherche?q=bois',
    '/etiquettes/bois',
    '/annuaire?family=association',
    '/emplois?origin=network',
  ])('finds it under %s too', async (list) => {
    await published(pages.deps, pages.editor, 'news', { tags: ['bois'] })
    expect((await ask(pages, list)).link).toMatch(/^\/alertes\//)
  })

  test('confirms behind the link of the letter, and looking alone confirms nothing', async () => {
    const { answer, link } = await ask(pages, '/emplois')
    expect([answer.status, answer.location]).toEqual([303, '/alertes/lien-envoye'])
    const opened = await visitor(pages).get(link ?? '')
    expect(opened.headers.get('cache-control')).toBe('private, no-store')
    expect(await pageFaults(opened.text)).toEqual([])
    expect((await rows(pages))[0]?.confirmedAt).toBe(null)
    expect((await visitor(pages).post(link ?? '', { acte: 'confirmer' })).status).toBe(303)
    const after = await visitor(pages).get(link ?? '')
    expect(after.text).toContain('Votre alerte')
    expect(await pageFaults(after.text)).toEqual([])
    expect((await rows(pages))[0]?.confirmedAt).toBe(pages.deps.now())
  })

  test('changes how often it comes, and ends it, without a word to anybody', async () => {
    const link = await told(pages, '/emplois', { rhythm: 'daily' })
    await visitor(pages).post(link, { acte: 'rythme', rhythm: 'weekly' })
    expect(await rows(pages)).toMatchObject([{ rhythm: 'weekly', dueAt: pages.deps.now() + 7 * day }])
    expect((await visitor(pages).post(link, { acte: 'arreter' })).location).toBe('/alertes/terminee')
    expect(await rows(pages)).toEqual([])
    expect((await visitor(pages).get(link)).status).toBe(410)
    expect(pages.deps.letters).toHaveLength(1)
  })

  test('who asks again is told of what they have, and has one alert', async () => {
    await told(pages, '/emplois?place=92')
    const again = await ask(pages, '/emplois?place=92')
    expect(again.answer.location).toBe('/alertes/lien-envoye')
    expect(pages.deps.letters.at(-1)?.subject).toContain('Vous avez déjà cette alerte')
    expect(await rows(pages)).toHaveLength(1)
    // Pressed twice before it is confirmed, it is asked for once.
    await ask(pages, '/agenda', { email: 'lou@exemple.example' })
    expect((await ask(pages, '/agenda', { email: 'lou@exemple.example' })).link).toBe(null)
  })

  test('has what they typed and what to mend, all at once', async () => {
    const { form } = await ask(pages, '/emplois?place=92')
    const wrong = { ...formIn(form, '/alertes/nouvelle'), email: 'pas une adresse', rhythm: 'hourly' }
    const answer = await visitor(pages).post('/alertes/nouvelle', wrong)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('value="pas une adresse"')
    expect(answer.text.match(/field-error/g)).toHaveLength(2)
    expect(answer.text).toContain('Hauts-de-Seine (92)')
  })

  test('is told when the letter cannot leave, and nothing is left behind', async () => {
    pages.deps.mailer = () => Promise.reject(new Error('no relay'))
    const { answer } = await ask(pages, '/emplois')
    expect([answer.status, answer.text.includes(zoe)]).toEqual([503, true])
    expect(await rows(pages)).toEqual([])
  })

  test('finds the feed alone where the hub sends no letters', async () => {
    pages.deps.mailer = null
    const list = await visitor(pages).get('/annuaire?family=association')
    expect(list.text).not.toContain('/alertes/')
    expect(list.text).toContain('/annuaire.atom?family=association')
    const form = await visitor(pages).get('/alertes/nouvelle?kind=organisation&family=association')
    expect([form.status, form.text.includes('/annuaire.atom?family=association')]).toEqual([409, true])
    expect((await visitor(pages).post('/alertes/nouvelle', { liste: 'job', email: zoe })).status).toBe(409)
  })
})

describe('a member', () => {
  test('needs no letter to confirm, sees their alerts under their account, and ends them there', async () => {
    const member = await person(pages.deps, 'member')
    const browser = pages.as(member)
    const form = await browser.get('/alertes/nouvelle?kind=event&place=92')
    expect(form.text).toContain(member.email)
    expect(await pageFaults(form.text)).toEqual([])
    const sent = { ...formIn(form, '/alertes/nouvelle'), rhythm: 'weekly' }
    expect((await browser.post('/alertes/nouvelle', sent)).location).toBe('/compte/alertes')
    expect((await browser.post('/alertes/nouvelle', { ...sent, rhythm: 'daily' })).status).toBe(303)
    expect(await rows(pages)).toMatchObject([{ userId: member.id, email: null, rhythm: 'daily' }])
    expect(pages.deps.letters).toEqual([])
    const mine = await browser.get('/compte/alertes')
    expect(mine.text).toContain('Hauts-de-Seine (92)')
    expect(await pageFaults(mine.text)).toEqual([])
    const [alert] = await rows(pages)
    const other = pages.as(await person(pages.deps, 'admin'))
    expect((await other.get('/compte/alertes')).text).not.toContain('Hauts-de-Seine')
    expect((await other.post(`/compte/alertes/${alert?.id}`, { acte: 'arreter' })).status).toBe(404)
    expect((await browser.post(`/compte/alertes/${alert?.id}`, { acte: 'arreter' })).status).toBe(303)
    expect(await rows(pages)).toEqual([])
  })

  test('sees there what their address asked for before they had an account', async () => {
    const member = await person(pages.deps, 'member')
    await told(pages, '/emplois', { email: member.email })
    const mine = await pages.as(member).get('/compte/alertes')
    expect(mine.text.match(/<article/g)).toHaveLength(1)
  })
})

describe('a search that a member keeps', () => {
  test('has the name they give it, needs no letter, and is opened, renamed and erased from their list', async () => {
    const member = await person(pages.deps, 'member')
    const browser = pages.as(member)
    const list = await browser.get('/emplois?place=92036&around=1')
    expect(list.text).toContain('Garder cette recherche')
    const form = await browser.get('/alertes/nouvelle?kind=job&place=92036&around=1')
    expect(form.text).toContain('Gennevilliers (92) et ses voisines (Boucle Nord de Seine)')
    const sent = { ...formIn(form, '/alertes/nouvelle'), name: 'Près de chez moi', rhythm: 'none' }
    expect((await browser.post('/alertes/nouvelle', sent)).location).toBe('/compte/alertes')
    expect(await rows(pages)).toMatchObject([
      { name: 'Près de chez moi', rhythm: 'none', query: 'place=92036&around=1' },
    ])
    const mine = await browser.get('/compte/alertes')
    expect(mine.text).toContain('<a href="/emplois?place=92036&amp;around=1">Près de chez moi</a>')
    expect(await pageFaults(mine.text)).toEqual([])
    const [kept] = await rows(pages)
    const path = `/compte/alertes/${kept?.id}`
    await browser.post(path, { acte: 'rythme', rhythm: 'none', name: '<b>Ici</b>' })
    expect((await browser.get('/compte/alertes')).text).toContain('&lt;b&gt;Ici&lt;/b&gt;')
    expect((await browser.post(path, { acte: 'rythme', rhythm: 'none', name: 'x'.repeat(200) })).status).toBe(
      422,
    )
    expect((await browser.post(path, { acte: 'arreter' })).status).toBe(303)
    expect(await rows(pages)).toEqual([])
  })

  test('is told of from the day on which they want letters, and of nothing before', async () => {
    const member = await person(pages.deps, 'member')
    const browser = pages.as(member)
    const form = await browser.get('/alertes/nouvelle?kind=job')
    await browser.post('/alertes/nouvelle', { ...formIn(form, '/alertes/nouvelle'), rhythm: 'none' })
    await published(pages.deps, pages.editor, 'job', { title: 'Avant' })
    pages.deps.pass(40 * day)
    await sendDigests(pages.deps)
    expect(pages.deps.letters).toEqual([])
    const [kept] = await rows(pages)
    await browser.post(`/compte/alertes/${kept?.id}`, { acte: 'rythme', rhythm: 'daily' })
    pages.deps.pass(60_001)
    await published(pages.deps, pages.editor, 'job', { title: 'Après', place: '92036' }, { deadline: null })
    pages.deps.pass(day + 60_001)
    await sendDigests(pages.deps)
    expect(pages.deps.letters).toHaveLength(1)
    expect(pages.deps.letters[0]?.text).toContain('Après')
    expect(pages.deps.letters[0]?.text).not.toContain('Avant')
  })

  test('is kept where the hub sends no letters, and is nothing that a visitor could ask for', async () => {
    const member = await person(pages.deps, 'member')
    pages.deps.mailer = null
    const browser = pages.as(member)
    const form = await browser.get('/alertes/nouvelle?kind=event')
    expect(form.text).not.toContain('name="rhythm"')
    await browser.post('/alertes/nouvelle', formIn(form, '/alertes/nouvelle'))
    expect(await rows(pages)).toMatchObject([{ rhythm: 'none', name: '' }])
    expect(await pageFaults((await browser.get('/compte/alertes')).text)).toEqual([])
    pages.deps.mailer = () => Promise.resolve()
    const asked = await visitor(pages).get('/alertes/nouvelle?kind=event')
    const sent = { ...formIn(asked, '/alertes/nouvelle'), email: zoe, rhythm: 'none' }
    expect((await visitor(pages).post('/alertes/nouvelle', sent)).status).toBe(422)
  })
})

describe('what is kept', () => {
  test('is forgotten after a day if nobody confirms it', async () => {
    const { link } = await ask(pages, '/emplois')
    pages.deps.pass(day + 1)
    const late = await visitor(pages).post(link ?? '', { acte: 'confirmer' })
    expect(late.status).toBe(409)
    await forgetAlerts(pages.deps)
    expect(await rows(pages)).toEqual([])
  })

  test('is ended by one press of a mail service, from anywhere and however often, and is all gone', async () => {
    await told(pages, '/emplois')
    await told(pages, '/agenda')
    await told(pages, '/emplois', { email: 'lou@exemple.example' })
    await published(pages.deps, pages.editor, 'job', {}, {})
    pages.deps.pass(day + 60_001)
    await sendDigests(pages.deps)
    const { unsubscribe = '' } =
      pages.deps.letters.find(({ to, unsubscribe: has }) => to === zoe && has) ?? {}
    const path = unsubscribe.replace('https://hub.example', '')
    const page = await visitor(pages).get(path)
    expect(await pageFaults(page.text)).toEqual([])
    expect(await rows(pages)).toHaveLength(3)
    for (const _ of [1, 2]) {
      // https://www.rfc-editor.org/rfc/rfc8058#section-3.2: no cookie, no origin, one field.
      const answer = await visitor(pages).send(path, {
        method: 'POST',
        headers: {},
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      })
      expect(answer.status).toBe(200)
      expect(await rows(pages)).toMatchObject([{ email: 'lou@exemple.example' }])
    }
  })
})
