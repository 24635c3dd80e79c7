import { z } from 'zod'
import { registers } from '../../db/schema/registers.ts'
import type { Fault } from '../kinds/faults.ts'
import { choice, line, optionalDay, optionalUrl } from '../kinds/gate.ts'

export const findingInput = z.object({
  register: choice(registers),
  number: line(20),
  foundOn: optionalDay.pipe(z.string('required')),
  source: optionalUrl.pipe(z.string('required')),
})

export type FindingInput = z.infer<typeof findingInput>

/** Nobody has looked anything up tomorrow, and only a number that the organisation gives is its own. */
export function findingRules(
  { number, foundOn }: FindingInput,
  { numbers, today }: { numbers: readonly string[]; today: string },
): Fault[] {
  return [
    ...(numbers.includes(number) ? [] : [{ field: 'number', code: 'choice' } as const]),
    ...(foundOn > today ? [{ field: 'foundOn', code: 'future' } as const] : []),
  ]
}
