import type { Deps } from '../../deps.ts'
import { seekEntry } from '../../entries/queries.ts'
import { kindAt } from '../../kinds/index.ts'
import { thing } from '../../moderation/queries.ts'
import type { Thing } from '../../moderation/thing.ts'

/** What anybody may report: `commentaire=` an answer, `page=` a path, `objet=` any address of either. */
export interface Naming {
  commentaire?: string | undefined
  page?: string | undefined
  objet?: string | undefined
}

export const isNamed = ({ commentaire, page, objet }: Naming): boolean =>
  [commentaire, page, objet].some((text) => text !== undefined && text !== '')

/** As far as everybody may see it: what is not shown cannot be reported, and is not told to exist. */
export async function thingNamed(deps: Deps, named: Naming): Promise<Thing | undefined> {
  const found = await find(deps, named)
  if (found === undefined) return undefined
  const isSeen = found.path !== null && (found.subject !== 'comment' || found.state === 'shown')
  return isSeen ? found : undefined
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
