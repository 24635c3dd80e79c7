import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeComment } from '../../server/entries/comments.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { follow } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { tellOfComments } from './comments.ts'

let amont: TestHub
let aval: TestHub

beforeAll(async () => {
  ;[amont, aval] = await openTwoHubs()
  await follow(aval, amont.actor('emplois'))
})
afterAll(async () => {
  await amont.stop()
  await aval.stop()
})

tellOfComments(() => ({ amont, aval }))

describe('a member of the hub itself', () => {
  test('who is no actor answers here alone', async () => {
    const camille = await person(amont.deps, 'member')
    const here = await amont.publish('job', { title: 'Un autre poste' })
    const own = '019ab000-0000-7000-8000-00000000c0d3'
    await writeComment(amont.deps, camille, here.envelope, { id: own, parentId: null, body: 'Ici seulement' })
    expect((await fetch(`${amont.origin}/ap/objects/${own}`)).status).toBe(404)
  })
})
