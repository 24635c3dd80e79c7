import { eq, sql } from 'drizzle-orm'
import { entries, type entryStates } from '../../db/schema/entries.ts'
import { activities, actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { loadEntry, type Entry } from '../../server/entries/load.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import type { TestHub } from '../support/hub.ts'
import { numberOf } from '../support/network.ts'
import { known, published, received } from '../support/publish.ts'

// Entries of this hub, named « Proche », and entries of another, named « Lointain »: of every kind, and as much like
// our own as a row can be made.

export interface Both {
  near: Entry[]
  far: Entry[]
  /** Ids of activities in which an actor of ours seems to say something of theirs. */
  said: string[]
}

const week = 7 * 86_400_000
const here = { placeCode: '92036', placeLabel: 'Gennevilliers (92)' }
const names = kinds.map(({ name }) => name as KindName)

export async function bothIn(hub: TestHub, admin: Viewer): Promise<Both> {
  const { deps } = hub
  const near: Entry[] = []
  // A topic is said by the member who begins it.
  await becomePerson(deps, admin, 'proche')
  const organisation = await published(deps, admin, 'organisation', { title: 'Proche organisation' })
  near.push(organisation)
  for (const name of names.filter((one) => one !== 'organisation')) {
    // A job names its employer, without whom it has no markup.
    const employer = name === 'job' ? { organisation: organisation.envelope.id } : {}
    const shared = { title: `Proche ${name}`, summary: 'Tout près.', place: '92036', ...employer }
    near.push(await published(deps, admin, name, shared))
  }
  // Theirs are in another part of the sitemap, where there is none of ours.
  await deps.db.write([{ sql: "UPDATE sqlite_sequence SET seq = 4999 WHERE name = 'entries'", args: [] }])
  const plain = []
  for (const name of names) plain.push(await arrived(hub, name, `Lointain ${name}`))
  const disguised: Entry[] = []
  for (const name of names)
    disguised.push(
      await disguise(hub, admin, organisation, await arrived(hub, name, `Lointain pareil ${name}`)),
    )
  for (const state of ['draft', 'review', 'closed', 'withdrawn'] as const) {
    const one = await arrived(hub, 'job', `Lointain ${state}`)
    disguised.push(await disguise(hub, admin, organisation, one, state))
  }
  return { near, far: [...plain, ...disguised], said: await quoted(hub, disguised) }
}

async function arrived({ deps }: TestHub, name: KindName, title: string): Promise<Entry> {
  const url = `https://ailleurs.example${known(name).path}/lointain`
  const { apId } = await received(deps, name, { title, url, closesAt: deps.now() + week, ...here })
  return mustLoad(deps, eq(entries.apId, apId))
}

/** All but its origin is as if it had been written here. */
async function disguise(
  hub: TestHub,
  admin: Viewer,
  organisation: Entry,
  { envelope, kind }: Entry,
  state: (typeof entryStates)[number] = 'published',
): Promise<Entry> {
  const { db, now } = hub.deps
  const voiceN = kind.section === null ? null : await numberOf(hub, `/ap/actors/${voiceOf(kind.section)}`)
  const organisationId = kind.section === null ? null : organisation.envelope.id
  const own = { apId: null, url: null, authorId: admin.id, publishedBy: admin.id, organisationName: null }
  await db.write([
    db.make
      .update(entries)
      .set({ ...own, state, voiceN, organisationId, body: 'Lointain.' })
      .where(eq(entries.id, envelope.id)),
    ...(kind.section === null
      ? [
          db.make.insert(actors).values({
            ...{ id: '/ap/actors/lointaine', local: true, role: 'organisation', type: 'Organization' },
            ...{ handle: 'lointaine', name: 'Lointain', entryId: envelope.id, createdAt: now() },
          }),
        ]
      : []),
  ])
  return mustLoad(hub.deps, eq(entries.id, envelope.id))
}

/** An actor of ours that says an entry of theirs, which no command of ours can have written. */
async function quoted(hub: TestHub, theirs: Entry[]): Promise<string[]> {
  const { db, newId, now } = hub.deps
  const ids: string[] = []
  for (const { envelope, kind } of theirs) {
    const id = `/ap/activities/${newId()}`
    const actorN = await numberOf(hub, `/ap/actors/${voiceOf(kind.section ?? 'forum')}`)
    const objectId = `${hub.origin}/ap/objects/${envelope.id}`
    const row = { id, actorN, objectId, type: 'Create', public: true, json: '{}', createdAt: now() }
    await db.write([db.make.insert(activities).values(row)])
    ids.push(id)
  }
  return ids
}

const voiceOf = (section: string): string => (section === 'forum' ? 'hub' : section)

async function mustLoad(deps: TestHub['deps'], where: ReturnType<typeof sql>): Promise<Entry> {
  const entry = await loadEntry(deps, where)
  if (entry === undefined) throw new Error('The entry was not kept.')
  return entry
}
