import { z } from 'zod'
import type { Forms } from './forms.ts'
import type { DemoEntry, DemoHub } from './story.ts'

export interface Running {
  origin: string
  token: string
  /** Its data did not exist before. */
  isNew: boolean
}

const created = z.object({ id: z.string() })

/** Publishes the story through the same API that anybody's script would use: what a neighbour may not send, neither may the demo. */
export async function fill(hub: Running, story: DemoHub): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const entry of story.entries) ids.set(entry.key, await publish(hub, entry, ids))
  return ids
}

/** How the hub shows itself, by the form that its administrator has: it has no place in the API. */
export const welcome = async ({ send }: Forms, story: DemoHub): Promise<void> => {
  const { name, tagline, homeText, accent = '' } = story
  await send('/reglages/identite', { name, tagline, homeText, accent, end: 'save' })
}

export async function follow(hub: Running, others: readonly Running[]): Promise<void> {
  for (const other of others) {
    for (const actor of await actorsOf(other)) await post(hub, '/api/v1/following', { actor })
  }
}

async function publish(
  hub: Running,
  { key: _, organisation, names = {}, revised, ...entry }: DemoEntry,
  ids: ReadonlyMap<string, string>,
): Promise<string> {
  const body = {
    language: 'fr',
    licence: null,
    ...entry,
    fields: {
      ...entry.fields,
      ...Object.fromEntries(Object.entries(names).map(([field, key]) => [field, ids.get(key)])),
    },
    organisation: ids.get(organisation ?? '') ?? null,
    publish: true,
  }
  const { id } = created.parse(await post(hub, '/api/v1/entries', body))
  if (revised !== undefined) await post(hub, `/api/v1/entries/${id}`, { fields: revised }, 'PATCH')
  return id
}

const node = z.object({ metadata: z.object({ maillonActors: z.array(z.string()) }) })

/** A hub lists its sections in its NodeInfo: following the hub and each of them brings everything. */
async function actorsOf({ origin }: Running): Promise<string[]> {
  const answer = await fetch(`${origin}/nodeinfo/2.1`)
  return node.parse(await answer.json()).metadata.maillonActors
}

async function post(
  { origin, token }: Running,
  path: string,
  body: unknown,
  method: 'POST' | 'PATCH' = 'POST',
): Promise<unknown> {
  const answer = await fetch(origin + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  const text = await answer.text()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${text}`)
  return text === '' ? null : JSON.parse(text)
}
