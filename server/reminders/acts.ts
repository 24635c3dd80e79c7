import { and, eq, isNull } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { entryReminders, reminderStops } from '../../db/schema/writing.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { inputOf } from '../entries/as-sent.ts'
import { close, revise } from '../entries/commands.ts'
import { whole } from '../entries/whole.ts'
import type { Entry } from '../entries/load.ts'
import { dayOf, monthsAfter } from '../kinds/checked.ts'
import { kindNamed } from '../kinds/index.ts'
import { Refusal } from '../refusal.ts'
import type { Reminder } from './queries.ts'

/** As they stand in addresses. What has no last day cannot be put off. */
export const acts = ['prolonger', 'pourvu', 'laisser', 'sans'] as const
export type Act = (typeof acts)[number]

export const actsFor = (reason: Reminder['reason']): readonly Act[] =>
  (
    {
      closing: ['prolonger', 'pourvu', 'laisser'],
      stale: ['laisser', 'pourvu'],
      minutes: ['sans'],
    } satisfies Record<Reminder['reason'], readonly Act[]>
  )[reason]

/** Where they are written: the form of news that names the event. */
export const writingPath = ({ envelope: { id, organisationId } }: Pick<Entry, 'envelope'>): string =>
  `${kindNamed('news')?.path ?? ''}/nouveau?${new URLSearchParams({
    minutesOf: id,
    ...(organisationId !== null && { organisation: organisationId }),
  })}`

/** What its author answered, done by the commands that they would use themselves. A link answers once. */
export async function answer(
  deps: Deps,
  viewer: Viewer,
  { reminder, entry }: { reminder: Reminder; entry: Entry },
  act: Act,
): Promise<void> {
  if (act === 'prolonger') await prolong(deps, viewer, reminder, entry)
  else if (act === 'pourvu') await close(deps, viewer, entry, closing(deps, reminder))
  else await deps.db.write(closing(deps, reminder))
}

/** A month from its last day, or from today if that has passed. */
async function prolong(deps: Deps, viewer: Viewer, reminder: Reminder, entry: Entry): Promise<void> {
  const { envelope, kind, fields } = whole(entry)
  const name = kind.closedBy
  if (name === undefined) throw new Refusal('conflict', 'This entry has no day that could be put off.')
  const today = dayOf(deps.now())
  const last = fields[name]
  const from = typeof last === 'string' && last > today ? last : today
  const changed = kind.fields.parse({ ...fields, [name]: monthsAfter(from, 1) })
  await revise(deps, viewer, entry, {
    revision: envelope.revision,
    input: { ...inputOf(whole(entry)), fields: changed },
    picture: undefined,
    also: closing(deps, reminder),
  })
}

/** Of two that answer at once, one does. */
const closing = ({ db, now }: Pick<Deps, 'db' | 'now'>, { id }: Reminder): Step[] => [
  db.make
    .update(entryReminders)
    .set({ closedAt: now() })
    .where(and(eq(entryReminders.id, id), isNull(entryReminders.closedAt))),
  guard(),
]

/** No more of these letters to this person; or some again. */
export const stop = ({ db, now }: Pick<Deps, 'db' | 'now'>, userId: string): Promise<unknown> =>
  db.write([
    {
      sql: 'INSERT OR IGNORE INTO reminder_stops (user_id, stopped_at) SELECT id, ? FROM users WHERE id = ?',
      args: [now(), userId],
    },
  ])

export const startAgain = ({ db }: Pick<Deps, 'db'>, userId: string): Promise<unknown> =>
  db.write([db.make.delete(reminderStops).where(eq(reminderStops.userId, userId))])
