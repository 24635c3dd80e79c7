import { and, eq, isNull } from 'drizzle-orm'
import { guard, guardThat, type Statement } from '../../db/open.ts'
import { stands } from '../../db/schema/stands.ts'
import { send } from '../accounts/letters.ts'
import { activeAdmins } from '../accounts/store.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { readersOf } from '../inquiries/queries.ts'
import { isConflict, Refusal } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import { hosts, takesStands } from './access.ts'
import type { SheetInput, StandInput } from './input.ts'
import { confirmStandLetter, decisionLetter, hostLetter } from './letters.ts'
import { standPath } from './link.ts'
import { standById, villagesOf, type Stand, type StandRow } from './queries.ts'

/** How long a link waits for its reader. */
export const confirmWithin = 24 * 3_600_000

/** Of one event: what a machine that types addresses may leave, and what a host can read. */
export const mostUnconfirmed = 100
export const mostAsked = 500

export type Asking = 'letter' | 'asked' | 'unsent' | 'crowded' | 'village'

/**
 * An organisation asks. Somebody who is signed in, edits for it and gives their own address is known already; anybody
 * else opens a letter first. `id` was chosen by the form: sent twice, it asks once.
 */
export async function askStand(
  deps: Deps,
  entry: Entry,
  asked: StandInput & { id: string; locale: Locale; organisationId: string | null; known: boolean },
): Promise<Asking> {
  const { db, now } = deps
  const { village: villageId, known, ...row } = asked
  const village = (await villagesOf(db, entry.envelope.n)).find(({ id }) => id === villageId)
  if (village === undefined) return 'village'
  const before = await standById(db, asked.id)
  if (before !== undefined) return before.confirmedAt === null ? 'letter' : 'asked'
  try {
    await db.write([
      guardThat(roomForAsking(entry.envelope.n)),
      db.make.insert(stands).values({
        ...row,
        villageN: village.n,
        state: 'asked',
        createdAt: now(),
        confirmedAt: known ? now() : null,
      }),
    ])
  } catch (error) {
    if (isConflict(error)) return 'crowded'
    throw error
  }
  if (known) return 'asked'
  if (await send(deps, confirmStandLetter(asked, aboutOf(deps, entry, standPath(deps, asked.id)))))
    return 'letter'
  await db.write([db.make.delete(stands).where(and(eq(stands.id, asked.id), isNull(stands.confirmedAt)))])
  return 'unsent'
}

const roomForAsking = (entryN: number): Statement => ({
  sql: `SELECT coalesce(sum(stands.confirmed_at IS NULL), 0) < ? AND count(*) < ?
    FROM stands JOIN villages ON villages.n = stands.village_n WHERE villages.entry_n = ?`,
  args: [mostUnconfirmed, mostAsked, entryN],
})

export type StandConfirmation = 'asked' | 'late' | 'over'

/** The address is theirs: the host may read it. */
export async function confirmStand(deps: Deps, entry: Entry, stand: StandRow): Promise<StandConfirmation> {
  if (stand.confirmedAt !== null) return 'asked'
  if (stand.createdAt + confirmWithin < deps.now()) return 'late'
  if (!takesStands(entry, deps.now())) return 'over'
  await deps.db.write([
    deps.db.make
      .update(stands)
      .set({ confirmedAt: deps.now() })
      .where(and(eq(stands.n, stand.n), isNull(stands.confirmedAt))),
  ])
  return 'asked'
}

export type Deciding = 'done' | 'full' | 'same'

/**
 * The host decides, with a sentence. Whether there is a stand left is asked by the command itself: of two that are
 * accepted for the last one at the same moment, one is.
 */
export async function decideStand(
  deps: Deps,
  viewer: Viewer,
  entry: Entry,
  stand: Stand,
  { state, decision }: { state: 'accepted' | 'refused' | 'waiting'; decision: string },
): Promise<Deciding> {
  answersFor(viewer, entry, stand)
  if (stand.state === state) return 'same'
  const { db, now } = deps
  try {
    await db.write([
      ...(state === 'accepted' ? [guardThat(roomInVillage(stand))] : []),
      db.make
        .update(stands)
        .set({ state, decision, decidedAt: now(), decidedBy: viewer.id })
        .where(and(eq(stands.n, stand.n), eq(stands.state, stand.state))),
      guard(),
    ])
    return 'done'
  } catch (error) {
    if (!isConflict(error)) throw error
    const present = await standById(db, stand.id)
    return present?.state === state ? 'same' : 'full'
  }
}

const roomInVillage = ({ villageN }: StandRow): Statement => ({
  sql: `SELECT (SELECT count(*) FROM stands WHERE village_n = ? AND state = 'accepted')
    < (SELECT stands FROM villages WHERE n = ?)`,
  args: [villageN, villageN],
})

/** Its keeper corrects what others read. */
export const reviseSheet = async (
  { db }: Pick<Deps, 'db'>,
  stand: StandRow,
  sheet: SheetInput,
): Promise<void> => void (await db.write([db.make.update(stands).set(sheet).where(eq(stands.n, stand.n))]))

/** Its keeper takes it back: it is gone, and its place is free. */
export const withdrawStand = async ({ db }: Pick<Deps, 'db'>, { n }: StandRow): Promise<void> =>
  void (await db.write([db.make.delete(stands).where(eq(stands.n, n))]))

/** The answer, to whoever asked. */
export const tellDecision = (
  deps: Deps,
  entry: Entry,
  stand: StandRow,
  state: 'accepted' | 'refused' | 'waiting',
  decision: string,
): Promise<boolean> =>
  stand.email === ''
    ? Promise.resolve(false)
    : send(deps, decisionLetter(stand, aboutOf(deps, entry, standPath(deps, stand.id)), state, decision))

/** A request, or a place that is free again, to those who publish the event. */
export async function tellHost(
  deps: Deps,
  entry: Entry,
  { name }: StandRow,
  what: 'asked' | 'withdrawn',
): Promise<void> {
  const about = aboutOf(deps, entry, `${entry.envelope.path}/stands/demandes`)
  const own = await readersOf(deps.db, entry.envelope)
  for (const reader of own.length > 0 ? own : await activeAdmins(deps.db))
    await send(deps, hostLetter(reader, about, name, what))
}

export const aboutOf = ({ hub }: Pick<Deps, 'hub'>, { envelope }: Entry, path: string) => ({
  title: envelope.title,
  hub: hub.settings.name,
  link: hub.origin + path,
})

/** Of this very event, and confirmed: the id of another's says nothing. */
function answersFor(viewer: Viewer, entry: Entry, stand: Stand): void {
  if (!hosts(viewer, entry.envelope))
    throw new Refusal('forbidden', 'Stands are decided by those who publish the event.')
  if (stand.village.entryN !== entry.envelope.n || stand.confirmedAt === null)
    throw new Refusal('absent', 'There is no such stand.')
}
