import { and, eq, isNull } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { entries } from '../../../db/schema/entries.ts'
import type { Entry } from '../../entries/load.ts'
import { whole } from '../../entries/whole.ts'
import { withReplies } from '../inline-replies.ts'
import type { LocalActor } from '../local-actors.ts'
import { entryObject, typeOfEntry, voicesOf, type Voices } from '../objects.ts'
import type { DomainEvent } from '../outbound.ts'
import { countsOf } from '../reactions.ts'
import type { FederationDeps } from '../room.ts'
import { PUBLIC } from '../vocabulary.ts'
import { repinned } from './featured.ts'
import { organisationActivities } from './organisation.ts'
import type { Outgoing } from './outgoing.ts'
import { participants } from './participants.ts'

interface Expansion {
  steps: Step[]
  outgoing: Outgoing[]
}

/** What an entry's event says to the world. Entries that speak for themselves are actors, not objects. */
export async function entryActivities(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
): Promise<Expansion> {
  if (entry.kind.section === null) return organisationActivities(deps, event, entry)
  const voices = await voicesOf(deps.db, entry, event.type === 'entry.published')
  if (voices === null) return { steps: [], outgoing: [] }
  // Withdrawn before it was ever sent: there is nothing to say, not even that it is gone.
  if (entry.envelope.state === 'withdrawn' && event.type !== 'entry.withdrawn')
    return { steps: [], outgoing: [] }
  const told = await toldOf(deps, event, entry, voices)
  if (told === null) return { steps: [], outgoing: [] }
  const { activityId, createdAt: at } = event
  const pinning = await repinned(deps, voices.author, { activityId, at, entryId: entry.envelope.id })
  return {
    steps: [...(event.type === 'entry.published' ? [keepVoice(deps, entry, voices)] : []), ...pinning.steps],
    outgoing: [...told, ...pinning.outgoing],
  }
}

async function toldOf(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing[] | null> {
  if (event.type === 'entry.published') return published(deps, event, entry, voices)
  if (event.type === 'entry.revised' || event.type === 'entry.closed')
    return [await updated(deps, event, entry, voices)]
  return event.type === 'entry.withdrawn' ? [await deleted(deps, event, entry, voices)] : null
}

/** Its author from now on: what another actor said of it later, nobody would believe. */
const keepVoice = ({ db }: FederationDeps, { envelope }: Entry, { author }: Voices): Step =>
  db.make
    .update(entries)
    .set({ voiceN: author.n })
    .where(and(eq(entries.n, envelope.n), isNull(entries.voiceN)))

async function published(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing[]> {
  const object = await withReplies(deps, entryObject(deps, whole(entry), voices))
  const create = {
    ...(await said(deps, event, '', voices.author, 'Create', object)),
    passedOnBy: voices.group,
  }
  // Whoever moved house says nothing new here.
  const announcers = voices.announcers.filter(({ movedTo }) => movedTo === null)
  const announces = announcers.map((announcer) => announced(deps, event, entry, voices, announcer))
  return [create, ...(await Promise.all(announces))]
}

/** To all who may have it: the author's followers, the announcers' followers, and whoever took part. */
async function updated(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing> {
  const counts = (await countsOf(deps, [entry.envelope.id])).get(entry.envelope.id)
  const updated = new Date(event.createdAt).toISOString()
  const object = await withReplies(deps, { ...entryObject(deps, whole(entry), voices, counts), updated })
  const update = await said(deps, event, '', voices.author, 'Update', object)
  return {
    ...update,
    followersOf: [voices.author, ...voices.announcers],
    inboxes: await participants(deps, entry.envelope),
    passedOnBy: voices.group,
  }
}

async function deleted(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
): Promise<Outgoing> {
  const id = `${deps.hub.origin}/ap/objects/${entry.envelope.id}`
  const at = new Date(event.createdAt).toISOString()
  const tombstone = await deps.apex.tombstone(id, at, typeOfEntry(whole(entry)))
  const remove = await said(deps, event, '', voices.author, 'Delete', tombstone)
  return {
    ...remove,
    followersOf: [voices.author, ...voices.announcers],
    inboxes: await participants(deps, entry.envelope),
    passedOnBy: voices.group,
  }
}

export async function announced(
  deps: FederationDeps,
  event: DomainEvent,
  entry: Entry,
  voices: Voices,
  announcer: LocalActor,
): Promise<Outgoing> {
  const { origin } = deps.hub
  const id = `/ap/activities/${event.activityId}-${announcer.role ?? 'announce'}`
  const objectId = `${origin}/ap/objects/${entry.envelope.id}`
  return {
    id,
    actor: announcer,
    type: 'Announce',
    objectId,
    public: true,
    body: await deps.apex.activity('Announce', origin + announcer.id, [PUBLIC], {
      id: origin + id,
      object: objectId,
      cc: [`${origin}${announcer.id}/followers`, origin + voices.author.id],
      published: new Date(event.createdAt).toISOString(),
    }),
    followersOf: [announcer],
    // Those who get the whole activity of the forum would show the thread twice.
    ...(announcer.role === 'forum' ? { among: 'others' as const } : {}),
    inboxes: [],
  }
}

async function said(
  deps: FederationDeps,
  event: DomainEvent,
  suffix: string,
  actor: LocalActor,
  type: string,
  object: Record<string, unknown>,
): Promise<Outgoing> {
  const { origin } = deps.hub
  const id = `/ap/activities/${event.activityId}${suffix}`
  const cc = Array.isArray(object['cc'])
    ? object['cc'].filter((item) => typeof item === 'string')
    : [`${origin}${actor.id}/followers`]
  return {
    id,
    actor,
    type,
    objectId: String(object['id']),
    public: type === 'Create',
    body: await deps.apex.activity(type, origin + actor.id, [PUBLIC], {
      id: origin + id,
      object,
      cc,
      published: new Date(event.createdAt).toISOString(),
    }),
    followersOf: [actor],
    inboxes: [],
  }
}
