import { z } from 'zod'
import { needSorts, needStates } from '../../db/schema/networks.ts'
import {
  choice,
  defaultChoice,
  flag,
  line,
  optionalDay,
  optionalInteger,
  optionalLine,
  optionalText,
  optionalUrl,
} from '../kinds/gate.ts'

export const needInput = z
  .object({
    sort: choice(needSorts),
    title: line(160),
    amount: optionalInteger(1, 1_000_000_000),
    fromDay: optionalDay,
    untilDay: optionalDay,
    details: optionalText(2_000).transform((text) => text ?? ''),
    state: defaultChoice(needStates),
  })
  .superRefine(({ fromDay, untilDay }, context) => {
    if (fromDay !== null && untilDay !== null && untilDay < fromDay)
      context.addIssue({ code: 'custom', path: ['untilDay'], message: 'order' })
  })

export type NeedInput = z.infer<typeof needInput>

/** Who gave is named only if they agreed: without that the form comes back, and nothing is kept. */
export const receiptInput = z
  .object({
    day: optionalDay.pipe(z.string('required')),
    what: line(200),
    amount: optionalInteger(1, 1_000_000_000),
    giver: optionalLine(120),
    agreed: flag,
    source: optionalUrl,
  })
  .superRefine(({ giver, agreed }, context) => {
    if (giver !== null && !agreed) context.addIssue({ code: 'custom', path: ['agreed'], message: 'agreed' })
  })

export type ReceiptInput = z.infer<typeof receiptInput>
