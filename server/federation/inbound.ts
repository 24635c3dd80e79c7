import type { Context } from 'hono'
import { eq, sql } from 'drizzle-orm'
import { guard } from '../../db/open.ts'
import { prepared } from '../../db/prepared.ts'
import { seen } from '../../db/schema/federation.ts'
import { isConflict, Refusal } from '../refusal.ts'
import { again } from './again.ts'
import { contactOf, noContact } from './contact.ts'
import { admit } from './doorman.ts'
import type { Admitted, Doors, Turned } from './doors.ts'
import { answerLater, refreshLater } from './promises.ts'
import type { FederationDeps } from './room.ts'
import { accept, reject } from './verbs/accept.ts'
import { add } from './verbs/add.ts'
import { announce } from './verbs/announce.ts'
import { block } from './verbs/block.ts'
import { create } from './verbs/create.ts'
import { del } from './verbs/delete.ts'
import { flag } from './verbs/flag.ts'
import { follow } from './verbs/follow.ts'
import { invite } from './verbs/invite.ts'
import { join } from './verbs/join.ts'
import { leave } from './verbs/leave.ts'
import { like } from './verbs/like.ts'
import { move } from './verbs/move.ts'
import { offer } from './verbs/offer.ts'
import { quoteRequest } from './verbs/quote-request.ts'
import { remove } from './verbs/remove.ts'
import { undo } from './verbs/undo.ts'
import { update } from './verbs/update.ts'
import type { Verb } from './verbs/verb.ts'

/** One file a verb. What is not here is acknowledged and dropped: a sender must never retry what we will not use. */
const verbs: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  ['Accept', accept],
  ['Add', add],
  ['Announce', announce],
  ['Block', block],
  ['Create', create],
  ['Delete', del],
  ['EmojiReact', like],
  ['Flag', flag],
  ['Follow', follow],
  ['Invite', invite],
  ['Join', join],
  ['Leave', leave],
  ['Like', like],
  ['Move', move],
  ['Offer', offer],
  ['QuoteRequest', quoteRequest],
  ['Reject', reject],
  ['Remove', remove],
  ['Undo', undo],
  ['Update', update],
])

/**
 * Said again under the same id, a Follow is meant again: PeerTube names it by the two that it joins, so following after
 * an unfollow has its old name, and one whose Accept was lost comes once more. It never counts twice. Only from
 * themselves: what others bring of them may be old. A Like has a name of its own each time.
 */
const repeatable: ReadonlySet<string> = new Set(['Follow'])

/** What FEDERATION.md promises to understand. */
export const understood: readonly string[] = [...verbs.keys()]

/** POST to an inbox, shared or personal: both are one door. */
export async function receive(
  doors: Doors,
  c: Context,
  after: { wake(): void; revive(host: string): void },
): Promise<Response> {
  const admitted = await admit(doors, c)
  if ('status' in admitted) return turn(doors, c, admitted)
  if ('address' in admitted) {
    await doors.deps.db.write(answerLater(doors.deps, admitted.address, admitted.forwarder.n))
    admitted.remember()
    after.wake()
    return c.body(null, 202)
  }
  const done = await handle(doors.deps, admitted)
  admitted.remember()
  if (done.revived) after.revive(admitted.sender.host)
  if (done.changed) after.wake()
  if (!done.known && !done.changed) doors.refusals.count(admitted.sender.host, 'of no use')
  return c.body(null, 202)
}

interface Done {
  changed: boolean
  /** It was here before: nothing was to be done. */
  known: boolean
  revived: boolean
}

export async function handle(
  deps: FederationDeps,
  admitted: Pick<Admitted, 'activity' | 'sender' | 'provenAt'>,
): Promise<Done> {
  try {
    return await again(() => once(deps, admitted))
  } catch (error) {
    if (!isConflict(error)) throw error
    const more = { retryAfter: 5, cause: error }
    throw new Refusal('unavailable', 'Something changed meanwhile; send it again.', more)
  }
}

/**
 * The activity's mark and all it changes are one transaction: acknowledged means kept, and kept once. What changes
 * nothing leaves no mark: anybody could fill a table with it.
 */
async function once(
  deps: FederationDeps,
  { activity, sender, provenAt }: Pick<Admitted, 'activity' | 'sender' | 'provenAt'>,
): Promise<Done> {
  const mayRepeat = provenAt === null && repeatable.has(activity.type)
  const [known] = mayRepeat ? [] : await markOf(deps.db).all({ id: activity.id })
  if (known !== undefined) return { changed: false, known: true, revived: false }
  const now = deps.now()
  const steps = (await verbs.get(activity.type)?.(deps, { activity, sender, now, provenAt })) ?? []
  // What others bring of them says nothing about whether their server lives.
  const contact = provenAt === null ? await contactOf(deps, sender, steps.length > 0) : noContact
  const aside = [...contact.steps, ...(await refreshLater(deps, sender))]
  const mark = deps.db.make.insert(seen).values({ id: activity.id, at: now }).onConflictDoNothing()
  const marked = mayRepeat ? [mark] : [mark, guard()]
  if (steps.length > 0) await deps.db.write([...marked, ...aside, ...steps])
  else if (aside.length > 0) await deps.db.write(aside)
  return { changed: steps.length + aside.length > 0, known: false, revived: contact.revived }
}

const markOf = prepared((read) =>
  read
    .select({ id: seen.id })
    .from(seen)
    .where(eq(seen.id, sql.placeholder('id')))
    .prepare(),
)

function turn({ deps, refusals }: Doors, c: Context, turned: Turned): Response {
  const { status, reason, retryAfter, host = '' } = turned
  refusals.count(host, reason)
  deps.log.debug({ status, reason }, 'the inbox turned a request away')
  if (retryAfter !== undefined) c.header('Retry-After', String(retryAfter))
  return c.body(null, status)
}
