import { z } from 'zod'
import { email } from '../accounts/input.ts'
import { optionalLine } from '../kinds/gate.ts'

export const askInput = z.object({ email })

/** A first name and nothing else: no address, no slogan, no digits. */
export const nameInput = z.object({
  name: optionalLine(40).refine(
    (name) => name === null || /^\p{L}[\p{L}\p{M}’' -]*$/u.test(name),
    'first-name',
  ),
})
