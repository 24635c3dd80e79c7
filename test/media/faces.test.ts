import { existsSync, readdirSync } from 'node:fs'
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { comments } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { faceName, facePath } from '../../server/media/face-name.ts'
import { faceFolder } from '../../server/media/files.ts'
import { faces } from '../../server/media/originals.ts'
import { remoteThumbnails } from '../../server/media/remote.ts'
import { sweepThumbnails } from '../../server/media/sweep.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'
import { photograph } from './images.ts'

const icon = 'https://ailleurs.example/ada.jpg'
let deps: TestDeps
let asked: string[]
let answer: (url: string) => Promise<Uint8Array>
let refused: string[]
beforeEach(async () => {
  deps = await openTestDeps()
  ;[asked, refused] = [[], []]
  answer = () => photograph()
})
afterEach(() => deps.close())

/** Somebody of another server, and an answer of theirs. */
async function speaking(state: 'shown' | 'held' | 'hidden' = 'shown', iconUrl: string | null = icon) {
  const { envelope } = await published(deps, await person(deps, 'editor'), 'job')
  const id = `https://ailleurs.example/users/${deps.newId()}`
  const row = { id, local: false, type: 'Person', handle: 'ada', host: 'ailleurs.example', iconUrl }
  await deps.db.write([deps.db.make.insert(actors).values({ ...row, name: 'Ada', createdAt: deps.now() })])
  const [actor] = await deps.db.read.select().from(actors).where(eq(actors.id, id))
  const n = actor?.n ?? 0
  await deps.db.write([
    deps.db.make.insert(comments).values({
      ...{ id: deps.newId(), entryN: envelope.n, actorN: n, authorName: 'Ada', html: '<p>Oui</p>' },
      ...{ state, publishedAt: deps.now() },
    }),
  ])
  return { n, id }
}

const shown = () =>
  remoteThumbnails(
    deps,
    (url) => {
      asked.push(url)
      return answer(url)
    },
    faces(deps),
    (url) => Promise.resolve(refused.includes(url)),
  )

test('the picture of somebody who answered from elsewhere is small, ours, and fetched once', async () => {
  const { n } = await speaking()
  const picture = await shown().thumbnail(faceName(n, icon))
  expect(await sharp(picture ?? Buffer.alloc(0)).metadata()).toMatchObject({ format: 'webp', height: 96 })
  await shown().thumbnail(faceName(n, icon))
  expect(asked).toEqual([icon])
  expect(facePath(n, icon)).toBe(`/media/a/${faceName(n, icon)}.webp`)
})

test.each(['held', 'hidden'] as const)('of somebody whose words are %s nothing is fetched', async (state) => {
  const { n } = await speaking(state)
  expect(await shown().thumbnail(faceName(n, icon))).toBeNull()
  expect(asked).toEqual([])
})

test('a name that no page has given fetches nothing: another address, another number, a path', async () => {
  const { n } = await speaking()
  for (const name of [faceName(n, 'https://autre.example/x'), faceName(n + 1, icon), `${n}`, '../secret'])
    expect(await shown().thumbnail(name)).toBeNull()
  expect(asked).toEqual([])
})

test('whoever is blocked, by account or by where the picture lives, has no picture, cached or not', async () => {
  const { n, id } = await speaking()
  expect(await shown().thumbnail(faceName(n, icon))).not.toBeNull()
  refused = [id]
  expect(await shown().thumbnail(faceName(n, icon))).toBeNull()
  refused = [icon]
  expect(await shown().thumbnail(faceName(n, icon))).toBeNull()
})

test('what is no picture is none, and is not asked for again within the hour', async () => {
  const { n } = await speaking()
  answer = () => Promise.resolve(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))
  const one = shown()
  expect(await one.thumbnail(faceName(n, icon))).toBeNull()
  expect(await one.thumbnail(faceName(n, icon))).toBeNull()
  expect(asked).toHaveLength(1)
})

test('a picture that was changed, or whose words went, leaves the cache', async () => {
  const { n } = await speaking()
  await shown().thumbnail(faceName(n, icon))
  const kept = () => (existsSync(faceFolder(deps.config)) ? readdirSync(faceFolder(deps.config)) : [])
  expect(await sweepThumbnails(deps)).toBe(0)
  expect(kept()).toEqual([`${faceName(n, icon)}.webp`])
  await deps.db.write([
    deps.db.make.update(actors).set({ iconUrl: 'https://ailleurs.example/new.jpg' }).where(eq(actors.n, n)),
  ])
  expect(await sweepThumbnails(deps)).toBe(1)
  expect(kept()).toEqual([])
})
