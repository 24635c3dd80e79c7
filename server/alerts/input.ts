import { z } from 'zod'
import { rhythms } from '../../db/schema/alerts.ts'
import { email } from '../accounts/input.ts'
import { choice } from '../kinds/gate.ts'

export const rhythmInput = z.object({ rhythm: choice(rhythms) })

export const alertInput = rhythmInput.extend({ email })

export type Rhythm = (typeof rhythms)[number]
