import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedEntries, formats, type Format } from '../../server/feeds/index.ts'
import { listEntries, readFilter } from '../../server/entries/list.ts'
import { kinds } from '../../server/kinds/index.ts'
import { Markup } from '../../server/web/entries/markup.tsx'
import { said } from '../attacks/words.ts'
import { openBoth, type TwoOrigins } from './both.ts'

let both: TwoOrigins
beforeAll(async () => {
  both = await openBoth()
})
afterAll(() => both.world.close())

const asActivity = { accept: 'application/activity+json' }
const document = async (path: string) => both.visitor.get(path, asActivity)
/** Ours is shown, so that there is something to find; theirs is not. */
function oursAlone(text: string, where: string): void {
  expect(text, where).toMatch(/proche/i)
  expect(text, where).not.toMatch(/lointain/i)
}
const ourActors = ['hub', 'forum', 'ressources', 'emplois', 'marches', 'propositions', 'proche']
const sections = new Set(['ressources', 'emplois', 'marches', 'propositions'])

describe('to other servers, what another hub published', () => {
  test('is nobody’s to feature', async () => {
    const text = await Promise.all(
      ourActors.map(async (one) => (await document(`/ap/actors/${one}/featured`)).text),
    )
    const shown = text.join()
    for (const { envelope } of both.far) expect(shown).not.toContain(envelope.id)
    for (const { envelope, kind } of both.near)
      if (kind.section !== null) expect(shown).toContain(envelope.id)
  })

  test('is in no outbox, though an activity of ours should name it', async () => {
    for (const one of ourActors) {
      const { text } = await document(`/ap/actors/${one}/outbox`)
      const { first } = JSON.parse(text)
      const page = (await document(String(first).replace(both.world.hub.origin, ''))).text
      for (const { envelope } of both.far) expect(page, one).not.toContain(envelope.id)
      if (sections.has(one)) oursAlone(page, one)
    }
    for (const id of both.said) expect((await document(id)).status).toBe(404)
  })

  test('is no object of ours under the id that it has here', async () => {
    for (const { envelope } of both.far)
      for (const rest of ['', '/replies', '/likes', '/shares', '/lots/3'])
        expect((await document(`/ap/objects/${envelope.id}${rest}`)).status, envelope.title).toBe(404)
    const ours = both.near.filter(({ kind }) => kind.section !== null)
    for (const { envelope } of ours) expect((await document(`/ap/objects/${envelope.id}`)).status).toBe(200)
  })

  test('is not ours to let be quoted: no stamp, no Accept', async () => {
    const mallory = both.world.evil.actor('mallory')
    const quotation = `${both.world.evil.origin}/notes/1`
    const asked = async (id: string): Promise<number> => {
      const request = { ...said(mallory, 'QuoteRequest', both.world.fresh(mallory)), instrument: quotation }
      await both.world.post(mallory, { ...request, object: `${both.world.hub.origin}/ap/objects/${id}` })
      const { rows } = await both.world.hub.deps.db.query(
        "SELECT (SELECT count(*) FROM activities WHERE type = 'Accept') + (SELECT count(*) FROM quotations)",
      )
      return Number(rows[0]?.[0])
    }
    for (const { envelope } of both.far) expect(await asked(envelope.id), envelope.title).toBe(0)
    const ours = both.near.find(({ kind }) => kind.name === 'job')?.envelope.id ?? ''
    expect(await asked(ours)).toBe(2)
  })

  test('is not counted among what is here', async () => {
    for (const version of ['2.0', '2.1'])
      expect(JSON.parse((await both.visitor.get(`/nodeinfo/${version}`)).text).usage.localPosts).toBe(
        both.near.length,
      )
  })
})

describe('to search engines and readers, what another hub published', () => {
  test('is in no part of the sitemap, and makes no part', async () => {
    const index = (await both.visitor.get('/sitemap.xml')).text
    expect(index.match(/sitemap-\d+/g)).toEqual(['sitemap-0'])
    oursAlone((await both.visitor.get('/sitemap-0.xml')).text, 'sitemap-0')
    expect((await both.visitor.get('/sitemap-5.xml')).status).toBe(404)
  })

  test('has no markup of ours, and is not to be indexed here', async () => {
    for (const { envelope, kind } of both.far.filter((one) => one.envelope.state === 'published')) {
      const { status, text } = await both.visitor.get(envelope.path)
      expect(status).toBe(200)
      expect(text, envelope.title).not.toContain('application/ld+json')
      expect(text, envelope.title).toMatch(/<meta name="robots" content="noindex/)
      if (kind.when !== undefined) expect((await both.visitor.get(`${envelope.path}.ics`)).status).toBe(404)
    }
    // Whatever its kind would say of it.
    for (const { envelope, kind, fields } of both.far) {
      expect(
        kind.toSchema?.(envelope, fields ?? {}, { ...both.world.hub.deps.hub, name: '' }) ?? null,
      ).toBeNull()
      const entry = { envelope, kind: { ...kind, toSchema: () => ({}) }, fields, unfinished: null }
      expect(Markup({ deps: both.world.hub.deps, entry })).toBeNull()
    }
    const job = both.near.find(({ kind }) => kind.name === 'job')
    expect((await both.visitor.get(job?.envelope.path ?? '')).text).toContain('JobPosting')
  })

  test.each(['', '?origin=all', '?origin=network', '?past=1', '?q=lointain', '?place=92036'])(
    'is in no feed, table or calendar%s',
    async (asked) => {
      for (const { path, when } of kinds)
        for (const format of ['atom', 'json', 'csv', ...(when === undefined ? [] : ['ics'])]) {
          const { status, text } = await both.visitor.get(`${path}.${format}${asked}`)
          expect(status).toBe(200)
          // A feed says its own address, and so what was asked.
          for (const { envelope } of both.far) expect(text).not.toContain(envelope.title)
          for (const { envelope } of both.far) expect(text).not.toContain(envelope.id)
        }
    },
  )

  test.each(Object.keys(formats) as Format[])('is not what a feed as %s is made of', async (format) => {
    const filter = readFilter(null, () => undefined)
    const { entries } = await feedEntries(both.world.hub.deps, filter, format)
    expect(entries.map(({ envelope }) => envelope.id).sort()).toEqual(
      both.near.map((one) => one.envelope.id).sort(),
    )
  })

  test('is found by nobody’s words when its author does not consent', async () => {
    const { deps } = both.world.hub
    const found = async () =>
      (
        await listEntries(
          deps,
          readFilter(null, (name) => (name === 'q' ? 'lointain' : undefined)),
          100,
        )
      ).entries.length
    expect(await found()).toBeGreaterThan(0)
    await deps.db.write([{ sql: 'UPDATE entries SET indexable = 0 WHERE origin_n IS NOT NULL', args: [] }])
    expect(await found()).toBe(0)
    await deps.db.write([{ sql: 'UPDATE entries SET indexable = 1 WHERE origin_n IS NOT NULL', args: [] }])
  })
})
