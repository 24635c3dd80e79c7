import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Role, Viewer } from '../../server/accounts/viewer.ts'
import { deleteAccount } from '../../server/accounts/departure.ts'
import { locales } from '../../views/language.tsx'
import { formIn } from '../web/pages.ts'
import { openRooms, stranger, type Rooms } from '../moderation/rooms.ts'
import { pageFaults } from '../support/markup.ts'
import { messageFrom } from '../support/messages.ts'
import { person, published } from '../support/publish.ts'

let rooms: Rooms
let editor: Viewer
let bruno: Awaited<ReturnType<typeof stranger>>
beforeEach(async () => {
  rooms = await openRooms()
  editor = await person(rooms.deps, 'editor')
  bruno = await stranger(rooms.deps, 'ailleurs.example')
})
afterEach(() => rooms.close())

const write = (change: Parameters<typeof messageFrom>[2] = {}) => messageFrom(rooms.deps, bruno, change)
const see = async (query = '', viewer = editor) => (await rooms.as(viewer).get(`/messages${query}`)).text

/** Presses the button of a message, as the page that shows it offers it. */
async function press(id: string, act: string, { viewer = editor, from = '' } = {}) {
  const browser = rooms.as(viewer)
  const form = formIn(await browser.get(`/messages${from}`), `/messages/${id}/${act}`)
  return browser.post(`/messages/${id}/${act}`, form)
}

describe('the page of messages', () => {
  test.each<[Role, number]>([
    ['admin', 200],
    ['moderator', 200],
    ['editor', 200],
    ['facilitator', 403],
    ['contributor', 403],
    ['member', 403],
  ])('answers a person whose role is %s with %i, and so do its buttons', async (role, status) => {
    const { id } = await write({ html: '<p>Confidence</p>' })
    const viewer = await person(rooms.deps, role)
    const page = await rooms.as(viewer).get('/messages')
    expect(page.status).toBe(status)
    expect(page.text.includes('Confidence')).toBe(status === 200)
    for (const act of ['traiter', 'rouvrir', 'effacer'])
      expect((await rooms.as(viewer).post(`/messages/${id}/${act}`)).status).toBe(status === 200 ? 303 : 403)
  })

  test('asks a visitor to sign in, and tells nothing', async () => {
    const { id } = await write({ html: '<p>Confidence</p>' })
    const page = await rooms.as().get('/messages')
    expect([page.status, page.text.includes('Confidence')]).toEqual([401, false])
    expect((await rooms.as().post(`/messages/${id}/effacer`)).status).toBe(401)
    expect(await see()).toContain('Confidence')
  })

  test('is kept by no cache and found by no search engine', async () => {
    const { headers, text } = await rooms.as(editor).get('/messages')
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(text).toContain('content="noindex"')
  })

  test('shows who writes, from where, to whom, when and what, with the way to the original', async () => {
    await write({
      ...{ addressed: ['hub', 'emplois'], title: 'Une question', html: '<p>Good <b>morning</b></p>' },
      ...{
        language: 'en',
        url: 'https://ailleurs.example/@bruno/1',
        publishedAt: rooms.deps.now() - 7_200_000,
      },
    })
    const text = await see()
    for (const part of [
      '<a href="https://ailleurs.example/@bruno" rel="nofollow noopener ugc">bruno de ailleurs.example</a>',
      '@bruno@ailleurs.example',
      'À @hub@hub.example, @emplois@hub.example',
      'il y a 2 heures',
      '<p lang="en" dir="ltr"><b>Une question</b></p>',
      '<div class="prose" lang="en" dir="ltr"><p>Good <b>morning</b></p></div>',
      '<a href="https://ailleurs.example/@bruno/1" rel="nofollow noopener ugc">Voir l’original</a>',
      'En public',
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('En privé')
  })

  test('says what was said in private, and under which entry', async () => {
    const { envelope } = await published(rooms.deps, editor, 'job', { title: 'Menuisière' })
    await write({ public: false, entryN: envelope.n, html: '' })
    const text = await see()
    expect(text).toContain('En privé')
    expect(text).toContain(`En réponse à <a href="${envelope.path}">Menuisière</a>`)
    expect(text).toContain('Sans texte')
  })

  test('covers the words with their content warning', async () => {
    await write({ summary: 'Colère <& co>', html: '<p>Cri</p>' })
    expect(await see()).toContain(
      '<details class="content-warning"><summary>Colère &lt;&amp; co&gt;</summary><p>Cri</p></details>',
    )
  })

  test('leads to no address that acts', async () => {
    await write({ url: 'javascript:alert(1)' })
    expect(await see()).not.toContain('javascript:')
  })

  test('shows the newest arrival first, whatever date it claims, twenty at a time', async () => {
    for (const host of ['a.example', 'b.example', 'c.example'])
      for (let at = 0; at < 8; at++)
        await messageFrom(rooms.deps, await stranger(rooms.deps, host), {
          html: `<p>${host} n° ${at}</p>`,
          publishedAt: rooms.deps.now() - at * 1_000,
        })
    const pages = [await see(), await see('?page=2')]
    const said = pages.map((text) => [...text.matchAll(/<p>(\w\.example n° \d)/g)].map(([, words]) => words))
    expect(said.map(({ length }) => length)).toEqual([20, 4])
    expect([said[0]?.[0], said[1]?.at(-1)]).toEqual(['c.example n° 7', 'a.example n° 0'])
    expect(pages[0]).toContain('href="/messages?page=2"')
    expect((await rooms.as(editor).get('/messages?page=9')).location).toBe('/messages')
  })

  test('that is empty teaches how a message arrives', async () => {
    const text = await see()
    expect(text).toContain('Aucun message à traiter')
    expect(text).toContain('@emplois@hub.example')
    expect(await see('?etat=traites')).toContain('90 jours')
  })

  test('says that the hub cannot reply, and how long it keeps what', async () => {
    await write()
    const text = await see()
    for (const words of ['ne sait pas encore répondre', '90 jours', 'au plus 10 messages', '50 d’un serveur'])
      expect(text).toContain(words)
  })
})

describe('a message', () => {
  test('that was seen to leaves the list, and bears who did it and when; the first of two stays', async () => {
    const { id } = await write()
    const second = await person(rooms.deps, 'admin')
    expect((await press(id, 'traiter')).location).toBe('/messages')
    rooms.deps.pass(3_600_000)
    expect((await rooms.as(second).post(`/messages/${id}/traiter`)).status).toBe(303)
    expect(await see()).not.toContain('<article')
    const text = await see('?etat=traites')
    expect(text).toMatch(/Traité par Camille \(editor\) · <time[^>]*>il y a 1 heure/)
  })

  test('that is reopened waits again, and nobody has seen to it', async () => {
    const { id } = await write()
    await press(id, 'traiter')
    const answer = await press(id, 'rouvrir', { from: '?etat=traites' })
    expect([answer.status, answer.location]).toEqual([303, '/messages?etat=traites'])
    expect(await see()).toContain('Marquer comme traité')
    expect(await see()).not.toContain('Traité par')
  })

  test('that is erased is gone, and its address is known so that it does not come back', async () => {
    const { id, apId } = await write({ html: '<p>Adieu</p>' })
    expect((await press(id, 'effacer')).status).toBe(303)
    expect(await see()).not.toContain('Adieu')
    const stones = await rooms.deps.db.query('SELECT id, final FROM tombstones')
    expect(stones.rows.map((row) => [row['id'], row['final']])).toEqual([[apId, 1]])
    for (const act of ['traiter', 'rouvrir', 'effacer'])
      expect((await rooms.as(editor).post(`/messages/${id}/${act}`)).status).toBe(404)
  })

  test('is changed by no form of another site', async () => {
    const { id } = await write()
    for (const act of ['traiter', 'effacer'])
      for (const headers of [{ origin: 'https://ailleurs.example' }, {}])
        expect((await rooms.as(editor).post(`/messages/${id}/${act}`, {}, headers)).status).toBe(403)
    expect(await see()).toContain('Marquer comme traité')
  })

  test('leads nobody to another site by its form', async () => {
    const { id } = await write()
    const answer = await rooms.as(editor).post(`/messages/${id}/traiter`, { retour: '//ailleurs.example' })
    expect(answer.location).toBe('/messages')
  })

  test('leads a moderator to the block of its sender, filled in; an editor cannot block', async () => {
    await write()
    const moderator = await person(rooms.deps, 'moderator')
    const [, link = ''] = /href="(\/moderation\/blocages\?[^"]+)"/.exec(await see('', moderator)) ?? []
    expect(await see()).not.toContain('/moderation/blocages')
    const page = await rooms.as(moderator).get(link)
    expect(page.status).toBe(200)
    expect(formIn(page, '/moderation/blocages')).toMatchObject({ type: 'actor', target: bruno.id })
    expect(await pageFaults(page.text)).toEqual([])
  })

  test('goes on to say that it was seen to when the account of who did it is gone', async () => {
    const { id } = await write()
    await press(id, 'traiter')
    await person(rooms.deps, 'admin')
    await deleteAccount(rooms.deps, editor, [])
    expect(await see('?etat=traites', await person(rooms.deps, 'moderator'))).toContain(
      'Traité par un compte effacé',
    )
  })
})

test.each(locales)('in %s every state of the page is sound', async (locale) => {
  const viewer = { ...(await person(rooms.deps, 'admin')), locale }
  const isSound = async (path: string): Promise<void> => {
    const { status, text } = await rooms.as(viewer).get(path)
    expect([status, await pageFaults(text)], path).toEqual([200, []])
    expect(text).toContain(`<html lang="${locale}"`)
  }
  for (const path of ['/messages', '/messages?etat=traites']) await isSound(path)
  for (const change of [{}, { public: false }, { summary: 'Attention', title: 'Un titre', html: '' }])
    await write(change)
  const { id } = await write()
  await press(id, 'traiter', { viewer })
  for (const path of ['/messages', '/messages?etat=traites']) await isSound(path)
})
