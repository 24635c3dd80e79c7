import { createHash } from 'node:crypto'

/** The memory of signatures for as long as they are fresh: the same bytes twice are acknowledged and do nothing. */
export interface Replays {
  has(keyId: string, signature: string, now: number): boolean
  /** Once what it signed is kept: who was answered with a failure may send the same bytes again. */
  add(keyId: string, signature: string, now: number): void
}

/** A signature is believed for an hour behind and five minutes ahead (rule 4). */
const believed = 65 * 60_000
/** Some ten megabytes. What falls out of it is still known by the id of its activity, in the table `seen`. */
const most = 50_000

export function createReplays(): Replays {
  const known = new Map<string, number>()
  return {
    has: (keyId, signature, now) => (known.get(keyOf(keyId, signature)) ?? 0) > now,
    add(keyId, signature, now) {
      prune(known, now)
      known.set(keyOf(keyId, signature), now + believed)
    },
  }
}

const keyOf = (keyId: string, signature: string): string =>
  createHash('sha256').update(keyId).update('\n').update(signature).digest('base64url')

/** Insertion order is time order: the oldest go first. */
function prune(known: Map<string, number>, now: number): void {
  for (const [key, until] of known) {
    if (until > now && known.size < most) return
    known.delete(key)
  }
}
