import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'

export const directions = ['offer', 'need'] as const
export const categories = [
  'room',
  'equipment',
  'know-how',
  'school-talk',
  'document',
  'software',
  'goods',
] as const
export const terms = ['gift', 'loan', 'rent', 'price'] as const
export const priceUnits = ['once', 'person', 'hour', 'half-day', 'day', 'week', 'month', 'year'] as const
/** What a structure does with a class. */
export const formats = ['talk', 'visit', 'placement'] as const
/** What whoever publishes it has to do with a software. */
export const softwareRoles = ['uses', 'helps', 'hosts'] as const
export const levels = ['primary', 'middle', 'high', 'higher', 'adult'] as const

export const resources = sqliteTable('resources', {
  entryN: integer()
    .primaryKey()
    .references(() => entries.n, { onDelete: 'cascade' }),
  direction: text({ enum: directions }).notNull(),
  category: text({ enum: categories }).notNull(),
  terms: text({ enum: terms }).notNull(),
  /** In euros. */
  price: real(),
  priceUnit: text({ enum: priceUnits }),
  /** ‘prix libre’, ‘20 € pour les adhérent·es’ */
  priceNote: text(),
  availableFrom: text(),
  /** Last day; the offer closes by itself after it. */
  availableUntil: text(),
  /** ‘le mardi soir’ */
  availability: text(),
  address: text(),
  /** Of a room, in m². */
  surface: real(),
  /** How many people. */
  capacity: integer(),
  /** Who a school talk is for. */
  levels: text({ mode: 'json' }).$type<string[]>().notNull(),
  /** Of a school talk: what happens, what it is about, how long it lasts. */
  format: text({ enum: formats }),
  theme: text(),
  duration: text(),
  /** Of free software: its name, by which the shelf gathers it, and what they do with it. */
  software: text(),
  softwareRole: text({ enum: softwareRoles }),
  /** Of free software: where its source is. */
  repository: text(),
  document: text(),
  contactEmail: text(),
  contactUrl: text(),
  contactPhone: text(),
})
