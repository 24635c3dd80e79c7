import type { Entry } from '../../entries/load.ts'
import { movedUp, pushedOut } from '../featured.ts'
import type { Voices } from '../objects.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import type { Outgoing } from './outgoing.ts'

/** A new entry is pinned, and the one it pushes out is not any more. */
export async function pinned(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing[]> {
  const out = await pushedOut(deps, voices.author, entry)
  return [
    await featured(deps, event, entry, voices, 'Add'),
    ...(out === null ? [] : [await featured(deps, event, out, voices, 'Remove', '-out')]),
  ]
}

/** A closed entry is unpinned, and an older one takes its place. */
export const unpinned = async (
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing[]> => [
  await featured(deps, event, entry, voices, 'Remove'),
  ...(await successor(deps, event, entry, voices)),
]

/** The older entry that is featured again in the place of one that is over. */
export async function successor(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing[]> {
  const next = await movedUp(deps, voices.author, entry)
  return next === null ? [] : [await featured(deps, event, next, voices, 'Add', '-in')]
}

/** Pins or unpins: a new follower on Mastodon sees nothing of a profile but what is featured (interop.md §1.2). */
async function featured(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  { author }: Voices,
  type: 'Add' | 'Remove',
  suffix = '',
): Promise<Outgoing> {
  const { origin } = deps.hub
  const id = `/ap/activities/${event.activityId}-${type.toLowerCase()}${suffix}`
  const objectId = `${origin}/ap/objects/${entry.envelope.id}`
  return {
    id,
    actor: author,
    type,
    objectId,
    public: false,
    body: await deps.apex.activity(type, origin + author.id, [PUBLIC], {
      id: origin + id,
      object: objectId,
      target: `${origin}${author.id}/featured`,
      cc: [`${origin}${author.id}/followers`],
      published: new Date(event.createdAt).toISOString(),
    }),
    followersOf: [author],
    inboxes: [],
  }
}
