import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { createFederation, foundingActors, type Federation } from '../../server/federation/index.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { becomePerson } from '../../server/federation/members.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published, received } from '../support/publish.ts'

let deps: TestDeps
let federation: Federation
let app: Hono<Env>
let entry: Entry
let strangerN: number
beforeAll(async () => {
  deps = await openTestDeps()
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  federation = createFederation(deps)
  app = new Hono<Env>().route('/', federation.routes)
  app.onError(onError(deps))
  entry = await published(deps, await person(deps, 'admin'), 'job')
  await received(deps, 'job')
  const [stranger] = await deps.db.read.select().from(actors).where(eq(actors.local, false))
  strangerN = stranger?.n ?? 0
})
afterAll(async () => {
  await federation.stop(1_000)
  await deps.close()
})

async function keep(name: string, publishedAt: number): Promise<string> {
  const apId = `https://ailleurs.example/notes/${name}`
  const shared = {
    entryN: entry.envelope.n,
    actorN: strangerN,
    authorName: 'x',
    html: 'x',
    state: 'shown' as const,
  }
  await deps.db.write([
    deps.db.make.insert(comments).values({ ...shared, id: deps.newId(), apId, url: null, publishedAt }),
  ])
  return apId
}
const get = async (address: string): Promise<JsonObject> => {
  const path = address.replace(deps.hub.origin, '')
  return (await (await app.request(path)).json()) as JsonObject
}
const status = async (path: string) => (await app.request(path)).status
const context = () => `/ap/objects/${entry.envelope.id}/context`

describe('the context of an entry', () => {
  test('is a collection of its author’s, which its entry and the answers of members name', async () => {
    const member = await person(deps, 'member')
    await becomePerson(deps, member, 'camille')
    const id = deps.newId()
    await writeComment(deps, member, entry.envelope, { id, parentId: null, body: 'Ici' })
    const address = deps.hub.origin + context()
    const object = await get(`/ap/objects/${entry.envelope.id}`)
    expect(object['context']).toBe(address)
    expect((await get(`/ap/objects/${id}`))['context']).toBe(address)
    expect(await get(context())).toMatchObject({
      id: address,
      type: 'OrderedCollection',
      attributedTo: object['attributedTo'],
      totalItems: 2,
      first: `${address}?page=true`,
    })
    // An answer begins no conversation of its own.
    expect(await status(`/ap/objects/${id}/context`)).toBe(404)
    await deps.db.write([deps.db.make.delete(comments).where(eq(comments.id, id))])
  })

  test('comes in pages of twenty, oldest first, and what is found meanwhile neither hides nor doubles anything', async () => {
    const at = deps.now()
    const kept: string[] = []
    // Some from before our time, and not in this order; two at each moment, also where a page ends.
    for (const [number, moment] of [40, 3, 3, -2e12, 20, 7].entries())
      kept.push(await keep(`odd${number}`, moment))
    for (let number = 0; number < 39; number++) kept.push(await keep(`${number}`, at + (number >> 1)))
    const first = await get(`${context()}?page=true`)
    const late = [await keep('early', 5), await keep('late', at + 1_000)]
    const second = await get(String(first['next']))
    const third = await get(String(second['next']))
    const pages = [first, second, third].map(({ orderedItems }) => orderedItems as string[])
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 7])
    expect(third['next']).toBeUndefined()
    const name = (id: string) => id.split('/').at(-1)
    expect(pages[0]?.[0]).toBe(entry.envelope.apId)
    expect(pages[0]?.slice(1, 7).map(name)).toEqual(['odd3', 'odd1', 'odd2', 'odd5', 'odd4', 'odd0'])
    expect(pages.flat()).toEqual([...new Set(pages.flat())])
    expect(new Set(pages.flat())).toEqual(new Set([entry.envelope.apId, ...kept, late[1]]))
    const again = await get(`${context()}?page=true`)
    expect((again['orderedItems'] as string[]).map(name)).toContain('early')
  })

  test.each(['0', '.', '1.', '1.x', '-.1', '1e3.1', '99999999999999999999.1', '%00'])(
    'has no page %s',
    async (page) => expect(await status(`${context()}?page=${page}`)).toBe(404),
  )

  test('of an entry that came from elsewhere is not ours to give; our answer to it names theirs', async () => {
    const theirs = 'https://ailleurs.example/contexts/1'
    const { apId } = await received(deps, 'job', { context: theirs })
    const { apId: bare } = await received(deps, 'job')
    const member = await person(deps, 'member')
    await becomePerson(deps, member, 'dominique')
    const said: unknown[] = []
    for (const address of [apId, bare]) {
      const [row] = await deps.db.read.select().from(entries).where(eq(entries.apId, address))
      if (row === undefined) throw new Error('It did not come.')
      expect(await status(`/ap/objects/${row.id}/context`)).toBe(404)
      const id = deps.newId()
      await writeComment(deps, member, row, { id, parentId: null, body: 'Là-bas' })
      said.push((await get(`/ap/objects/${id}`))['context'])
    }
    expect(said).toEqual([theirs, undefined])
  })

  test('is read by those alone who may read the entry, where the administrator has it so', async () => {
    await deps.db.write(deps.hub.steps({ readers: 'signed' }, null, deps.now()))
    await deps.hub.reload()
    expect([await status(context()), await status(`${context()}?page=true`)]).toEqual([401, 401])
    await deps.db.write(deps.hub.steps({ readers: 'everyone' }, null, deps.now()))
    await deps.hub.reload()
    expect(await status(context())).toBe(200)
  })
})

test('the replies of an entry stand in it, the newest twenty', async () => {
  const object = await get(`/ap/objects/${entry.envelope.id}`)
  const address = `${deps.hub.origin}/ap/objects/${entry.envelope.id}/replies`
  const { first, ...collection } = object['replies'] as JsonObject & { first: JsonObject }
  expect(collection).toEqual({ id: address, type: 'OrderedCollection', totalItems: 47 })
  expect(first).toMatchObject({ type: 'OrderedCollectionPage', partOf: address })
  expect(first['orderedItems']).toHaveLength(20)
  expect(first).toEqual(expect.not.objectContaining({ '@context': expect.anything() }))
  expect((await get(String(first['next'])))['orderedItems']).toHaveLength(20)
})
