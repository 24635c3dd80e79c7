import { existsSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { entries, media } from '../../db/schema/entries.ts'
import { cacheFolder, pictureFolder } from '../../server/media/files.ts'
import { storePicture } from '../../server/media/pictures.ts'
import { entryPictures } from '../../server/media/originals.ts'
import { remoteThumbnails } from '../../server/media/remote.ts'
import { sweepMedia } from '../../server/media/sweep.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { photograph } from './images.ts'

const day = 86_400_000
let deps: TestDeps
beforeEach(async () => {
  deps = await openTestDeps()
})
afterEach(() => deps.close())

async function picture(): Promise<string> {
  const stored = await storePicture(deps, new File([new Uint8Array(await photograph(60, 60))], 'a.jpg'), null)
  if ('code' in stored) throw new Error(stored.code)
  return stored.id
}

async function entryWith(imageId: string): Promise<string> {
  const id = deps.newId()
  const times = { createdAt: deps.now(), updatedAt: deps.now() }
  const row = {
    id,
    kind: 'news',
    slug: id,
    title: 'Une nouvelle',
    imageId,
    state: 'published' as const,
    ...times,
  }
  await deps.db.write([deps.db.make.insert(entries).values(row)])
  return id
}

const files = () => readdirSync(pictureFolder(deps.config)).toSorted()
const filesOf = (...ids: string[]) => ids.flatMap((id) => [`${id}-480.webp`, `${id}.webp`]).toSorted()

test('a picture whose form was never sent goes after a day, one that an entry shows stays', async () => {
  const lost = await picture()
  const used = await picture()
  await entryWith(used)
  deps.pass(day - 1000)
  expect(await sweepMedia(deps)).toEqual({ removed: 0 })
  expect(files()).toEqual(filesOf(lost, used))
  deps.pass(2000)
  expect(await sweepMedia(deps)).toEqual({ removed: 1 })
  expect(files()).toEqual(filesOf(used))
  expect((await deps.db.read.select().from(media)).map(({ id }) => id)).toEqual([used])
})

test('the picture of a withdrawn entry goes', async () => {
  const id = await picture()
  const entry = await entryWith(id)
  deps.pass(2 * day)
  await deps.db.write([deps.db.make.update(entries).set({ state: 'withdrawn' }).where(eq(entries.id, entry))])
  await sweepMedia(deps)
  expect(files()).toEqual([])
})

test('what a crash left half written goes, what is being written stays', async () => {
  const used = await picture()
  await entryWith(used)
  const folder = pictureFolder(deps.config)
  const old = (deps.now() - 2 * day) / 1000
  const young = deps.now() / 1000
  for (const [name, at] of [
    ['.half.webp', old],
    [`${deps.newId()}.webp`, old],
    ['.new.webp', young],
  ] as const) {
    writeFileSync(join(folder, name), 'x')
    utimesSync(join(folder, name), at, at)
  }
  expect(await sweepMedia(deps)).toEqual({ removed: 2 })
  expect(files()).toEqual(['.new.webp', ...filesOf(used)].toSorted())
})

test('the thumbnail of an erased remote entry goes from the cache with its row', async () => {
  const id = deps.newId()
  const row = { id, type: 'image/webp', width: 0, height: 0, bytes: 0, createdAt: deps.now() }
  await deps.db.write([
    deps.db.make.insert(media).values({ ...row, sourceUrl: 'https://ailleurs.example/a.jpg' }),
  ])
  const entry = await entryWith(id)
  await remoteThumbnails(deps, () => photograph(60, 60), entryPictures(deps)).thumbnail(id)
  const file = join(cacheFolder(deps.config), `${id}-480.webp`)
  expect(existsSync(file)).toBe(true)
  await deps.db.write([deps.db.make.delete(entries).where(eq(entries.id, entry))])
  deps.pass(2 * day)
  expect(await sweepMedia(deps)).toEqual({ removed: 1 })
  expect(existsSync(file)).toBe(false)
})
