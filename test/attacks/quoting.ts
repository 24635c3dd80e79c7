import { eq } from 'drizzle-orm'
import { activities } from '../../db/schema/federation.ts'
import { quotations } from '../../db/schema/quotations.ts'
import type { Entry } from '../../server/entries/load.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { PUBLIC, type Someone } from './peer.ts'
import { said } from './words.ts'
import type { World } from './world.ts'

/** Somebody elsewhere who quotes what is published here, as FEP-044f has it. */
export interface Quoter {
  post: string
  /** The stamp that was given to them. */
  stamp: string
  say(type: 'Create' | 'Update', change?: JsonObject): Promise<number>
}

let seconds = 0

/** Asks for leave, and gets it. */
export async function quoter(world: World, from: Someone, quoted: string): Promise<Quoter> {
  const post = world.fresh(from, 'notes')
  const stamp = await asked(world, from, post, quoted)
  if (typeof stamp !== 'string') throw new Error('There was no stamp.')
  return {
    post,
    stamp,
    say: async (type, change = {}) => {
      const object = quotation(from, post, { quote: quoted, quoteAuthorization: stamp, ...change })
      return (await world.post(from, { ...said(from, type, world.fresh(from)), object })).status
    },
  }
}

export const quotation = (from: Someone, id: string, change: JsonObject): JsonObject => ({
  id,
  type: 'Note',
  attributedTo: from.id,
  to: [PUBLIC],
  content: '<p>À lire</p>',
  published: '2026-11-23T07:00:00Z',
  url: `${new URL(id).origin}/@x/${new URL(id).pathname.split('/').at(-1)}`,
  ...change,
})

/** What a QuoteRequest is answered with: a stamp, a no, or nothing. */
export async function asked(
  world: World,
  from: Someone,
  instrument: string,
  object: string,
): Promise<string | 'Reject' | undefined> {
  // The same question is answered once in a minute.
  world.hub.deps.pass(61_000)
  const id = world.fresh(from)
  const ask = { ...said(from, 'QuoteRequest', id), object, instrument }
  const { status } = await world.post(from, ask)
  if (status !== 202) throw new Error(`The question was answered ${status}.`)
  const rows = await world.hub.deps.db.read
    .select({ type: activities.type, json: activities.json })
    .from(activities)
    .where(eq(activities.objectId, from.id))
  const answer = rows
    .map(({ json }) => JSON.parse(json) as JsonObject)
    .find(({ object: question }) => isJsonObject(question) && question['id'] === id)
  if (answer === undefined) return undefined
  return answer['type'] === 'Reject' ? 'Reject' : String(answer['result'])
}

export const stateOf = async (world: World, post: string): Promise<string | undefined> => {
  const { read } = world.hub.deps.db
  const [row] = await read
    .select({ state: quotations.state })
    .from(quotations)
    .where(eq(quotations.apId, post))
  return row?.state
}

/** The entry's page, as anybody reads it. */
export async function pageOf(world: World, { envelope }: Entry): Promise<string> {
  world.hub.deps.pass(++seconds)
  const headers = { host: world.hub.host, accept: 'text/html', 'accept-language': 'fr' }
  return (await world.raw('GET', envelope.path, headers)).body
}

export const statusOf = async (world: World, address: string): Promise<number> =>
  (await world.raw('GET', new URL(address).pathname, { host: world.hub.host })).status
