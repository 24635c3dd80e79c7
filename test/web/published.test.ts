import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Browser } from '../accounts/browser.ts'
import { person, published } from '../support/publish.ts'
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

const told = async (type: string) =>
  (await pages.deps.db.read.select().from(events).where(eq(events.type, type))).length

describe('what was published', () => {
  test('answers 410 once it is withdrawn, and is in no list', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', { title: 'Retirée bientôt' })
    expect((await desk.get(`${envelope.path}/retirer`)).text).toContain('Oui, retirer')
    expect((await desk.post(envelope.path, { _method: 'DELETE' })).location).toBe('/emplois')
    expect((await pages.as().get(envelope.path)).status).toBe(410)
    expect((await pages.as().get('/emplois?past=1')).text).not.toContain('Retirée bientôt')
    expect(await told('entry.withdrawn')).toBe(1)
  })

  test('is withdrawn by DELETE too, once', async () => {
    const { envelope } = await published(pages.deps, editor, 'job')
    const remove = () =>
      desk.send(`${envelope.path}/publication`, {
        method: 'DELETE',
        headers: { origin: 'https://hub.example' },
      })
    expect((await remove()).status).toBe(303)
    expect((await remove()).status).toBe(410)
  })

  test('is withdrawn by nobody but its editors and moderators', async () => {
    const { envelope } = await published(pages.deps, editor, 'job')
    for (const role of ['member', 'contributor', 'facilitator'] as const)
      expect(
        (await pages.as(await person(pages.deps, role)).post(envelope.path, { _method: 'DELETE' })).status,
      ).toBe(403)
    expect((await pages.as().post(envelope.path, { _method: 'DELETE' })).status).toBe(401)
    const moderator = pages.as(await person(pages.deps, 'moderator'))
    expect((await moderator.post(envelope.path, { _method: 'DELETE' })).status).toBe(303)
  })

  test('closes, says so, leaves the list of what is open, and opens again', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', { title: 'Bientôt pourvue' })
    await desk.post(`${envelope.path}/cloture`)
    const page = await pages.as().get(envelope.path)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Pourvue')
    expect((await pages.as().get('/emplois')).text).not.toContain('Bientôt pourvue')
    expect((await pages.as().get('/emplois?past=1')).text).toContain('Bientôt pourvue')
    expect((await desk.post(`${envelope.path}/cloture`, { _method: 'DELETE' })).status).toBe(303)
    expect((await pages.as().get('/emplois')).text).toContain('Bientôt pourvue')
    expect(await told('entry.closed')).toBe(1)
  })

  test('keeps its address when its title changes, and tells its followers', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', { title: 'Avant' })
    const edit = `${envelope.path}/modifier`
    const form = formIn(await desk.get(edit), edit)
    const answer = await desk.post(edit, { ...form, title: 'Après', outcome: 'publish' })
    expect(answer).toMatchObject({ status: 303, location: '/emplois/avant' })
    expect((await pages.as().get('/emplois/avant')).text).toContain('Après')
    expect(await told('entry.revised')).toBe(1)
  })

  test('is not revised by a form that changes nothing', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', {
      title: 'Tel quel',
      place: '92050',
      tags: 'a, b',
    })
    const edit = `${envelope.path}/modifier`
    await desk.post(edit, { ...formIn(await desk.get(edit), edit), outcome: 'publish' })
    expect(await told('entry.revised')).toBe(0)
  })

  test('keeps its address for good, whatever its title becomes, and is led to by its first name', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', { title: 'Premier titre' })
    expect(envelope.path).toBe('/emplois/premier-titre')
    const edit = `${envelope.path}/modifier`
    const form = formIn(await desk.get(edit), edit)
    expect((await desk.post(edit, { ...form, title: 'Autre titre', outcome: 'publish' })).location).toBe(
      envelope.path,
    )
    await desk.post(`${envelope.path}/cloture`)
    await desk.post(`${envelope.path}/publication`)
    const page = await pages.as().get(envelope.path)
    expect([page.status, page.text.includes('Autre titre')]).toEqual([200, true])
    expect((await pages.as().get('/emplois/autre-titre')).status).toBe(404)
    expect(await pages.as().get(`/emplois/${envelope.id}`)).toMatchObject({
      status: 301,
      location: envelope.path,
    })
    const next = await published(pages.deps, editor, 'job', { title: 'Premier titre' })
    expect(next.envelope.path).toBe('/emplois/premier-titre-2')
    await desk.post(envelope.path, { _method: 'DELETE' })
    for (const gone of [envelope.path, `/emplois/${envelope.id}`])
      expect((await pages.as().get(gone)).status).toBe(410)
  })
})
