import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { caseEvents } from '../../db/schema/facilitation.ts'
import { send } from '../accounts/letters.ts'
import { activeAdmins, activeFacilitators, userById } from '../accounts/store.ts'
import type { Deps, Letter } from '../deps.ts'
import { letter, type Reader } from './letters.ts'
import { deskPath, ownPath } from './link.ts'
import { caseById, eventsOf, unsentEvents, type CaseEvent } from './queries.ts'
import type { CaseRow } from './store.ts'

/** After this long a letter that could not leave is left alone: the pages show everything all the same. */
const triedFor = 7 * 86_400_000
/** What was written just now is on its way. */
const settled = 10 * 60_000
/** No relay takes longer to say yes or no. */
const lease = 5 * 60_000

/** The letters that a case still owes: after each act, and again by housekeeping for those that could not leave. */
export async function tellCase(deps: Deps, id: string): Promise<void> {
  const found = await caseById(deps.db, id)
  if (found === undefined || deps.mailer === null) return
  for (const event of await eventsOf(deps.db, found.n))
    if (event.mails && event.mailedAt === null && event.at > deps.now() - triedFor)
      await tell(deps, found, event)
}

export async function tellWaiting(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  const now = deps.now()
  const waiting = await unsentEvents(deps.db, { from: now - triedFor, until: now - settled })
  for (const id of new Set(waiting.map(({ caseId }) => caseId))) await tellCase(deps, id)
}

async function tell(deps: Deps, found: CaseRow, event: CaseEvent): Promise<void> {
  const { db } = deps
  const now = deps.now()
  // Two who come by at once must not both write; whoever died over it leaves it to the next.
  const free = or(isNull(caseEvents.triedAt), lt(caseEvents.triedAt, now - lease))
  const unsent = and(eq(caseEvents.n, event.n), isNull(caseEvents.mailedAt), free)
  const [claim] = await db.write([db.make.update(caseEvents).set({ triedAt: now }).where(unsent)])
  if (claim?.rowsAffected !== 1) return
  const written = event.desk ? toRequester(deps, found, event) : await toDesk(deps, found, event)
  let left = written.length === 0
  for (const one of written) left = (await send(deps, one)) || left
  if (left)
    await db.write([
      db.make.update(caseEvents).set({ mailedAt: deps.now() }).where(eq(caseEvents.n, event.n)),
    ])
}

/** Nobody is written to about what they did themselves. */
function toRequester(deps: Deps, found: CaseRow, { act, text, byId }: CaseEvent): Letter[] {
  if (byId !== null && byId === found.userId) return []
  const words = {
    hub: deps.hub.settings.name,
    link: deps.hub.origin + ownPath(deps, found.id),
    thread: found.id,
  }
  if (act === 'answer') return [letter('answer', found, { ...words, text })]
  return [letter(act === 'trace-proposed' ? 'trace' : 'closed', found, words)]
}

/** What is new goes to all who have the role; what follows, to whoever has taken the case. */
async function toDesk(deps: Deps, found: CaseRow, { act }: CaseEvent): Promise<Letter[]> {
  const words = { hub: deps.hub.settings.name, link: deps.hub.origin + deskPath(found.id), thread: found.id }
  const readers = (await readersOf(deps, act === 'received' ? null : found.takenBy)).filter(
    ({ id }) => id !== found.userId,
  )
  return readers.map((reader) => letter(act === 'received' ? 'received' : 'newReply', reader, words))
}

/** Where nobody has the role, the administrators run the desk. */
async function readersOf(deps: Deps, takenBy: string | null): Promise<(Reader & { id: string })[]> {
  const own = takenBy === null ? undefined : await userById(deps.db, takenBy)
  if (own?.state === 'active' && (own.role === 'facilitator' || own.role === 'admin')) return [own]
  const facilitators = await activeFacilitators(deps.db)
  return facilitators.length > 0 ? facilitators : activeAdmins(deps.db)
}
