import { z } from 'zod'
import { defaultChoice } from '../gate.ts'
import { purposes } from './table.ts'

export const fields = z.object({ purpose: defaultChoice(purposes) })

export type TopicFields = z.infer<typeof fields>

export const sample: TopicFields = { purpose: 'question' }
