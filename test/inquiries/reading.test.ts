import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { memberships } from '../../db/schema/accounts.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { userById, viewerOf } from '../../server/accounts/store.ts'
import type { Role, Viewer } from '../../server/accounts/viewer.ts'
import { locales } from '../../views/language.tsx'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { open, openInquiries, wrote, zoe } from './place.ts'

let pages: Awaited<ReturnType<typeof openInquiries>>
beforeEach(async () => {
  pages = await openInquiries()
})
afterEach(() => pages.close())

const bruno = { name: 'Bruno', email: 'bruno@exemple.example', body: '=HYPERLINK("https://piege.example")' }
const row = async () => (await pages.deps.db.read.select().from(inquiries))[0]

describe('those who publish', () => {
  test('read who wrote, see to it, take that back and erase', async () => {
    const { path } = await open.job(pages)
    await wrote(pages, path)
    const editor = pages.as(pages.editor)
    const id = (await row())?.id ?? ''
    const press = async (act: string) => {
      const form = formIn(await editor.get(`${path}/demandes`), `${path}/demandes/${id}/${act}`)
      expect((await editor.post(`${path}/demandes/${id}/${act}`, form)).location).toBe(`${path}/demandes`)
      return (await editor.get(`${path}/demandes`)).text
    }
    const list = await editor.get(`${path}/demandes`)
    expect(list.headers.get('cache-control')).toBe('private, no-store')
    expect(list.text).toContain(zoe.body)
    expect(list.text).toContain(`mailto:${zoe.email}?subject=Une%20annonce%20(job)`)
    expect(await press('traiter')).toContain('Traitée par Camille (editor)')
    expect(await press('rouvrir')).not.toContain('Traitée par')
    expect(await press('effacer')).toContain('Aucune candidature')
    expect(await row()).toBe(undefined)
  })

  test('are told on their desk, on the entry and at the head of their pages', async () => {
    const { path } = await open.event(pages)
    await wrote(pages, path)
    const editor = pages.as(pages.editor)
    expect((await editor.get('/brouillons')).text).toMatch(/1\spersonne attend une réponse/)
    expect((await editor.get(path)).text).toContain('Inscriptions (1)')
    expect((await editor.get('/demandes')).text).toContain(
      `<a href="${path}/demandes">Une annonce (event)</a>`,
    )
  })

  test('take the table home, where no cell is a formula', async () => {
    const { path } = await open.job(pages)
    await wrote(pages, path, bruno)
    const { text, headers } = await pages.as(pages.editor).get(`${path}/demandes.csv`)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(text).toContain(`"'=HYPERLINK(""https://piege.example"")"`)
  })

  test.each(locales)('have pages in %s that validate', async (locale) => {
    const { path } = await open.event(pages)
    await wrote(pages, path)
    for (const at of [`${path}/demandes`, '/demandes', '/brouillons']) {
      const { status, text } = await pages.as({ ...pages.editor, locale }).get(at)
      expect([status, await pageFaults(text)], at).toEqual([200, []])
    }
  })
})

describe('nobody else', () => {
  test.each<[Role, number]>([
    ['admin', 200],
    ['editor', 200],
    ['moderator', 403],
    ['facilitator', 403],
    ['contributor', 403],
    ['member', 403],
  ])('a person whose role is %s is answered %i, with and without the buttons', async (role, status) => {
    const { path } = await open.job(pages)
    await wrote(pages, path)
    const id = (await row())?.id ?? ''
    const one = pages.as(await person(pages.deps, role))
    expect((await one.get(`${path}/demandes`)).status).toBe(status)
    expect((await one.get(`${path}/demandes.csv`)).status).toBe(status)
    expect((await one.get(path)).text.includes('Candidatures (1)')).toBe(status === 200)
    for (const act of ['traiter', 'rouvrir', 'effacer'])
      expect((await one.post(`${path}/demandes/${id}/${act}`)).status).toBe(status === 200 ? 303 : 403)
  })

  test('a visitor is asked to sign in, and learns nothing', async () => {
    const { path } = await open.job(pages)
    await wrote(pages, path)
    for (const at of [`${path}/demandes`, `${path}/demandes.csv`, '/demandes']) {
      const { status, text } = await pages.as().get(at)
      expect([status, text.includes(zoe.name)]).toEqual([401, false])
    }
  })

  test('the people of one organisation read theirs, and not those of another', async () => {
    const mine = await organisation('Les Ateliers')
    const theirs = await organisation('La Ruche')
    const editor = await editorOf(mine)
    const [own, other] = [await job(mine), await job(theirs)]
    await wrote(pages, own, zoe)
    await wrote(pages, other, bruno)
    const one = pages.as(editor)
    expect((await one.get(`${own}/demandes`)).status).toBe(200)
    expect((await one.get(`${other}/demandes`)).status).toBe(403)
    const all = (await one.get('/demandes')).text
    expect([all.includes(own), all.includes(other)]).toEqual([true, false])
    // By its id, under an entry of their own.
    const rows = await pages.deps.db.read.select().from(inquiries)
    const id = rows.find(({ email }) => email === bruno.email)?.id ?? ''
    expect((await one.post(`${own}/demandes/${id}/effacer`)).status).toBe(404)
    expect(await pages.deps.db.read.$count(inquiries)).toBe(2)
  })
})

const organisation = async (title: string): Promise<string> =>
  (await published(pages.deps, pages.editor, 'organisation', { title })).envelope.id

async function job(organisationId: string): Promise<string> {
  const shared = { title: 'Une offre', organisation: organisationId }
  return (await published(pages.deps, pages.editor, 'job', shared, { applyUrl: null })).envelope.path
}

async function editorOf(organisationId: string): Promise<Viewer> {
  const { id } = await person(pages.deps, 'member')
  const { db, now } = pages.deps
  const row = { userId: id, organisationId, role: 'editor', createdAt: now() } as const
  await db.write([db.make.insert(memberships).values(row)])
  const user = await userById(db, id)
  if (user === undefined) throw new Error('The account is gone.')
  return viewerOf(db, user, null)
}
