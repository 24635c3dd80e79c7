import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Entry } from '../../server/entries/load.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { settled } from '../support/deliveries.ts'
import { cardOf, isCredited, metaOf, metasOf, type Card } from './card.ts'
import { openWorld, origin, type World } from './hub.ts'
import { mastodon } from './mastodon.ts'
import { textOf } from './reading.ts'
import { plainly, type Variant } from './variants.ts'

// What is seen of us where somebody shares a link, as Mastodon reads our pages. An emulator: see README.md.

let world: World
let organisation: Entry
beforeAll(async () => {
  world = await openWorld()
  organisation = await world.publish({
    what: 'an organisation',
    kind: 'organisation',
    shared: { title: 'Les Ateliers du fleuve' },
    fields: { domains: ['https://www.ateliers.example/blog'] },
  })
  world.hub.federation.wake()
  await settled(world.hub)
})
afterAll(() => world.close())

const page = (path: string) => world.ask(path, 'text/html')
const document = async (path: string): Promise<JsonObject> =>
  JSON.parse((await world.ask(path)).body) as JsonObject

async function shared(variant: Omit<Variant, 'what'>, of?: Entry): Promise<{ entry: Entry; card: Card }> {
  const entry = await world.publish({ what: 'shared', ...variant }, of)
  const card = cardOf(origin + entry.envelope.path, await page(entry.envelope.path))
  if (card === null) throw new Error('There is no card.')
  return { entry, card }
}

/** The document of the account that a card names, found by its handle as Mastodon finds it. */
async function accountOf({ creator }: Card): Promise<JsonObject> {
  const acct = creator.replace(/^@/, '')
  const finger = JSON.parse((await world.ask(`/.well-known/webfinger?resource=acct:${acct}`)).body) as {
    links: { rel: string; href: string }[]
  }
  const self = finger.links.find(({ rel }) => rel === 'self')?.href ?? ''
  return document(self.slice(origin.length))
}

describe('the card of a link', () => {
  test('to a job tells what it is, and credits the organisation that speaks, which has an account here', async () => {
    const { entry, card } = await shared({ kind: 'job', shared: plainly, picture: true }, organisation)
    expect(card).toMatchObject({
      url: entry.envelope.url,
      title: plainly.title,
      description: plainly.summary,
      creator: '@ateliers_du_fleuve@hub.example',
      language: 'fr',
      isArticle: true,
      publishedAt: new Date(entry.envelope.publishedAt ?? 0).toISOString(),
    })
    expect(card.image).toMatch(/^https:\/\/hub\.example\/media\/.*\.webp$/)
    expect(isCredited(await accountOf(card), card)).toBe(true)
    const object = await document(`/ap/objects/${entry.envelope.id}`)
    expect(object['attachment']).toEqual([])
    const context = {
      way: 'fetched',
      url: '',
      status: 200,
      contentType: '',
      bytes: 0,
      known: new Map(),
    } as const
    expect(mastodon.shows(object, context).card).toBe(entry.envelope.url)
  })

  test.each([
    ['job', '@emplois@hub.example'],
    ['resource', '@ressources@hub.example'],
    ['news', '@hub@hub.example'],
    ['event', '@hub@hub.example'],
  ] as const)('to a %s of nobody’s credits %s, which vouches for this site', async (kind, creator) => {
    const { card } = await shared({ kind, shared: plainly })
    expect([card.creator, card.title, card.provider]).toEqual([
      creator,
      plainly.title,
      world.hub.deps.hub.settings.name,
    ])
    expect(isCredited(await accountOf(card), card)).toBe(true)
  })

  test('is whole, whatever signs the title and the text have', async () => {
    for (const kind of ['news', 'job'] as const) {
      const title = 'Prix < 5 € & « tout » compris : <b>gras</b> &quot; \\'
      const { card } = await shared({ kind, shared: { ...plainly, title } })
      expect(card.title).toBe(title)
    }
  })

  test('to what has no words says its first facts', async () => {
    const { card } = await shared({ kind: 'job', shared: { title: 'Menuisière' } })
    expect(card.description).toBe(
      'Contrat\u00a0: CDD · Durée\u00a0: 12\u00a0mois · Temps de travail\u00a0: 35\u00a0h par semaine · Rémunération\u00a0: 2\u202f100\u00a0€ à 2\u202f300,50\u00a0€ brut par mois',
    )
  })

  test('is in the language of the entry, whatever that of the page', async () => {
    for (const [language, said] of [
      ['br', 'br_FR'],
      ['en', 'en_GB'],
    ] as const) {
      const { entry, card } = await shared({ kind: 'job', shared: { ...plainly, language } })
      expect(card.language).toBe(language)
      expect(metaOf((await page(entry.envelope.path)).body, 'og:locale')).toBe(said)
    }
  })

  test('to another site credits an account that vouches for it, and no other', async () => {
    const account = await document('/ap/actors/ateliers_du_fleuve')
    expect(account['attributionDomains']).toEqual(['hub.example', 'www.ateliers.example'])
    expect(isCredited(account, { url: 'https://fr.www.ateliers.example/a' })).toBe(true)
    expect(isCredited(account, { url: 'https://ateliers.example.evil.test/a' })).toBe(false)
    expect(isCredited(await document('/ap/actors/emplois'), { url: 'https://www.ateliers.example/' })).toBe(
      false,
    )
    for (const silent of ['instance', 'forum']) {
      const { attributionDomains } = await document(`/ap/actors/${silent}`)
      expect(attributionDomains).toEqual(silent === 'forum' ? ['hub.example'] : undefined)
    }
  })

  test('there is none of what is no page', async () => {
    expect(cardOf(`${origin}/emplois.csv`, await page('/emplois.csv'))).toBeNull()
    expect(cardOf(`${origin}/rien`, await page('/rien'))).toBeNull()
  })
})

const required = [
  'site_name',
  'type',
  'title',
  'description',
  'url',
  'locale',
  'image',
  'image:width',
  'image:height',
]

describe('every public page', () => {
  test('says of itself all that a card needs, each thing once, and whose word it is', async () => {
    const { entry } = await shared({ kind: 'event', shared: plainly, picture: true })
    await world.hub.revise(entry, { title: 'Le forum' })
    const paths = [
      ...['/', '/emplois', '/ressources', '/actualites', '/agenda', '/annuaire', '/etiquettes/reemploi'],
      ...['/contact', '/mentions-legales', '/recherche?q=bois'],
      ...[organisation.envelope.path, entry.envelope.path],
    ]
    for (const path of paths) {
      const { body } = await page(path)
      for (const name of required) {
        const said = metasOf(body, `og:${name}`)
        expect([path, name, said.length], path).toEqual([path, name, 1])
        expect(said[0], `${path} ${name}`).not.toBe('')
      }
      const creator = metaOf(body, 'fediverse:creator') ?? ''
      expect(creator, path).toMatch(/^@[a-z0-9_]+@hub\.example$/)
      const card = cardOf(origin + path, { status: 200, contentType: 'text/html', body })
      expect(card && isCredited(await accountOf(card), card), path).toBe(true)
    }
  })

  test('has its dates, its subjects and the words for its picture, where it is an entry', async () => {
    const { entry } = await shared({
      kind: 'job',
      shared: { ...plainly, imageAlt: 'Un établi' },
      picture: true,
    })
    const before = (await page(entry.envelope.path)).body
    expect(metaOf(before, 'og:image:alt')).toBe('Un établi')
    expect(metasOf(before, 'article:tag').toSorted()).toEqual(plainly.tags.toSorted())
    expect(metaOf(before, 'article:modified_time')).toBeUndefined()
    world.hub.deps.pass(60_000)
    await world.hub.revise(entry, { title: 'Autrement' })
    const { body } = await page(entry.envelope.path)
    expect(Date.parse(metaOf(body, 'article:modified_time') ?? '')).toBeGreaterThan(
      Date.parse(metaOf(body, 'article:published_time') ?? ''),
    )
  })

  test('of a tag that an object names is there', async () => {
    const { entry } = await shared({ kind: 'job', shared: plainly })
    const { tag } = await document(`/ap/objects/${entry.envelope.id}`)
    for (const { href } of tag as { href: string }[])
      expect((await page(href.slice(origin.length))).body).toContain(
        entry.envelope.title.replace('&', '&amp;'),
      )
  })
})

describe('featuredTags', () => {
  test('of an account are those of what it says, those of most first', async () => {
    await shared({ kind: 'resource', shared: { ...plainly, tags: ['Bois', 'Couture'] } })
    await shared({ kind: 'resource', shared: { ...plainly, tags: ['Couture'] } })
    world.hub.federation.wake()
    await settled(world.hub)
    const { featuredTags } = await document('/ap/actors/ressources')
    expect(featuredTags).toBe(`${origin}/ap/actors/ressources/tags`)
    const { type, totalItems, items } = await document(textOf(featuredTags).slice(origin.length))
    expect([type, totalItems]).toEqual(['Collection', (items as unknown[]).length])
    const names = (items as JsonObject[]).map(({ name }) => name)
    expect(names).toContain('#Bois')
    expect(names.indexOf('#Couture')).toBeLessThan(names.indexOf('#Bois'))
    expect(items).toContainEqual({ type: 'Hashtag', name: '#Bois', href: `${origin}/etiquettes/bois` })
    expect(JSON.stringify(await document('/ap/actors/emplois/tags'))).not.toContain('Couture')
  })

  test('are of nobody who is not there', async () => {
    expect((await world.ask('/ap/actors/personne/tags')).status).toBe(404)
  })
})
