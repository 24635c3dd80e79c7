import { z } from 'zod'
import { cpvPrefixes } from '../cpv.ts'
import {
  choice,
  choices,
  domain,
  flag,
  lines,
  line,
  optionalChoice,
  optionalDay,
  optionalEmail,
  optionalInteger,
  optionalLine,
  optionalUrl,
  parts,
} from '../gate.ts'
import { structures } from '../structures.ts'
import { isRna, isSiren, isSiret } from './identifiers.ts'
import { families, sectors, services, softwareRoles, statuses } from './table.ts'

/** People write numbers in groups: `732 829 320 00074`. */
const ungrouped = (value: unknown): unknown =>
  typeof value === 'string' ? value.replace(/[\s\u00a0\u202f.-]/g, '').toUpperCase() || null : value

const number = (shape: RegExp) =>
  z.preprocess(ungrouped, z.string().regex(shape, 'siren').nullable().default(null))

const formerSiret = z.object({
  siret: z.preprocess(ungrouped, z.string().regex(/^\d{14}$/, 'siren')),
  until: optionalDay,
})

const software = z.object({
  name: line(80),
  role: choice(softwareRoles),
  /** ‘2019’, ‘mars 2024’ */
  since: optionalLine(40),
  note: optionalLine(500),
  repository: optionalUrl,
})

const handle = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().replace(/^@/, '') || null : value),
  z
    .string()
    .regex(/^[a-z0-9_]{2,30}$/, 'handle')
    .nullable()
    .default(null),
)

/** `92`, `2A`, `971` or a commune's five digits. */
const served = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
  z.string().regex(/^(\d{2}|2[AB]|9[78]\d|\d{5}|2[AB]\d{3})$/, 'insee'),
)

export const fields = z.object({
  family: choice(families),
  status: optionalChoice(statuses),
  structure: optionalChoice(structures),
  esus: flag,
  siren: number(/^\d{9}$/),
  siret: number(/^\d{14}$/),
  formerSirets: parts(formerSiret, 20),
  noSiret: flag,
  rna: number(/^W\d{9}$/),
  sectors: choices(sectors),
  website: optionalUrl,
  email: optionalEmail,
  phone: optionalLine(40),
  address: optionalLine(300),
  area: optionalLine(200),
  networks: lines(12, 100),
  cpv: cpvPrefixes,
  serves: lines(60, 5, served),
  services: choices(services),
  headcount: optionalInteger(0, 1_000_000),
  largestContract: optionalInteger(1, 1_000_000_000),
  software: parts(software, 30),
  handle,
  domains: lines(10, 253, domain),
})

export type OrganisationFields = z.infer<typeof fields>

/** How far an identity can be trusted: what it says itself, or with a number that could be true. */
export function identityOf({ siren, siret, rna }: OrganisationFields): 'declared' | 'well-formed' {
  const well =
    (siren !== null && isSiren(siren)) || (siret !== null && isSiret(siret)) || (rna !== null && isRna(rna))
  return well ? 'well-formed' : 'declared'
}

export const sample: OrganisationFields = {
  family: 'cooperative',
  status: 'scic',
  structure: 'ei',
  esus: true,
  siren: '732829320',
  siret: '73282932000074',
  formerSirets: [{ siret: '73282932000066', until: '2024-06-30' }],
  noSiret: true,
  rna: 'W922000123',
  sectors: ['reuse', 'employment'],
  website: 'https://ateliers-du-fleuve.example/',
  email: 'bonjour@ateliers-du-fleuve.example',
  phone: '01 99 00 12 34',
  address: '4 quai des Ateliers',
  area: 'Le nord des Hauts-de-Seine',
  networks: ['Réseau du fleuve', 'Les Recycleries réunies'],
  cpv: ['39', '90'],
  serves: ['92', '93066'],
  services: ['works', 'goods'],
  headcount: 24,
  largestContract: 150000,
  software: [
    {
      name: 'Nextcloud',
      role: 'hosts',
      since: '2019',
      note: 'Reprise d’un partage de fichiers, en deux soirées.',
      repository: 'https://forge.example/nextcloud',
    },
  ],
  handle: 'ateliers_du_fleuve',
  domains: ['ateliers-du-fleuve.example', 'blog-du-fleuve.example'],
}
