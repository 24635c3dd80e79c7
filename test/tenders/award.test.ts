import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { lotCounts } from '../../server/entries/lot-counts.ts'
import { entryById } from '../../server/entries/queries.ts'
import { sample, tenderIn, type Lot } from '../../server/kinds/tender/fields.ts'
import { locales } from '../../views/language.tsx'
import { eventsOf } from '../api/job.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published, received } from '../support/publish.ts'
import { formIn, openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let editor: Viewer
beforeAll(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
})
afterAll(() => pages.close())

const plain: Lot = { ...(sample.lots[1] as Lot), social: 'none', openTo: [] }
const two = [
  { ...plain, number: 1 },
  { ...plain, number: 3, title: 'Élagage' },
]
const published2 = (title: string) =>
  published(pages.deps, editor, 'tender', { title }, { lots: two, deadline: '2026-11-24T12:00' })
const lotsOf = async (id: string) => {
  const entry = await entryById(pages.deps, id)
  return tenderIn(entry?.fields ?? null)?.lots ?? []
}
const award = {
  state: 'awarded',
  awardHolders: 'Les Jardins du fleuve\r\nAtelier des berges',
  awardAmount: '78 000',
  awardDate: '2027-02-10',
  awardOffers: '3',
  awardGrouping: 'joint',
  awardSource: 'https://marches.boucle.example/avis',
}

describe('what became of a lot', () => {
  test('is recorded after its tender is over, shown on its page and told to followers', async () => {
    const { envelope } = await published2('Parcs')
    const path = `${envelope.path}/lots/3`
    await pages.as(editor).post(`${envelope.path}/cloture`)
    const browser = pages.as(editor)
    const lot = await browser.get(path)
    expect(lot.text).toContain(`href="${path}/attribution"`)
    const form = formIn(await browser.get(`${path}/attribution`), `${path}/attribution`)
    expect(form).toMatchObject({ state: 'open', awardHolders: '' })
    const before = pages.wakes()
    const answer = await browser.post(`${path}/attribution`, { ...form, ...award })
    expect(answer).toMatchObject({ status: 303, location: path })
    expect(pages.wakes()).toBe(before + 1)
    const [first, second] = await lotsOf(envelope.id)
    expect(first).toEqual(two[0])
    expect(second).toEqual({
      ...two[1],
      state: 'awarded',
      awardHolders: ['Les Jardins du fleuve', 'Atelier des berges'],
      awardAmount: 78000,
      awardDate: '2027-02-10',
      awardOffers: 3,
      awardGrouping: 'joint',
      awardSource: 'https://marches.boucle.example/avis',
    })
    expect(await eventsOf({ deps: pages.deps }, envelope.id)).toEqual([
      'entry.published',
      'entry.closed',
      'entry.revised',
    ])
    const { text } = await pages.as().get(path)
    for (const said of ['Attribué', 'Les Jardins du fleuve', '10 février 2027', 'Groupement solidaire'])
      expect(text).toContain(said)
    expect(text).not.toContain('/attribution"')
    // Sent again, it finds its work done and tells nobody anew.
    const again = await browser.post(`${path}/attribution`, { ...form, ...award })
    expect(again).toMatchObject({ status: 303, location: path })
    expect(await eventsOf({ deps: pages.deps }, envelope.id)).toHaveLength(3)
  })

  test('says all that is wrong beside its field, and keeps what was typed', async () => {
    const { envelope } = await published2('Haies')
    const at = `${envelope.path}/lots/1/attribution`
    const form = formIn(await pages.as(editor).get(at), at)
    const wrong = { ...award, awardHolders: '', awardAmount: 'beaucoup', awardDate: '2027-02-30' }
    const { status, text } = await pages.as(editor).post(at, { ...form, ...wrong })
    expect(status).toBe(422)
    expect(await pageFaults(text)).toEqual([])
    expect(text).toContain('href="#f-awardAmount"')
    expect(text).toContain('href="#f-awardDate"')
    expect(text).toContain('value="beaucoup"')
    const nobody = await pages.as(editor).post(at, { ...form, ...award, awardHolders: ' ' })
    expect([nobody.status, nobody.text.includes('href="#f-awardHolders"')]).toEqual([422, true])
    expect(await lotsOf(envelope.id)).toEqual(two)
  })

  test('loses no text when somebody changed the tender meanwhile', async () => {
    const { envelope } = await published2('Talus')
    const at = (number: number) => `${envelope.path}/lots/${number}/attribution`
    const mine = formIn(await pages.as(editor).get(at(1)), at(1))
    const theirs = formIn(await pages.as(editor).get(at(3)), at(3))
    expect((await pages.as(editor).post(at(3), { ...theirs, ...award })).status).toBe(303)
    const late = await pages.as(editor).post(at(1), { ...mine, ...award, awardHolders: 'Nous' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Quelqu’un a changé ce marché entre-temps')
    const again = formIn(late, at(1))
    expect(again['awardHolders']).toBe('Nous')
    expect((await pages.as(editor).post(at(1), again)).status).toBe(303)
    expect((await lotsOf(envelope.id)).map(({ awardHolders }) => awardHolders.length)).toEqual([1, 2])
  })

  test('is for those who may change the tender alone, and for tenders of ours', async () => {
    const { envelope } = await published2('Quais')
    await received(pages.deps, 'tender', {
      title: 'Ailleurs encore',
      url: 'https://ailleurs.example/marches/x',
    })
    const contributor = await person(pages.deps, 'contributor')
    for (const at of [`${envelope.path}/lots/1/attribution`, '/marches/ailleurs-encore/lots/3/attribution']) {
      for (const viewer of [contributor, await person(pages.deps, 'member')]) {
        expect((await pages.as(viewer).get(at)).status).toBe(403)
        expect((await pages.as(viewer).post(at, { ...award, revision: '1' })).status).toBe(403)
      }
      expect((await pages.as().post(at, award)).status).toBe(401)
    }
    const elsewhere = '/marches/ailleurs-encore/lots/3/attribution'
    expect((await pages.as(editor).post(elsewhere, { ...award, revision: '1' })).status).toBe(403)
    expect((await pages.as(editor).get(`${envelope.path}/lots/2/attribution`)).status).toBe(404)
    expect(await lotsOf(envelope.id)).toEqual(two)
  })

  test('changes nothing else, whatever is sent along', async () => {
    const { envelope } = await published2('Berges')
    const at = `${envelope.path}/lots/1/attribution`
    const form = formIn(await pages.as(editor).get(at), at)
    const more = { title: 'Autre', number: '3', buyer: 'Autre', 'lots.0.title': 'x', parts: 'lots.remove.0' }
    expect((await pages.as(editor).post(at, { ...form, ...more, state: 'unsuccessful' })).status).toBe(303)
    expect(await lotsOf(envelope.id)).toEqual([{ ...two[0], state: 'unsuccessful' }, two[1]])
  })

  test.each(locales)('has a form that validates, in %s', async (locale) => {
    const { envelope } = await published2('Rives')
    const at = `${envelope.path}/lots/1/attribution`
    const { text } = await pages.as({ ...editor, locale }).get(at, { 'accept-language': locale })
    expect(text).toContain(`<html lang="${locale}"`)
    expect(await pageFaults(text)).toEqual([])
  })
})

describe('what is counted under the list of tenders', () => {
  test('is of this hub’s own alone, without what was withdrawn, and says when there is nothing', async () => {
    const empty = await openPages()
    const by = await person(empty.deps, 'editor')
    await received(empty.deps, 'tender', { title: 'Ailleurs' })
    expect((await empty.as().get('/marches')).text).toContain('Pas encore de données')
    await published(
      empty.deps,
      by,
      'tender',
      {},
      {
        lots: [
          { ...plain, number: 1, social: 'both', openTo: ['scop'] },
          { ...plain, number: 2, social: 'clause', reservation: 'ess' },
          { ...plain, number: 3, state: 'awarded' },
          { ...plain, number: 4, social: 'both', openTo: ['scic'], reservation: 'ess', state: 'withdrawn' },
        ],
      },
    )
    await published(empty.deps, by, 'tender', {}, { lots: [] })
    await published(empty.deps, by, 'tender', {}, { lots: [{ ...plain, state: 'withdrawn' }] })
    expect(await lotCounts(empty.deps.db)).toEqual({
      tenders: 3,
      allotted: 1,
      lots: 3,
      clause: 2,
      criterion: 1,
      reserved: 1,
      cooperatives: 1,
      awarded: 1,
    })
    const { text } = await empty.as().get('/marches')
    expect(text).toContain('1 sur 3')
    expect(text).toContain('2 sur 3')
    expect(await pageFaults(text)).toEqual([])
    await empty.close()
  })
})
