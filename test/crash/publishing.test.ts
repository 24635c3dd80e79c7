import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Machine } from '../support/processes.ts'
import { newId, openHub, post, titleOf } from './hub.ts'
import { examine } from './remains.ts'

let machine: Machine
let token: string
beforeEach(async () => {
  const hub = await openHub()
  machine = hub.machine
  token = hub.token
})
afterEach(() => machine?.clear())

const kills = 10
const publishers = 4

describe('a hub killed while it publishes', () => {
  test('has every entry that it acknowledged, once and whole, and takes the others again', async () => {
    const acknowledged = new Set<string>()
    let inDoubt: string[] = []
    for (let kill = 0; kill < kills; kill++) {
      const server = await machine.serve()
      // What was on its way is sent again, and so is something that had been answered.
      const [known = newId()] = acknowledged
      for (const id of [...inDoubt, known]) {
        expect(await post(server.url, token, id)).toBe(201)
        acknowledged.add(id)
      }
      inDoubt = await publishUntilKilled(server, acknowledged)
      const { published, torn } = await examine(machine.dataDir)
      expect(torn).toEqual([])
      expect([...acknowledged].filter((id) => published.get(titleOf(id))?.[0] !== id)).toEqual([])
      expect([...published.values()].filter((ids) => ids.length > 1)).toEqual([])
    }
    // At least the first of each round was answered before the kill.
    expect(acknowledged.size).toBeGreaterThan(kills)
  }, 180_000)
})

/** Publishes on several connections until the server is gone; returns the ids that had no answer. */
async function publishUntilKilled(
  server: { url: string; kill(): Promise<void> },
  acknowledged: Set<string>,
): Promise<string[]> {
  const inDoubt: string[] = []
  const first = Promise.withResolvers<void>()
  const publisher = async (): Promise<void> => {
    for (;;) {
      const id = newId()
      const status = await post(server.url, token, id)
      if (status === null) {
        inDoubt.push(id)
        return
      }
      expect(status).toBe(201)
      acknowledged.add(id)
      first.resolve()
    }
  }
  const all = Promise.all(Array.from({ length: publishers }, publisher))
  await Promise.race([first.promise, all])
  await pause(Math.random() * 300)
  await server.kill()
  await all
  return inDoubt
}
