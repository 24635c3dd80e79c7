import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kinds } from '../../server/kinds/index.ts'
import { published, received } from '../support/publish.ts'
import { openApi, type ApiHub, type Member } from './hub.ts'

let hub: ApiHub
let editor: Member

beforeAll(async () => {
  hub = await openApi()
  editor = await hub.enter('editor', 'read')
  const by = editor.viewer
  const { deps } = hub
  await published(deps, by, 'job', { title: 'Menuisier', place: '92036', tags: ['Bois'] })
  await published(deps, by, 'resource', { title: 'Un atelier', place: '59350', tags: ['Bois'] })
  for (let n = 1; n <= 22; n++) await published(deps, by, 'news', { title: `Nouvelle ${n}` })
  await received(deps, 'job', { title: 'Menuisière ailleurs' })
})
afterAll(() => hub.close())

const titles = async (path: string): Promise<string[]> =>
  (await hub.visitor.get(path)).json.items.map(({ title }: { title: string }) => title)

describe('GET /entries', () => {
  test('filters by the words of the lists', async () => {
    expect(await titles('/entries?kind=job&origin=hub')).toEqual(['Menuisier'])
    expect(await titles('/entries?kind=job&origin=network')).toEqual(['Menuisière ailleurs'])
    expect((await titles('/entries?tag=bois')).toSorted()).toEqual(['Menuisier', 'Un atelier'])
    expect(await titles('/entries?tag=bois&place=59')).toEqual(['Un atelier'])
    expect(await titles('/entries?kind=job&contract=cdi')).toEqual([])
  })

  test('comes in pages that name the next one, and every entry is on one of them', async () => {
    const seen: string[] = []
    let path: string | null = '/entries?kind=news&limit=10'
    for (let pages = 0; path !== null; pages++) {
      expect(pages).toBeLessThan(3)
      const { json, headers } = await hub.visitor.get(path)
      seen.push(...json.items.map(({ title }: { title: string }) => title))
      expect(headers.get('link')).toBe(json.next === null ? null : `<${json.next}>; rel="next"`)
      path = json.next === null ? null : json.next.replace('https://hub.example/api/v1', '')
    }
    expect(new Set(seen)).toHaveProperty('size', 22)
    expect(seen).toHaveLength(22)
  })

  test.each([
    ['/entries?kind=spaceship', 'kind'],
    ['/entries?limit=0', 'limit'],
    ['/entries?limit=1e9', 'limit'],
    ['/entries?state=withdrawn', 'state'],
    ['/search', 'q'],
    ['/search?q=%20', 'q'],
  ])('%s is refused by the name of the parameter', async (path, parameter) => {
    const { status, json } = await hub.visitor.get(path)
    expect(status).toBe(422)
    expect(json.errors).toEqual([{ parameter, detail: expect.any(String) }])
  })
})

test('GET /search finds words without accents, ours and the network’s', async () => {
  expect((await titles('/search?q=menuisier')).toSorted()).toEqual(['Menuisier', 'Menuisière ailleurs'])
  expect(await titles('/search?q=menuisiere')).toEqual(['Menuisière ailleurs'])
  expect(await titles('/search?q=%22%20OR%20NEAR(')).toEqual([])
})

test('GET /kinds describes each kind so that its sample is valid and its gate is told', async () => {
  const { json } = await hub.visitor.get('/kinds')
  expect(json.items.map(({ name }: { name: string }) => name)).toEqual(kinds.map(({ name }) => name))
  for (const kind of kinds) {
    const item = json.items.find(({ name }: { name: string }) => name === kind.name)
    expect(item).toMatchObject({
      path: kind.path,
      section: kind.section,
      sample: JSON.parse(JSON.stringify(kind.sample)),
    })
    expect(Object.keys(item.fields.properties).toSorted()).toEqual(Object.keys(kind.sample).toSorted())
    // What the schema asks for is what the gate cannot do without.
    const least = Object.fromEntries(item.fields.required.map((name: string) => [name, kind.sample[name]]))
    expect(kind.fields.safeParse(least).success).toBe(true)
    for (const name of item.fields.required) {
      const { [name]: _, ...without } = least
      expect(kind.fields.safeParse(without).success).toBe(false)
    }
  }
})

test('a picture of ours is named in full, one of elsewhere only by its thumbnail here', async () => {
  await received(hub.deps, 'news', {
    title: 'Avec image',
    picture: { sourceUrl: 'https://ailleurs.example/a.jpg', alt: 'Un chêne' },
  })
  const { json } = await hub.visitor.get('/search?q=avec%20image')
  expect(json.items[0].picture).toMatchObject({
    url: null,
    alt: 'Un chêne',
    thumbnail: expect.stringMatching(/^https:\/\/hub\.example\/media\/r\/[0-9a-f-]{36}\.webp$/),
  })
})
