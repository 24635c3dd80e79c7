import { hasRole, type Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { seekEntry } from '../../entries/queries.ts'
import { kindAt } from '../../kinds/index.ts'
import { mayReadMessages } from '../../messages/access.ts'
import { messageApId } from '../../moderation/message-things.ts'
import { thing } from '../../moderation/queries.ts'
import type { Thing } from '../../moderation/thing.ts'

/** What anybody may report: `message=` a message, for those who read them, `commentaire=` an answer, `page=` a path, `objet=` any address of either. */
export interface Naming {
  message?: string | undefined
  commentaire?: string | undefined
  page?: string | undefined
  objet?: string | undefined
}

export const isNamed = ({ message, commentaire, page, objet }: Naming): boolean =>
  [message, commentaire, page, objet].some((text) => text !== undefined && text !== '')

/** As far as this reader may see it: what is not shown to them cannot be reported, and is not told to exist. */
export async function thingNamed(deps: Deps, viewer: Visitor, named: Naming): Promise<Thing | undefined> {
  const message = mayReadMessages(viewer) ? await messageNamed(deps, named) : undefined
  if (message !== undefined) return message
  const found = await find(deps, named)
  if (found === undefined) return undefined
  const isSeen = found.path !== null && (found.subject !== 'comment' || maySee(viewer, found.state))
  return isSeen ? found : undefined
}

/** What waits or is hidden is for moderators, who may have its own server told. */
const maySee = (viewer: Visitor, state: string): boolean =>
  state === 'shown' || (hasRole(viewer, 'moderator') && state !== 'deleted')

/** By its id here, or where it was written. */
async function messageNamed(deps: Deps, { message, objet = '' }: Naming): Promise<Thing | undefined> {
  const subjectId = message === undefined ? objet.trim() : await messageApId(deps.db, message)
  return subjectId === undefined || subjectId === ''
    ? undefined
    : thing(deps, { subject: 'message', subjectId })
}

async function find(deps: Deps, { commentaire, page, objet }: Naming): Promise<Thing | undefined> {
  if (commentaire) return commentWith(deps, commentaire)
  const address = (objet || page || '').trim()
  const url = URL.parse(address, deps.hub.origin)
  if (url === null) return undefined
  const anchored = /^#commentaire-(.+)$/.exec(url.hash)?.[1]
  if (anchored !== undefined) return commentWith(deps, anchored)
  if (url.origin !== deps.hub.origin) return objectNamed(deps, address)
  if (url.pathname.startsWith('/ap/objects/')) return objectNamed(deps, url.pathname)
  return entryAt(deps, url.pathname)
}

const commentWith = (deps: Deps, id: string) =>
  thing(deps, { subject: 'comment', subjectId: `/ap/objects/${id}` })

const objectNamed = async (deps: Deps, subjectId: string): Promise<Thing | undefined> =>
  (await thing(deps, { subject: 'entry', subjectId })) ??
  (await thing(deps, { subject: 'comment', subjectId }))

async function entryAt(deps: Deps, path: string): Promise<Thing | undefined> {
  const kind = kindAt(path)
  const ref = kind === undefined ? undefined : path.slice(kind.path.length + 1)
  if (kind === undefined || ref === undefined || ref === '' || ref.includes('/')) return undefined
  const found = await seekEntry(deps, null, kind, ref)
  if (typeof found === 'string') return undefined
  return thing(deps, { subject: 'entry', subjectId: `/ap/objects/${found.entry.envelope.id}` })
}
