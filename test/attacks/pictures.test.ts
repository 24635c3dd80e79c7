import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { block, readTarget } from '../../server/moderation/blocks.ts'
import { cacheFolder } from '../../server/media/files.ts'
import { sweepThumbnails } from '../../server/media/sweep.ts'
import { photograph } from '../media/images.ts'
import { until } from '../support/until.ts'
import type { Someone } from './peer.ts'
import { article, said } from './words.ts'
import { openWorld, type World } from './world.ts'

// What is erased of another server is erased whole: the addresses of its pictures and their thumbnails too.

let world: World
let mallory: Someone
beforeEach(async () => {
  world = await openWorld()
  const bytes = await photograph(60, 60)
  mallory = world.evil.actor('mallory')
  for (const name of ['one', 'two'])
    world.evil.put(`/${name}.jpg`, (_, response) =>
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(bytes),
    )
  await world.follow(mallory)
})
afterEach(() => world.close())

async function shows(picture: string): Promise<string> {
  const image = { type: 'Image', mediaType: 'image/jpeg', url: `${world.evil.origin}/${picture}.jpg` }
  const text = article(mallory, world.fresh(mallory, 'articles'), `An article with ${picture}`, { image })
  await world.post(mallory, { ...said(mallory, 'Create', world.fresh(mallory)), object: text })
  await world.quiet()
  return String(text['id'])
}
const remove = (id: string) =>
  world.post(mallory, { ...said(mallory, 'Delete', world.fresh(mallory)), object: { id, type: 'Tombstone' } })

const rows = async (): Promise<{ id: string; url: string }[]> =>
  (await world.hub.deps.db.query('SELECT id, source_url FROM media')).rows.map((row) => ({
    id: String(row['id']),
    url: String(row['source_url']),
  }))
const ask = async (id: string): Promise<number> =>
  (await world.raw('GET', `/media/r/${id}.webp`, { host: world.hub.host })).status
const files = () => readdirSync(cacheFolder(world.hub.deps.config))

async function blockOf(type: 'host' | 'actor', typed: string): Promise<void> {
  const target = await readTarget(world.hub.deps, type, typed)
  if ('fault' in target) throw new Error(target.fault)
  await block(world.hub.deps, world.hub.admin, { ...target, reason: 'test' })
}

const ways: readonly (readonly [string, (id: string) => Promise<unknown>])[] = [
  ['a Delete', (id) => remove(id)],
  ['the goodbye of its author', () => remove(mallory.id)],
  ['a block of its host', () => blockOf('host', world.evil.host)],
  ['a block of its author', () => blockOf('actor', mallory.id)],
  ['the end of a following', () => world.hub.federation.unfollow(mallory.id)],
  [
    'a month past its date',
    async () => {
      const { deps, federation } = world.hub
      await deps.db.write([{ sql: 'UPDATE entries SET closes_at = 1 WHERE origin_n IS NOT NULL', args: [] }])
      deps.pass(7 * 3_600_000)
      federation.start()
      await until('it expires', async () => {
        const left = await deps.db.query('SELECT 1 FROM entries WHERE origin_n IS NOT NULL')
        return left.rows.length === 0
      })
    },
  ],
]

test.each(ways)(
  '%s takes the picture along in the same command, and its thumbnail from the disk',
  async (_, erase) => {
    const id = await shows('one')
    const [picture] = await rows()
    expect(picture?.url).toContain('/one.jpg')
    expect(await ask(picture?.id ?? '')).toBe(200)
    expect(files()).toHaveLength(1)
    await erase(id)
    expect(await rows()).toEqual([])
    expect((await world.dump())['media']).toBe('[]')
    expect(await ask(picture?.id ?? '')).toBe(404)
    expect(await sweepThumbnails(world.hub.deps)).toBe(1)
    expect(files()).toEqual([])
  },
)

test('a picture that another entry shows too stays until the last of them goes', async () => {
  const [first, second] = [await shows('one'), await shows('one')]
  await shows('two')
  await remove(first)
  expect((await rows()).map(({ url }) => new URL(url).pathname).sort()).toEqual(['/one.jpg', '/two.jpg'])
  await remove(second)
  expect((await rows()).map(({ url }) => new URL(url).pathname)).toEqual(['/two.jpg'])
  expect(await sweepThumbnails(world.hub.deps)).toBe(0)
})

test('a block leaves a picture to those who show it too and are not blocked', async () => {
  await shows('one')
  const friend = world.good.actor('anna')
  await world.follow(friend)
  const image = { type: 'Image', mediaType: 'image/jpeg', url: `${world.evil.origin}/one.jpg` }
  const text = article(friend, world.fresh(friend, 'articles'), 'The same picture', { image })
  await world.post(friend, { ...said(friend, 'Create', world.fresh(friend)), object: text })
  await world.quiet()
  expect(await rows()).toHaveLength(1)
  await blockOf('host', world.evil.host)
  expect(await rows()).toHaveLength(1)
  await blockOf('host', world.good.host)
  expect(await rows()).toEqual([])
})
