import { and, eq } from 'drizzle-orm'
import { localKeys } from '../../db/schema/federation.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import {
  openPrivateKey,
  readPrivatePem,
  readPublicPem,
  toMultikey,
  type KeyAlgorithm,
  type SigningKey,
} from './keys.ts'

/** Our own keys, opened once and kept: opening one costs more than signing with it. */
export interface Keyring {
  /** The key an actor of ours signs with; `id` and `owner` are full addresses. */
  signing(actorN: number): Promise<SigningKey>
  /** The key that proves what it says wherever it is passed on; null for an actor without one. */
  proving(actorN: number): Promise<SigningKey | null>
  /** What the actor's document publishes. */
  published(
    actorN: number,
  ): Promise<{ main: { id: string; pem: string }; ed25519: { id: string; multibase: string } | null }>
  /** After a key or an address changed. */
  forget(): void
}

export function createKeyring({ db, hub, secret }: Pick<Deps, 'db' | 'hub' | 'secret'>): Keyring {
  const opened = new Map<string, Promise<SigningKey | null>>()

  async function open(actorN: number, which: KeyAlgorithm): Promise<SigningKey | null> {
    const [row] = await db.read
      .select({ id: localKeys.id, sealed: localKeys.privateSealed, owner: actors.id })
      .from(localKeys)
      .innerJoin(actors, eq(actors.n, localKeys.actorN))
      .where(and(eq(localKeys.actorN, actorN), eq(localKeys.algorithm, which)))
    if (row === undefined) return null
    const { algorithm, key } = readPrivatePem(openPrivateKey(row.sealed, secret))
    return { id: hub.origin + row.id, owner: hub.origin + row.owner, algorithm, key }
  }

  function kept(actorN: number, which: KeyAlgorithm): Promise<SigningKey | null> {
    const name = `${which} ${actorN}`
    const known = opened.get(name)
    if (known !== undefined) return known
    const opening = open(actorN, which)
    opened.set(name, opening)
    opening.catch(() => opened.delete(name))
    return opening
  }

  return {
    async signing(actorN) {
      const key = await kept(actorN, 'rsa')
      if (key === null) throw new Error(`The local actor ${actorN} has no key.`)
      return key
    },
    proving: (actorN) => kept(actorN, 'ed25519'),
    async published(actorN) {
      const rows = await db.read.select().from(localKeys).where(eq(localKeys.actorN, actorN))
      const main = rows.find(({ algorithm }) => algorithm === 'rsa')
      const ed25519 = rows.find(({ algorithm }) => algorithm === 'ed25519')
      if (main === undefined) throw new Error(`The local actor ${actorN} has no key.`)
      const read = ed25519 === undefined ? null : readPublicPem(ed25519.publicPem)
      return {
        main: { id: hub.origin + main.id, pem: main.publicPem },
        ed25519:
          ed25519 === undefined || read === null
            ? null
            : { id: hub.origin + ed25519.id, multibase: toMultikey(read.key) },
      }
    },
    forget: () => opened.clear(),
  }
}
