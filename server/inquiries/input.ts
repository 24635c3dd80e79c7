import { z } from 'zod'
import { email } from '../accounts/input.ts'
import { line, optionalInteger, optionalLine, optionalText } from '../kinds/gate.ts'

/** One person may come with their family or their team, and not with a village. */
export const mostPeople = 10

export const mostWords = 5_000

/** A registration says who comes; a word with it is welcome. An application or a request is nothing without words. */
export const inquiryInput = (act: 'apply' | 'ask' | 'register') =>
  z.object({
    name: line(100),
    email,
    body:
      act === 'register'
        ? optionalText(mostWords).transform((text) => text ?? '')
        : optionalText(mostWords).pipe(z.string('required')),
    people:
      act === 'register'
        ? optionalInteger(1, mostPeople).transform((number) => number ?? 1)
        : z
            .unknown()
            .optional()
            .transform(() => 1),
    /** For the badge. */
    organisation:
      act === 'register'
        ? optionalLine(120)
        : z
            .unknown()
            .optional()
            .transform(() => null),
  })

export interface InquiryInput {
  name: string
  email: string
  body: string
  people: number
  organisation: string | null
}
