import { z } from 'zod'
import {
  choice,
  choices,
  defaultChoice,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalInteger,
  optionalLine,
  optionalNumber,
  optionalUrl,
} from '../gate.ts'
import { directions, levels, priceUnits, categories, terms } from './table.ts'

export const fields = z.object({
  direction: defaultChoice(directions),
  category: choice(categories),
  terms: defaultChoice(terms),
  price: optionalNumber(0, 10_000_000),
  priceUnit: optionalChoice(priceUnits),
  priceNote: optionalLine(120),
  availableFrom: optionalDay,
  availableUntil: optionalDay,
  availability: optionalLine(200),
  address: optionalLine(200),
  surface: optionalNumber(0, 1_000_000),
  capacity: optionalInteger(1, 100_000),
  levels: choices(levels),
  repository: optionalUrl,
  document: optionalUrl,
  contactEmail: optionalEmail,
  contactUrl: optionalUrl,
  contactPhone: optionalLine(40),
})

export type ResourceFields = z.infer<typeof fields>

export const sample: ResourceFields = {
  direction: 'offer',
  category: 'room',
  terms: 'rent',
  price: 12.5,
  priceUnit: 'hour',
  priceNote: 'Gratuit pour les associations du quartier',
  availableFrom: '2026-12-01',
  availableUntil: '2027-06-30',
  availability: 'Le mardi et le jeudi soir',
  address: '4 quai des Ateliers',
  surface: 85.5,
  capacity: 40,
  levels: ['middle', 'high'],
  repository: 'https://forge.example/le-relais/reservations',
  document: 'https://ateliers-du-fleuve.example/salle.pdf',
  contactEmail: 'salles@ateliers-du-fleuve.example',
  contactUrl: 'https://ateliers-du-fleuve.example/salles',
  contactPhone: '01 99 00 12 34',
}
