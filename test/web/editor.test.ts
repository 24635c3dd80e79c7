import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { communes } from '../../db/schema/places.ts'
import { entries, media } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { offeredLicences } from '../../server/entries/licences.ts'
import { fold } from '../../server/text/fold.ts'
import type { Browser } from '../accounts/browser.ts'
import { photograph } from '../media/images.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person } from '../support/publish.ts'
import { formIn, openPages, postWithFile, type Pages } from './pages.ts'

let pages: Pages
let editor: Viewer
let desk: Browser
beforeEach(async () => {
  pages = await openPages()
  editor = await person(pages.deps, 'editor')
  desk = pages.as(editor)
})
afterEach(() => pages.close())

const fresh = async (path: string) => formIn(await desk.get(path), path)

describe('the form of an entry', () => {
  test('offers a few licences in plain words first, and folds the others under a heading', async () => {
    const licences = new Map(offeredLicences.map((id) => [id as string, id as string]))
    Object.assign(pages.deps, { licences })
    const { text } = await desk.get('/ressources/nouveau')
    const list = /<select id="f-licence".*?<\/select>/s.exec(text)?.[0] ?? ''
    const [first = '', others = ''] = list.split('<optgroup label="Autres licences">')
    const plain = ['CC-BY-SA-4.0', 'CC-BY-4.0', 'CC0-1.0', 'etalab-2.0', 'ODbL-1.0', 'AGPL-3.0-or-later']
    expect([...first.matchAll(/value="([^"]*)"/g)].map(([, id]) => id)).toEqual([...plain, ''])
    expect(first).toContain('en citant l’auteur ou l’autrice')
    expect(others).toContain('value="MIT"')
  })

  test('says of each field what is truly asked', async () => {
    const label = async (path: string, id: string) =>
      new RegExp(`<label for="${id}">(.*?)</label>`, 's').exec((await desk.get(path)).text)?.[1]
    expect(await label('/actualites/nouveau', 'f-imageAlt')).toContain('(obligatoire avec une image)')
    expect(await label('/actualites/nouveau', 'f-summary')).toContain('(ceci ou le texte)')
    expect(await label('/emplois/nouveau', 'f-summary')).toContain('(facultatif)')
    expect(await label('/emplois/nouveau', 'f-applyUrl')).toContain('(un des trois moyens suffit)')
    expect((await desk.get('/annuaire/nouveau')).text).toMatch(/<legend>Secteurs<span[^>]*> \(facultatif\)/)
  })

  test('lets an event choose its clocks from a list, home first, and keeps one that came by the API', async () => {
    const { text } = await desk.get('/agenda/nouveau')
    const list = /<select id="f-timeZone".*?<\/select>/s.exec(text)?.[0] ?? ''
    expect(list).toMatch(/^<select[^>]*><option value="Europe\/Paris" selected="">/)
    expect(list).toContain('<option value="Indian/Reunion">La Réunion</option>')
    const away = await drafted(pages.deps, editor, 'event', {}, { timeZone: 'Europe/Brussels' })
    expect((await desk.get(`${away.envelope.path}/modifier`)).text).toContain(
      '<option value="Europe/Brussels" selected="">',
    )
  })

  test('names languages alike, with a capital', async () => {
    const { text } = await desk.get('/actualites/nouveau')
    for (const name of ['Français', 'Anglais', 'Basque']) expect(text).toContain(`>${name}</option>`)
  })

  test('asks of news something to read beside its title', async () => {
    const sent = { ...(await fresh('/actualites/nouveau')), title: 'Nue', outcome: 'publish' }
    const bare = await desk.post('/actualites/nouveau', sent)
    expect(bare.status).toBe(422)
    expect(bare.text).toContain('un titre seul n’apprend rien')
    expect((await desk.post('/actualites/nouveau', { ...sent, body: 'Du texte.' })).status).toBe(303)
  })
})

describe('a form that is not right', () => {
  test('comes back with every fault named, and nothing typed is lost', async () => {
    const sent: Record<string, string | string[]> = {
      ...(await fresh('/emplois/nouveau')),
      title: '',
      summary: 'Un <b>résumé</b>',
      body: 'Du texte\r\n\r\nsur deux lignes',
      contract: 'cdi',
      tags: 'un, deux',
      payMin: 'beaucoup',
      deadline: '2020-01-01',
      applyText: '',
      place: 'Atlantis',
      language: 'en',
      licence: 'CC-BY-SA-4.0',
      outcome: 'publish',
    }
    const answer = await desk.post('/emplois/nouveau', sent)
    expect(answer.status).toBe(422)
    expect(await pageFaults(answer.text)).toEqual([])
    expect(formIn(answer, '/emplois/nouveau')).toMatchObject({
      title: '',
      summary: 'Un <b>résumé</b>',
      body: 'Du texte\r\n\r\nsur deux lignes',
      contract: 'cdi',
      tags: 'un, deux',
      payMin: 'beaucoup',
      deadline: '2020-01-01',
      place: 'Atlantis',
      language: 'en',
      licence: 'CC-BY-SA-4.0',
      id: sent['id'],
    })
    for (const id of ['f-title', 'f-payMin', 'f-place']) {
      expect(answer.text).toContain(`href="#${id}"`)
      expect(answer.text).toContain(`id="${id}-error"`)
    }
    expect(await pages.deps.db.read.select().from(entries)).toHaveLength(0)
  })

  test('keeps the picture that came with it', async () => {
    const sent = { ...(await fresh('/actualites/nouveau')), title: 'Avec une photo', outcome: 'publish' }
    const bytes = new Uint8Array(await photograph(640, 480))
    const image = { name: 'image', bytes, type: 'image/jpeg' }
    const answer = await postWithFile(desk, '/actualites/nouveau', sent, image)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('Décrivez l’image')
    const again = formIn(answer, '/actualites/nouveau')
    expect(again['imageId']).toMatch(/^[0-9a-f-]{36}$/)
    expect(answer.text).toContain(`/media/${String(again['imageId'])}-480.webp`)
    const done = await desk.post('/actualites/nouveau', {
      ...again,
      summary: 'Un établi neuf.',
      imageAlt: 'Un établi',
      outcome: 'publish',
    })
    expect(done.location).toBe('/actualites/avec-une-photo')
    const page = await pages.as().get('/actualites/avec-une-photo')
    expect(page.text).toContain('alt="Un établi"')
    expect(page.text).toContain(`/media/${String(again['imageId'])}.webp`)
  })

  test('says when a file is no picture', async () => {
    const sent = { ...(await fresh('/actualites/nouveau')), title: 'Avec un faux', outcome: 'draft' }
    const image = {
      name: 'image',
      bytes: new TextEncoder().encode('<script>alert(1)</script>'),
      type: 'image/png',
    }
    const answer = await postWithFile(desk, '/actualites/nouveau', sent, image)
    expect(answer.status).toBe(422)
    expect(answer.text).toContain('n’est pas une image utilisable')
  })

  test('cannot take the picture of somebody else by its id', async () => {
    const { db } = pages.deps
    const row = { type: 'image/webp', width: 10, height: 10, bytes: 10, createdAt: 0, createdBy: 'somebody' }
    const id = pages.deps.newId()
    await db.write([db.make.insert(media).values({ ...row, id })])
    const sent = {
      ...(await fresh('/actualites/nouveau')),
      title: 'Emprunt',
      imageId: id,
      imageAlt: 'x',
      outcome: 'draft',
    }
    expect((await desk.post('/actualites/nouveau', sent)).status).toBe(303)
    const [entry] = await db.read.select().from(entries)
    expect(entry?.imageId).toBeNull()
  })

  test('is too large before it is read', async () => {
    const answer = await desk.post('/emplois/nouveau', { body: 'x'.repeat(13 * 1024 * 1024) })
    expect(answer.status).toBe(413)
  })

  test('that is no form at all is the sender’s fault', async () => {
    const headers = { origin: 'https://hub.example', 'content-type': 'multipart/form-data; boundary=x' }
    const answer = await desk.send('/emplois/nouveau', {
      method: 'POST',
      body: 'nothing of the kind',
      headers,
    })
    expect(answer.status).toBe(422)
  })
})

describe('a picture', () => {
  test('can be taken off an entry, with its description', async () => {
    const sent = {
      ...(await fresh('/actualites/nouveau')),
      title: 'Sans photo',
      imageAlt: 'Un banc',
      outcome: 'draft',
    }
    const bytes = new Uint8Array(await photograph(640, 480))
    const saved = await postWithFile(desk, '/actualites/nouveau', sent, {
      name: 'image',
      bytes,
      type: 'image/jpeg',
    })
    const edit = saved.location ?? ''
    await desk.post(edit, { ...formIn(await desk.get(edit), edit), imageRemove: '1', outcome: 'draft' })
    const [entry] = await pages.deps.db.read.select().from(entries)
    expect(entry).toMatchObject({ imageId: null, imageAlt: null })
  })
})

describe('the name of a commune', () => {
  test('is understood without accents, with its department or its postal code', async () => {
    for (const place of ['gennevilliers', 'Gennevilliers (92)', '92230', '92036']) {
      await desk.post('/actualites/nouveau', {
        ...(await fresh('/actualites/nouveau')),
        title: 'x',
        place,
        outcome: 'draft',
      })
    }
    const places = await pages.deps.db.read.select({ code: entries.placeCode }).from(entries)
    expect(places.map(({ code }) => code)).toEqual(['92036', '92036', '92036', '92036'])
  })

  test('that several bear is asked about, and the answer counts', async () => {
    const { db } = pages.deps
    const twin = { name: 'Saint-Denis', folded: fold('Saint-Denis'), postcodes: '' }
    await db.write([
      db.make.insert(communes).values([
        { ...twin, code: '93066', department: '93', population: 150_000 },
        { ...twin, code: '97411', department: '974', population: 155_000 },
      ]),
    ])
    const sent = { ...(await fresh('/actualites/nouveau')), title: 'x', place: 'St Denis', outcome: 'draft' }
    const asked = await desk.post('/actualites/nouveau', sent)
    expect(asked.status).toBe(422)
    expect(asked.text).toContain('Saint-Denis (93)')
    expect(asked.text).toContain('Saint-Denis (974)')
    expect(await pageFaults(asked.text)).toEqual([])
    const again = formIn(asked, '/actualites/nouveau')
    expect(
      (await desk.post('/actualites/nouveau', { ...again, placeCode: '93066', outcome: 'draft' })).status,
    ).toBe(303)
    expect((await db.read.select().from(entries))[0]).toMatchObject({
      placeCode: '93066',
      placeLabel: 'Saint-Denis (93)',
    })
  })

  test('is suggested while it is typed', async () => {
    const answer = await pages.as().get('/communes?q=genn')
    expect(answer.text).toBe('<option value="Gennevilliers (92)"></option>')
    expect((await pages.as().get('/communes?place=%25%27')).text).toBe('')
  })
})
