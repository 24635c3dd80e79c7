import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'

export const statuses = ['confirmed', 'tentative', 'cancelled'] as const
export const registrations = ['none', 'email', 'link'] as const

interface Speaker {
  name: string
  role: string | null
}

export const happenings = sqliteTable(
  'happenings',
  {
    entryN: integer()
      .primaryKey()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** What the clocks of the place show: a change of the law on summer time must not move a meeting. */
    start: text().notNull(),
    end: text(),
    timeZone: text().notNull(),
    status: text({ enum: statuses }).notNull(),
    venue: text(),
    address: text(),
    onlineUrl: text(),
    capacity: integer(),
    registration: text({ enum: registrations }).notNull(),
    registrationEmail: text(),
    registrationUrl: text(),
    audience: text(),
    free: integer({ mode: 'boolean' }).notNull(),
    /** ‘5 €, gratuit pour les adhérent·es’ */
    price: text(),
    /** Id of the event whose programme it is on, at the hub that says it; none: ''. */
    partOf: text().notNull().default(''),
    /** Of the venue: two debates share the one, and not the other. */
    room: text(),
    speakers: text({ mode: 'json' }).$type<Speaker[]>().notNull().default([]),
  },
  (table) => [
    index('happenings_part_of')
      .on(table.partOf)
      .where(sql`${table.partOf} <> ''`),
  ],
)
