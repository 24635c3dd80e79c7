import { hasRole, type Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Envelope } from '../kinds/envelope.ts'
import type { Kind } from '../kinds/kind.ts'
import { Refusal } from '../refusal.ts'
import { foundingRole, isPublic, mayPublish } from './entry.ts'
import type { EntryInput } from './input.ts'
import type { Entry } from './load.ts'
import { draftsOf } from './store.ts'

// In whose name an entry is written, asked by the commands whichever door it came in by.

export function mayBegin(viewer: Viewer, kind: Kind, input: EntryInput): void {
  if (foundingRole(viewer, kind, input.organisationId) === null)
    throw new Refusal('forbidden', 'You cannot write for this organisation.')
  inNobodysName(kind, input)
}

/** Another voice for an entry: who may write for it, and once it is public, who may publish for it. */
export function mayLend(viewer: Viewer, kind: Kind, before: Envelope, input: EntryInput): void {
  inNobodysName(kind, input)
  if (input.organisationId === before.organisationId) return
  const { organisationId } = input
  const may = isPublic(before.state)
    ? mayPublish(viewer, { ...before, organisationId, authorId: null })
    : foundingRole(viewer, kind, organisationId) !== null
  if (!may) throw new Refusal('forbidden', 'You cannot write for this organisation.')
}

/** For the first time: by those who may found it, and in the name of somebody who is still there. */
export function mayFirstPublish(viewer: Viewer, { envelope, kind }: Entry): void {
  if (kind.conversation !== true && foundingRole(viewer, kind, envelope.organisationId) !== 'editor')
    throw new Refusal('forbidden', 'You cannot publish this entry.')
  if (envelope.organisationId !== null && envelope.speaker?.url === null)
    throw noVoice('The organisation that speaks is not published here any more: choose another.')
}

/** What speaks for itself speaks for nobody else. */
function inNobodysName(kind: Kind, { organisationId }: EntryInput): void {
  if (kind.section === null && organisationId !== null)
    throw noVoice('An organisation is published in nobody’s name.')
}

const noVoice = (message: string): Refusal =>
  new Refusal('invalid', message, { fields: { organisation: 'choice' } })

/** Of somebody who is no editor of the hub, begun and not yet published. */
export const mostDrafts = 200

/** A form that keeps itself makes a draft for each id it is sent with: nobody fills the hub by that. */
export async function mayBeginMore({ db }: Pick<Deps, 'db'>, viewer: Viewer): Promise<void> {
  if (hasRole(viewer, 'editor') || (await draftsOf(db, viewer.id)) < mostDrafts) return
  throw new Refusal('invalid', `There are ${mostDrafts} drafts: publish some, or throw them away.`, {
    fields: { title: 'drafts' },
  })
}
