import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { entries } from '../../../db/schema/entries.ts'

export const news = sqliteTable(
  'news',
  {
    entryN: integer()
      .primaryKey()
      .references(() => entries.n, { onDelete: 'cascade' }),
    /** Where the news comes from, when it is told elsewhere. */
    source: text(),
    /** Minutes are news with a meeting: its day makes them so. */
    meetingDay: text(),
    /** ‘Conseil d’administration’ */
    meetingOf: text(),
    meetingPlace: text(),
    attendance: text(),
    /** One a line. */
    decisions: text(),
    /** Id of the event whose minutes these are, at the hub that says them; none: ''. */
    minutesOf: text().notNull().default(''),
  },
  (table) => [
    index('news_minutes_of')
      .on(table.minutesOf)
      .where(sql`${table.minutesOf} <> ''`),
  ],
)
