import type { Deps } from '../deps.ts'
import { cacheFolder, faceFolder, smallName } from './files.ts'
import type { Originals } from './remote.ts'
import { iconOf, sourceOf } from './store.ts'

// What is made small of others: pictures of their entries, and their own.

type Reads = Pick<Deps, 'config' | 'db'>

export const entryPictures = (
  deps: Reads,
  { cacheBytes }: { cacheBytes: number } = { cacheBytes: 200_000_000 },
): Originals => ({
  folder: cacheFolder(deps.config),
  async sourceOf(id, refuses) {
    const source = await sourceOf(deps.db, id)
    return source === null || (await refuses(source)) ? null : source
  },
  nameOf: smallName,
  ...{ side: 480, cacheBytes },
})

/** Small ones, of those whose words people see here. What is held against them or against their server counts. */
export const faces = (
  deps: Reads,
  { cacheBytes }: { cacheBytes: number } = { cacheBytes: 20_000_000 },
): Originals => ({
  folder: faceFolder(deps.config),
  async sourceOf(name, refuses) {
    const icon = await iconOf(deps.db, name)
    if (icon === null || (await refuses(icon.actor)) || (await refuses(icon.url))) return null
    return icon.url
  },
  nameOf: (name) => `${name}.webp`,
  ...{ side: 96, cacheBytes },
})
