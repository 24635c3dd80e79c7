import type { Deps } from '../deps.ts'
import { cacheFolder, faceFolder, listFolder, pictureFolder, remove, smallName } from './files.ts'
import { removePicture } from './pictures.ts'
import {
  deleteUnused,
  knownFaces,
  knownPictures,
  ownPictureIds,
  unusedPictures,
  withdrawnPictures,
} from './store.ts'

const day = 86_400_000
const batch = 200

/**
 * Removes pictures that no entry shows: forms never sent, entries revised, withdrawn or erased. A day is left
 * to finish a form. The row goes first: a crash in between leaves a file without a row, which goes next time.
 */
export async function sweepMedia(deps: Pick<Deps, 'config' | 'db' | 'now'>): Promise<{ removed: number }> {
  const before = deps.now() - day
  const removed = await removeUnused(deps, await unusedPictures(deps.db, before, batch))
  return { removed: removed + (await sweepFiles(deps, before)) + (await sweepThumbnails(deps)) }
}

/** What an author or a moderator took down is not left for a day, whenever it was sent. */
export const sweepWithdrawn = async (deps: Pick<Deps, 'config' | 'db'>): Promise<{ removed: number }> => ({
  removed: await removeUnused(deps, await withdrawnPictures(deps.db, batch)),
})

async function removeUnused(
  deps: Pick<Deps, 'config' | 'db'>,
  unused: Awaited<ReturnType<typeof unusedPictures>>,
): Promise<number> {
  let removed = 0
  for (const { id, sourceUrl } of unused) {
    const [gone] = await deps.db.write([deleteUnused(deps.db, id)])
    if (gone?.rowsAffected !== 1) continue
    if (sourceUrl === null) await removePicture(deps, id)
    else await remove(cacheFolder(deps.config), smallName(id))
    removed += 1
  }
  return removed
}

/** Files that no row names, and what a crash left half written. */
async function sweepFiles(deps: Pick<Deps, 'config' | 'db'>, before: number): Promise<number> {
  const folder = pictureFolder(deps.config)
  const old = (await listFolder(folder)).filter(({ usedAt }) => usedAt < before)
  const known = await ownPictureIds(deps.db)
  const strays = old.filter(({ name }) => !known.has(idIn(name)))
  for (const { name } of strays) await remove(folder, name)
  return strays.length
}

/**
 * Thumbnails whose picture was erased with its entry (deleted at home, blocked, unfollowed, expired). Nobody is shown
 * them from that moment on; this lets the bytes go. What is half written is left a day.
 */
export const sweepThumbnails = async (deps: Pick<Deps, 'config' | 'db' | 'now'>): Promise<number> =>
  (await sweepCache(deps, cacheFolder(deps.config), knownPictures)) +
  (await sweepCache(deps, faceFolder(deps.config), knownFaces))

async function sweepCache(
  deps: Pick<Deps, 'db' | 'now'>,
  folder: string,
  knownOf: (db: Deps['db'], names: readonly string[]) => Promise<Set<string>>,
): Promise<number> {
  const kept = await listFolder(folder)
  let removed = 0
  for (let at = 0; at < kept.length; at += batch) {
    const some = kept.slice(at, at + batch)
    const known = await knownOf(
      deps.db,
      some.map(({ name }) => idIn(name)),
    )
    for (const { name, usedAt } of some) {
      const half = name.startsWith('.')
      if (half ? usedAt > deps.now() - day : known.has(idIn(name))) continue
      await remove(folder, name)
      removed += 1
    }
  }
  return removed
}

const idIn = (name: string): string => name.replace(/(-480|-96)?\.webp$/, '')
