import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { supports } from '../../db/schema/supports.ts'
import { close } from '../../server/entries/commands.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { confirmWithin } from '../../server/supports/commands.ts'
import { forgetSupports } from '../../server/supports/forget.ts'
import { carriesSecret, pathForLog } from '../../server/web/secret-paths.ts'
import { dumpOf } from '../support/dump.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { askFor, openSupports, proposal, supported, visitor } from './place.ts'

let pages: Awaited<ReturnType<typeof openSupports>>
let path = ''
beforeEach(async () => {
  pages = await openSupports()
  path = (await proposal(pages)).envelope.path
})
afterEach(() => pages.close())

const rows = () => pages.deps.db.read.select().from(supports)
const shown = async (at = path) => (await visitor(pages).get(at)).text

describe('somebody without an account', () => {
  test('supports a proposal by the link of a letter, and only the button counts', async () => {
    expect(await shown()).toContain(
      'Personne n’a encore confirmé par e-mail · 0\u00a0j’aime depuis le fédivers',
    )
    expect(await pageFaults((await visitor(pages).get(`${path}/soutenir`)).text)).toEqual([])
    const { answer, link } = await askFor(pages, path)
    expect([answer.status, answer.location]).toEqual([303, '/soutiens/lien-envoye'])
    const opened = await visitor(pages).get(link ?? '')
    expect([opened.status, opened.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(await pageFaults(opened.text)).toEqual([])
    expect(await rows()).toEqual([])
    expect((await visitor(pages).post(link ?? '', { acte: 'soutenir', name: 'Zoé' })).status).toBe(303)
    expect((await visitor(pages).get(link ?? '')).text).toContain('Votre soutien est compté')
    expect(await shown()).toContain('1\u00a0personne a confirmé par e-mail')
    expect(await shown()).toContain('Dont\u00a0: Zoé')
  })

  test('is counted without being named, unless they ask for it', async () => {
    await supported(pages, path, 'a@exemple.example')
    expect(await rows()).toMatchObject([{ name: null }])
    expect(await shown()).not.toContain('Dont\u00a0:')
  })

  test('takes it back by the same link, long afterwards, and nothing is left', async () => {
    const link = await supported(pages, path, 'a@exemple.example', 'Amel')
    pages.deps.pass(300 * 86_400_000)
    expect((await visitor(pages).get(link)).text).toContain('Retirer mon soutien')
    expect((await visitor(pages).post(link, { acte: 'retirer' })).location).toBe('/soutiens/retire')
    expect(await rows()).toEqual([])
    expect((await visitor(pages).post(link, { acte: 'soutenir' })).status).toBe(409)
    expect(await shown()).not.toContain('Amel')
  })

  test('leaves no address behind, neither when asking nor once counted', async () => {
    await askFor(pages, path, 'seulement-demande@exemple.example')
    await supported(pages, path, 'compte@exemple.example')
    const tables = JSON.stringify(await dumpOf(pages.deps))
    expect(tables).not.toMatch(/seulement-demande|compte@/)
  })

  test('has two marks on two proposals: nobody can tell that they are the same person', async () => {
    const other = (await proposal(pages, 'Un tiers')).envelope.path
    await supported(pages, path, 'a@exemple.example')
    await supported(pages, other, 'a@exemple.example')
    const [one, two] = await rows()
    expect(one?.mark).not.toBe(two?.mark)
  })

  test('hears the same whether they support it already or not', async () => {
    const first = await askFor(pages, path)
    await visitor(pages).post(first.link ?? '', { acte: 'soutenir' })
    const again = await askFor(pages, path)
    expect([again.answer.status, again.answer.location]).toEqual([303, '/soutiens/lien-envoye'])
    const [one, two] = pages.deps.letters
    expect(one?.text.replace(/http\S+/, '')).toBe(two?.text.replace(/http\S+/, ''))
  })
})

describe('a person counts once', () => {
  test('whatever the case of their address, and however often they press', async () => {
    for (const email of ['zoe@exemple.example', 'ZOE@Exemple.Example', ' Zoe@exemple.example '])
      await supported(pages, path, email)
    const { link } = await askFor(pages, (await proposal(pages, 'Autre')).envelope.path, 'a@exemple.example')
    await Promise.all(Array.from({ length: 8 }, () => visitor(pages).post(link ?? '', { acte: 'soutenir' })))
    expect((await rows()).map(({ entryN }) => entryN)).toHaveLength(2)
  })

  test('and an address with a + is another: it may be another person’s', async () => {
    await supported(pages, path, 'zoe@exemple.example')
    await supported(pages, path, 'zoe+associations@exemple.example')
    expect(await rows()).toHaveLength(2)
  })
})

describe('the link of the letter', () => {
  test('is made by this hub alone: another’s key, mark, day or entry opens nothing', async () => {
    const one = (await askFor(pages, path, 'a@exemple.example')).link ?? ''
    const two = (await askFor(pages, path, 'b@exemple.example')).link ?? ''
    const other = (await proposal(pages, 'Autre')).envelope.id
    const [, , entry = '', at = '', mark = '', key = ''] = one.split('/')
    const [, , , , mark2 = '', key2 = ''] = two.split('/')
    const later = (Number.parseInt(at, 36) + 1).toString(36)
    for (const forged of [
      [entry, at, mark2, key],
      [entry, at, mark, key2],
      [other, at, mark, key],
      [entry, later, mark, key],
      [entry, `0${at}`, mark, key],
      [entry, at.toUpperCase(), mark, key],
      [entry, '-1', mark, key],
      [entry, at, mark, `${key}x`],
      [entry, at, mark, '%00'],
    ]) {
      const link = `/soutiens/${forged.join('/')}`
      expect((await visitor(pages).get(link)).status, link).toBe(410)
      expect((await visitor(pages).post(link, { acte: 'soutenir' })).status, link).toBe(410)
      expect((await visitor(pages).post(link, { acte: 'retirer' })).status, link).toBe(410)
    }
    expect(await rows()).toEqual([])
  })

  test('cannot be made from what the database holds', async () => {
    const link = await supported(pages, path, 'a@exemple.example')
    const key = link.split('/')[5] ?? ''
    expect(key.length).toBeGreaterThan(40)
    expect(JSON.stringify(await dumpOf(pages.deps))).not.toContain(key)
  })

  test('confirms for a day, and not once the page is closed', async () => {
    const { link } = await askFor(pages, path)
    pages.deps.pass(confirmWithin + 1)
    expect((await visitor(pages).get(link ?? '')).text).toContain('plus de 24 heures')
    expect((await visitor(pages).post(link ?? '', { acte: 'soutenir' })).status).toBe(409)
    const entry = await proposal(pages, 'Bientôt close')
    const { link: second } = await askFor(pages, entry.envelope.path)
    await close(pages.deps, pages.editor, entry)
    expect((await visitor(pages).post(second ?? '', { acte: 'soutenir' })).status).toBe(409)
    expect(await rows()).toEqual([])
  })

  test('is left out of the log', () => {
    expect(pathForLog('/soutiens/0193/abc/def/ghi')).toBe('/soutiens/…')
    expect(carriesSecret('/soutiens/0193/abc/def/ghi')).toBe(true)
  })
})

describe('the form that anybody can send', () => {
  test('fills nobody’s mailbox, and tells a machine what it tells people', async () => {
    const statuses = []
    for (let n = 0; n < 5; n += 1) statuses.push((await askFor(pages, path)).answer.status)
    expect(statuses).toEqual([303, 303, 303, 429, 429])
    const before = pages.deps.letters.length
    const robot = { email: 'r@exemple.example', site: 'https://piege.example' }
    expect((await visitor(pages).post(`${path}/soutenir`, robot)).location).toBe('/soutiens/lien-envoye')
    expect(pages.deps.letters).toHaveLength(before)
    const wrong = await visitor(pages).post(`${path}/soutenir`, { email: 'pas une adresse' })
    expect([wrong.status, wrong.text.includes('value="pas une adresse"')]).toEqual([422, true])
    const abroad = await visitor(pages).post(
      `${path}/soutenir`,
      { email: 'a@exemple.example' },
      { origin: 'https://piege.example' },
    )
    expect(abroad.status).toBe(403)
  })

  test.each(['https://piege.example', 'votez@x.example', '<b>Zoé</b>', 'Zoé 2027', '-', 'é'.repeat(41)])(
    'takes %s for no first name',
    async (name) => {
      const { link } = await askFor(pages, path)
      expect((await visitor(pages).post(link ?? '', { acte: 'soutenir', name })).status).toBe(422)
      expect(await rows()).toEqual([])
    },
  )

  test('is not there for another hub’s proposal, a draft, news, or without mail', async () => {
    await received(pages.deps, 'proposal', { title: 'D’ailleurs' })
    const list = (await visitor(pages).get('/propositions')).text
    const [remote = ''] = /\/propositions\/d-ailleurs[^"]*/.exec(list) ?? []
    const page = await shown(remote)
    expect(page).toContain('Soutenir sur ailleurs.example')
    expect(page).not.toContain('/soutenir"')
    const news = await published(pages.deps, pages.editor, 'news')
    expect(await shown(news.envelope.path)).not.toContain('Soutien')
    expect((await askFor(pages, remote)).answer.status).toBe(409)
    expect((await askFor(pages, news.envelope.path)).answer.status).toBe(404)
    pages.deps.mailer = null
    expect(await shown()).not.toContain('/soutenir"')
    expect((await askFor(pages, path)).answer.status).toBe(409)
  })
})

test('a first name is taken away by those who publish or moderate, and by nobody else', async () => {
  await supported(pages, path, 'a@exemple.example', 'Malotru')
  const [row] = await rows()
  const n = String(row?.n)
  const member = await person(pages.deps, 'member')
  expect((await pages.as(member).post(`${path}/soutiens/prenom`, { n })).status).toBe(403)
  expect((await visitor(pages).post(`${path}/soutiens/prenom`, { n })).status).not.toBe(303)
  const other = (await proposal(pages, 'Autre')).envelope.path
  await pages.as(pages.editor).post(`${other}/soutiens/prenom`, { n })
  expect(await shown()).toContain('Malotru')
  const moderator = await person(pages.deps, 'moderator')
  expect((await pages.as(moderator).get(path)).text).toContain('Effacer le prénom Malotru')
  expect((await pages.as(moderator).post(`${path}/soutiens/prenom`, { n })).status).toBe(303)
  expect(await rows()).toMatchObject([{ name: null }])
  expect((await pages.as(moderator).post(`${path}/soutiens/prenom`, { n: '1 OR 1' })).status).toBe(422)
})

test('of what was withdrawn nobody’s support is kept', async () => {
  const entry = await proposal(pages, 'Retirée')
  await supported(pages, entry.envelope.path, 'a@exemple.example')
  await supported(pages, path, 'a@exemple.example')
  await withdraw(pages.deps, pages.editor, entry)
  await forgetSupports(pages.deps)
  expect(await rows()).toHaveLength(1)
})
