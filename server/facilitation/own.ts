import { eq, and, isNotNull, sql } from 'drizzle-orm'
import { cases } from '../../db/schema/facilitation.ts'
import { guardThat } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { end, onlyOnce } from './commands.ts'
import type { ClosingInput } from './input.ts'
import { onceOf } from './link.ts'
import { hasHappened, unanswered } from './queries.ts'
import { change, eraseCases, happens, recount, type CaseRow } from './store.ts'

// What whoever asked does at their private link. Nothing before they have confirmed.

/** Without an answer of the desk between: a link that got into wrong hands must not fill the disk. */
export const mostUnanswered = 20

/** A message to the desk; it opens again what was closed. False: too many wait already. */
export async function reply(
  deps: Deps,
  found: CaseRow,
  { form, text }: { form: string; text: string },
): Promise<boolean> {
  confirmed(found)
  const { db } = deps
  const once = onceOf(form, [found.id, 'reply', text])
  if (await hasHappened(db, once)) return true
  if ((await unanswered(db, found.n)) >= mostUnanswered) return false
  await onlyOnce(deps, once, async () => {
    const at = deps.now()
    await db.write([
      guardThat(roomFor(found.n)),
      ...(found.closedAt === null ? [] : [happens(db, found.n, { act: 'reopened', by: null, at })]),
      db.make
        .update(cases)
        .set({
          waitingSince: sql`coalesce(${cases.waitingSince}, ${at})`,
          movedAt: at,
          closedAt: null,
          outcome: null,
        })
        .where(and(eq(cases.n, found.n), isNotNull(cases.confirmedAt))),
      happens(db, found.n, { act: 'reply', by: null, at, text, once, mails: true }),
      recount(found.n),
    ])
  })
  return true
}

const roomFor = (caseN: number) => ({
  sql: `SELECT (SELECT count(*) FROM facilitation_events WHERE case_n = ? AND act = 'reply' AND n >
    coalesce((SELECT max(n) FROM facilitation_events WHERE case_n = ? AND act = 'answer'), 0)) < ?`,
  args: [caseN, caseN, mostUnanswered],
})

/** They have what they need, or give up: they say which, and how many hours came of it if any did. */
export async function closeOwn(
  deps: Deps,
  found: CaseRow,
  closing: Omit<ClosingInput, 'hoursBy'> & { form: string },
): Promise<void> {
  confirmed(found)
  await end(deps, found, null, { ...closing, hoursBy: found.side })
}

/** Yes or no to the very words that were shown: others since then, and it is not consent. */
export async function decideTrace(
  { db, now }: Pick<Deps, 'db' | 'now'>,
  found: CaseRow,
  { agrees, shownAt }: { agrees: boolean; shownAt: number },
): Promise<void> {
  confirmed(found)
  const traceState = agrees ? 'agreed' : 'refused'
  if (found.traceAt === shownAt && found.traceState === traceState) return
  const at = now()
  await db.write([
    ...change(
      db,
      found.n,
      { traceState, movedAt: at },
      and(eq(cases.traceAt, shownAt), sql`${cases.traceState} <> ${traceState}`),
    ),
    happens(db, found.n, { act: agrees ? 'trace-agreed' : 'trace-refused', by: null, at, mails: true }),
  ])
}

/** All of it, for good: what was mailed stays where it arrived. */
export const eraseOwn = async ({ db }: Pick<Deps, 'db'>, { n }: CaseRow): Promise<void> =>
  void (await db.write(eraseCases('n = ?', [n])))

function confirmed({ confirmedAt }: CaseRow): void {
  if (confirmedAt === null) throw new Refusal('conflict', 'This was not confirmed yet.')
}
