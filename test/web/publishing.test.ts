import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries, events } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { listDecisions } from '../../server/moderation/decision-store.ts'
import type { Browser } from '../accounts/browser.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published } from '../support/publish.ts'
import { formIn, openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
let desk: Browser
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  desk = pages.as(editor)
})
afterEach(() => pages.close())

const job = {
  title: 'Menuisière ou menuisier',
  summary: 'Un CDI à Nanterre.',
  body: 'Un atelier **clair**.',
  contract: 'cdi',
  applyText: 'Écrivez-nous.',
  place: 'Nanterre',
  tags: 'bois, insertion',
  licence: 'CC-BY-4.0',
}

const fresh = async (browser = desk) => ({
  ...formIn(await browser.get('/emplois/nouveau'), '/emplois/nouveau'),
  ...job,
})
const rows = () => pages.deps.db.read.select().from(entries).where(eq(entries.kind, 'job'))
const told = async (type: string) =>
  (await pages.deps.db.read.select().from(events).where(eq(events.type, type))).length

describe('publishing', () => {
  test('leads from an empty form to a public page under a readable address', async () => {
    const answer = await desk.post('/emplois/nouveau', { ...(await fresh()), outcome: 'publish' })
    expect(answer).toMatchObject({ status: 303, location: '/emplois/menuisiere-ou-menuisier' })
    const page = await pages.as().get('/emplois/menuisiere-ou-menuisier')
    expect(page.status).toBe(200)
    for (const words of [
      'Menuisière ou menuisier',
      'Un CDI à Nanterre.',
      '<strong>clair</strong>',
      'Nanterre (92)',
      'CC-BY-4.0',
    ])
      expect(page.text).toContain(words)
    expect(page.text).toContain('href="/etiquettes/bois"')
    expect(await told('entry.published')).toBe(1)
    expect(pages.wakes()).toBe(1)
  })

  test('says so on the next page, once', async () => {
    await desk.post('/emplois/nouveau', { ...(await fresh()), outcome: 'publish' })
    expect((await desk.get('/emplois/menuisiere-ou-menuisier')).text).toContain('C’est publié.')
    expect((await desk.get('/emplois/menuisiere-ou-menuisier')).text).not.toContain('C’est publié.')
  })

  test('happens once when the form comes twice, one after the other', async () => {
    const form = { ...(await fresh()), outcome: 'publish' }
    const first = await desk.post('/emplois/nouveau', form)
    const second = await desk.post('/emplois/nouveau', form)
    expect(second).toMatchObject({ status: 303, location: first.location })
    expect(await rows()).toHaveLength(1)
    expect(await told('entry.published')).toBe(1)
    expect(await told('entry.revised')).toBe(0)
  })

  test('happens once when the form comes five times at once', async () => {
    const form = { ...(await fresh()), outcome: 'publish' }
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => desk.post('/emplois/nouveau', form)))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303])
    expect(new Set(answers.map(({ location }) => location))).toEqual(
      new Set(['/emplois/menuisiere-ou-menuisier']),
    )
    expect(await rows()).toHaveLength(1)
    expect(await told('entry.published')).toBe(1)
  })

  test('of two entries with one title gives each an address', async () => {
    await desk.post('/emplois/nouveau', { ...(await fresh()), outcome: 'publish' })
    const second = await desk.post('/emplois/nouveau', { ...(await fresh()), outcome: 'publish' })
    expect(second.location).toBe('/emplois/menuisiere-ou-menuisier-2')
  })

  test('of three with one title at once gives each an address', async () => {
    const others = [
      desk,
      ...(await Promise.all([1, 2].map(() => person(pages.deps, 'editor')))).map((one) => pages.as(one)),
    ]
    const forms = await Promise.all(others.map(fresh))
    const answers = await Promise.all(
      others.map((one, n) => one.post('/emplois/nouveau', { ...forms[n], outcome: 'publish' })),
    )
    expect(answers.map(({ location }) => location).toSorted()).toEqual([
      '/emplois/menuisiere-ou-menuisier',
      '/emplois/menuisiere-ou-menuisier-2',
      '/emplois/menuisiere-ou-menuisier-3',
    ])
  })

  test('is over for good once withdrawn: the same form sent again hears so, and a stranger’s nothing', async () => {
    const form = { ...(await fresh()), outcome: 'publish' }
    const { location } = await desk.post('/emplois/nouveau', form)
    await desk.post(location ?? '', { _method: 'DELETE' })
    expect((await desk.post('/emplois/nouveau', form)).status).toBe(410)
    const other = pages.as(await person(pages.deps, 'editor'))
    expect((await other.post('/emplois/nouveau', form)).status).toBe(403)
    expect(await rows()).toMatchObject([{ state: 'withdrawn' }])
  })

  test('of what a contributor wrote waits for an editor', async () => {
    const contributor = pages.as(await person(pages.deps, 'contributor'))
    const form = await contributor.get('/emplois/nouveau')
    expect(form.text).toContain('value="review"')
    expect(form.text).not.toContain('value="publish"')
    const sent = await contributor.post('/emplois/nouveau', {
      ...(await fresh(contributor)),
      outcome: 'review',
    })
    expect(sent.status).toBe(303)
    const path = sent.location ?? ''
    expect((await pages.as().get(path)).status).toBe(404)
    expect((await contributor.post(`${path}/publication`)).status).toBe(403)
    expect((await desk.get('/brouillons?etat=relecture')).text).toContain('Menuisière ou menuisier')
    expect((await desk.post(`${path}/publication`)).location).toBe('/emplois/menuisiere-ou-menuisier')
  })

  test('of what a contributor proposed can be given back with a word, which stands above the draft', async () => {
    const author = await person(pages.deps, 'contributor')
    const contributor = pages.as(author)
    const sent = await contributor.post('/emplois/nouveau', {
      ...(await fresh(contributor)),
      outcome: 'review',
    })
    const path = sent.location ?? ''
    const waiting = await desk.get('/brouillons?etat=relecture')
    expect(waiting.text).toContain(`Proposé par ${author.name}`)
    expect((await desk.get(path)).text).toContain(`href="${path}/rendre"`)
    const question = await desk.get(`${path}/rendre`)
    expect(await pageFaults(question.text)).toEqual([])
    expect((await contributor.get(`${path}/rendre`)).status).toBe(403)
    const long = await desk.post(`${path}/rendre`, { note: 'x'.repeat(1001) })
    expect(long.status).toBe(422)
    expect(formIn(long, `${path}/rendre`)).toEqual({ note: 'x'.repeat(1001) })
    await desk.post(`${path}/rendre`, { note: 'Il manque\nle salaire <b>' })
    expect(await rows()).toMatchObject([{ state: 'draft' }])
    for (const at of [path, `${path}/modifier`]) {
      const { text } = await contributor.get(at)
      expect(text).toContain('Rendu pour correction')
      expect(text).toMatch(/Il manque\r?\nle salaire &lt;b&gt;/)
      expect(text).toContain(`par ${editor.name}`)
      expect(await pageFaults(text)).toEqual([])
    }
    expect((await pages.as().get(path)).status).toBe(404)
    await contributor.post(`${path}/relecture`)
    expect((await contributor.get(path)).text).not.toContain('Rendu pour correction')
    const all = { by: null, action: null, from: null, until: null, before: undefined }
    expect(await listDecisions(pages.deps.db, all, 10)).toEqual([])
  })

  test('of what a contributor proposed is taken back by them, and by nobody else without a question', async () => {
    const contributor = pages.as(await person(pages.deps, 'contributor'))
    const form = { ...(await fresh(contributor)), outcome: 'review' }
    const path = (await contributor.post('/emplois/nouveau', form)).location ?? ''
    const asked = await desk.post(`${path}/relecture`, { _method: 'DELETE' })
    expect(asked.location).toBe(`${path}/rendre`)
    expect(await rows()).toMatchObject([{ state: 'review' }])
    expect((await contributor.get(path)).text).toContain('Ne plus proposer')
    const back = await contributor.post(`${path}/relecture`, { _method: 'DELETE' })
    expect(back.location).toBe(path)
    expect(await rows()).toMatchObject([{ state: 'draft' }])
    expect((await contributor.get(path)).text).not.toContain('Rendu pour correction')
  })

  test('is proposed for review when somebody who may not publish asks for it', async () => {
    const contributor = pages.as(await person(pages.deps, 'contributor'))
    await contributor.post('/emplois/nouveau', { ...(await fresh(contributor)), outcome: 'publish' })
    expect((await rows())[0]?.state).toBe('review')
  })

  test('of a draft whose deadline has passed meanwhile is refused beside the field', async () => {
    const draft = await drafted(pages.deps, editor, 'job', { title: 'Tard' }, { deadline: '2026-11-20' })
    const answer = await desk.post(`${draft.envelope.path}/publication`)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Cette date est déjà passée.')
    expect(answer.text).toContain('value="2026-11-20"')
  })

  test('needs somebody who may write', async () => {
    expect((await pages.as().get('/emplois/nouveau')).status).toBe(401)
    const member = pages.as(await person(pages.deps, 'member'))
    expect((await member.get('/emplois/nouveau')).status).toBe(403)
    expect((await member.post('/emplois/nouveau', { ...job, outcome: 'draft' })).status).toBe(403)
    expect(await rows()).toHaveLength(0)
  })
})

describe('a draft', () => {
  test('does not exist for anybody but those who can work on it', async () => {
    const author = await person(pages.deps, 'contributor')
    const { envelope } = await drafted(pages.deps, author, 'job', { title: 'Pas encore' })
    const other = pages.as(await person(pages.deps, 'contributor'))
    for (const path of [
      envelope.path,
      `${envelope.path}/modifier`,
      `${envelope.path}/apercu`,
      `${envelope.path}/retirer`,
    ])
      for (const browser of [pages.as(), other]) expect((await browser.get(path)).status, path).toBe(404)
    expect((await other.post(`${envelope.path}/commentaires`, { body: 'x' })).status).toBe(404)
    expect((await other.post(envelope.path, { _method: 'DELETE' })).status).toBe(404)
    for (const list of ['/emplois', '/recherche?q=encore', '/', '/sitemap-0.xml', '/emplois.atom'])
      expect((await pages.as().get(list)).text, list).not.toContain('Pas encore')
    expect((await pages.as(author).get(envelope.path)).text).toContain('Pas encore')
    expect((await desk.get(envelope.path)).text).toContain('Pas encore')
  })

  test('can be thrown away, and then was never there', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'job', { title: 'Raté' })
    expect((await desk.get(`${envelope.path}/retirer`)).text).toContain('Oui, jeter')
    expect((await desk.post(envelope.path, { _method: 'DELETE' })).location).toBe('/brouillons')
    expect((await desk.get(envelope.path)).status).toBe(404)
    expect(await told('entry.withdrawn')).toBe(0)
  })

  test('answers under its readable address once it is public', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'job', { title: 'Enfin' })
    await desk.post(`${envelope.path}/publication`)
    const answer = await pages.as().get(`/emplois/${envelope.id}`)
    expect(answer).toMatchObject({ status: 301, location: '/emplois/enfin' })
  })
})

describe('withdrawing an organisation', () => {
  test('asks for what it says itself to be withdrawn first, names it, and then goes', async () => {
    const { deps } = pages
    const organisation = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const shared = { organisation: organisation.envelope.id }
    const news = await published(deps, editor, 'news', { ...shared, title: 'Une assemblée' })
    await published(deps, editor, 'job', { ...shared, title: 'Un poste' })
    const { path } = organisation.envelope
    const question = await desk.get(`${path}/retirer`)
    expect(question.text).toContain(`href="${news.envelope.path}/retirer"`)
    expect(question.text).toContain('Une publication parle encore en son nom')
    expect(question.text).toContain('Une autre publication la nomme')
    expect(question.text).not.toContain('name="_method"')
    const refused = await desk.post(path, { _method: 'DELETE' })
    expect([refused.status, refused.text.includes('Une assemblée')]).toEqual([409, true])
    expect((await desk.post(news.envelope.path, { _method: 'DELETE' })).status).toBe(303)
    expect((await desk.get(`${path}/retirer`)).text).toContain('name="_method"')
    expect((await desk.post(path, { _method: 'DELETE' })).status).toBe(303)
    expect((await desk.get(path)).status).toBe(410)
  })

  test('leaves what a section says in its name to be revised as before', async () => {
    const { deps } = pages
    const organisation = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const { id, path } = organisation.envelope
    const offer = await published(deps, editor, 'job', { title: 'Un poste', organisation: id })
    await desk.post(path, { _method: 'DELETE' })
    const form = `${offer.envelope.path}/modifier`
    const answer = await desk.post(form, { ...formIn(await desk.get(form), form), title: 'Un autre poste' })
    expect(answer.status).toBe(303)
    const [row] = await rows()
    expect(row).toMatchObject({ title: 'Un autre poste', organisationId: id })
  })

  test('is no way for the editors of one to found another by the form', async () => {
    const { deps } = pages
    const { envelope } = await published(deps, editor, 'organisation', { title: 'Les Ateliers' })
    const member: Viewer = {
      ...(await person(deps, 'member')),
      memberships: [{ organisationId: envelope.id, role: 'editor' }],
    }
    const form = formIn(await desk.get('/annuaire/nouveau'), '/annuaire/nouveau')
    for (const organisation of ['', envelope.id]) {
      const sent = { ...form, title: 'Une autre', organisation, outcome: 'draft' }
      expect((await pages.as(member).post('/annuaire/nouveau', sent)).status).toBe(403)
    }
    const named = { ...form, title: 'Une autre', organisation: envelope.id, outcome: 'draft' }
    expect((await desk.post('/annuaire/nouveau', named)).status).toBe(422)
  })
})
