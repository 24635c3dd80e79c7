import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { mayRead } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { entryById, ownEntryById } from '../../entries/queries.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { readerOf } from './auth.ts'

/** A draft of somebody else is absent, not forbidden: its existence is nobody's business. */
export async function readableEntry(deps: Deps, c: Ctx, id: string): Promise<Entry> {
  const entry = await entryById(deps, id)
  if (entry?.envelope.state === 'withdrawn' && entry.envelope.publishedAt !== null)
    throw new Refusal('gone', 'This entry was withdrawn.')
  if (entry === undefined || !mayRead(readerOf(c), entry.envelope)) throw absent()
  return entry
}

/** One that is ours to change; whether this person may is asked by each command. */
export async function ownEntry(deps: Deps, viewer: Viewer, id: string): Promise<Entry> {
  const entry = await ownEntryById(deps, id)
  if (entry?.envelope.state === 'withdrawn') throw new Refusal('gone', 'This entry was withdrawn.')
  if (entry !== undefined && mayRead(viewer, entry.envelope)) return entry
  if (entry === undefined && (await entryById(deps, id)) !== undefined)
    throw new Refusal('forbidden', 'This entry belongs to another server.')
  throw absent()
}

const absent = (): Refusal => new Refusal('absent', 'There is no such entry.')
