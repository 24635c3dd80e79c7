import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entryRevisions } from '../../db/schema/writing.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { mostRevisions, nextSaid } from '../../server/entries/history.ts'
import { entryById } from '../../server/entries/queries.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterEach(() => pages.close())

const rows = () => pages.deps.db.read.select().from(entryRevisions)

async function changed(path: string, values: Record<string, string>): Promise<void> {
  const at = `${path}/modifier`
  const form = formIn(await pages.as(editor).get(at), at)
  expect((await pages.as(editor).post(at, { ...form, ...values, outcome: 'publish' })).status).toBe(303)
}

const job = () =>
  published(
    pages.deps,
    editor,
    'job',
    { title: 'Un poste', summary: 'Un résumé.', body: 'Deux ans de contrat.' },
    { hours: 35 },
  )

describe('the history of an entry', () => {
  test('has what it said each time it changed in public, and shows a change word by word', async () => {
    const { envelope } = await job()
    await changed(envelope.path, { body: 'Trois ans de contrat.', hours: '28' })
    await changed(envelope.path, { tags: 'bois' })
    const list = await pages.as(editor).get(`${envelope.path}/historique`)
    expect(list.text).toContain('Version 2')
    expect(list.text).not.toContain('Version 3')
    expect(list.text).toContain(editor.name)
    const compared = await pages.as(editor).get(`${envelope.path}/historique/comparer?de=1&a=2`)
    expect(await pageFaults(compared.text)).toEqual([])
    expect(compared.text).toMatch(/<del>(?:(?!<\/del>).)*Deux(?:(?!<\/del>).)*<\/del>/s)
    expect(compared.text).toMatch(/<ins>(?:(?!<\/ins>).)*Trois(?:(?!<\/ins>).)*<\/ins>/s)
    expect(compared.text).toMatch(/<del>(?:(?!<\/del>).)*35/s)
    expect(compared.text).not.toContain('Un résumé.')
  })

  test('is for those who may change it, and nobody else', async () => {
    const { envelope } = await job()
    await changed(envelope.path, { body: 'Un numéro de téléphone repris.' })
    for (const who of [
      undefined,
      await person(pages.deps, 'contributor'),
      await person(pages.deps, 'moderator'),
    ])
      for (const path of ['historique', 'historique/comparer?de=1&a=2', 'modifier?version=1']) {
        const answer = await pages.as(who).get(`${envelope.path}/${path}`)
        expect(answer.status).not.toBe(200)
        expect(answer.text).not.toContain('Deux ans de contrat')
      }
    for (const query of ['de=1&a=99', 'de=x&a=2', ''])
      expect((await pages.as(editor).get(`${envelope.path}/historique/comparer?${query}`)).status).toBe(404)
  })

  test('gives an older version back as a form, which changes nothing before it is sent', async () => {
    const { envelope } = await job()
    await changed(envelope.path, { title: 'Un autre poste', body: 'Trois ans.', hours: '28' })
    const at = `${envelope.path}/modifier`
    const form = formIn(await pages.as(editor).get(`${at}?version=1`), at)
    expect(form).toMatchObject({
      title: 'Un poste',
      body: 'Deux ans de contrat.',
      hours: '35',
      revision: '3',
    })
    expect((await entryById(pages.deps, envelope.id))?.envelope.title).toBe('Un autre poste')
    await pages.as(editor).post(at, { ...form, outcome: 'publish' })
    expect((await entryById(pages.deps, envelope.id))?.envelope.title).toBe('Un poste')
    expect((await rows()).map(({ title }) => title)).toEqual(['Un poste', 'Un autre poste', 'Un poste'])
  })

  test('begins with the publication: what a draft said is nobody’s', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'job', { title: 'Brouillon' })
    await pages.as(editor).post(`${envelope.path}/modifier`, {
      ...formIn(await pages.as(editor).get(`${envelope.path}/modifier`), `${envelope.path}/modifier`),
      title: 'Encore',
      outcome: 'draft',
    })
    expect(await rows()).toEqual([])
  })

  test('of an entry that is older than it keeps what was said before the first change', async () => {
    const { envelope } = await job()
    await pages.deps.db.write([pages.deps.db.make.delete(entryRevisions)])
    await changed(envelope.path, { body: 'Après.' })
    expect((await rows()).map(({ version, body }) => [version, body])).toEqual([
      [1, 'Deux ans de contrat.'],
      [2, 'Après.'],
    ])
  })

  test('keeps the last fifty, and forgets who wrote them with their account', async () => {
    const entry = await job()
    for (let n = 0; n < mostRevisions + 5; n++)
      await pages.deps.db.write(
        nextSaid(
          entry,
          { ...entry.envelope, body: `Texte ${n}`, fields: entry.fields },
          editor.id,
          pages.deps.now(),
        ),
      )
    const kept = await rows()
    expect(kept).toHaveLength(mostRevisions)
    expect(kept.at(-1)?.body).toBe(`Texte ${mostRevisions + 4}`)
  })
})

describe('another one made from an entry', () => {
  const copyOf = async (id: string, more = '', by = editor) =>
    formIn(await pages.as(by).get(`/agenda/nouveau?comme=${id}${more}`), '/agenda/nouveau')
  const forum = () =>
    published(
      pages.deps,
      editor,
      'event',
      { title: 'Forum de l’ESS 2026', body: 'Le texte.', tags: ['forum'] },
      { start: '2026-11-14T09:00', end: '2026-11-14T17:30', status: 'cancelled' },
    )

  test('has its words and not its past, and is nothing before it is saved', async () => {
    const { envelope } = await forum()
    const form = await copyOf(envelope.id)
    expect(form).toMatchObject({
      title: 'Forum de l’ESS 2026',
      body: 'Le texte.',
      tags: 'forum',
      start: '',
      status: 'confirmed',
    })
    expect(form['id']).not.toBe(envelope.id)
    expect(form['revision']).toBeUndefined()
    expect((await pages.as(editor).get('/brouillons')).text).not.toContain('Forum de l’ESS')
  })

  test('a year later is on the same day of the week, in a title of its year', async () => {
    const { envelope } = await forum()
    expect(await copyOf(envelope.id, '&annee=1')).toMatchObject({
      title: 'Forum de l’ESS 2027',
      start: '2027-11-13T09:00',
      end: '2027-11-13T17:30',
    })
    expect(new Date('2027-11-13').getUTCDay()).toBe(new Date('2026-11-14').getUTCDay())
  })

  test('of what is not theirs to change is an empty form', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'event', { title: 'Secret' })
    const other = await person(pages.deps, 'contributor')
    expect((await copyOf(envelope.id, '', other))['title']).toBe('')
  })
})
