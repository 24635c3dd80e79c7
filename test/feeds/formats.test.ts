import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readFilter } from '../../server/entries/list.ts'
import { loadEntries } from '../../server/entries/load.ts'
import { feedEntries, formats, renderFeed, type Format } from '../../server/feeds/index.ts'
import { known } from '../support/publish.ts'
import { openLists, type Lists } from './lists.ts'

let t: Lists
beforeAll(async () => {
  t = await openLists()
})
afterAll(() => t.deps.close())

describe('every format', () => {
  const all = Object.keys(formats).filter((name) => name !== 'ics') as Format[]

  test.each([...all.map((format) => [format, 'job'] as const), ['ics', 'event'] as const])(
    '%s never holds an entry of another hub, even if it is handed one',
    async (format, name) => {
      const kind = known(name)
      const mixed = await loadEntries(t.deps, { where: undefined })
      expect(mixed.some(({ envelope }) => envelope.origin !== null)).toBe(true)
      const url = `https://hub.example${kind.path}.${format}`
      const handed = await (await renderFeed(t.deps, format, { kind, entries: mixed, url })).text()
      expect(handed).not.toContain('ailleurs')
      expect(await (await t.feed(format, name, { origin: 'network' })).text()).not.toContain('ailleurs')
    },
  )

  test.each(all)('%s is not sent again to those who have it', async (format) => {
    const first = await t.feed(format)
    const etag = first.headers.get('etag') ?? ''
    const kind = known('job')
    const { entries } = await feedEntries(
      t.deps,
      readFilter(kind, () => undefined),
      format,
    )
    const ask = (headers: Record<string, string>) =>
      renderFeed(
        t.deps,
        format,
        { kind, entries, url: `https://hub.example/emplois.${format}` },
        new Headers(headers),
      )
    const again = await ask({ 'if-none-match': etag })
    expect(again.status).toBe(304)
    expect(again.headers.get('etag')).toBe(etag)
    expect(await again.text()).toBe('')
    expect((await ask({ 'if-none-match': `W/${etag}, "other"` })).status).toBe(304)
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  test.each(all)(
    '%s is sent again once an entry was withdrawn, whatever its reader’s clock says',
    async (format) => {
      const kind = known('job')
      const { entries } = await feedEntries(
        t.deps,
        readFilter(kind, () => undefined),
        format,
      )
      const [newest, ...others] = entries
      const url = `https://hub.example/emplois.${format}`
      const before = await renderFeed(t.deps, format, { kind, entries, url })
      expect(before.headers.has('last-modified')).toBe(false)
      const asked = new Headers({ 'if-modified-since': new Date(t.deps.now() + 1000).toUTCString() })
      const after = await renderFeed(t.deps, format, { kind, entries: others, url }, asked)
      expect(after.status).toBe(200)
      expect(await after.text()).not.toContain(newest?.envelope.id)
    },
  )

  test.each(all)('%s of a list where nothing is published is still valid', async (format) => {
    const answer = await renderFeed(t.deps, format, {
      kind: null,
      entries: [],
      url: `https://hub.example/x.${format}`,
    })
    expect(answer.status).toBe(200)
    if (format === 'atom') expect(parseAtomFeed(await answer.text()).title?.value).toBe('Le hub d’essai')
    if (format === 'json') expect(parseJsonFeed(await answer.text()).items ?? []).toEqual([])
  })
})
