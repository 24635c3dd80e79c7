import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Step } from '../../db/open.ts'
import { actors, handles, localKeys } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { kinds } from '../kinds/index.ts'
import type { Section } from '../kinds/kind.ts'
import { Refusal } from '../refusal.ts'
import { fold } from '../text/fold.ts'
import {
  generateEd25519Pair,
  generateRsaPair,
  sealPrivateKey,
  type KeyAlgorithm,
  type PemPair,
} from './keys.ts'

// Who we are. Every actor of ours is made here, with its keys and its name in the one table of handles.

export type LocalActor = typeof actors.$inferSelect

/** Fetches are signed by this one; its preferredUsername is the host itself (FEP-d556). */
export const instanceHandle = 'instance'

/** Names that nobody may choose: ours, and those that mean something else somewhere. */
const reserved = new Set([
  instanceHandle,
  ...['ressources', 'emplois', 'marches', 'propositions', 'forum', 'admin', 'root', 'moderation', 'contact'],
  ...['nobody', 'postmaster', 'webmaster', 'abuse', 'support', 'inbox', 'outbox', 'nouveau'],
])

/** Lower case, `_`, 30 at most: what every server accepts as a name (interop.md §1.2, §1.3). */
export const isHandle = (text: string): boolean => /^[a-z0-9](?:[a-z0-9_]{0,28}[a-z0-9])?$/.test(text)

/** The sections of this hub: one actor for each that a kind belongs to. The forum only announces. */
export const sections = (): Section[] => [...new Set(kinds.flatMap(({ section }) => section ?? []))]

/** The hub, its sections and the instance actor: made in the same command as the hub's settings. */
export async function foundingActors(deps: Deps, hub: { handle: string; name: string }): Promise<Step[]> {
  if (!isHandle(hub.handle) || reserved.has(hub.handle))
    throw new Refusal('invalid', 'This handle cannot be used.', { fields: { handle: 'handle' } })
  const made = [
    newActor(deps, { role: 'hub', type: 'Organization', handle: hub.handle, name: hub.name }),
    newActor(deps, { role: 'instance', type: 'Application', handle: instanceHandle, name: hub.name }),
    ...sections().map((section) => sectionActor(deps, section, hub.name)),
  ]
  return (await Promise.all(made)).flat()
}

const sectionActor = (deps: Deps, section: Section, name: string): Promise<Step[]> =>
  section === 'forum'
    ? newActor(deps, { role: 'forum', type: 'Group', handle: section, name })
    : newActor(deps, { role: 'section', type: 'Organization', handle: section, name })

/** After an upgrade that brings the first kind of a section: a hub that was founded before has nobody to say it. */
export async function completeSections(deps: Deps): Promise<void> {
  if (deps.hub.settings.initialisedAt === null) return
  const there = await deps.db.read
    .select({ id: actors.id })
    .from(actors)
    .where(and(eq(actors.local, true), inArray(actors.role, ['section', 'forum'])))
  const missing = sections().filter((section) => !there.some(({ id }) => id === `/ap/actors/${section}`))
  const made = await Promise.all(
    missing.map((section) => sectionActor(deps, section, deps.hub.settings.name)),
  )
  if (made.length > 0) await deps.db.write(made.flat())
}

/** Keys are made first: nothing but SQL happens inside a command. */
export async function newActor(
  deps: Deps,
  actor: {
    role: 'hub' | 'instance' | 'section' | 'forum' | 'organisation' | 'person'
    type: string
    handle: string
    name: string
    entryId?: string
  },
): Promise<Step[]> {
  const id = `/ap/actors/${actor.handle}`
  const keys = await newKeys(deps, id)
  const { make } = deps.db
  const now = deps.now()
  const actorN = sql<number>`(select n from actors where id = ${id})`
  return [
    make.insert(actors).values({
      ...actor,
      entryId: actor.entryId ?? null,
      id,
      local: true,
      inbox: `${id}/inbox`,
      indexable: actor.role !== 'person',
      createdAt: now,
    }),
    make.insert(localKeys).values(keys.map((key) => ({ ...key, actorN }))),
    make.insert(handles).values({ handle: actor.handle, actorN }),
  ]
}

/** RSA for requests, Ed25519 for proofs; under these names whatever their age. */
export async function newKeys(deps: Pick<Deps, 'now' | 'random' | 'secret'>, actorId: string) {
  const [rsa, ed25519] = await Promise.all([generateRsaPair(), generateEd25519Pair()])
  const row = (name: string, algorithm: KeyAlgorithm, { publicPem, privatePem }: PemPair) => ({
    id: `${actorId}#${name}`,
    algorithm,
    publicPem,
    privateSealed: sealPrivateKey(privatePem, deps.secret, deps.random),
    createdAt: deps.now(),
  })
  return [row('main-key', 'rsa', rsa), row('ed25519-key', 'ed25519', ed25519)]
}

/** A name nobody has or had: the one wanted, or made from a title, with a number if it is taken. */
export async function freeHandle(db: Database, wanted: string): Promise<string> {
  const plain = fold(wanted)
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 26)
    .replace(/_+$/, '')
  const base = plain.length < 2 ? `org_${plain}0` : plain
  for (let count = 1; ; count++) {
    const handle = count === 1 ? base : `${base}_${count}`
    if (reserved.has(handle)) continue
    const [taken] = await db.read.select().from(handles).where(eq(handles.handle, handle))
    if (taken === undefined) return handle
  }
}

export const localActor = async (db: Database, handle: string): Promise<LocalActor | undefined> =>
  (
    await db.read
      .select()
      .from(actors)
      .where(and(eq(actors.id, `/ap/actors/${handle}`), eq(actors.local, true)))
  )[0]

export const actorOfRole = async (
  db: Database,
  role: 'hub' | 'instance' | 'forum',
): Promise<LocalActor | undefined> =>
  (
    await db.read
      .select()
      .from(actors)
      .where(and(eq(actors.role, role), eq(actors.local, true)))
  )[0]

/** The actor of an organisation's entry, while it has one. */
export const actorOfEntry = async (db: Database, entryId: string): Promise<LocalActor | undefined> =>
  (
    await db.read
      .select()
      .from(actors)
      .where(and(eq(actors.entryId, entryId), eq(actors.local, true), isNull(actors.deletedAt)))
  )[0]
