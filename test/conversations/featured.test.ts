import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import { activities } from '../../db/schema/federation.ts'
import { loadEntry, type Entry } from '../../server/entries/load.ts'
import { publish } from '../../server/entries/commands.ts'
import { whole } from '../../server/entries/whole.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { drafted } from '../support/publish.ts'
import { until } from '../support/until.ts'

let amont: TestHub
let aval: TestHub
const jobs: Entry[] = []

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

const pinned = async (): Promise<string[]> => {
  const answer = await fetch(`${amont.actor('emplois')}/featured`)
  return ((await answer.json()) as { orderedItems: string[] }).orderedItems
}

/** Who followed every Add and Remove from the beginning. */
async function told(): Promise<string[]> {
  const said = await amont.deps.db.read
    .select({ type: activities.type, objectId: activities.objectId })
    .from(activities)
    .orderBy(activities.n)
  const set = new Set<string>()
  for (const { type, objectId } of said) {
    if (type === 'Add') set.add(objectId)
    if (type === 'Remove' || type === 'Delete') set.delete(objectId)
  }
  return [...set]
}

const saidOf = async ({ envelope }: Entry): Promise<string[]> =>
  (
    await amont.deps.db.read
      .select({ type: activities.type })
      .from(activities)
      .where(eq(activities.objectId, envelope.apId))
  ).map(({ type }) => type)

const addresses = (entries: Entry[]): string[] => entries.map(({ envelope }) => envelope.apId)
const sorted = (items: readonly string[]): string[] => [...items].sort()

test('twelve jobs published one after another, all at once for the queue: the newest ten are featured', async () => {
  for (let count = 1; count <= 12; count++) {
    amont.deps.pass(1_000)
    const draft = await drafted(amont.deps, amont.admin, 'job', { title: `Poste ${count}` })
    jobs.push(await publish(amont.deps, amont.admin, draft))
  }
  amont.federation.wake()
  expect(await pinned()).toEqual(addresses(jobs.slice(2)).toReversed())
  const wanted = sorted(addresses(jobs.slice(2)))
  await until('every Add and Remove', async () => sorted(await told()).join() === wanted.join())
})

test('a closed one makes room for an older one, and so does a withdrawn one', async () => {
  await amont.close(jobs[5]!)
  await until('closed', async () => (await told()).includes(jobs[1]!.envelope.apId))
  await amont.withdraw(jobs[6]!)
  await until('withdrawn', async () => (await told()).includes(jobs[0]!.envelope.apId))
  expect(sorted(await told())).toEqual(sorted(await pinned()))
})

test('what is closed before it was ever told is never pinned', async () => {
  const draft = await drafted(amont.deps, amont.admin, 'job', { title: 'Aussitôt pourvu' })
  const quick = await publish(amont.deps, amont.admin, draft)
  await amont.close(quick)
  await until('its Update', async () => (await saidOf(quick)).includes('Update'))
  expect(await saidOf(quick)).not.toContain('Add')
  expect(sorted(await told())).toEqual(sorted(await pinned()))
})

test('one that is opened again is pinned again', async () => {
  const again = await loadEntry(amont.deps, eq(entries.id, jobs[5]!.envelope.id))
  await publish(amont.deps, amont.admin, whole(again!))
  amont.federation.wake()
  await until('opened', async () => (await told()).includes(jobs[5]!.envelope.apId))
  expect(sorted(await told())).toEqual(sorted(await pinned()))
})

test('one whose date comes is unpinned by the clock alone, once, and an older one takes its place', async () => {
  const tomorrow = new Date(amont.deps.now() + 86_400_000).toISOString().slice(0, 10)
  const brief = await amont.publish('job', { title: 'Deux jours' }, { deadline: tomorrow })
  await until('pinned', async () => (await told()).includes(brief.envelope.apId))
  const full = sorted(await pinned())
  amont.deps.pass(3 * 86_400_000)
  expect(await pinned()).not.toContain(brief.envelope.apId)
  amont.federation.wake()
  await until('unpinned', async () => (await saidOf(brief)).includes('Remove'))
  amont.federation.wake()
  await until('the place is taken', async () => (await told()).length === full.length)
  expect(sorted(await told())).toEqual(sorted(await pinned()))
  expect((await saidOf(brief)).filter((type) => type === 'Remove')).toHaveLength(1)
})
