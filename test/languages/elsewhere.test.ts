import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser } from '../accounts/browser.ts'
import { person, published } from '../support/publish.ts'
import { openHubWithPseudo, type Hub } from './hub.ts'
import { tag } from './pseudo.ts'

// What leaves a hub for other pages and programs: an Italian job offer, on a hub whose language is French.

let hub: Hub
let visitor: Browser
let path: string
beforeAll(async () => {
  hub = await openHubWithPseudo()
  visitor = hub.visitor()
  const shared = { title: 'Falegname', summary: 'Sommario.', body: 'Testo.', language: 'it' }
  path = (await published(hub.deps, await person(hub.deps, 'admin'), 'job', shared)).envelope.path
})
afterAll(() => hub.close())

const get = async (at: string): Promise<string> => (await visitor.get(at)).text
const embedded = async (url: string): Promise<string> =>
  (
    JSON.parse(await get(`/oembed?url=${encodeURIComponent(`https://hub.example${url}`)}`)) as {
      html: string
    }
  ).html

describe('what is written in another language than the hub’s', () => {
  test('says its own in Atom, and what the hub adds to it says the hub’s', async () => {
    const feed = await get('/emplois.atom')
    expect(feed).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">')
    const [entry = ''] = /<entry xml:lang="it">.*?<\/entry>/s.exec(feed) ?? []
    expect(entry).toContain('<title>Falegname</title>')
    expect(entry).toMatch(/<category term="job" label="Offre d’emploi" [^>]*xml:lang="fr"\/>/)
    expect(entry).toContain('&#60;ul lang=&#34;fr&#34; dir=&#34;ltr&#34;&#62;')
  })

  test('does so in JSON feeds and the API', async () => {
    const feed = JSON.parse(await get('/emplois.json')) as {
      language: string
      items: Record<string, string>[]
    }
    expect(feed.language).toBe('fr')
    expect(feed.items[0]).toMatchObject({ language: 'it' })
    expect(feed.items[0]?.['content_html']).toMatch(/^<p>Sommario\.<\/p><ul lang="fr" dir="ltr">/)
    const listed = JSON.parse(await get('/api/v1/entries')) as { entries: { language: string }[] }
    expect(JSON.stringify(listed)).toContain('"language":"it"')
  })

  test('does so on other sites: each part of a card says its language, whatever that of the page around it', async () => {
    const card = await embedded(path)
    expect(card).toMatch(/^<blockquote [^>]*lang="fr">/)
    expect(card).toMatch(/<a [^>]*lang="it">Falegname<\/a>/)
    expect(card).toContain('<p lang="it">Sommario.</p>')
    expect(card).toMatch(/<p>[^<]*Le hub d’essai<\/p><\/blockquote>$/)
    for (const list of [await embedded('/emplois'), await get('/embed/emplois?cadre=non')])
      expect(list).toMatch(/<a[^>]*lang="it"[^>]*>Falegname<\/a>/)
  })

  test('does so in the cards of links, and the page around it in its address', async () => {
    const page = await get(`${path}?lang=en`)
    expect(page).toContain('<html lang="en"')
    expect(page).toContain('<meta property="og:locale" content="it_IT"/>')
    expect(await get('/emplois?lang=en')).toContain('<meta property="og:locale" content="en_GB"/>')
  })

  test('is embedded in the language that the address asks for, by oEmbed as by frame', async () => {
    expect(await embedded(`${path}?lang=en`)).toMatch(/^<blockquote [^>]*lang="en">/)
    expect(await embedded('/emplois?lang=en')).toMatch(/^<section lang="en"><p><a [^>]*>Job offers<\/a>/)
    expect(await embedded(`/emplois?lang=${tag}`)).toMatch(new RegExp(`^<section lang="${tag}" dir="rtl">`))
    expect(await embedded('/emplois?lang=xx')).toMatch(/^<section lang="fr">/)
  })
})
