import { z } from 'zod'
import { classLevels } from '../../db/schema/visits.ts'
import { email } from '../accounts/input.ts'
import type { Fault } from '../kinds/faults.ts'
import { choice, line, optionalDay, optionalInteger, optionalText } from '../kinds/gate.ts'

export const mostWords = 3_000
/** Of one visit: a whole school comes on several days. */
export const mostPupils = 500

const pupils = optionalInteger(1, mostPupils).pipe(z.number('required'))

export const visitInput = z.object({
  school: line(150),
  name: line(100),
  email,
  level: choice(classLevels),
  pupils,
  dates: line(300),
  body: optionalText(mostWords).transform((text) => text ?? ''),
})

export type VisitInput = z.infer<typeof visitInput> & { placeCode: string; placeLabel: string }

/** A word with the answer. */
export const noteInput = z.object({ note: optionalText(1_000).transform((text) => text ?? '') })

export const heldInput = z.object({
  heldOn: optionalDay.pipe(z.string('required')),
  heldPupils: pupils,
  note: optionalText(1_000).transform((text) => text ?? ''),
})

/** What was held is over. */
export const heldRules = ({ heldOn }: { heldOn: string }, today: string): Fault[] =>
  heldOn > today ? [{ field: 'heldOn', code: 'future' }] : []
