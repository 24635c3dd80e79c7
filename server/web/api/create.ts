import { createHash } from 'node:crypto'
import { mustHost } from '../../accounts/accounts.ts'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { publish, saveDraft } from '../../entries/commands.ts'
import { foundingRole } from '../../entries/entry.ts'
import type { EntryInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import { movedFaults } from '../../entries/moved.ts'
import { entryById } from '../../entries/queries.ts'
import { awaitsModerator } from '../../entries/topics.ts'
import { isWhole } from '../../entries/whole.ts'
import type { Kind } from '../../kinds/kind.ts'
import { isConflict, Refusal } from '../../refusal.ts'
import { wrongBody } from './problem.ts'

interface Meant {
  id: string
  input: EntryInput
  publish: boolean
}

/**
 * The same id makes the same entry, however often it is sent and whatever became of the answers: what is
 * missing of the work is done, the rest is left as it is.
 */
export async function createOnce(deps: Deps, viewer: Viewer, kind: Kind, meant: Meant): Promise<Entry> {
  await mayCreate(deps, viewer, kind, meant)
  for (let tries = 1; ; tries++) {
    try {
      return await create(deps, viewer, kind, meant)
    } catch (error) {
      // The same thing was being made at the same time, or another took the name: look again, and go on from there.
      const isRace = isConflict(error)
      if (!isRace || tries === 3 || (await entryById(deps, meant.id)) === undefined) throw error
    }
  }
}

/** The sender's own id, or one that its key always leads to (RFC 9562 §5.8): keys of two people never meet. */
export function idFor(deps: Pick<Deps, 'newId'>, viewer: Viewer, key: string | undefined): string {
  if (key === undefined || key === '') return deps.newId()
  const hex = createHash('sha256').update(`${viewer.id}\n${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

async function create(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  { id, input, publish: now }: Meant,
): Promise<Entry> {
  const there = await entryById(deps, id)
  if (there !== undefined && (there.envelope.authorId !== viewer.id || there.kind.name !== kind.name))
    throw new Refusal('conflict', 'This id is already used.')
  if (there?.envelope.state === 'withdrawn') throw new Refusal('gone', 'This entry was withdrawn.')
  const entry =
    there ?? (await saveDraft(deps, viewer, kind, { id, revision: null, input, picture: undefined }))
  const waits = entry.envelope.state === 'draft' || entry.envelope.state === 'review'
  if (!now || !waits) return entry
  if (!isWhole(entry))
    throw new Refusal('conflict', 'There is an unfinished draft under this id: complete it by PATCH.')
  return publish(deps, viewer, entry)
}

/** Asked before anything is kept: a refusal leaves no draft behind. */
async function mayCreate(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  { input, publish: now }: Meant,
): Promise<void> {
  const { organisationId } = input
  const role = foundingRole(viewer, kind, organisationId)
  if (role === null) throw new Refusal('forbidden', 'You cannot write for this organisation.')
  if (now && kind.conversation === true && (await awaitsModerator(deps, viewer)))
    throw new Refusal('forbidden', 'A moderator reads this first: send `"publish": false`, then submit it.')
  if (now && role !== 'editor' && kind.conversation !== true)
    throw new Refusal('forbidden', 'You cannot publish: send `"publish": false`, and an editor will.')
  const moved = now ? await movedFaults(deps.db, kind, organisationId) : []
  if (moved.length > 0) throw wrongBody(moved, viewer.locale)
  if (organisationId === null) return
  await mustHost(deps, organisationId).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
    throw wrongBody([{ field: 'organisation', code: 'choice' }], viewer.locale)
  })
}
