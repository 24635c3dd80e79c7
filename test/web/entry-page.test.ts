import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { actors, reactions } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { eraseReceived } from '../../server/entries/receive.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { openPages, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterEach(() => pages.close())

const get = (path: string, headers: Record<string, string> = {}) => pages.as().get(path, headers)
const ours = { title: 'Menuisière', summary: 'Un poste.', place: '92036', body: 'Texte.' }

describe('the page of an entry', () => {
  test('sends other servers to its object, and tells caches that it depends', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', ours)
    for (const accept of [
      'application/activity+json, application/ld+json',
      'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
      'application/activity+json, text/html;q=0.1',
    ]) {
      const answer = await get(envelope.path, { accept })
      expect(answer).toMatchObject({ status: 302, location: `https://hub.example/ap/objects/${envelope.id}` })
      expect(answer.headers.get('vary')).toContain('Accept')
    }
    for (const accept of [
      'text/html,application/xhtml+xml,*/*;q=0.8',
      '*/*',
      'text/html, application/activity+json;q=0.5',
    ]) {
      const answer = await get(envelope.path, { accept })
      expect(answer.status, accept).toBe(200)
      expect(answer.headers.get('vary')).toMatch(/\bAccept\b(?!-)/)
    }
    const page = await get(envelope.path)
    expect(page.text).toContain(
      `<link rel="alternate" type="application/activity+json" href="https://hub.example/ap/objects/${envelope.id}"`,
    )
  })

  test('names the account that says it, for those who show its card', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', ours)
    expect((await get(envelope.path)).text).toContain(
      '<meta name="fediverse:creator" content="@emplois@hub.example"/>',
    )
    const news = await published(pages.deps, editor, 'news', ours)
    expect((await get(news.envelope.path)).text).toContain('content="@hub@hub.example"')
  })

  test('carries its markup for search engines while it is open, and no longer', async () => {
    const { id } = (await published(pages.deps, editor, 'organisation', { title: 'Les Ateliers' })).envelope
    const { envelope } = await published(pages.deps, editor, 'job', { ...ours, organisation: id })
    const block = () =>
      get(envelope.path).then(
        ({ text }) => /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1],
      )
    expect(JSON.parse((await block()) ?? '')).toMatchObject({ '@type': 'JobPosting', title: 'Menuisière' })
    await pages.as(editor).post(`${envelope.path}/cloture`)
    expect(await block()).toBeUndefined()
  })

  test('lets no text out of its place', async () => {
    const hostile = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'><!--'
    const { id } = (await published(pages.deps, editor, 'organisation', { title: hostile })).envelope
    const { envelope } = await published(
      pages.deps,
      editor,
      'job',
      {
        title: hostile,
        organisation: id,
        place: '92036',
        summary: hostile,
        body: `${hostile}\n\n[lien](javascript:alert(3))`,
        tags: ['<b>x</b>', 'a"b'],
      },
      { occupation: hostile, applyText: hostile },
    )
    for (const path of [
      envelope.path,
      '/emplois',
      '/',
      '/recherche?q=alert',
      `${envelope.path}?repondre=${encodeURIComponent(hostile)}`,
    ]) {
      const { text } = await pages.as(editor).get(path)
      expect(text, path).not.toMatch(/<script>alert|<img src=x|<b>x<\/b>|href="javascript:/)
      expect(await pageFaults(text), path).toEqual([])
    }
    const edit = await pages.as(editor).get(`${envelope.path}/modifier`)
    expect(edit.text).not.toMatch(/<script>alert|<img src=x|<b>x<\/b>/)
    expect(await pageFaults(edit.text)).toEqual([])
    const markup =
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec((await get(envelope.path)).text)?.[1] ?? ''
    expect(markup).not.toContain('<')
    expect(JSON.parse(markup)).toMatchObject({
      title: expect.stringContaining('</script><script>') as unknown,
    })
  })

  test('counts the likes and boosts that came from elsewhere', async () => {
    const { envelope } = await published(pages.deps, editor, 'job', ours)
    await received(pages.deps, 'job')
    const { db } = pages.deps
    const [actor] = await db.read.select().from(actors)
    const row = { actorN: actor?.n ?? 0, objectId: `/ap/objects/${envelope.id}`, createdAt: 0 }
    await db.write([
      db.make.insert(reactions).values([
        { ...row, type: 'like' },
        { ...row, type: 'boost' },
      ]),
    ])
    const { text } = await get(envelope.path)
    expect(text).toContain('1\u00a0mention «\u00a0J’aime\u00a0»')
    expect(text).toContain('1\u00a0partage')
  })

  test('of an event gives its date for one’s own calendar', async () => {
    const { envelope } = await published(pages.deps, editor, 'event', { ...ours, title: 'Le forum' })
    const answer = await get(`${envelope.path}.ics`)
    expect(answer.headers.get('content-type')).toContain('text/calendar')
    expect(answer.text).toContain('SUMMARY:Le forum')
    expect((await get('/agenda/rien.ics')).status).toBe(404)
  })

  test('of an organisation says how to follow it, when it has an account', async () => {
    const { envelope } = await published(pages.deps, editor, 'organisation', { title: 'Les Ateliers' })
    expect((await get(envelope.path)).text).not.toContain('Suivre Les Ateliers')
    const { db } = pages.deps
    const actor = {
      id: '/ap/actors/ateliers',
      local: true,
      type: 'Organization',
      handle: 'ateliers',
      createdAt: 0,
    }
    await db.write([db.make.insert(actors).values({ ...actor, role: 'organisation', entryId: envelope.id })])
    const { text } = await get(envelope.path)
    expect(text).toContain('@ateliers@hub.example')
    // An account is written to; what is answered is a post.
    expect(text).not.toContain('Depuis votre propre serveur')
  })
})

describe('the page of an entry from elsewhere', () => {
  const remote = async () => {
    const { apId } = await received(pages.deps, 'job', {
      title: 'Offre d’ailleurs',
      url: 'https://ailleurs.example/emplois/1',
    })
    const [row] = await pages.deps.db.read.select().from(entries).where(eq(entries.apId, apId))
    return { apId, n: row?.n ?? 0, originN: row?.originN ?? 0, path: `/emplois/${row?.slug}` }
  }

  test('says where it comes from, and leaves search engines to its home', async () => {
    const { path } = await remote()
    const { text } = await get(path)
    expect(text).toContain('<link rel="canonical" href="https://ailleurs.example/emplois/1"/>')
    expect(text).toContain('<meta name="robots" content="noindex"/>')
    expect(text).toContain('La lire sur ailleurs.example')
    expect(text).not.toContain('application/ld+json')
    expect((await get('/sitemap-0.xml')).text).not.toContain(path)
    expect((await get('/emplois')).text).toContain('ailleurs.example')
  })

  test('gives no date of somebody else’s for one’s own calendar', async () => {
    const { apId } = await received(pages.deps, 'event', { title: 'Forum d’ailleurs' })
    const [row] = await pages.deps.db.read.select().from(entries).where(eq(entries.apId, apId))
    const path = `/agenda/${row?.slug}`
    expect((await get(path)).text).not.toContain('.ics')
    expect((await get(`${path}.ics`)).status).toBe(404)
  })

  test('offers nobody to change it', async () => {
    const { path } = await remote()
    const admin = pages.as(await person(pages.deps, 'admin'))
    expect((await admin.get(path)).text).not.toContain('/modifier')
    expect((await admin.get(`${path}/modifier`)).status).toBe(403)
    expect((await admin.post(path, { _method: 'DELETE' })).status).toBe(403)
    expect((await admin.post(`${path}/cloture`)).status).toBe(403)
  })

  test('never leads to an address that is a script', async () => {
    const { path, n } = await remote()
    const { db } = pages.deps
    await db.write([db.make.update(entries).set({ url: 'javascript:alert(1)' }).where(eq(entries.n, n))])
    expect((await get(path)).text).not.toContain('href="javascript:')
  })

  test('answers 410 once its home has erased it', async () => {
    const { path, apId, originN } = await remote()
    const { steps } = await eraseReceived(pages.deps, { apId, originN }, true)
    await pages.deps.db.write(steps)
    expect((await get(path)).status).toBe(410)
  })
})
