import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { entries, events } from '../../db/schema/entries.ts'
import { entryPending } from '../../db/schema/writing.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { forgetOldTyped, keptFor } from '../../server/entries/pending.ts'
import { entryById } from '../../server/entries/queries.ts'
import { mostDrafts } from '../../server/entries/voice.ts'
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

const nouveau = '/actualites/nouveau'
const fresh = async (by: Viewer = editor): Promise<Record<string, string | string[]>> =>
  formIn(await pages.as(by).get(nouveau), nouveau)
const kept = (by: Viewer, sent: Record<string, string | string[]>, path = `${nouveau}/reprise`) =>
  pages.as(by).post(path, sent)
const all = () => pages.deps.db.read.select().from(entries)
const waiting = () => pages.deps.db.read.select().from(entryPending)

describe('what somebody types', () => {
  test('of a new entry becomes its draft by itself, once, and says when', async () => {
    const sent = { ...(await fresh()), title: 'Une nouvelle', body: 'Un début.' }
    const first = await kept(editor, sent)
    expect(JSON.parse(first.text)).toEqual({ words: 'Enregistré à 9\u00a0h', revision: 1 })
    const second = await kept(editor, { ...sent, revision: '1', body: 'Un début, et la suite.' })
    expect(JSON.parse(second.text)).toMatchObject({ revision: 2 })
    expect((await all()).map(({ state, body }) => [state, body])).toEqual([
      ['draft', 'Un début, et la suite.'],
    ])
    expect(await waiting()).toEqual([])
    // The form itself, sent afterwards, is the same entry.
    const published = await pages.as(editor).post(nouveau, { ...sent, revision: '2', outcome: 'publish' })
    expect(published.status).toBe(303)
    expect(await all()).toHaveLength(1)
  })

  test('and is not yet a draft is kept for them alone, and filled in again when they ask', async () => {
    const sent: Record<string, string | string[]> = {
      ...(await fresh()),
      title: '',
      body: 'Sans titre <b>encore</b>',
    }
    expect((await kept(editor, sent)).status).toBe(200)
    expect(await all()).toEqual([])
    const other = await person(pages.deps, 'editor')
    expect((await pages.as(other).get(nouveau)).text).not.toContain('Vous aviez commencé')
    const offered = await pages.as(editor).get(nouveau)
    expect(offered.text).toContain('Vous aviez commencé une page')
    expect(await pageFaults(offered.text)).toEqual([])
    const again = `${nouveau}?reprendre=${sent['id']}`
    expect(formIn(await pages.as(editor).get(again), nouveau)).toMatchObject({
      id: sent['id'],
      body: 'Sans titre <b>encore</b>',
    })
    expect((await pages.as(other).get(again)).text).not.toContain('encore')
    // Nor can anybody else forget it.
    await kept(other, { id: String(sent['id']), _method: 'DELETE' })
    expect(await waiting()).toHaveLength(1)
    expect((await kept(editor, { id: String(sent['id']), _method: 'DELETE' })).location).toBe(nouveau)
    expect(await waiting()).toEqual([])
  })

  test('of what is public is not published before they say so', async () => {
    const { envelope } = await published(pages.deps, editor, 'news', { title: 'Publique', body: 'Avant.' })
    const path = `${envelope.path}/modifier`
    const told = (await pages.deps.db.read.select().from(events)).length
    const sent = { ...formIn(await pages.as(editor).get(path), path), body: 'Après.' }
    const answer = await kept(editor, sent, `${envelope.path}/reprise`)
    expect(JSON.parse(answer.text)).toEqual({ words: 'Gardé à 9\u00a0h, pas encore publié' })
    expect((await entryById(pages.deps, envelope.id))?.envelope).toMatchObject({
      body: 'Avant.',
      revision: envelope.revision,
    })
    expect(await pages.deps.db.read.select().from(events)).toHaveLength(told)
    expect((await pages.as().get(envelope.path)).text).not.toContain('Après.')
    const page = await pages.as(editor).get(path)
    expect(page.text).toContain('Vous aviez commencé des changements')
    expect(formIn(page, path)['body']).toBe('Avant.')
    const resumed = formIn(await pages.as(editor).get(`${path}?reprendre=1`), path)
    expect(resumed['body']).toBe('Après.')
    expect((await pages.as(editor).post(path, { ...resumed, outcome: 'publish' })).status).toBe(303)
    expect(await waiting()).toEqual([])
    expect((await pages.as().get(envelope.path)).text).toContain('Après.')
  })

  test('on top of what somebody else has saved meanwhile is said, and lost by neither', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'news', { title: 'À deux', body: 'Avant.' })
    const path = `${envelope.path}/modifier`
    const form = formIn(await pages.as(editor).get(path), path)
    const other = await person(pages.deps, 'editor')
    await pages.as(other).post(path, { ...form, body: 'Le sien.', outcome: 'draft' })
    const answer = await kept(editor, { ...form, body: 'Le mien.' }, `${envelope.path}/reprise`)
    expect(answer.status).toBe(409)
    expect((await entryById(pages.deps, envelope.id))?.envelope.body).toBe('Le sien.')
    expect(formIn(await pages.as(editor).get(`${path}?reprendre=1`), path)['body']).toBe('Le mien.')
  })

  test('cannot be kept under what is not theirs, by a visitor, or from another site', async () => {
    const { envelope } = await drafted(pages.deps, editor, 'news', { title: 'À elle' })
    const other = await person(pages.deps, 'contributor')
    const sent = { id: envelope.id, title: 'Volée', language: 'fr' }
    expect((await kept(other, sent)).status).toBe(403)
    expect((await kept(other, sent, `/actualites/${envelope.id}/reprise`)).status).toBe(404)
    expect((await pages.as().post(`${nouveau}/reprise`, sent)).status).not.toBe(200)
    const foreign = { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }
    for (const path of ['reprise', 'apercu'])
      expect((await pages.as(editor).post(`${nouveau}/${path}`, sent, foreign)).status).toBe(403)
    expect(await waiting()).toEqual([])
  })

  test('is no draft too many: the form says so, and keeps what was typed', async () => {
    const member = await person(pages.deps, 'contributor')
    const { db } = pages.deps
    const row = { kind: 'news', title: 'x', authorId: member.id, createdAt: 1, updatedAt: 1 }
    await db.write(
      Array.from({ length: mostDrafts }, (_, at) =>
        db.make.insert(entries).values({ ...row, id: `d${at}`, slug: `d${at}`, state: 'draft' }),
      ),
    )
    const sent = { ...(await fresh(member)), title: 'Une de plus', outcome: 'draft' }
    const answer = await pages.as(member).post(nouveau, sent)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('beaucoup de brouillons')
    expect(formIn(answer, nouveau)['title']).toBe('Une de plus')
    expect((await kept(member, sent)).status).toBe(422)
    expect(await all()).toHaveLength(mostDrafts)
  })

  test('goes after two months', async () => {
    await kept(editor, { ...(await fresh()), title: '' })
    pages.deps.pass(keptFor + 1)
    await forgetOldTyped(pages.deps)
    expect(await waiting()).toEqual([])
  })
})

describe('a preview while one types', () => {
  const seen = (sent: Record<string, string | string[]>, path = `${nouveau}/apercu`) =>
    pages.as(editor).post(path, sent)

  test('shows what is there already, here and as on Mastodon, with advice, and keeps nothing', async () => {
    const job = formIn(await pages.as(editor).get('/emplois/nouveau'), '/emplois/nouveau')
    const answer = await seen(
      { ...job, title: 'Une offre', payMin: 'beaucoup', body: '**Fort**' },
      '/emplois/nouveau/apercu',
    )
    expect(answer.status).toBe(200)
    expect(answer.text).toContain('<strong>Fort</strong>')
    expect(answer.text).toContain('Cette partie se voit une fois le brouillon complet')
    expect(answer.text).toContain('Une fourchette de salaire')
    expect(answer.text).not.toContain('<html')
    const whole = await seen(
      { ...job, title: 'Une offre', contract: 'cdi', payMin: '2000' },
      '/emplois/nouveau/apercu',
    )
    expect(whole.text).toContain('@emplois@hub.example')
    expect(whole.text).toMatch(/advice-done(?:(?!<li).)*Une fourchette de salaire/s)
    expect(await all()).toEqual([])
    expect(await waiting()).toEqual([])
  })

  test('is made of text, whatever was typed', async () => {
    const evil = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    const answer = await seen({
      ...(await fresh()),
      title: evil,
      summary: evil,
      tags: evil,
      place: evil,
      imageAlt: `"><script>alert(1)</script>`,
      body: `${evil}\n\n[x](javascript:alert(1))\n\n![a"onload="x](https://ailleurs.example/x.png)`,
    })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toMatch(/<script|<img src=x|<img[^>]*ailleurs|href="javascript|<[^>]+\son\w+=/)
  })
})
