import { z } from 'zod'
import type { Entry } from '../entries/load.ts'

/** The kind whose entries have lots. */
export const tenderName = 'tender'

const numbered = z.array(z.object({ number: z.number().int().positive(), title: z.string() }))

/** Number and title of each lot of a tender, as far as they are understood. */
export function lotsOf({ kind, fields }: Entry): { number: number; title: string }[] {
  if (kind.name !== tenderName) return []
  return numbered.safeParse(fields?.['lots']).data ?? []
}
