import { z } from 'zod'
import {
  choice,
  defaultChoice,
  flag,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalInteger,
  optionalLine,
  optionalNumber,
  optionalText,
  optionalUrl,
} from '../gate.ts'
import { structures } from '../structures.ts'
import { contracts, payPeriods, remotes } from './table.ts'

export const fields = z.object({
  contract: choice(contracts),
  months: optionalInteger(1, 60),
  hours: optionalNumber(0.5, 60),
  payMin: optionalNumber(0, 1_000_000),
  payMax: optionalNumber(0, 1_000_000),
  payPeriod: defaultChoice(payPeriods),
  positions: optionalInteger(1, 1000),
  remote: defaultChoice(remotes),
  deadline: optionalDay,
  startsOn: optionalDay,
  structure: optionalChoice(structures),
  insertion: flag,
  occupation: optionalLine(120),
  applyEmail: optionalEmail,
  applyUrl: optionalUrl,
  applyText: optionalText(500),
})

export type JobFields = z.infer<typeof fields>

export const sample: JobFields = {
  contract: 'cdd',
  months: 12,
  hours: 35,
  payMin: 2100,
  payMax: 2300.5,
  payPeriod: 'month',
  positions: 2,
  remote: 'partial',
  deadline: '2026-12-15',
  startsOn: '2027-01-04',
  structure: 'aci',
  insertion: true,
  occupation: 'Encadrement technique d’insertion',
  applyEmail: 'emploi@ateliers-du-fleuve.example',
  applyUrl: 'https://ateliers-du-fleuve.example/emplois',
  applyText: 'Une lettre de quelques lignes suffit.\nVisite de l’atelier possible le mardi.',
}
