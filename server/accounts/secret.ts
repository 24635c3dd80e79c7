import { createHash } from 'node:crypto'
import type { Deps } from '../deps.ts'

/** What a link, a cookie or a program shows to be let in: 256 bits, safe in an address. */
export const newSecret = ({ random }: Pick<Deps, 'random'>): string => random(32).toString('base64url')

/** What the database keeps of it. A fast hash is enough: there is nothing to guess in 256 random bits. */
export const sealed = (secret: string): string => createHash('sha256').update(secret).digest('hex')
