import { activities, actors } from '../../db/schema/federation.ts'
import { comments } from '../../db/schema/entries.ts'
import { eq } from 'drizzle-orm'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { openWorld, origin, type World } from './hub.ts'
import { live, type Told } from './life.ts'
import { listOf, textOf } from './reading.ts'
import { sortOf, type Context, type Seen } from './receiver.ts'
import { settled } from '../support/deliveries.ts'

/** One document of ours, as somebody gets it. */
export interface Emitted extends Seen {
  what: string
}

export interface Corpus {
  emitted: readonly Emitted[]
  /** Of an entry that was published to try something. */
  objectOf(what: string): Emitted
  told: readonly Told[]
}

/** Everything this hub can say, once: fetched from it, and delivered by it. */
export async function gather(): Promise<Corpus> {
  const world = await openWorld()
  try {
    const told = await live(world)
    world.hub.federation.wake()
    await settled(world.hub)
    const known = new Map<string, JsonObject>()
    const emitted = [...(await fetched(world, told, known)), ...(await delivered(world, known))]
    return {
      emitted,
      told,
      objectOf(what) {
        const found = emitted.find((one) => one.what === `${what}, fetched`)
        if (found === undefined) throw new Error(`Nothing is known of ${what}.`)
        return found
      },
    }
  } finally {
    await world.close()
  }
}

async function fetched(
  world: World,
  told: readonly Told[],
  known: Map<string, JsonObject>,
): Promise<Emitted[]> {
  const found: Emitted[] = []
  const see = async (what: string, path: string): Promise<JsonObject> => {
    const url = path.startsWith('https://') ? path : origin + path
    const { status, contentType, body } = await world.ask(url.slice(origin.length))
    if (body === '') throw new Error(`${url} answered ${status} and nothing.`)
    const document = read(contentType, body)
    const context: Context = {
      way: 'fetched',
      url,
      status,
      contentType,
      bytes: Buffer.byteLength(body),
      known,
    }
    found.push({ what: `${what}, fetched`, document, context })
    known.set(url, document)
    return document
  }
  for (const { id, handle, role } of await localActors(world)) {
    await see(`the ${role} ${handle}`, id)
    const acct = `acct:${role === 'instance' ? 'hub.example' : handle}@hub.example`
    const isGone = found.at(-1)?.context.status === 410
    if (isGone) continue
    known.set(
      acct,
      await see(`the handle of ${handle}`, `/.well-known/webfinger?resource=${encodeURIComponent(acct)}`),
    )
    await see(`the tags of ${handle}`, `${id}/tags`)
    for (const name of ['outbox', 'followers', 'following', 'featured']) {
      let next = textOf((await see(`${name} of ${handle}`, `${id}/${name}`))['first'])
      for (let page = 1; next !== ''; page++)
        next = textOf((await see(`page ${page} of ${name} of ${handle}`, next))['next'])
    }
  }
  for (const { variant, entry } of told.filter(({ variant }) => variant.kind !== 'organisation')) {
    const path = `/ap/objects/${entry.envelope.id}`
    await see(variant.what, path)
    for (const name of ['replies', 'likes', 'shares'])
      await see(`${name} of ${variant.what}`, `${path}/${name}`)
  }
  for (const id of await localComments(world)) await see(`the comment ${id}`, `/ap/objects/${id}`)
  await see('replies, page 1', `/ap/objects/${await answered(told)}/replies?page=true`)
  for (const { json } of await stored(world)) {
    const { result, type, object } = json
    if (typeof result === 'string') await see('a stamp', result)
    if (type === 'Delete' && isJsonObject(object)) await see('a stone', textOf(object['id']))
    if (type === 'Create' || type === 'Announce') await maybe(see, world, type, textOf(json['id']))
  }
  await see('the links to nodeinfo', '/.well-known/nodeinfo')
  for (const version of ['2.0', '2.1']) await see(`nodeinfo ${version}`, `/nodeinfo/${version}`)
  await see('host-meta', '/.well-known/host-meta')
  return found
}

type See = (what: string, path: string) => Promise<JsonObject>

/** What was taken back is not there any more. */
async function maybe(see: See, world: World, type: string, id: string): Promise<void> {
  if ((await world.ask(id.slice(origin.length))).status === 200) await see(`a ${type}`, id)
}

const read = (contentType: string, body: string): JsonObject => {
  if (contentType.includes('xml')) return { xrd: body }
  const document: unknown = JSON.parse(body)
  if (!isJsonObject(document)) throw new TypeError('Not an object.')
  return document
}

async function delivered(world: World, known: ReadonlyMap<string, JsonObject>): Promise<Emitted[]> {
  return (await stored(world)).map(({ json, bytes }) => {
    const [inner] = listOf(json['object'])
    const about = isJsonObject(inner) ? `${sortOf(inner)} ${textOf(inner['type'])}` : 'address'
    // A report goes to the inbox of the account alone.
    const [account] = listOf(json['object'])
    const url = json['type'] === 'Flag' ? `${textOf(account)}/inbox` : 'https://receiver.example/inbox'
    const contentType = 'application/activity+json'
    const context: Context = { way: 'delivered', url, status: 202, contentType, bytes, known }
    return { what: `${textOf(json['type'])} of an ${about}, delivered`, document: json, context }
  })
}

async function stored({ hub }: World): Promise<{ json: JsonObject; bytes: number }[]> {
  const rows = await hub.deps.db.read.select({ json: activities.json }).from(activities)
  return rows.map(({ json }) => ({ json: JSON.parse(json) as JsonObject, bytes: Buffer.byteLength(json) }))
}

const localActors = ({ hub }: World) =>
  hub.deps.db.read
    .select({ id: actors.id, handle: actors.handle, role: actors.role })
    .from(actors)
    .where(eq(actors.local, true))

async function localComments({ hub }: World): Promise<string[]> {
  const { read } = hub.deps.db
  const rows = await read.select({ id: comments.id, apId: comments.apId }).from(comments)
  return rows.filter(({ apId }) => apId === null).map(({ id }) => id)
}

async function answered(told: readonly Told[]): Promise<string> {
  const { entry } = told.find(({ variant }) => variant.what === 'a job that was revised') ?? {}
  return entry?.envelope.id ?? ''
}
