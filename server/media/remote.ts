import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { encode } from './encode.ts'
import { readIfThere, touch, writeDurably } from './files.ts'
import { maxUpload } from './pictures.ts'
import { pruning } from './pruning.ts'
import { queue } from './queue.ts'

/** The federation's guarded client, which alone may speak with other servers. Any failure is a throw. */
export type FetchImage = (url: string) => Promise<Uint8Array>

/** Whether a moderator has it that nothing from an address is shown, cached or not. */
export type RefusesImage = (url: string) => Promise<boolean>

export interface RemoteThumbnails {
  /** A small WebP of our own making, null if it cannot be had. */
  thumbnail(id: string): Promise<Buffer<ArrayBuffer> | null>
}

/** What is made small, and where it is kept. */
export interface Originals {
  folder: string
  /** By the id of a stored row alone. Null: nobody may be shown it now. */
  sourceOf(id: string, refuses: RefusesImage): Promise<string | null>
  nameOf(id: string): string
  side: number
  cacheBytes: number
}

const retryAfter = 3_600_000
const mostFailures = 5_000

/**
 * Thumbnails of remote images, made when somebody looks and kept in a cache of bounded size. They are asked
 * for by the id of a stored row, never by address, so nobody makes the hub fetch what they choose.
 */
export function remoteThumbnails(
  deps: Pick<Deps, 'now' | 'log'>,
  fetchImage: FetchImage,
  { folder, sourceOf, nameOf, side, cacheBytes }: Originals,
  refuses: RefusesImage = () => Promise.resolve(false),
): RemoteThumbnails {
  const failures = new Map<string, number>()
  const underWay = new Map<string, Promise<Buffer<ArrayBuffer> | null>>()
  const few = queue(4, 40, () => new Refusal('unavailable', 'Too many images at once.', { retryAfter: 10 }))
  const prune = pruning(folder, cacheBytes)

  async function make(id: string, source: string): Promise<Buffer<ArrayBuffer> | null> {
    const small = await few
      .run(() => encoded(source))
      .catch((error: unknown) => {
        if (error instanceof Refusal) throw error
        deps.log.debug({ err: error, id }, 'a remote image could not be fetched')
        return null
      })
    if (small === null) {
      if (failures.size >= mostFailures) failures.clear()
      failures.set(id, deps.now() + retryAfter)
      return null
    }
    // A full disk costs the cache, not the picture.
    await writeDurably(folder, nameOf(id), small, deps.now()).then(
      () => prune(small.length),
      () => undefined,
    )
    return small
  }

  async function encoded(source: string): Promise<Buffer<ArrayBuffer> | null> {
    const bytes = await fetchImage(source)
    if (bytes.byteLength > maxUpload) return null
    const made = await encode({ bytes, sizes: [{ side, quality: 75 }] })
    return typeof made === 'string' || made[0] === undefined ? null : Buffer.from(made[0].data)
  }

  return {
    async thumbnail(id) {
      const source = await sourceOf(id, refuses)
      if (source === null) return null
      const kept = await readIfThere(folder, nameOf(id))
      if (kept !== null) {
        await touch(folder, nameOf(id), deps.now()).catch(() => undefined)
        return kept
      }
      if ((failures.get(id) ?? 0) > deps.now()) return null
      const making = underWay.get(id) ?? make(id, source).finally(() => underWay.delete(id))
      underWay.set(id, making)
      return making
    },
  }
}
