import type { Deps } from '../deps.ts'
import type { Fault } from '../kinds/faults.ts'
import { encode, type Size } from './encode.ts'
import { fullName, pictureFolder, portraitName, remove, smallName, writeDurably } from './files.ts'
import { insertPicture, sentBy } from './store.ts'

type MediaDeps = Pick<Deps, 'config' | 'db' | 'newId' | 'now'>

export interface StoredPicture {
  id: string
  width: number
  height: number
}

interface Making {
  sizes: readonly [Size, Size]
  smallName(id: string): string
}

const ofPages: Making = {
  sizes: [
    { side: 1600, quality: 80 },
    { side: 480, quality: 75 },
  ],
  smallName,
}

/** What other servers show of a person, and what stands beside their words here, sharp on a dense screen. */
const ofPeople: Making = {
  sizes: [
    { side: 400, quality: 80, square: true },
    { side: 96, quality: 75, square: true },
  ],
  smallName: portraitName,
}

/** What an upload may weigh, before it is read into memory. */
export const maxUpload = 10 * 1024 * 1024

const day = 86_400_000

/** Of one person: more than anybody takes of a feast, and no way to fill a disk. */
export const mostInADay = 200

/**
 * Keeps a picture that a form sent: what is stored and served is our own encoding of what was decoded, never
 * the bytes that came, so a file that is also a page or a script is a picture and nothing else.
 */
export const storePicture = (
  deps: MediaDeps,
  file: Blob,
  createdBy: string | null,
): Promise<StoredPicture | Fault> => store(deps, file, createdBy, ofPages)

/** The same, cut to a square: of somebody. */
export const storePortrait = (
  deps: MediaDeps,
  file: Blob,
  createdBy: string,
): Promise<StoredPicture | Fault> => store(deps, file, createdBy, ofPeople)

async function store(
  deps: MediaDeps,
  file: Blob,
  createdBy: string | null,
  making: Making,
): Promise<StoredPicture | Fault> {
  if (file.size > maxUpload) return tooLarge
  if (createdBy !== null && (await sentBy(deps.db, createdBy, deps.now() - day)) >= mostInADay)
    return { field: 'image', code: 'images-of-a-day', detail: String(mostInADay) }
  const encoded = await encode({ bytes: new Uint8Array(await file.arrayBuffer()), sizes: making.sizes })
  if (encoded === 'too-large') return tooLarge
  const [full, small] = encoded === 'unusable' ? [] : encoded
  if (full === undefined || small === undefined) return { field: 'image', code: 'image' }

  const id = deps.newId()
  const folder = pictureFolder(deps.config)
  const now = deps.now()
  try {
    // The files first: a row whose file is missing would be a broken page; a file without a row is swept.
    await writeDurably(folder, making.smallName(id), small.data, now)
    await writeDurably(folder, fullName(id), full.data, now)
    const { width, height } = full
    await deps.db.write([
      insertPicture(deps.db, {
        id,
        type: 'image/webp',
        width,
        height,
        bytes: full.data.length + small.data.length,
        createdBy,
        createdAt: now,
      }),
    ])
    return { id, width, height }
  } catch (error) {
    await removePicture(deps, id)
    throw error
  }
}

export async function removePicture({ config }: Pick<Deps, 'config'>, id: string): Promise<void> {
  const folder = pictureFolder(config)
  await remove(folder, fullName(id))
  await remove(folder, smallName(id))
  await remove(folder, portraitName(id))
}

const tooLarge: Fault = { field: 'image', code: 'image-size' }
