import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'
import { structures } from '../structures.ts'

/** The families of the law of 31 July 2014 on the social and solidarity economy, and who works with them. */
export const families = [
  'association',
  'cooperative',
  'mutual',
  'foundation',
  'company',
  'public',
  'other',
] as const

/** What a family does not say. */
export const statuses = [
  'scop',
  'scic',
  'cae',
  'consumer',
  'agricultural',
  'housing',
  'network',
  'pole',
  'other',
] as const

export const sectors = [
  'food',
  'environment',
  'reuse',
  'construction',
  'housing',
  'mobility',
  'energy',
  'care',
  'culture',
  'sport',
  'education',
  'employment',
  'digital',
  'finance',
  'fair-trade',
  'services',
  'industry',
  'media',
] as const

/** Le marché de l'inclusion's kinds of service: lending staff, doing work, making goods. */
export const services = ['staffing', 'works', 'goods'] as const

/** What an organisation has to do with a free software. */
export const softwareRoles = ['uses', 'helps', 'hosts'] as const

export interface FormerSiret {
  siret: string
  /** The day from which it is no longer theirs, as they say. */
  until: string | null
}

export interface DeclaredSoftware {
  name: string
  role: (typeof softwareRoles)[number]
  since: string | null
  note: string | null
  repository: string | null
}

export const organisations = sqliteTable('organisations', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  family: text({ enum: families }).notNull(),
  status: text({ enum: statuses }),
  structure: text({ enum: structures }),
  /** Approved as an enterprise of social utility (Code du travail, L3332-17-1); declared, not checked. */
  esus: integer({ mode: 'boolean' }).notNull(),
  siren: text(),
  siret: text(),
  /** It changes with the address of the establishment: what was written elsewhere still names the former ones. */
  formerSirets: text({ mode: 'json' }).$type<FormerSiret[]>().notNull().default([]),
  /** An association that was never given one, and says so. */
  noSiret: integer({ mode: 'boolean' }).notNull().default(false),
  rna: text(),
  sectors: text({ mode: 'json' }).$type<string[]>().notNull(),
  website: text(),
  email: text(),
  phone: text(),
  address: text(),
  /** Where it works: ‘le nord des Hauts-de-Seine’. */
  area: text(),
  networks: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Of the actor it wants; the handles table decides. */
  handle: text(),
  /** Prefixes of the CPV that it can deliver: `773` for all green spaces. */
  cpv: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** INSEE codes of the departments and communes that it serves; none: only where it is. */
  serves: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** How it works for others, in the words of the market of inclusion. */
  services: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  /** People employed, as it says itself. */
  headcount: integer(),
  /** In euros without tax, the largest contract that it would take alone; as it says itself. */
  largestContract: integer(),
  /** Free software that it uses, helps with or hosts for others. */
  software: text({ mode: 'json' }).$type<DeclaredSoftware[]>().notNull().default([]),
  /** Of other sites, whose pages may name it as their author. */
  domains: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
})
