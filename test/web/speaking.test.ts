import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { person, published } from '../support/publish.ts'
import { formIn, openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterEach(() => pages.close())

describe('the organisation that speaks', () => {
  test('is one of those the person may speak for, and no other', async () => {
    const organisation = await published(pages.deps, editor, 'organisation', { title: 'Les Ateliers' })
    const { id } = organisation.envelope
    const member = await person(pages.deps, 'member')
    const theirs = pages.as({ ...member, memberships: [{ organisationId: id, role: 'editor' }] })
    const form = formIn(await theirs.get('/actualites/nouveau'), '/actualites/nouveau')
    const forged = await theirs.post('/actualites/nouveau', {
      ...form,
      title: 'Au nom du site',
      organisation: '',
      outcome: 'draft',
    })
    expect(forged.status).toBe(403)
    const own = await theirs.post('/actualites/nouveau', {
      ...form,
      title: 'Au nom des ateliers',
      summary: 'Une porte ouverte.',
      organisation: id,
      outcome: 'publish',
    })
    expect(own.location).toBe('/actualites/au-nom-des-ateliers')
    expect((await pages.as().get('/actualites/au-nom-des-ateliers')).text).toContain(
      'href="/annuaire/les-ateliers"',
    )
  })

  test('has its own page changed by its own people, and shows there what it offers', async () => {
    const organisation = await published(pages.deps, editor, 'organisation', { title: 'Les Ateliers' })
    const { id, path } = organisation.envelope
    await published(pages.deps, editor, 'job', { title: 'Tourneuse', organisation: id })
    const member = await person(pages.deps, 'member')
    const theirs = pages.as({ ...member, memberships: [{ organisationId: id, role: 'editor' }] })
    const edit = `${path}/modifier`
    const form = formIn(await theirs.get(edit), edit)
    expect((await theirs.post(edit, { ...form, summary: 'On tourne.', outcome: 'publish' })).status).toBe(303)
    const page = (await pages.as().get(path)).text
    expect(page).toContain('On tourne.')
    expect(page).toContain('Tourneuse')
    expect((await pages.as(await person(pages.deps, 'contributor')).get(edit)).status).toBe(403)
  })
})
