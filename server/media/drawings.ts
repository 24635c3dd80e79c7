import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { readIfThere, touch, writeDurably } from './files.ts'
import { program } from './program.ts'
import { pruning } from './pruning.ts'
import { queue } from './queue.ts'

export interface Drawings<Subject> {
  /** Drawn when first asked for, then kept; null: it could not be drawn. */
  picture(subject: Subject): Promise<Buffer<ArrayBuffer> | null>
}

interface How<Subject> {
  folder: string
  /** The program of this folder that draws, and what it is told. */
  program: string
  env?: Readonly<Record<string, string>>
  jobOf: (subject: Subject) => Promise<object>
  /** Changes with any part of what is drawn: the name of the file. */
  markOf: (subject: Subject) => string
  cacheBytes: number
  /** Said in the log. */
  failed: string
}

/**
 * Pictures of ours, PNG. A crowd that asks for each a hundred times waits in a line or is sent away: one is drawn at once,
 * each one once, and what is kept is bounded.
 */
export function drawings<Subject>(
  { now, log }: Pick<Deps, 'now' | 'log'>,
  { folder, jobOf, markOf, cacheBytes, ...how }: How<Subject>,
): Drawings<Subject> {
  const underWay = new Map<string, Promise<Buffer<ArrayBuffer> | null>>()
  const turns = queue(1, 20, () => new Refusal('unavailable', 'Too many images at once.', { retryAfter: 10 }))
  const prune = pruning(folder, cacheBytes)
  const ask = program(how.program, isPicture, how.env)

  async function draw(subject: Subject, name: string): Promise<Buffer<ArrayBuffer> | null> {
    const drawn = await turns.run(async () => ask(await jobOf(subject)))
    if (typeof drawn === 'string') {
      log.warn({ fault: drawn }, how.failed)
      return null
    }
    const picture = Buffer.from(drawn)
    // A full disk costs the cache, not the picture.
    await writeDurably(folder, name, picture, now()).then(
      () => prune(picture.length),
      () => undefined,
    )
    return picture
  }

  return {
    async picture(subject) {
      const name = `${markOf(subject)}.png`
      const kept = await readIfThere(folder, name)
      if (kept !== null) {
        await touch(folder, name, now()).catch(() => undefined)
        return kept
      }
      const drawing = underWay.get(name) ?? draw(subject, name).finally(() => underWay.delete(name))
      underWay.set(name, drawing)
      return drawing
    },
  }
}

const isPicture = (message: unknown): message is Uint8Array => message instanceof Uint8Array
