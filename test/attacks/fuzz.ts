import type { Parameters } from 'fast-check'
import { expect } from 'vitest'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { fixture } from '../federation/fixtures.ts'
import type { Someone } from './peer.ts'
import { note, said } from './words.ts'
import type { World } from './world.ts'

/** The same bodies each time, and others by `FUZZ_SEED=…`; fast-check prints the seed of what it found. */
export const seeded = (numRuns: number, round = 0): Parameters<unknown> => ({
  seed: Number(process.env['FUZZ_SEED'] ?? 20_261_123) + round,
  numRuns,
  // What was found is said at once: making it smaller would send it a thousand times more.
  endOnFailure: true,
})

/** Processor time of one request, in microseconds: no word of a stranger may cost more. */
const most = 50_000
/** So many of the dearest are asked again. */
const suspects = 20

export interface Costs {
  /** Sends something, and looks at what that costs. `again`: the how manieth time it is sent. */
  of<Answer>(send: (again: number) => Promise<Answer>): Promise<Answer>
  /** What was dear once is sent again: only what is dear each time is dear. */
  expectBounded(): Promise<void>
}

/** Processor time and not the clock's: the machine may do other things meanwhile, and clean up after others. */
export function watchCosts(): Costs {
  const dear: { send: (again: number) => Promise<unknown>; cost: number }[] = []
  const costOf = async <Answer>(act: () => Promise<Answer>): Promise<[Answer, number]> => {
    const before = process.cpuUsage()
    const answer = await act()
    const { user, system } = process.cpuUsage(before)
    return [answer, user + system]
  }
  return {
    async of(send) {
      const [answer, cost] = await costOf(() => send(0))
      if (cost > most) dear.push({ send, cost })
      return answer
    },
    async expectBounded() {
      for (const { send } of dear.toSorted((a, b) => b.cost - a.cost).slice(0, suspects)) {
        const costs: number[] = []
        for (let again = 1; again <= 5; again++) costs.push((await costOf(() => send(again)))[1])
        expect(costs.toSorted((a, b) => a - b)[2]).toBeLessThanOrEqual(most)
      }
    },
  }
}

/** A payload of the field, as if this one sent it, about things that are here. */
export function asSent(
  { hub, evil }: World,
  from: Someone,
  entry: string,
  name: string,
  at: string,
): JsonObject {
  const text = JSON.stringify(fixture(name))
    .replaceAll('https://hub.example/ap/objects/', `${entry}?`)
    .replaceAll('https://hub.example', hub.origin)
    .replaceAll(/https:\/\/[a-z0-9.-]+\.(?:example|test|social|org|net)(?=[/"])/g, (host) =>
      vocabularies.test(host) ? host : evil.origin,
    )
  const parsed: unknown = JSON.parse(text)
  const document = isJsonObject(parsed) ? parsed : {}
  const id = `${evil.origin}/fuzz/${at}`
  const even = Number.parseInt(at, 10)
  if (!('actor' in document)) {
    const own = { id: `${id}/object`, attributedTo: from.id }
    const object = { ...note(from, `${id}/object`, entry), ...document, ...own }
    return { ...said(from, even % 3 === 0 ? 'Update' : 'Create', id), object }
  }
  const { object } = document
  const own = isJsonObject(object)
    ? { ...object, attributedTo: from.id, ...(even % 2 === 0 ? { inReplyTo: entry } : {}) }
    : object
  return { ...document, id, actor: from.id, object: own }
}

const vocabularies =
  /w3\.org|w3id\.org|purl|schema\.org|joinmastodon|gotosocial\.org|join-lemmy|miss?key-hub|ostatus/
