import { z } from 'zod'
import { optionalDay, optionalLine, optionalText, optionalUrl, reference } from '../gate.ts'

export const fields = z.object({
  source: optionalUrl,
  meetingDay: optionalDay,
  meetingOf: optionalLine(120),
  meetingPlace: optionalLine(200),
  attendance: optionalText(1000),
  decisions: optionalText(3000),
  minutesOf: reference,
})

export type NewsFields = z.infer<typeof fields>

export const sample: NewsFields = {
  source: 'https://ateliers-du-fleuve.example/journal/assemblee',
  meetingDay: '2026-11-14',
  meetingOf: 'Comité de préparation du forum',
  meetingPlace: 'Maison des associations, Gennevilliers',
  attendance: 'Quatorze structures, dont six pour la première fois.',
  decisions: 'Trois débats au programme.\nLes stands sont gratuits, sur inscription.',
  // What it would name has to be there: nothing is named.
  minutesOf: '',
}
