import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

// Nothing is kept of who asks for a letter: its link says for which entry, by which mark and when, under a key that
// only this hub can make. What is kept once it is confirmed is the mark.

type Secret = Pick<Deps, 'secret'>

/**
 * One address, one mark for an entry, and another for the next: whoever has the table cannot say who supports two of
 * them, nor try addresses without the hub's secret. The address is in lower case; what stands after a + is part of it,
 * for many hosts give it to somebody else.
 */
export const markOf = (deps: Secret, entryId: string, email: string): string =>
  madeKey(deps, 'support mark', `${entryId}\n${email}`)

export interface SupportLink {
  entryId: string
  mark: string
  /** When it was asked for. */
  at: number
}

const keyOf = (deps: Secret, { entryId, mark, at }: SupportLink): string =>
  madeKey(deps, 'support link', `${entryId}\n${mark}\n${at}`)

export const pathOf = (deps: Secret, link: SupportLink): string =>
  `/soutiens/${link.entryId}/${link.at.toString(36)}/${link.mark}/${keyOf(deps, link)}`

/** What an address of ours says, if this hub has made it. */
export function linkOf(
  deps: Secret,
  parts: { entry: string; at: string; mark: string; key: string },
): SupportLink | null {
  const link = { entryId: parts.entry, mark: parts.mark, at: Number.parseInt(parts.at, 36) }
  // Written as we write it, so that one link has one address.
  if (!Number.isSafeInteger(link.at) || link.at.toString(36) !== parts.at) return null
  return isSame(keyOf(deps, link), parts.key) ? link : null
}
