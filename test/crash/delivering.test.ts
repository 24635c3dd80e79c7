import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Machine } from '../support/processes.ts'
import { addFollowers, newId, openHub, post } from './hub.ts'
import { openNeighbours, type Arrival, type Neighbours } from './neighbours.ts'
import { examine } from './remains.ts'

let machine: Machine
let token: string
let neighbours: Neighbours
beforeEach(async () => {
  neighbours = await openNeighbours(20)
  const hub = await openHub()
  machine = hub.machine
  token = hub.token
  await addFollowers(machine.dataDir, [...neighbours.living, ...neighbours.failing])
})
afterEach(async () => {
  await machine?.clear()
  await neighbours?.close()
})

const kills = 10
/** What can have been on its way at each kill: two to each host that lives and counts (`perHost` of the sender). */
const atOnce = 20 * 2

describe('a hub killed while it delivers', () => {
  test('tells every living host everything, under one id, and hardly anything twice', async () => {
    const env = { FEDERATION_ALLOW_HOSTS: [...neighbours.living, ...neighbours.failing].join(',') }
    const acknowledged: string[] = []
    for (let kill = 0; kill < kills; kill++) {
      const server = await machine.serve(env)
      const heard = neighbours.arrivals.length
      for (const id of [newId(), newId()]) {
        expect(await post(server.url, token, id)).toBe(201)
        acknowledged.push(id)
      }
      await until(() => neighbours.arrivals.length > heard)
      await pause(Math.random() * 150)
      await server.kill()
      expect((await examine(machine.dataDir)).torn).toEqual([])
    }
    const server = await machine.serve(env)
    const expected = acknowledged.flatMap((id) => neighbours.living.map((host) => `${host} ${id}`))
    const missing = (): string[] => {
      const told = new Set(
        creates(neighbours.arrivals).map(({ host, objectId }) => `${host} ${entryIn(objectId)}`),
      )
      return expected.filter((pair) => !told.has(pair))
    }
    await until(() => missing().length === 0)
    await server.stop()

    expect(missing()).toEqual([])
    const ids = Map.groupBy(neighbours.arrivals, ({ type, objectId }) => `${type} ${objectId}`)
    for (const [said, arrivals] of ids)
      expect(new Set(arrivals.map(({ id }) => id)).size, `${said} has one id`).toBe(1)
    const told = neighbours.arrivals.map(({ host, id }) => `${host} ${id}`)
    expect(told.length - new Set(told).size).toBeLessThanOrEqual(kills * atOnce)
    const spoken = new Set(neighbours.arrivals.map(({ objectId }) => entryIn(objectId)))
    expect([...spoken].filter((id) => !acknowledged.includes(id))).toEqual([])
  }, 180_000)
})

const creates = (arrivals: readonly Arrival[]): Arrival[] => arrivals.filter(({ type }) => type === 'Create')

const entryIn = (objectId: string): string => objectId.slice(objectId.lastIndexOf('/') + 1)

/** Waits for what must come; what never comes is told by what is expected next. */
async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !isSo() && Date.now() < end;) await pause(20)
}
