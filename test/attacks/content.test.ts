import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { plainText, safeHtml } from '../../server/text/html.ts'
import { plainLine } from '../../server/text/plain-line.ts'
import { elementsOf } from '../support/form.ts'
import type { Someone } from './peer.ts'
import { harmless, scripts } from './texts.ts'
import { article, note, said } from './words.ts'
import { openWorld, type World } from './world.ts'

let world: World
let mallory: Someone
let entry: string
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
  mallory = world.evil.actor('mallory')
  await world.follow(mallory)
})
afterAll(() => world.close())

async function receive(object: Record<string, unknown>): Promise<Record<string, unknown>> {
  const { post, fresh, hub } = world
  expect((await post(mallory, { ...said(mallory, 'Create', fresh(mallory)), object })).status).toBe(202)
  await world.quiet()
  const from = 'inReplyTo' in object ? 'comments' : 'entries'
  const { rows } = await hub.deps.db.query(`SELECT * FROM ${from} WHERE ap_id = ?`, [String(object['id'])])
  expect(rows).toHaveLength(1)
  // Of one author ten may wait at once.
  await hub.deps.db.write([{ sql: "DELETE FROM comments WHERE state = 'held'", args: [] }])
  return { ...rows[0] }
}

/** Nothing in it acts, and reading it and writing it again gives the same: no browser can find another meaning. */
function expectHarmless(html: string): void {
  for (const { tag, attributes } of elementsOf(html)) {
    expect(harmless.tags).toContain(tag)
    for (const [name, value] of Object.entries(attributes)) {
      expect(harmless.attributes).toContain(name)
      if (name === 'href') expect(value).toMatch(/^(https?:|mailto:)/)
    }
    if (tag === 'a') expect(attributes['rel']).toBe('nofollow noopener ugc')
  }
  expect(safeHtml(html)).toBe(html)
}

/** A whole page: scripts and styles of ours alone, and nothing that starts by itself. */
function expectNoActs(page: string): void {
  for (const { tag, attributes } of elementsOf(page)) {
    expect(tag).not.toMatch(/^(iframe|object|embed|base|math|mglyph|xmp|plaintext|noscript|video|template)$/)
    for (const [name, value] of Object.entries(attributes)) {
      expect(name).not.toMatch(/^(on|srcdoc|style$|xlink)/)
      if (/^(src|href|action|data)$/.test(name)) expect(value).not.toMatch(/^\s*(javascript|data|vbscript):/i)
      if (tag !== 'a' && /^(src|href|action)$/.test(name)) expect(value).not.toContain('x.test')
    }
  }
}

describe('rule 23: a text that acts', () => {
  test.each(scripts.map((text, at) => [at, text] as const))('%i: %s', async (_, content) => {
    // Some of it leaves no word behind, and without words an answer is none.
    const words = { content: `<p>Bonjour</p>${content}`, summary: content }
    const comment = await receive(note(mallory, world.fresh(mallory, 'notes'), entry, words))
    expectHarmless(String(comment['html']))
    const kept = await receive(
      article(mallory, world.fresh(mallory, 'articles'), `T ${content}`, { content, summary: content }),
    )
    expectHarmless(String(kept['html']))
    const changed = {
      ...mallory.document,
      name: `M ${content}`,
      summary: content,
      preferredUsername: content,
    }
    await world.post(mallory, { ...said(mallory, 'Update', world.fresh(mallory)), object: changed })
    const { rows } = await world.hub.deps.db.query('SELECT * FROM actors WHERE id = ?', [mallory.id])
    expectHarmless(String(rows[0]?.['summary']))
    expect(String(rows[0]?.['handle'])).toMatch(/^[\p{L}\p{N}_.-]*$/u)
    // Names and titles are plain text, escaped wherever they are shown: on the page of the entry, and in the list.
    for (const path of [`/actualites/${String(kept['slug'])}`, '/actualites?origin=network']) {
      const page = await world.raw('GET', path, { host: world.hub.host, accept: 'text/html' })
      expect(page.status).toBe(200)
      expect(page.body).toContain(mallory.id.split('/')[2])
      expectNoActs(page.body)
    }
  })

  test('a quarter of a megabyte of angle brackets is nothing, and the door stays open', async () => {
    const content = '<'.repeat(200_000)
    const comment = await receive(note(mallory, world.fresh(mallory, 'notes'), entry, { content }))
    expect(String(comment['html']).length).toBeLessThan(300_000)
    expect((await world.raw('GET', '/ap/actors/hub', { host: world.hub.host })).status).toBe(200)
  })
})

test('rule 23: a text of more tags than anybody writes is cut where they become too many', () => {
  const many = (count: number) => `${'<p>a</p>'.repeat(count)}<p>end</p>`
  expect([safeHtml(many(2_400)), plainText(many(2_400))]).toEqual([
    expect.stringContaining('<p>end</p>'),
    expect.stringContaining('end'),
  ])
  expect([safeHtml(many(2_600)), plainText(many(2_600))]).toEqual([
    expect.not.stringContaining('end'),
    expect.not.stringContaining('end'),
  ])
  expect(safeHtml(many(2_600)).endsWith('<p>a</p>')).toBe(true)
})

describe('rule 24: a line of text', () => {
  const rlo = '\u202e'
  test.each([
    ['that turns round', `gnp.${rlo}exe.egami`, 'gnp.exe.egami'],
    ['with isolates and unseen signs', 'a\u2066b\u2069c\u200bd\u2060e\u0000f\u0085g', 'abcdefg'],
    ['with tags that nobody sees', 'a\u{e0041}\u{e007f}b', 'ab'],
    ['with half a letter', 'a\ud800b', 'a\ufffdb'],
    ['whose signs pile up', `e${'\u0301'.repeat(5_000)}t`, `e${'\u0301'.repeat(4)}t`],
    ['of a family, whole', '👩‍👩‍👧', '👩‍👩‍👧'],
  ])('%s', (_, given, kept) => {
    expect(plainLine(given, 200)).toBe(kept)
  })

  test('is cut where a letter ends', () => {
    expect(plainLine('abc👩‍👩‍👧def', 6)).toBe('abc')
    expect(plainLine('abcdef', 6)).toBe('abcdef')
    expect(plainLine('abcdefg', 6)).toBe('abcdef')
    expect(plainLine('été'.normalize('NFD').repeat(100), 4)).toBe('ét'.normalize('NFD'))
  })

  test('comes so into every place: title, tag, name of an actor, of an organisation, words under a picture', async () => {
    const hostile = `${rlo}x${'\u0301'.repeat(500)}\u0007`
    const item = {
      v: 1,
      kind: 'news',
      title: hostile,
      organisation: { name: hostile },
      place: { code: '92036', label: hostile },
      fields: {},
    }
    const kept = await receive(
      article(mallory, world.fresh(mallory, 'articles'), hostile, {
        maillonItem: item,
        tag: [{ type: 'Hashtag', name: `#${hostile}` }],
        image: { type: 'Image', url: 'https://x.test/x.png', name: hostile },
      }),
    )
    await world.post(mallory, {
      ...said(mallory, 'Update', world.fresh(mallory)),
      object: { ...mallory.document, name: hostile, preferredUsername: hostile },
    })
    const dump = await world.dump()
    const shown = [
      JSON.stringify(kept),
      dump['entry_tags'],
      dump['actors'],
      dump['comments'],
      dump['reports'],
    ].join()
    expect(shown).toContain('x\u0301\u0301\u0301\u0301')
    // eslint-disable-next-line no-control-regex -- the very characters
    expect(shown).not.toMatch(/[\u202e\u0007]|\\u0007|\u0301{5}/)
  })
})

describe('rule 25: an emoji, an icon, a picture', () => {
  test('is not fetched when it comes, and its name is the name of nothing', async () => {
    const { hub, good, canary } = world
    const asked = [good.asked.length, canary.sockets]
    const icon = { type: 'Image', url: 'http://10.0.0.1/', mediaType: 'image/png' }
    const emoji = { type: 'Emoji', name: ':../../x:', icon: { ...icon, url: canary.url }, id: canary.url }
    const at = (url: string) => ({ type: 'Image', url, mediaType: 'image/png', name: '' })
    const object = article(mallory, world.fresh(mallory, 'articles'), 'Images', {
      tag: [emoji],
      icon,
      image: at(`${good.origin}/x.png?a=1&proxy=http://10.0.0.1/`),
      attachment: [at(canary.url), at('file:///etc/passwd')],
    })
    await receive(object)
    await world.post(mallory, {
      ...said(mallory, 'Update', world.fresh(mallory)),
      object: { ...mallory.document, icon },
    })
    await world.quiet()
    expect([good.asked.length, canary.sockets]).toEqual(asked)
    expect((await world.dump())['media']).not.toContain('passwd')
    const { rows } = await hub.deps.db.query('SELECT icon_url FROM actors WHERE id = ?', [mallory.id])
    for (const url of [
      'http://10.0.0.1/',
      canary.url,
      'file:///etc/passwd',
      'data:image/png;base64,AA==',
      `http://127.0.0.1:${canary.port}/`,
    ])
      await expect(hub.federation.fetchImage(url)).rejects.toThrow()
    expect(rows[0]?.['icon_url']).toBe('http://10.0.0.1/')
    expect(canary.sockets).toBe(asked[1])
  })
})
