import { and, eq, ne } from 'drizzle-orm'
import { guard, guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import { quotations } from '../../db/schema/quotations.ts'
import type { Deps } from '../deps.ts'
import { quotationBy, type QuotationRow } from './quotation-queries.ts'
import { heldBecause } from './holding.ts'
import { isTrue, mostAnswers } from './received-comments.ts'
import { listed } from './taken-back.ts'

// Who quotes what is published here, with leave: the row is the leave, and its address the stamp (FEP-044f).

/**
 * What strangers may leave here (interop.md §4.1, rule 29): they stay as long as their accounts. And to how many of
 * those that end together the followers of the quoted are called.
 */
export const mostQuotations = { ofActorAnHour: 30, ofHostAMonth: 2_000, toldWidely: 50 }

const hour = 3_600_000
const month = 30 * 24 * hour

/** What somebody asks to quote, and in which post. */
export type Wish = Pick<QuotationRow, 'apId' | 'objectId' | 'entryN' | 'voiceN'>

/**
 * Leave for one post to quote one thing. Asked again it is the same; for another thing it is another, and the former
 * one ends. Refused: a moderator took it back, and it is not given again.
 */
export async function leaveToQuote(
  deps: Pick<Deps, 'db' | 'newId' | 'now'>,
  from: { n: number; host: string },
  wish: Wish,
): Promise<{ id: string; steps: Step[] } | 'refused' | 'too-many'> {
  const { db } = deps
  const known = await quotationBy(db, from.n, wish.apId)
  if (known?.state === 'refused') return 'refused'
  if (known?.objectId === wish.objectId) return { id: known.id, steps: [] }
  const room = roomFor(from, deps.now())
  if (!(await isTrue(db, room))) return 'too-many'
  const row = { ...wish, id: deps.newId(), state: 'stamped' as const, createdAt: deps.now() }
  const fresh = { ...row, url: null, publishedAt: null }
  return {
    id: row.id,
    steps: [
      // Asked again by the command: a hundred at once are a hundred.
      guardThat(room),
      known === undefined
        ? db.make.insert(quotations).values({ ...row, actorN: from.n })
        : db.make
            .update(quotations)
            .set(fresh)
            .where(and(eq(quotations.n, known.n), ne(quotations.state, 'refused'))),
      guard(),
    ],
  }
}

const roomFor = ({ n, host }: { n: number; host: string }, now: number) => ({
  sql: `SELECT (SELECT count(*) FROM quotations WHERE actor_n = ? AND created_at > ?) < ?
    AND (SELECT count(*) FROM quotations JOIN actors ON actors.n = quotations.actor_n
      WHERE actors.host = ? AND quotations.created_at > ?) < ?`,
  args: [n, now - hour, mostQuotations.ofActorAnHour, host, now - month, mostQuotations.ofHostAMonth],
})

/**
 * The post as it now stands: `seen` if it quotes by its stamp, else null. It is then shown where the hub's rule would
 * show what its author answers, and waits for a moderator where not.
 */
export async function seeQuotation(
  deps: Deps,
  known: QuotationRow,
  seen: { url: string; publishedAt: number } | null,
  aside = false,
): Promise<Step[]> {
  const row = and(eq(quotations.n, known.n), eq(quotations.state, known.state))
  const become = (change: Partial<QuotationRow>): Step[] => [
    deps.db.make.update(quotations).set(change).where(row),
    guard(),
  ]
  if (known.state === 'refused' || (seen === null && known.state === 'stamped')) return []
  if (seen === null) return become({ state: 'stamped', url: null, publishedAt: null })
  if (known.state === 'stamped') {
    if (!(await mustWait(deps, known.actorN, aside))) return become({ ...seen, state: 'shown' })
    const room = roomToWait(known.actorN)
    // What finds no room may be seen again, at its next change.
    return (await isTrue(deps.db, room)) ? [guardThat(room), ...become({ ...seen, state: 'held' })] : []
  }
  return seen.url === known.url ? [] : become({ url: seen.url })
}

/** By the hub's rule on answers; under `first`, whoever is quoted with leave here already is known. */
async function mustWait(deps: Deps, actorN: number, aside: boolean): Promise<boolean> {
  // Nothing of its words is shown here: who wrote it is what counts.
  const held = await heldBecause(deps, { actorN, aside, html: '' })
  if (held?.rule !== 'first-contact') return held !== null
  const shown = and(eq(quotations.actorN, actorN), eq(quotations.state, 'shown'))
  return (await deps.db.read.$count(quotations, shown)) === 0
}

/** As many as answers may: whoever reads them must still find the others. */
const roomToWait = (actorN: number) => ({
  sql: `SELECT (SELECT count(*) FROM quotations WHERE actor_n = ? AND state = 'held') < ?
    AND (SELECT count(*) FROM quotations JOIN actors ON actors.n = quotations.actor_n
      WHERE quotations.state = 'held' AND actors.host = (SELECT host FROM actors WHERE n = ?)) < ?`,
  args: [actorN, mostAnswers.waitingOfActor, actorN, mostAnswers.waitingOfHost],
})

/** Its author takes the post back; none: there is no quotation of theirs under this id. */
export async function takeBackQuotation(db: Database, actorN: number, apId: string): Promise<Step[]> {
  const known = await quotationBy(db, actorN, apId)
  // A refusal is remembered: the same post does not ask anew.
  return known === undefined || known.state === 'refused'
    ? []
    : [db.make.delete(quotations).where(eq(quotations.n, known.n))]
}

/** Shown to everybody from now on. */
export const showQuotation = (db: Database, n: number): Step[] => [
  db.make
    .update(quotations)
    .set({ state: 'shown' })
    .where(and(eq(quotations.n, n), eq(quotations.state, 'held'))),
  guard(),
]

/**
 * Leave is taken back, and never given again: a stone where the stamp was, and an event with all that telling it needs,
 * since the row may go in the same command. `which` is a query for their `n`. Where what is quoted goes itself, its own
 * Delete calls its followers; else they are called too, but not thousands of times.
 */
export const refuseQuotations = (
  deps: Pick<Deps, 'db' | 'newId'>,
  which: Statement,
  now: number,
  told: 'who quotes' | 'followers too',
): Step[] => [
  {
    sql: `INSERT INTO events (type, subject, activity_id, data, created_at)
      SELECT 'quotation.refused', quotations.id, ? || '-' || quotations.n, json_object('voiceN', voice_n, 'stamp',
        object_id || '/quotes/' || quotations.id, 'actor', actors.id, 'host', host, 'inbox', coalesce(shared_inbox, inbox),
        'widely', ?), ?
      ${outOf(which)} ${told === 'who quotes' ? '' : `ORDER BY quotations.state = 'shown' DESC, quotations.n DESC LIMIT ${mostQuotations.toldWidely}`}`,
    args: [deps.newId(), told === 'who quotes' ? 0 : 1, now, ...listed(which)],
  },
  {
    sql: `INSERT OR IGNORE INTO tombstones (id, former_type, deleted_at)
      SELECT object_id || '/quotes/' || quotations.id, 'QuoteAuthorization', ? ${outOf(which)}`,
    args: [now, ...listed(which)],
  },
  {
    sql: `UPDATE quotations SET state = 'refused' WHERE state <> 'refused' AND n IN (${which.sql})`,
    args: [...listed(which)],
  },
]

const outOf = ({ sql: query }: Statement): string =>
  `FROM quotations JOIN actors ON actors.n = quotations.actor_n
    WHERE quotations.state <> 'refused' AND quotations.n IN (${query})`

/** All of an entry and of its answers, for `refuseQuotations`. */
export const quotationsOf = (entryId: string): Statement => ({
  sql: 'SELECT n FROM quotations WHERE entry_n = (SELECT n FROM entries WHERE id = ?)',
  args: [entryId],
})

/** All by actors, of whom `whose` is a query for their `n`. */
export const quotationsBy = (whose: Statement): Statement => ({
  sql: `SELECT n FROM quotations WHERE actor_n IN (${whose.sql})`,
  args: whose.args,
})

export const onlyQuotation = (n: number): Statement => ({ sql: 'SELECT ?', args: [n] })
