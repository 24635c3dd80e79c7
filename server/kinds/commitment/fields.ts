import { z } from 'zod'
import { defaultChoice, optionalDay, optionalLine, optionalNumber, optionalUrl, parts } from '../gate.ts'
import { stockUnits, subjects, units } from './table.ts'

/** Sums of the state have twelve digits; beyond that is a slip of the hand, or a joke. */
const largest = 1e12

const measure = z.object({
  day: optionalDay,
  value: optionalNumber(-largest, largest),
  source: optionalLine(200),
  url: optionalUrl,
  note: optionalLine(300),
})

/** A convention by which a company pays for the revitalisation of a territory. */
const convention = z.object({
  company: optionalLine(150),
  territory: optionalLine(150),
  day: optionalDay,
  amount: optionalNumber(0, largest),
  /** What of it goes to the ESS; null: nobody has said, which is not nothing. */
  share: optionalNumber(0, largest),
  url: optionalUrl,
})

export type Measure = z.infer<typeof measure>
export type Convention = z.infer<typeof convention>

export const mostMeasures = 60
export const mostConventions = 60

export const fields = z.object({
  subject: defaultChoice(subjects),
  holder: optionalLine(200),
  source: optionalUrl,
  sourceLabel: optionalLine(200),
  sourceDay: optionalDay,
  target: optionalNumber(-largest, largest),
  unit: defaultChoice(units),
  unitLabel: optionalLine(40),
  deadline: optionalDay,
  measures: parts(measure, mostMeasures),
  stock: optionalNumber(0, largest),
  stockUnit: defaultChoice(stockUnits),
  stockDay: optionalDay,
  stockSource: optionalLine(200),
  stockUrl: optionalUrl,
  conventions: parts(convention, mostConventions),
  nextCheck: optionalDay,
})

export type CommitmentFields = z.infer<typeof fields>

export const sample: CommitmentFields = {
  subject: 'premises',
  holder: 'Le bailleur du quai',
  source: 'https://bailleur.example/engagements',
  sourceLabel: 'Délibération du conseil d’administration',
  sourceDay: '2026-01-20',
  target: 1,
  unit: 'percent',
  unitLabel: 'locaux',
  deadline: '2028-12-31',
  measures: [
    {
      day: '2026-06-30',
      value: 250.5,
      source: 'Rapport d’activité, page 12',
      url: 'https://bailleur.example/rapport',
      note: 'Deux ateliers au pied de la tour C',
    },
  ],
  stock: 48_000,
  stockUnit: 'area',
  stockDay: '2026-01-01',
  stockSource: 'Inventaire du bailleur',
  stockUrl: 'https://bailleur.example/inventaire',
  conventions: [
    {
      company: 'Usines du fleuve (imaginaire)',
      territory: 'Nord du département',
      day: '2026-03-01',
      amount: 300_000,
      share: 60_000.5,
      url: 'https://bailleur.example/convention',
    },
  ],
  nextCheck: '2027-03-01',
}
