import { z } from 'zod'
import { softwareAccent } from '../hub/accent.ts'
import { hexOf } from '../hub/colour.ts'
import { line, optionalLine, optionalText } from '../kinds/gate.ts'

/** How the hub shows itself; its logo is read beside it, for it is a file. */
export const identityInput = z.object({
  name: line(80),
  tagline: optionalLine(160),
  accent: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() === '' ? null : typed),
    z
      .string()
      .refine((typed) => hexOf(typed) !== null, 'colour')
      .transform(hexOf)
      // The colour of the software is no choice: it goes on changing with it.
      .transform((hex) => (hex === softwareAccent.hue ? null : hex))
      .nullable()
      .default(null),
  ),
  homeText: optionalText(30_000),
})

export type IdentityInput = z.infer<typeof identityInput>
