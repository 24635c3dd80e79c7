import { z } from 'zod'
import { families } from '../../db/schema/stands.ts'
import { email } from '../accounts/input.ts'
import { choice, flag, line, optionalInteger, optionalText, optionalUrl } from '../kinds/gate.ts'

const words = (max: number) => optionalText(max).transform((text) => text ?? '')
const some = (max: number) => optionalInteger(0, max).transform((number) => number ?? 0)

/** What others learn of whoever stands there. */
export const sheetInput = z.object({
  does: optionalText(1500).pipe(z.string('required')),
  seeks: words(1500),
  shows: words(1500),
  website: optionalUrl,
})

export type SheetInput = z.infer<typeof sheetInput>

export const standInput = sheetInput.extend({
  village: line(60),
  name: line(150),
  contactName: line(100),
  email,
  tables: some(10),
  panels: some(10),
  power: flag,
  needs: words(1000),
})

export type StandInput = z.infer<typeof standInput>

export const villageInput = z.object({
  name: line(80),
  family: choice(families),
  stands: optionalInteger(1, 500).pipe(z.number('required')),
})

export type VillageInput = z.infer<typeof villageInput>

export const noticeInput = z.object({ direction: choice(['offer', 'need']), text: line(200) })

export type NoticeInput = z.infer<typeof noticeInput>

export const contactInput = z.object({
  name: line(100),
  email,
  body: optionalText(2000).pipe(z.string('required')),
})

export type ContactInput = z.infer<typeof contactInput>

export const decisionInput = z.object({ decision: words(1000) })
