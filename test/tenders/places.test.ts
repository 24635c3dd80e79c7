import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { communes } from '../../db/schema/places.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { ownEntryById } from '../../server/entries/queries.ts'
import { tenderIn } from '../../server/kinds/tender/fields.ts'
import { pageFaults } from '../support/markup.ts'
import { person } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  const { db } = pages.deps
  const town = { name: 'Saint-Denis', folded: 'saint denis', postcodes: '', population: 1 }
  await db.write([
    db.make.insert(communes).values([
      { ...town, code: '93066', department: '93' },
      { ...town, code: '97411', department: '974' },
    ]),
  ])
})
afterAll(() => pages.close())

const path = '/marches/nouveau'
const send = async (fields: Record<string, string>) => {
  const browser = pages.as(editor)
  const form = formIn(await browser.get(path), path)
  const answer = await browser.post(path, {
    ...form,
    ...{ title: 'Un marché', buyer: 'Ville fictive', outcome: 'draft' },
    ...{ 'lots.0.is': '1', 'lots.0.title': 'Tonte' },
    ...fields,
  })
  const entry = await ownEntryById(pages.deps, String(form['id']))
  const [lot] = tenderIn(entry?.fields ?? null)?.lots ?? []
  return { answer, place: [lot?.place, lot?.placeName], id: String(form['id']) }
}

describe('the place of a lot', () => {
  test.each([
    ['Gennevilliers', '92036', 'Gennevilliers (92)'],
    ['nanterre', '92050', 'Nanterre (92)'],
    ['92036', '92036', 'Gennevilliers (92)'],
    ['92', '92', 'Hauts-de-Seine (92)'],
    ['Hauts-de-Seine', '92', 'Hauts-de-Seine (92)'],
    ['', null, null],
  ])('is typed by its name, %s, and kept by its code', async (typed, code, name) => {
    const { answer, place } = await send({ 'lots.0.placeName': typed })
    expect(answer.status).toBe(303)
    expect(place).toEqual([code, name])
  })

  test('is what its name says, whatever code was sent along', async () => {
    const { place } = await send({ 'lots.0.placeName': 'Nanterre', 'lots.0.place': '92036' })
    expect(place).toEqual(['92050', 'Nanterre (92)'])
    expect((await send({ 'lots.0.placeName': '', 'lots.0.place': '92036' })).place).toEqual([null, null])
  })

  test('that nobody knows, or several bear, is asked again with what was typed', async () => {
    for (const typed of ['Trifouillis-les-Oies', '<b>x</b>']) {
      const { answer, place } = await send({ 'lots.0.placeName': typed })
      expect([answer.status, place]).toEqual([422, [undefined, undefined]])
      expect(answer.text).toContain('href="#f-lots-0-placeName"')
      expect(await pageFaults(answer.text)).toEqual([])
    }
    const several = await send({ 'lots.0.placeName': 'Saint-Denis' })
    expect(several.answer.status).toBe(422)
    expect(several.answer.text).toMatch(/Plusieurs communes portent ce nom.*Saint-Denis \(93\)/)
    expect((await send({ 'lots.0.placeName': 'Saint-Denis (93)' })).place[0]).toBe('93066')
  })

  test('stays when the draft is opened and kept again', async () => {
    const { id } = await send({ 'lots.0.placeName': 'Gennevilliers' })
    const edit = `/marches/${id}/modifier`
    const form = formIn(await pages.as(editor).get(edit), edit)
    expect(
      (await pages.as(editor).post(edit, { ...form, title: 'Autrement', outcome: 'draft' })).status,
    ).toBe(303)
    const entry = await ownEntryById(pages.deps, id)
    expect(tenderIn(entry?.fields ?? null)?.lots[0]).toMatchObject({ place: '92036' })
  })
})

test('the form and the API say in words that a published lot is not removed', async () => {
  const { id } = await send({ 'lots.0.placeName': 'Gennevilliers' })
  const browser = pages.as(editor)
  await browser.post(`/marches/${id}/publication`, { revision: '1' })
  const entry = await ownEntryById(pages.deps, id)
  expect(entry?.envelope.state).toBe('published')
  const edit = `${entry?.envelope.path}/modifier`
  const form = formIn(await browser.get(edit), edit)
  const without = Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('lots.')))
  const { status, text } = await browser.post(edit, {
    ...without,
    noLotsReason: 'Finalement',
    outcome: 'publish',
  })
  expect(status).toBe(422)
  expect(text).toContain('Un lot publié garde son numéro')
  expect(tenderIn((await ownEntryById(pages.deps, id))?.fields ?? null)?.lots).toHaveLength(1)
})
