import type { Deps } from '../deps.ts'
import { cacheFolder, listFolder, pictureFolder, remove, smallName } from './files.ts'
import { removePicture } from './pictures.ts'
import { deleteUnused, ownPictureIds, unusedPictures } from './store.ts'

const day = 86_400_000
const batch = 200

/**
 * Removes pictures that no entry shows: forms never sent, entries revised, withdrawn or erased. A day is left
 * to finish a form. The row goes first: a crash in between leaves a file without a row, which goes next time.
 */
export async function sweepMedia(deps: Pick<Deps, 'config' | 'db' | 'now'>): Promise<{ removed: number }> {
  const before = deps.now() - day
  const unused = await unusedPictures(deps.db, before, batch)
  let removed = 0
  for (const { id, sourceUrl } of unused) {
    const [gone] = await deps.db.write([deleteUnused(deps.db, id)])
    if (gone?.rowsAffected !== 1) continue
    if (sourceUrl === null) await removePicture(deps, id)
    else await remove(cacheFolder(deps.config), smallName(id))
    removed += 1
  }
  return { removed: removed + (await sweepFiles(deps, before)) }
}

/** Files that no row names, and what a crash left half written. */
async function sweepFiles(deps: Pick<Deps, 'config' | 'db'>, before: number): Promise<number> {
  const folder = pictureFolder(deps.config)
  const old = (await listFolder(folder)).filter(({ usedAt }) => usedAt < before)
  const known = await ownPictureIds(deps.db)
  const strays = old.filter(({ name }) => !known.has(name.replace(/(-480)?\.webp$/, '')))
  for (const { name } of strays) await remove(folder, name)
  return strays.length
}
