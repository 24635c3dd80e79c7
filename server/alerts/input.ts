import { z } from 'zod'
import { rhythms as kept } from '../../db/schema/alerts.ts'
import { email } from '../accounts/input.ts'
import { choice, optionalLine } from '../kinds/gate.ts'

/** Of what is told by letter; without an account there is no other way. */
const rhythms = ['daily', 'weekly'] as const

export const rhythmInput = z.object({ rhythm: choice(rhythms) })

/** Kept on an account: it is called as its owner likes, and needs no letter. */
export const keptInput = z.object({ rhythm: choice(kept), name: optionalLine(80) })

export const alertInput = rhythmInput.extend({ email })

export type Rhythm = (typeof kept)[number]
