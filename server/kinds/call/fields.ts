import { z } from 'zod'
import {
  choice,
  choices,
  defaultChoice,
  line,
  optionalChoice,
  optionalDay,
  optionalInteger,
  optionalLine,
  optionalNumber,
  optionalText,
  parts,
} from '../gate.ts'
import { optionalMoment, timeZone } from '../moment.ts'
import { numbered, type Numbered } from '../numbered.ts'
import { endOfDay, instantOf } from '../zoned.ts'
import { answerers, answers, capacities, phases } from './table.ts'

/** All of it travels with every change, and other servers take an entry of 64 KB (docs/adr/0018). */
const mostBytes = 40_000

const number = optionalInteger(1, 9_999).pipe(z.number('required'))
const last = optionalInteger(0, 9_999)
  .transform((value) => value ?? 0)
  .pipe(z.number())

const section = z.object({ number, title: line(150), text: optionalText(4_000) })

const criterion = z.object({
  number,
  title: line(120),
  weight: optionalNumber(0, 100),
  description: optionalText(500),
})

const bench = z.object({
  capacity: choice(capacities),
  seats: optionalInteger(1, 100).pipe(z.number('required')),
  names: optionalLine(300),
})

const laureate = z.object({
  project: line(200),
  holder: optionalLine(200),
  amount: optionalNumber(0, 1_000_000_000),
  continues: optionalChoice(answers),
})

const lists: readonly Numbered[] = [
  { list: 'sections', highest: 'lastSection' },
  { list: 'criteria', highest: 'lastCriterion' },
]

export const fields = z.preprocess(
  (sent) => numbered(sent, lists),
  z.object({
    organiser: optionalLine(200),
    phase: defaultChoice(phases),
    commentsUntil: optionalDay,
    opens: optionalMoment,
    deadline: optionalMoment,
    timeZone,
    budget: optionalNumber(0, 1_000_000_000),
    budgetMax: optionalNumber(0, 1_000_000_000),
    answerers: choices(answerers),
    eligible: optionalText(1_000),
    existingQualifies: optionalChoice(answers),
    existingNote: optionalText(1_000),
    sections: parts(section, 30).refine((all) => bytesOf(all) <= mostBytes, 'heavy'),
    lastSection: last,
    criteria: parts(criterion, 12),
    lastCriterion: last,
    jury: parts(bench, 10),
    laureates: parts(laureate, 40),
    decisionNote: optionalText(3_000),
    decidedOn: optionalDay,
    submitted: optionalInteger(0, 100_000),
  }),
)

export type CallFields = z.infer<typeof fields>

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

/** When projects begin to be taken; null: as soon as the call is open. */
export const opensAt = ({ opens, timeZone: zone }: CallFields): number | null =>
  opens === null ? null : instantOf(opens, zone)

/** Up to and with this instant. */
export const deadlineOf = ({ deadline, timeZone: zone }: CallFields): number | null =>
  deadline === null ? null : instantOf(deadline, zone)

/** Until when the specification may be commented on, part by part; null: it may not, or not any more. */
export const commentsClose = ({ phase, commentsUntil, timeZone: zone }: CallFields): number | null =>
  phase !== 'specification' ? null : commentsUntil === null ? Infinity : endOfDay(commentsUntil, zone)

export const sample: CallFields = {
  organiser: 'Collectivité imaginaire des Deux-Rives',
  phase: 'decided',
  commentsUntil: '2026-11-30',
  opens: '2026-12-07T09:00',
  deadline: '2027-01-29T17:00',
  timeZone: 'Europe/Paris',
  budget: 60_000,
  budgetMax: 15_000.5,
  answerers: ['association', 'cooperative', 'insertion'],
  eligible: 'Avoir son siège ou une activité dans le département.',
  existingQualifies: 'yes',
  existingNote:
    'Une action qui marche depuis plus d’un an est recevable, y compris pour continuer à l’identique.',
  sections: [
    {
      number: 1,
      title: 'Ce que nous cherchons',
      text: 'Des actions qui rapprochent l’emploi des quartiers.',
    },
    {
      number: 3,
      title: 'Ce que nous finançons',
      text: 'Des salaires, du matériel, des locaux.\nPas les dettes.',
    },
  ],
  lastSection: 3,
  criteria: [
    {
      number: 1,
      title: 'Utilité pour les habitantes et habitants',
      weight: 60,
      description: 'Qui en profite, et comment.',
    },
    { number: 2, title: 'Solidité', weight: 40, description: 'Les moyens, les partenaires, le calendrier.' },
  ],
  lastCriterion: 2,
  jury: [
    { capacity: 'elected', seats: 3, names: 'Désignés par l’assemblée' },
    { capacity: 'users', seats: 2, names: 'Comité des usagères et usagers' },
  ],
  laureates: [
    {
      project: 'Atelier vélo de la gare',
      holder: 'Association Roue libre',
      amount: 12_000,
      continues: 'yes',
    },
    { project: 'Conserverie de quartier', holder: 'SCIC La Bonne Boîte', amount: 9_500.5, continues: 'no' },
  ],
  decisionNote:
    'Le jury a préféré deux actions déjà connues des quartiers.\nLes autres sont invitées à revenir.',
  decidedOn: '2027-03-02',
  submitted: 7,
}
