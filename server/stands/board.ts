import { and, eq, isNull, sql } from 'drizzle-orm'
import { guard, guardThat } from '../../db/open.ts'
import { standNotices, stands } from '../../db/schema/stands.ts'
import { send } from '../accounts/letters.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { aboutOf } from './commands.ts'
import type { ContactInput, NoticeInput } from './input.ts'
import { contactLetter } from './letters.ts'
import type { StandRow } from './queries.ts'
import { isConflict, unlessConflict } from '../refusal.ts'

// What a stand offers and needs, and the way to write to whoever keeps it.

/** A board is read standing. */
export const mostNotices = 20

/** Of all visitors to one stand: what a person can answer. */
export const mostContacts = 500

/** False: the board is full. */
export async function pinNotice(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { n }: StandRow,
  notice: NoticeInput & { id: string },
): Promise<boolean> {
  const [there] = await db.read.select().from(standNotices).where(eq(standNotices.id, notice.id))
  if (there !== undefined) return there.standN === n
  return unlessConflict(() =>
    db.write([
      guardThat({
        sql: 'SELECT (SELECT count(*) FROM stand_notices WHERE stand_n = ?) < ?',
        args: [n, mostNotices],
      }),
      db.make.insert(standNotices).values({ ...notice, standN: n, createdAt: now() }),
    ]),
  )
}

/** Found, or given; and back. */
export const markMet = async (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  { n }: StandRow,
  id: string,
  met: boolean,
): Promise<void> =>
  void (await db.write([
    db.make
      .update(standNotices)
      .set({ metAt: met ? now() : null })
      .where(
        and(
          eq(standNotices.id, id),
          eq(standNotices.standN, n),
          met ? isNull(standNotices.metAt) : undefined,
        ),
      ),
  ]))

export const unpinNotice = async ({ db }: Pick<Deps, 'db'>, { n }: StandRow, id: string): Promise<void> =>
  void (await db.write([
    db.make.delete(standNotices).where(and(eq(standNotices.id, id), eq(standNotices.standN, n))),
  ]))

export type Contacting = 'sent' | 'unsent' | 'full'

/** A visitor writes; the letter alone knows to whom. Counted when it has left. */
export async function contactStand(
  deps: Deps,
  entry: Entry,
  stand: StandRow,
  said: ContactInput,
): Promise<Contacting> {
  if (stand.email === '' || stand.contacts >= mostContacts) return 'full'
  const { db } = deps
  try {
    await db.write([
      db.make
        .update(stands)
        .set({ contacts: sql`${stands.contacts} + 1` })
        .where(and(eq(stands.n, stand.n), sql`${stands.contacts} < ${mostContacts}`)),
      guard(),
    ])
  } catch (error) {
    if (isConflict(error)) return 'full'
    throw error
  }
  const about = aboutOf(deps, entry, `${entry.envelope.path}/stands/${stand.id}`)
  if (await send(deps, contactLetter(stand, about, said))) return 'sent'
  await db.write([
    db.make
      .update(stands)
      .set({ contacts: sql`${stands.contacts} - 1` })
      .where(eq(stands.n, stand.n)),
  ])
  return 'unsent'
}
