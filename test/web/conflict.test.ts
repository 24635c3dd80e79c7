import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
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

const fresh = async (path: string) => formIn(await desk.get(path), path)

describe('two people who edit one entry', () => {
  test('lose nothing: the second sees both texts and keeps the one they want', async () => {
    const { envelope } = await published(pages.deps, editor, 'news', {
      title: 'Départ',
      body: 'Le premier texte.',
    })
    const edit = `${envelope.path}/modifier`
    const mine = formIn(await desk.get(edit), edit)
    const other = pages.as(await person(pages.deps, 'editor'))
    const theirs = formIn(await other.get(edit), edit)
    expect(
      (await other.post(edit, { ...theirs, body: 'Le texte de l’autre.', outcome: 'publish' })).status,
    ).toBe(303)

    const answer = await desk.post(edit, {
      ...mine,
      title: 'Mon titre',
      body: 'Mon texte à moi.',
      outcome: 'publish',
    })
    expect(answer.status).toBe(409)
    expect(await pageFaults(answer.text)).toEqual([])
    for (const words of ['Le texte de l’autre.', 'Mon texte à moi.', 'Départ', 'Mon titre'])
      expect(answer.text).toContain(words)
    expect((await pages.as().get(envelope.path)).text).toContain('Le texte de l’autre.')

    const kept = formIn(answer, edit)
    expect(kept).toMatchObject({ title: 'Mon titre', body: 'Mon texte à moi.' })
    expect((await desk.post(edit, { ...kept, outcome: 'publish' })).status).toBe(303)
    expect((await pages.as().get(envelope.path)).text).toContain('Mon texte à moi.')
  })

  test('of whom one publishes and one saves a draft never undo each other', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'news', { title: 'Commun' })
    const edit = `${envelope.path}/modifier`
    const mine = formIn(await desk.get(edit), edit)
    const other = pages.as(await person(pages.deps, 'editor'))
    await other.post(edit, {
      ...formIn(await other.get(edit), edit),
      title: 'Publié entre-temps',
      outcome: 'publish',
    })
    const answer = await desk.post(edit, { ...mine, title: 'Mon brouillon', outcome: 'draft' })
    expect(answer.status).toBe(409)
    expect((await pages.as().get('/actualites/publie-entre-temps')).text).toContain('Publié entre-temps')
  })

  test('who write the same are not in conflict', async () => {
    const { envelope } = await published(pages.deps, editor, 'news', { title: 'Coquille' })
    const edit = `${envelope.path}/modifier`
    const form = { ...formIn(await desk.get(edit), edit), title: 'Corrigé', outcome: 'publish' }
    const answers = await Promise.all([desk.post(edit, form), desk.post(edit, form)])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const [row] = await pages.deps.db.read.select().from(entries).where(eq(entries.id, envelope.id))
    expect(row).toMatchObject({ title: 'Corrigé', revision: 3 })
  })
})

describe('an id that a form brings', () => {
  test('never reaches into an entry of another kind', async () => {
    const { envelope } = await published(pages.deps, editor, 'news', { title: 'Une actualité' })
    const form = {
      ...(await fresh('/emplois/nouveau')),
      id: envelope.id,
      title: 'Un emploi',
      contract: 'cdi',
      outcome: 'draft',
    }
    expect((await desk.post('/emplois/nouveau', form)).status).toBe(403)
    expect((await pages.as().get(envelope.path)).text).toContain('Une actualité')
  })

  test('never opens somebody else’s draft', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'news', { title: 'Le mien' })
    const thief = pages.as(await person(pages.deps, 'contributor'))
    const form = formIn(await thief.get('/actualites/nouveau'), '/actualites/nouveau')
    const answer = await thief.post('/actualites/nouveau', {
      ...form,
      id: envelope.id,
      title: 'Le tien',
      outcome: 'draft',
    })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('Le mien')
  })
})
