import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { dumpOf } from '../support/dump.ts'
import { outcomes, type Case } from './outcomes.ts'
import { samples, type Sample } from './payloads.ts'
import { openWorld, type World } from './world.ts'

// What all sorts of software send, each sample from a server of its own, signed, to a running hub.

let world: World
beforeAll(async () => {
  world = await openWorld(samples)
}, 120_000)
afterAll(() => world.close())

test('the samples are of many softwares, and of every sort of activity', () => {
  expect(samples.length).toBeGreaterThanOrEqual(60)
  expect(new Set(samples.map(({ software }) => software)).size).toBeGreaterThanOrEqual(14)
  const types = new Set(samples.map(({ activity }) => activity['type']))
  for (const type of [
    ...['Accept', 'Add', 'Announce', 'Block', 'Create', 'Delete', 'Dislike', 'EmojiReact', 'Flag', 'Follow'],
    ...[
      'Join',
      'Leave',
      'Like',
      'Listen',
      'Move',
      'Offer',
      'QuoteRequest',
      'Reject',
      'Undo',
      'Update',
      'View',
    ],
  ])
    expect(types).toContain(type)
})

const bySoftware = Map.groupBy(samples, ({ software }) => software)

describe.each([...bySoftware])('%s', (_, sent) => {
  test.each(sent)('$name becomes $becomes: $shape', async (given) => {
    const { sample, sender } = world.settle(given)
    const { followId } = await world.prepare(sender, sample.before)
    await world.quiet()
    const before = await kept()
    const activity = filled(sample, followId, sender.document)
    expect(await world.post(sender, activity)).toBe(sample.status ?? 202)
    await world.quiet()
    if (sample.becomes === 'nothing') expect(await kept()).toEqual(before)
    else expectOutcome(sample, await outcomes[sample.becomes](caseOf(sample, sender.id, activity)))
  })
})

function expectOutcome({ reads }: Sample, outcome: boolean | string): void {
  expect(outcome).not.toBe(false)
  if (reads !== undefined) expect(outcome).toContain(reads)
}

/** What is known only now: the id of our Follow, the sender's key, tags by the hundred. */
function filled({ activity, tags }: Sample, followId: string, { publicKey }: JsonObject): JsonObject {
  const object = activity['object']
  const many = Array.from({ length: tags ?? 0 }, (_, place) => ({
    type: 'Hashtag',
    name: `#t${place}`,
    href: `https://tags.example/${place}`,
  }))
  const whole =
    tags === undefined || typeof object !== 'object'
      ? activity
      : { ...activity, object: { ...object, tag: many } }
  return JSON.parse(
    JSON.stringify(whole)
      .replaceAll(`${world.hub.origin}/ap/activities/follow`, followId)
      .replaceAll('"{{publicKey}}"', JSON.stringify(publicKey)),
  ) as JsonObject
}

function caseOf(sample: Sample, senderId: string, activity: JsonObject): Case {
  const [object] = [activity['object']].flat()
  const embedded = typeof object === 'object' && object !== null && 'id' in object ? object.id : object
  const objectId = sample.object ?? String(embedded)
  return { hub: world.hub, senderId, activityId: String(activity['id']), objectId }
}

/** All that a hub keeps, but for whom it has met and what it has seen. */
async function kept(): Promise<Record<string, string>> {
  const {
    actors: _a,
    remote_keys: _k,
    hosts: _h,
    seen: _s,
    errands: _e,
    ...rest
  } = await dumpOf(world.hub.deps)
  return rest
}
