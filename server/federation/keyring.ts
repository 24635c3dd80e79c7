import { and, eq } from 'drizzle-orm'
import { localKeys } from '../../db/schema/federation.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import { openPrivateKey, readPrivatePem, readPublicPem, toMultikey, type SigningKey } from './keys.ts'

/** Our own keys, opened once and kept: opening one costs more than signing with it. */
export interface Keyring {
  /** The key an actor of ours signs with; `id` and `owner` are full addresses. */
  signing(actorN: number): Promise<SigningKey>
  /** What the actor's document publishes. */
  published(
    actorN: number,
  ): Promise<{ main: { id: string; pem: string }; ed25519: { id: string; multibase: string } | null }>
  /** After a key or an address changed. */
  forget(): void
}

export function createKeyring({ db, hub, secret }: Pick<Deps, 'db' | 'hub' | 'secret'>): Keyring {
  const opened = new Map<number, Promise<SigningKey>>()

  async function open(actorN: number): Promise<SigningKey> {
    const [row] = await db.read
      .select({ id: localKeys.id, sealed: localKeys.privateSealed, owner: actors.id })
      .from(localKeys)
      .innerJoin(actors, eq(actors.n, localKeys.actorN))
      .where(and(eq(localKeys.actorN, actorN), eq(localKeys.algorithm, 'rsa')))
    if (row === undefined) throw new Error(`The local actor ${actorN} has no key.`)
    const { algorithm, key } = readPrivatePem(openPrivateKey(row.sealed, secret))
    return { id: hub.origin + row.id, owner: hub.origin + row.owner, algorithm, key }
  }

  return {
    signing(actorN) {
      const known = opened.get(actorN)
      if (known !== undefined) return known
      const opening = open(actorN)
      opened.set(actorN, opening)
      opening.catch(() => opened.delete(actorN))
      return opening
    },
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
