import type { Step } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import type { Fault } from '../kinds/faults.ts'
import { fullName, pictureFolder, readIfThere } from '../media/files.ts'
import { removePicture, storePortrait } from '../media/pictures.ts'
import { deleteUnused } from '../media/store.ts'
import { changePortrait, portraitOf } from './store.ts'
import type { Viewer } from './viewer.ts'

/**
 * What somebody shows of themselves beside their words, in place of the one there was; `more` is what tells of it in
 * the same command. Whatever is wrong with it is a value.
 */
export async function setPortrait(
  deps: Deps,
  viewer: Viewer,
  file: Blob,
  more: readonly Step[],
): Promise<Fault | null> {
  const stored = await storePortrait(deps, file, viewer.id)
  if ('code' in stored) return stored
  const former = await portraitOf(deps.db, viewer.id)
  await deps.db.write([
    ...changePortrait(deps.db, viewer.id, former, stored.id),
    ...(former === null ? [] : [deleteUnused(deps.db, former)]),
    ...more,
  ])
  await dropPortrait(deps, former)
  return null
}

export async function removePortrait(deps: Deps, viewer: Viewer, more: readonly Step[]): Promise<void> {
  const former = await portraitOf(deps.db, viewer.id)
  if (former === null) return
  await deps.db.write([...portraitGone(deps, viewer.id, former), ...more])
  await dropPortrait(deps, former)
}

/** The row goes by a command; then the files are gone with `dropPortrait`, or swept if there is no time for it. */
export const portraitGone = ({ db }: Pick<Deps, 'db'>, userId: string, id: string): Step[] => [
  ...changePortrait(db, userId, id, null),
  deleteUnused(db, id),
]

export const dropPortrait = async (deps: Pick<Deps, 'config'>, id: string | null): Promise<void> =>
  id === null ? undefined : removePicture(deps, id)

/** For whoever takes their data with them. */
export async function exportPortrait({ config }: Pick<Deps, 'config'>, id: string | null) {
  const bytes = id === null ? null : await readIfThere(pictureFolder(config), fullName(id))
  return bytes === null ? null : { type: 'image/webp', base64: bytes.toString('base64') }
}

/** Where pages show it from, small; other servers, whole. */
export const portraitPath = (id: string, size: 'small' | 'full'): string =>
  `/media/${id}${size === 'small' ? '-96' : ''}.webp`
