import { call } from './call/index.tsx'
import { commitment } from './commitment/index.tsx'
import { event } from './event/index.tsx'
import { job } from './job/index.tsx'
import type { Kind, ReceivedObject } from './kind.ts'
import { news } from './news/index.tsx'
import { organisation } from './organisation/index.tsx'
import { listOf } from './received.ts'
import { proposal } from './proposal/index.tsx'
import { resource } from './resource/index.tsx'
import { tender } from './tender/index.tsx'
import { topic } from './topic/index.tsx'

/** Every kind, in the order of the menus. A new kind is one folder and one line here. */
const all = [resource, job, tender, call, news, event, topic, proposal, commitment, organisation] as const

export type KindName = (typeof all)[number]['name']

/** Seen from outside a kind's folder, its fields are only what its own `fields` has let through. */
export const kinds: readonly Kind[] = all

export const kindNamed = (name: string): Kind | undefined => kinds.find((kind) => kind.name === name)

/** By the first step of an address: `/emplois`, `/emplois/chef-de-chantier`. */
export const kindAt = (path: string): Kind | undefined =>
  kinds.find((kind) => path === kind.path || path.startsWith(`${kind.path}/`))

/**
 * What a received object is here. A hub says it in `maillonItem`; a kind of its that we do not know is none
 * of ours, whatever its type looks like. A stranger says it by the type alone.
 */
export function kindOf(object: ReceivedObject): Kind | undefined {
  const item = object['maillonItem']
  if (typeof item === 'object' && item !== null && 'kind' in item)
    return typeof item.kind === 'string' ? kindNamed(item.kind) : undefined
  const types = listOf(object['type'])
  return kinds.find((kind) => kind.as.some((type) => types.includes(type)))
}
