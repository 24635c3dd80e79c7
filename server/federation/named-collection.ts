import { Refusal } from '../refusal.ts'
import type { CollectionRow } from './apex-store.ts'

/** A collection of ours as it is counted and read. */
export interface Named {
  count(): Promise<number>
  /** From the beginning, or from where the page before ended. */
  page(limit: number, after: string | null): Promise<CollectionRow[]>
}

/** Newest first, a cursor is the number of the row that a page ended with. */
export const before = (after: string | null): number =>
  after === null ? Number.MAX_SAFE_INTEGER : natural(after)

export function natural(text: string | undefined): number {
  const number = Number(text)
  if (text === undefined || !Number.isSafeInteger(number) || number < 0)
    throw new Refusal('absent', 'There is no such page.')
  return number
}
