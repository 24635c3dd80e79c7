import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { tilesAt } from '../../server/settings/tiles.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { openRooms } from '../moderation/rooms.ts'
import { formIn, openPages } from '../web/pages.ts'

// Maps with streets: nobody else is asked for anything, unless the administrator says so, and then by the reader alone.

let pages: Awaited<ReturnType<typeof openPages>>
let admin: Viewer
let placed: string
let plain: string
beforeAll(async () => {
  pages = await openPages()
  admin = await person(pages.deps, 'admin')
  const editor = await person(pages.deps, 'editor')
  const position = '48.9256, 2.2933'
  const event = (title: string, shared: Record<string, unknown>) =>
    published(pages.deps, editor, 'event', { title, place: '92036', ...shared }, { partOf: '' })
  placed = (await event('Au port <b>', { position })).envelope.path
  plain = (await event('Sans position', {})).envelope.path
})
afterAll(() => pages.close())

const setTiles = (tiles: string, tilesCredit: string) =>
  pages.deps.db
    .write(pages.deps.hub.steps({ tiles, tilesCredit }, admin.id, 1))
    .then(() => pages.deps.hub.reload())
const get = (path: string) => pages.as().get(path)
const policy = async (path: string) => (await get(path)).headers.get('content-security-policy') ?? ''
const everywhere = () => [
  placed,
  plain,
  '/agenda',
  '/agenda/carte',
  '/recherche/carte',
  '/annuaire/carte',
  '/',
]

describe('without an address of tiles', () => {
  test('no page loads anything of anybody else', async () => {
    for (const path of everywhere()) {
      expect(await policy(path), path).toContain("img-src 'self' data:;")
      const { text } = await get(path)
      expect(text, path).not.toMatch(/streets\.js|leaflet|data-tiles/)
      expect(text, path).not.toMatch(/<(?:img|script|iframe|use|source)[^>]+(?:src|href)="https?:/)
    }
  })

  test('a position is there all the same: as text, for a telephone, on OpenStreetMap, and what is near', async () => {
    const { text } = await get(placed)
    expect(text).toContain('<a href="geo:48.9256,2.2933">48.9256, 2.2933</a>')
    expect(text).toContain(
      'https://www.openstreetmap.org/?mlat=48.9256&amp;mlon=2.2933#map=17/48.9256/2.2933',
    )
    expect(text).toContain('href="/agenda?near=48.926%2C2.293"')
    expect(await pageFaults(text)).toEqual([])
    expect((await get(plain)).text).not.toContain('Où c’est')
  })
})

describe('with an address of tiles', () => {
  beforeAll(() => setTiles('https://tuiles.example/{z}/{x}/{y}.png', '© les contributeurs <i>OSM</i>'))
  afterAll(() => setTiles('', ''))

  test('their host may be shown on pages with a map, and on no other', async () => {
    for (const path of [placed, '/agenda/carte', '/recherche/carte'])
      expect(await policy(path), path).toContain("img-src 'self' data: https://tuiles.example;")
    for (const path of [plain, '/agenda', '/annuaire/carte', '/'])
      expect(await policy(path), path).toContain("img-src 'self' data:;")
    expect(await policy(placed)).not.toMatch(/(script|style|connect|default)-src[^;]*tuiles/)
  })

  test('the page asks for none of them by itself, and validates', async () => {
    for (const path of [placed, '/agenda/carte']) {
      const { text } = await get(path)
      expect(text).toContain('Afficher la carte')
      expect(text).toContain('viennent de tuiles.example')
      expect(text).not.toMatch(/(?:src|href)="[^"]*(?:tuiles|leaflet)/)
      expect(text).toContain('&lt;i>OSM&lt;/i>'.replaceAll('>', '&gt;'))
      expect(await pageFaults(text)).toEqual([])
    }
  })
})

describe('an address of tiles', () => {
  test.each([
    'https://tuiles.example/{z}/{x}/{y}.png',
    'https://tuiles.example:8443/carte?z={z}&x={x}&y={y}&cle=a1',
    'http://127.0.0.1:8080/{z}/{x}/{y}.png',
    'http://localhost/{z}/{x}/{y}.webp',
  ])('is %s', (template) => expect(tilesAt(template)).not.toBeNull())

  test.each([
    'https://tuiles.example/',
    'http://tuiles.example/{z}/{x}/{y}.png',
    'https://{s}.tuiles.example/{z}/{x}/{y}.png',
    'https://{z}.tuiles.example/{x}/{y}.png',
    'https://tuiles.example/{z}/{x}/{y}/{y}.png',
    'https://qui:secret@tuiles.example/{z}/{x}/{y}.png',
    "https://tuiles.example;script-src 'unsafe-inline'/{z}/{x}/{y}",
    'https://tuiles.example/{z}/{x}/{y}.png https://autre.example',
    'https:///{z}/{x}/{y}.png',
    'javascript:{z}{x}{y}',
    'data:image/png,{z}{x}{y}',
    '//tuiles.example/{z}/{x}/{y}.png',
  ])('is not %s', (template) => expect(tilesAt(template)).toBeNull())

  test('is kept with whom to name; what is no address comes back as it was typed', async () => {
    const rooms = await openRooms()
    const browser = rooms.as(await person(rooms.deps, 'admin'))
    const kept = () => rooms.deps.hub.settings
    const save = async (changes: Record<string, string>) =>
      browser.post('/reglages', { ...formIn(await browser.get('/reglages'), '/reglages'), ...changes })
    const refused = await save({ tiles: 'http://tuiles.example/{z}/{x}/{y}.png', tilesCredit: 'X' })
    expect([refused.status, refused.text.includes('value="http://tuiles.example/')]).toEqual([422, true])
    expect(refused.text).toContain('avec {z}, {x} et {y} une fois chacun')
    const unnamed = await save({ tiles: 'https://tuiles.example/{z}/{x}/{y}.png', tilesCredit: '' })
    expect([unnamed.status, unnamed.text.includes('Ce champ est obligatoire.')]).toEqual([422, true])
    expect(kept().tiles).toBe('')
    await save({ tiles: 'https://tuiles.example/{z}/{x}/{y}.png', tilesCredit: '© Nous' })
    expect(kept()).toMatchObject({ tilesCredit: '© Nous' })
    await save({ tiles: '', tilesCredit: '' })
    expect(kept().tiles).toBe('')
    await rooms.close()
  })
})
