import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published } from '../support/publish.ts'
import { formIn, openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterEach(() => pages.close())

/** The part of a preview under one heading. */
async function part(path: string, id: 'apercu-mastodon' | 'apercu-ici'): Promise<string> {
  const { text } = await pages.as(editor).get(path)
  return new RegExp(`<section aria-labelledby="${id}".*?</section>`, 's').exec(text)?.[0] ?? ''
}

const shared = {
  title: 'Un titre',
  summary: 'Un résumé.',
  body: 'Tout le texte.',
  place: '92036',
  tags: ['Bois', 'économie sociale'],
}

describe('a preview shows what Mastodon makes of', () => {
  test('a Note: the whole of it, said by its section, with the card of its page', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'job', shared)
    const post = await part(`${envelope.path}/apercu`, 'apercu-mastodon')
    for (const words of [
      '@emplois@hub.example',
      '>Un titre</a></strong>',
      'Tout le texte.',
      '#Bois #ÉconomieSociale',
      'mastodon-card',
    ])
      expect(post).toContain(words)
  })

  test('an Article: its title, summary and address, and never its text', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'news', shared)
    const post = await part(`${envelope.path}/apercu`, 'apercu-mastodon')
    for (const words of [
      '@hub@hub.example',
      '@forum@hub.example',
      'Un titre',
      'Un résumé.',
      'https://hub.example/actualites/un-titre',
    ])
      expect(post).toContain(words)
    expect(post).not.toContain('Tout le texte.')
    expect(await part(`${envelope.path}/apercu`, 'apercu-ici')).toContain('Tout le texte.')
  })

  test('an Event: its date and place stand in its summary', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'event', shared)
    const post = await part(`${envelope.path}/apercu`, 'apercu-mastodon')
    expect(post).toContain('samedi 28 novembre 2026')
    expect(post).not.toContain('Tout le texte.')
  })

  test('an Article without any words: nothing but the title, and it says so', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'news', { title: 'Nu' })
    expect(await part(`${envelope.path}/apercu`, 'apercu-mastodon')).toContain('Il n’y a pas de résumé')
  })

  test('an organisation: nothing, for it is an account and not a post', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'organisation', shared)
    expect(await part(`${envelope.path}/apercu`, 'apercu-mastodon')).toContain('n’est envoyée à personne')
  })
})

describe('a preview asked for in the editor', () => {
  test('of a draft keeps it', async () => {
    const desk = pages.as(editor)
    const form = formIn(await desk.get('/actualites/nouveau'), '/actualites/nouveau')
    const answer = await desk.post('/actualites/nouveau', {
      ...form,
      ...shared,
      tags: 'Bois',
      place: '',
      outcome: 'preview',
    })
    expect(answer.location).toBe(`/actualites/${String(form['id'])}/apercu`)
    expect((await desk.get('/brouillons')).text).toContain('Un titre')
  })

  test('of a draft tells no day on which it was published', async () => {
    const draft = await drafted(pages.deps, editor, 'job', shared)
    expect(await part(`${draft.envelope.path}/apercu`, 'apercu-ici')).not.toContain('Publié le')
    const { envelope } = await published(pages.deps, editor, 'job', shared)
    expect(await part(`${envelope.path}/apercu`, 'apercu-ici')).toContain('Publié le')
  })

  test('of what is public can be published, or gone on with, from above what it shows', async () => {
    const { envelope } = await published(pages.deps, editor, 'news', shared)
    const edit = `${envelope.path}/modifier`
    const desk = pages.as(editor)
    const form = formIn(await desk.get(edit), edit)
    const { text } = await desk.post(edit, { ...form, title: 'Un autre titre', outcome: 'preview' })
    const above = text.slice(text.indexOf('<h1>'), text.indexOf('id="apercu-mastodon"'))
    expect(above).toMatch(/<button[^>]* form="editeur"[^>]*>.*?Publier les changements/s)
    expect(above).toContain('href="#editeur"')
    expect(text).toContain('<form id="editeur"')
    expect(await pageFaults(text)).toEqual([])
  })

  test('of what is public shows the changes and publishes nothing', async () => {
    const { envelope } = await published(pages.deps, editor, 'news', shared)
    const edit = `${envelope.path}/modifier`
    const desk = pages.as(editor)
    const form = formIn(await desk.get(edit), edit)
    const answer = await desk.post(edit, {
      ...form,
      title: 'Un autre titre',
      body: 'Autre **texte**.',
      outcome: 'preview',
    })
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('Autre <strong>texte</strong>.')
    expect((await pages.as().get(envelope.path)).text).toContain('Tout le texte.')
    const again = formIn(answer, edit)
    expect(again).toMatchObject({ title: 'Un autre titre', body: 'Autre **texte**.' })
    await desk.post(edit, { ...again, outcome: 'publish' })
    expect((await pages.as().get(envelope.path)).text).toContain('Un autre titre')
  })
})
