import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { count } from 'drizzle-orm'
import { events } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { revise, submit } from '../../server/entries/commands.ts'
import { parseDraft, parseEntry, type EntryInput } from '../../server/entries/input.ts'
import { entryById } from '../../server/entries/queries.ts'
import { isWhole, whole } from '../../server/entries/whole.ts'
import { exportTo } from '../../server/export/export.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { eachKind } from '../kinds/schema.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { begun, drafted, known, lacking, person, published } from '../support/publish.ts'
import { openSite } from '../support/site.ts'

let hub: TestHub
let editor: Viewer
beforeAll(async () => {
  hub = await openHubAt(await openSite(), { started: false })
  editor = await person(hub.deps, 'editor')
})
// It fails if anything went wrong unseen: an unfinished draft that came as far as its object would.
afterAll(() => hub.stop())

const asking = eachKind.filter(([, kind]) => lacking(kind).asked.length > 0)
const shared = { title: 'Secret inachevé' }

async function read(kind: KindName, fields: Record<string, unknown>): Promise<EntryInput> {
  const { input, faults } = await parseDraft(hub.deps, known(kind), { shared, fields }, null)
  if (input === null) throw new Error(JSON.stringify(faults))
  return input
}

describe.each(asking)('%s, begun without all that it asks,', (name, kind) => {
  const { asked, fields } = lacking(kind)

  test('is kept, refused for publication by name, and complete with what was missing', async () => {
    const draft = await begun(hub.deps, editor, kind.name as KindName)
    expect(draft).toMatchObject({ fields: null, unfinished: fields, envelope: { state: 'draft' } })
    expect(isWhole(draft)).toBe(false)
    const { faults } = await parseEntry(hub.deps, kind, { shared, fields }, null)
    expect(faults.map(({ field }) => field)).toEqual(asked)
    const change = { revision: 1, input: await read(name as KindName, kind.sample), picture: undefined }
    const done = await revise(hub.deps, editor, draft, change)
    expect(done).toMatchObject({ fields: kind.sample, unfinished: null, envelope: kind.derive(kind.sample) })
  })

  test('leaves no row of its kind behind when it becomes unfinished again', async () => {
    const draft = await drafted(hub.deps, editor, name as KindName)
    const change = { revision: 1, input: await read(name as KindName, fields), picture: undefined }
    const again = await revise(hub.deps, editor, draft, change)
    expect(again).toMatchObject({ fields: null, unfinished: fields })
    expect(again.envelope).toMatchObject({ startsAt: null, closesAt: null, direction: null })
  })
})

describe('what others read', () => {
  test('can never become unfinished, nor what waits for review', async () => {
    const input = await read('job', lacking(known('job')).fields)
    const open = await published(hub.deps, editor, 'job')
    const waiting = whole(await submit(hub.deps, editor, await drafted(hub.deps, editor, 'job')))
    for (const entry of [open, waiting]) {
      const change = { revision: entry.envelope.revision, input, picture: undefined }
      await expect(revise(hub.deps, editor, entry, change)).rejects.toMatchObject({ code: 'invalid' })
      expect((await entryById(hub.deps, entry.envelope.id))?.fields).toEqual(entry.fields)
    }
  })
})

describe('an unfinished draft', () => {
  test('is nowhere that anybody else looks', async () => {
    const drafts = []
    for (const [name] of asking)
      drafts.push(await begun(hub.deps, editor, name as KindName, { ...shared, tags: ['Inachevé'] }))
    const surfaces = [
      ...['/', '/recherche?q=inacheve', '/etiquettes/inacheve', '/sitemap-0.xml', '/sitemap.xml'],
      ...['/api/v1/entries?past=1', '/api/v1/search?q=inacheve&past=1', '/ap/actors/forum/outbox?page=1'],
      ...['hub', 'emplois', 'ressources', 'marches'].map((actor) => `/ap/actors/${actor}/featured`),
      ...['hub', 'emplois', 'ressources', 'marches'].map((actor) => `/ap/actors/${actor}/outbox?page=true`),
      ...asking.flatMap(([, { path }]) => [path, `${path}.atom`, `${path}.json`, `${path}.csv`]),
      '/agenda.ics',
    ]
    for (const path of surfaces) {
      const answer = await get(path)
      expect(answer.status, path).toBe(200)
      expect(answer.text, path).not.toContain('Secret inachevé')
    }
    for (const { envelope } of drafts) {
      const paths = [envelope.path, `${envelope.path}.ics`, `/ap/objects/${envelope.id}`]
      for (const path of [...paths, `/api/v1/entries/${envelope.id}`])
        expect((await get(path)).status, path).toBe(404)
    }
  })

  test('tells the federation nothing and is in no index', async () => {
    const { db } = hub.deps
    const before = await db.read.select({ n: count() }).from(events)
    const { envelope } = await begun(hub.deps, editor, 'event', shared)
    expect(await db.read.select({ n: count() }).from(events)).toEqual(before)
    const { rows } = await db.query(`SELECT 1 FROM entries_search WHERE rowid = ${envelope.n}`)
    expect(rows).toEqual([])
  })

  test('goes with what its owner exports, as far as it is known', async () => {
    const { envelope } = await begun(hub.deps, editor, 'event', { title: 'À emporter' })
    const folder = mkdtempSync(join(tmpdir(), 'maillon-export-'))
    try {
      await exportTo(hub.deps, folder, () => undefined)
      const events: unknown = JSON.parse(readFileSync(join(folder, 'event.json'), 'utf8'))
      const fields: unknown = expect.objectContaining({ venue: 'Maison des associations' })
      expect(events).toContainEqual(expect.objectContaining({ id: envelope.id, state: 'draft', fields }))
      expect(readFileSync(join(folder, 'event.csv'), 'utf8')).toContain('À emporter')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

async function get(path: string): Promise<{ status: number; text: string }> {
  const accept = path.startsWith('/ap/') ? 'application/activity+json' : '*/*'
  const answer = await fetch(hub.origin + path, { headers: { accept } })
  return { status: answer.status, text: await answer.text() }
}
