import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { createFederation } from '../../server/federation/index.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { drafted, known, person, published, received } from '../support/publish.ts'

// A stranger who looks for what is not shown to them: by words, by counting, by what is suggested, drawn or framed.

let deps: TestDeps
let editor: Viewer
let app: ReturnType<typeof createApp>
/** Of what nobody may see, by how it came to be so. */
const hidden: { title: string; id: string; slug: string }[] = []
const job = known('job')
const day = '2026-11-28'

beforeAll(async () => {
  deps = await openTestDeps({ mail: true })
  app = createApp(deps, createFederation(deps))
  editor = await person(deps, 'editor')
  await published(deps, editor, 'job', { title: 'Menuisière', place: '92036', tags: ['Bois'] })
  await published(deps, editor, 'organisation', { title: 'Menuiserie du fleuve', place: '92036' })
  const secret = { place: '59350', position: '50.63, 3.06', tags: ['Zibeline'] }
  const dates = { start: `${day}T09:00`, end: `${day}T10:00` }
  for (const kind of ['job', 'event', 'organisation'] as const) {
    const fields = kind === 'event' ? dates : {}
    const draft = await drafted(
      deps,
      editor,
      kind,
      { title: `Zibeline brouillon ${kind}`, ...secret },
      fields,
    )
    const gone = await published(deps, editor, kind, { title: `Zibeline retirée ${kind}`, ...secret }, fields)
    await withdraw(deps, editor, gone)
    const waits = await drafted(deps, editor, kind, { title: `Zibeline relue ${kind}`, ...secret }, fields)
    await set(waits.envelope.id, { state: 'review' })
    for (const { envelope } of [draft, gone, waits])
      hidden.push({ title: envelope.title, id: envelope.id, slug: envelope.slug })
    const title = `Zibeline cachée ${kind}`
    const there = { title, placeCode: '59350', latitude: 50.63, longitude: 3.06, tags: ['Zibeline'] }
    await received(deps, kind, there)
    const [row] = await deps.db.read.select().from(entries).where(eq(entries.title, title))
    await set(row?.id ?? '', { state: 'hidden' })
    hidden.push({ title, id: row?.id ?? '', slug: row?.slug ?? '' })
  }
})
afterAll(() => deps.close())

const set = (id: string, values: Partial<typeof entries.$inferInsert>) =>
  deps.db.write([deps.db.make.update(entries).set(values).where(eq(entries.id, id))])

const get = async (path: string, asked: Record<string, string> = {}) => {
  const answer = await app.request(`https://hub.example${path}`, { headers: asked })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

/** Where lists, counts, drawings and suggestions of one kind or of all are had. */
const surfaces = (query: string): string[] => [
  ...[job.path, '/agenda', '/annuaire', '/recherche'].flatMap((path) => [
    `${path}?${query}`,
    `${path}/carte?${query}`,
    `${path}.atom?${query}`,
    `${path}.json?${query}`,
    `${path}.csv?${query}`,
  ]),
  ...['/emplois', '/agenda', '/annuaire'].map((path) => `/embed${path}?${query}`),
  ...['/emplois', '/agenda', '/annuaire'].map(
    (path) => `/oembed?url=${encodeURIComponent(`https://hub.example${path}?${query}`)}`,
  ),
  `/agenda.ics?${query}`,
  `/agenda/mois/2026-11?${query}`,
  `/agenda/mois/2026-11.ics?${query}`,
  `/agenda/semaine/2026-W48?${query}`,
  `/agenda/semaine/2026-W48.atom?${query}`,
  `/agenda/mois-de-l-ess/2026?${query}`,
  `/etiquettes/zibeline?${query}`,
  `/alertes/nouvelle?${query}`,
]

describe('what a stranger may not see', () => {
  test.each([
    'past=1',
    'place=59350',
    'place=59350&around=1',
    'place=59&past=1',
    'tag=zibeline&past=1',
    'near=50.63,3.06&within=50&past=1',
    'origin=network&past=1',
  ])('is in no list, feed, frame, map or calendar: %s', async (query) => {
    for (const path of surfaces(query)) {
      const { status, text } = await get(path)
      expect([path, status]).toEqual([path, 200])
      expect(text, path).not.toContain('Zibeline')
    }
  })

  test('is not found by its words, suggested, or offered as the right spelling', async () => {
    for (const q of ['zibeline', 'zibelne', 'zib', 'brouillon', 'cachée'])
      for (const path of [`/recherche?q=${q}`, `/emplois?q=${q}`, `/recherche/suggestions?q=${q}`])
        expect((await get(path)).text, path).not.toContain('Zibeline')
    expect((await get('/recherche/suggestions?q=lille')).text).not.toMatch(/\/(emplois|agenda|annuaire)\?/)
  })

  test('is not counted: not in a choice, a scope, a department, a month, a way out of an empty list', async () => {
    for (const path of ['/emplois?place=59350', '/recherche?place=59350&past=1', '/annuaire?tag=zibeline'])
      for (const [, count] of (await get(path)).text.matchAll(
        /(?:<option[^>]*>[^<]*|<\/a>\u00a0?)\((\d+)\)/g,
      ))
        expect([path, count]).toEqual([path, '0'])
    const map = (await get('/recherche/carte?place=59350&past=1')).text
    expect(map).not.toMatch(/Nord[^<]*<\/a>[^<]*<[^>]*>\s*[1-9]/)
  })

  test.each(['slug', 'id'] as const)('has no page, poster, picture or quotation by its %s', async (by) => {
    for (const one of hidden) {
      const kind = one.title.split(' ').at(-1)
      const path = { job: '/emplois', event: '/agenda', organisation: '/annuaire' }[kind ?? ''] ?? ''
      const page = `${path}/${one[by]}`
      const quoted = `/oembed?url=${encodeURIComponent(`https://hub.example${page}`)}`
      for (const address of [page, `${page}/affiche`, `/apercus/fr${path}/${one.id}.png`, quoted]) {
        const { status, text } = await get(address)
        expect([404, 410], address).toContain(status)
        expect(text, address).not.toContain('Zibeline')
      }
    }
  })

  test('is not named by who asks for what it publishes', async () => {
    for (const { id } of hidden)
      for (const path of [`/emplois?org=${id}`, `/recherche?org=${id}`, `/alertes/nouvelle?org=${id}`])
        expect((await get(path)).text, path).not.toContain('Zibeline')
    const [shown] = await deps.db.read
      .select({ id: entries.id })
      .from(entries)
      .where(eq(entries.title, 'Menuiserie du fleuve'))
    expect((await get(`/emplois?org=${shown?.id}`)).text).toContain('Menuiserie du fleuve')
  })
})

describe('where somebody looks around them', () => {
  test('is kept by no cache, ours or another’s, whatever is made of the list', async () => {
    const query = 'near=48.93,2.29'
    for (const path of [
      ...surfaces(query),
      `/emplois/integrer?${query}`,
      `/embed/emplois?${query}&fragment=1`,
      `/emplois?${query}&page=2`,
      `/emplois?page=2&near=48.93%2C2.29`,
    ]) {
      const { status, headers } = await get(path)
      expect([path, status]).toEqual([path, 200])
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store'])
    }
    // Code to copy would publish it on somebody's site.
    expect((await get(`/emplois?${query}`)).text).not.toContain('/emplois/integrer')
    expect((await get('/emplois?place=92')).text).toContain('/emplois/integrer?place=92')
    // What names no point is kept as ever.
    for (const path of ['/emplois?near=', '/emplois?near=48.93', '/embed/emplois?near=NaN,2'])
      expect([path, (await get(path)).headers.get('cache-control')]).toEqual([
        path,
        expect.stringContaining('public'),
      ])
  })
})
