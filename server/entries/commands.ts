import { eq } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Kind } from '../kinds/kind.ts'
import { Refusal } from '../refusal.ts'
import { canBecome, isPublic, mayClose, mayPublish, mayRevise } from './entry.ts'
import { keptFaults, type EntryInput } from './input.ts'
import { firstSaid, nextSaid } from './history.ts'
import { loadEntry, type Entry } from './load.ts'
import { freeSlug } from './slug.ts'
import { stillSpeaks } from './moved.ts'
import { remembering } from './remembering.ts'
import { envelopeOf, words } from './rendered.ts'
import * as store from './store.ts'
import { tell } from './tell.ts'
import { putPictures, sizesIn } from './text-pictures.ts'
import { mayOpen, voiceOf } from './topics.ts'
import { firstVersion, nextVersion } from './versions.ts'
import { mayBegin, mayBeginMore, mayFirstPublish, mayLend } from './voice.ts'
import { whole, type WholeEntry } from './whole.ts'

/** An image that the form sent, already encoded by us and kept by `media`; null removes, undefined keeps. */
export type PictureChange = { id: string } | null | undefined

/** A form that knows of no revision was opened before there was an entry. */
const firstRevision = 1

/**
 * Keeps what was typed. `id` was chosen by the form: the same form sent twice makes one draft, and a draft
 * sent again is revised. Returns the entry as it now is.
 */
export async function saveDraft(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  draft: { id: string; revision: number | null; input: EntryInput; picture: PictureChange },
  /** What a new one is recorded with. */
  also: readonly Step[] = [],
): Promise<Entry> {
  const before = await loadEntry(deps, eq(entries.id, draft.id))
  if (before !== undefined)
    return revise(deps, viewer, before, { ...draft, revision: draft.revision ?? firstRevision })
  mayBegin(viewer, kind, draft.input)
  await mayBeginMore(deps, viewer)
  const now = deps.now()
  const pictures = await sizesIn(deps.db, draft.input.body)
  const row: Omit<store.EntryRow, 'id'> = {
    kind: kind.name,
    slug: draft.id,
    ...envelopeOf(kind, draft.input, pictures),
    imageId: draft.picture?.id ?? null,
    authorId: viewer.id,
    state: 'draft',
    createdAt: now,
    updatedAt: now,
  }
  await deps.db.write([
    ...store.insertEntry(deps.db, draft.id, row),
    ...store.putFields(deps.db, kind, draft.id, draft.input.fields),
    ...store.putTags(deps.db, draft.id, draft.input.tags),
    ...putPictures(deps.db, { id: draft.id, state: 'draft' }, pictures),
    ...also,
  ])
  return reload(deps, draft.id)
}

/** Changes a draft or a published entry, which tells its followers; only a draft may lack something. `also` goes with it. */
export async function revise(
  deps: Deps,
  viewer: Viewer,
  { envelope, kind, fields }: Entry,
  change: { revision: number; input: EntryInput; picture: PictureChange; also?: readonly Step[] },
): Promise<Entry> {
  if (!mayRevise(viewer, envelope)) throw new Refusal('forbidden', 'You cannot change this entry.')
  mayLend(viewer, kind, envelope, change.input)
  if (envelope.revision !== change.revision)
    throw new Refusal('conflict', 'Someone changed this entry meanwhile.')
  if (change.input.fields === null && envelope.state !== 'draft')
    throw new Refusal('invalid', 'Only a draft can be left unfinished.')
  // A form is told beside its fields (`input.ts`); nothing else gets past here either.
  if (keptFaults(kind, { envelope, fields }, change.input.fields).length > 0)
    throw new Refusal('invalid', 'This change would take away what has an address of its own.')
  const now = deps.now()
  const input = isPublic(envelope.state) ? remembering(kind, fields, change.input, now) : change.input
  const pictures = await sizesIn(deps.db, input.body)
  const shared = envelopeOf(kind, input, pictures)
  const steps: Step[] = [
    ...store.reviseEntry(deps.db, envelope.id, change.revision, {
      ...shared,
      ...(change.picture === undefined ? {} : { imageId: change.picture?.id ?? null }),
      updatedAt: now,
    }),
    ...store.putFields(deps.db, kind, envelope.id, input.fields),
    ...store.putTags(deps.db, envelope.id, input.tags),
    ...putPictures(deps.db, envelope, pictures),
  ]
  if (isPublic(envelope.state) && input.fields !== null)
    steps.push(
      ...store.index(envelope.id, words(kind, shared, input)),
      ...nextVersion(deps.db, kind, envelope.id, { before: fields, after: input.fields }, now),
      ...nextSaid({ envelope, fields }, { ...input, fields: input.fields }, viewer.id, now),
      ...tell(deps, 'entry.revised', envelope.id, now),
    )
  await deps.db.write([...(change.also ?? []), ...steps])
  return reload(deps, envelope.id)
}

/** Publishing twice publishes once: an entry already published comes back as it is. */
export async function publish(deps: Deps, viewer: Viewer, entry: WholeEntry): Promise<WholeEntry> {
  const { envelope } = entry
  if (!mayPublish(viewer, envelope) && !(await mayOpen(deps, viewer, entry)))
    throw new Refusal('forbidden', 'You cannot publish this entry.')
  if (envelope.state === 'published') return entry
  if (!canBecome(envelope.state, 'published')) throw new Refusal('gone', 'This entry was withdrawn.')
  if (envelope.publishedAt === null) mayFirstPublish(viewer, entry)
  await deps.db.write(await publication(deps, viewer.id, entry))
  return whole(await reload(deps, envelope.id))
}

/** For a command that records more than the publication itself, and has asked who may. */
export async function publication(deps: Deps, by: string, entry: WholeEntry): Promise<Step[]> {
  const { envelope, kind, fields } = entry
  const now = deps.now()
  const first = envelope.publishedAt === null
  const speaks = first ? await stillSpeaks(deps.db, kind, envelope.organisationId) : []
  const slug = first ? await freeSlug(deps.db, kind.name, envelope.title, envelope.id) : envelope.slug
  return [
    ...speaks,
    ...store.moveEntry(deps.db, envelope, {
      state: 'published',
      slug,
      updatedAt: now,
      ...(first ? { publishedAt: now, publishedBy: by } : { closedAt: null, closedBy: null }),
      ...(first && kind.conversation === true ? { voiceN: voiceOf(envelope) } : {}),
    }),
    ...store.index(envelope.id, {
      ...envelope,
      tags: envelope.tags.map(({ label }) => label),
      more: store.factsIn(kind, fields),
    }),
    ...(first ? firstVersion(deps.db, kind, envelope.id, fields, now) : []),
    ...(first ? firstSaid(envelope.id, { ...envelope, fields }, by, now) : []),
    ...tell(deps, first ? 'entry.published' : 'entry.revised', envelope.id, now),
  ]
}

/** A contributor asks for publication. */
export const submit = (deps: Deps, viewer: Viewer, entry: WholeEntry): Promise<Entry> =>
  review(deps, viewer, entry, 'review')

/** A draft again: an editor gives it back, and `also` records why; or who proposed it thinks again. */
export const sendBack = (
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  also: readonly Step[] = [],
): Promise<Entry> => review(deps, viewer, entry, 'draft', also)

async function review(
  deps: Deps,
  viewer: Viewer,
  { envelope }: Entry,
  to: 'review' | 'draft',
  also: readonly Step[] = [],
): Promise<Entry> {
  if (!mayRevise(viewer, envelope)) throw new Refusal('forbidden', 'You cannot change this entry.')
  if (!canBecome(envelope.state, to)) throw new Refusal('conflict', 'This entry is already published.')
  await deps.db.write([...store.moveEntry(deps.db, envelope, { state: to, updatedAt: deps.now() }), ...also])
  return reload(deps, envelope.id)
}

/** Filled, over, taken: it stays readable, says so, and leaves the lists of what is open. `also` goes with it. */
export async function close(
  deps: Deps,
  viewer: Viewer,
  { envelope }: Entry,
  also: readonly Step[] = [],
): Promise<Entry> {
  if (!mayClose(viewer, envelope)) throw new Refusal('forbidden', 'You cannot close this entry.')
  if (envelope.state === 'closed') return reload(deps, envelope.id)
  if (!canBecome(envelope.state, 'closed'))
    throw new Refusal('conflict', 'Only a published entry can be closed.')
  const now = deps.now()
  const closed = { state: 'closed', closedAt: now, closedBy: viewer.id, updatedAt: now } as const
  await deps.db.write([
    ...store.moveEntry(deps.db, envelope, closed),
    ...tell(deps, 'entry.closed', envelope.id, now),
    ...also,
  ])
  return reload(deps, envelope.id)
}

async function reload(deps: Deps, id: string): Promise<Entry> {
  const entry = await loadEntry(deps, eq(entries.id, id))
  if (entry === undefined) throw new Refusal('absent', 'There is no such entry.')
  return entry
}
