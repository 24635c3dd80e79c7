import { and, eq, isNull } from 'drizzle-orm'
import { guardThat, type Statement } from '../../db/open.ts'
import { checks } from '../../db/schema/checks.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { entryOfRow } from '../entries/queries.ts'
import { dayOf } from '../kinds/checked.ts'
import { unlessConflict } from '../refusal.ts'
import { checkedKind } from './choices.ts'
import { checkLetter } from './letters.ts'
import { pathOf } from './link.ts'
import {
  answererOf,
  checkOfRow,
  dueBy,
  openCheck,
  toAsk,
  toRemind,
  whoIsAsked,
  type CheckRow,
} from './queries.ts'
import { askAgainAfter, keptFor } from './terms.ts'

/** What is due is asked, once; what nobody has answered, once more. */
export async function askAround(deps: Deps): Promise<void> {
  await closeMoot(deps)
  if (deps.mailer === null) return
  const now = deps.now()
  for (const n of await toAsk(deps, dayOf(now), now)) {
    const entry = await entryOfRow(deps, n)
    if (entry !== undefined) await ask(deps, entry)
  }
  for (const n of await toRemind(deps, now)) await remind(deps, n)
}

export type Asked = 'sent' | 'before' | 'nobody' | 'unsent'

/**
 * Puts the question to one person. The row is there before the letter leaves: after a crash nobody is asked twice, and
 * if it did not leave then, the reminder does. A relay that refuses it is asked again next time.
 */
export async function ask(deps: Deps, entry: Entry): Promise<Asked> {
  const { n } = entry.envelope
  const before = await openCheck(deps.db, n)
  if (before !== undefined && before.askedAt > deps.now() - askAgainAfter) return 'before'
  const person = await whoIsAsked(deps.db, entry.envelope)
  if (person === null) return 'nobody'
  const now = deps.now()
  const id = deps.newId()
  const row = { id, entryN: n, userId: person.id, askedAt: now, silentSince: before?.silentSince ?? now }
  const claimed = await unlessConflict(() =>
    deps.db.write([
      guardThat(noneOpen(n, before?.id ?? '')),
      deps.db.make
        .update(checks)
        .set({ closedAt: now })
        .where(and(eq(checks.entryN, n), isOpen)),
      deps.db.make.insert(checks).values(row),
    ]),
  )
  if (!claimed) return 'before'
  if (await write(deps, entry, person, { id, userId: person.id }, false)) return 'sent'
  await deps.db.write([
    deps.db.make.delete(checks).where(eq(checks.id, id)),
    ...(before === undefined
      ? []
      : [deps.db.make.update(checks).set({ closedAt: null }).where(eq(checks.id, before.id))]),
  ])
  return 'unsent'
}

/** Two that ask at the same moment: one does. */
const noneOpen = (entryN: number, but: string): Statement => ({
  sql: 'SELECT NOT EXISTS (SELECT 1 FROM checks WHERE entry_n = ? AND closed_at IS NULL AND id <> ?)',
  args: [entryN, but],
})

const isOpen = isNull(checks.closedAt)

/** Once, whatever happens: noted before it leaves. */
async function remind(deps: Deps, n: number): Promise<void> {
  const check = await checkOfRow(deps.db, n)
  const entry = check && (await entryOfRow(deps, check.entryN))
  if (check === undefined || entry === undefined) return
  const person = await answererOf(deps.db, check.userId, entry.envelope)
  // Gone, or no longer theirs to answer: somebody else is asked.
  if (person === null) return void (await deps.db.write([deps.db.make.delete(checks).where(eq(checks.n, n))]))
  const note = (remindedAt: number | null) =>
    deps.db.write([
      deps.db.make
        .update(checks)
        .set({ remindedAt })
        .where(and(eq(checks.n, n), isOpen)),
    ])
  await note(deps.now())
  if (!(await write(deps, entry, person, check, true))) await note(null)
}

function write(
  deps: Deps,
  entry: Entry,
  person: Viewer,
  check: Pick<CheckRow, 'id' | 'userId'>,
  again: boolean,
): Promise<boolean> {
  const { title, path } = entry.envelope
  const kind = checkedKind(entry)
  if (kind === null) return Promise.resolve(false)
  const { origin, settings } = deps.hub
  const about = { kind, title, hub: settings.name, page: origin + path, again }
  return send(deps, checkLetter(person, about, origin + pathOf(deps, { ...check, email: person.email })))
}

/** Nobody waits any more for the answer: the day was put off, the page is closed or withdrawn. */
async function closeMoot({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now()
  const moot = `closed_at IS NULL AND entry_n NOT IN ${dueBy}`
  const found = await db.query(
    `SELECT EXISTS (SELECT 1 FROM checks WHERE ${moot}), EXISTS (SELECT 1 FROM checks WHERE closed_at < ?)`,
    [dayOf(at), at - keptFor],
  )
  if (found.rows[0]?.[0] === 1)
    await db.write([{ sql: `UPDATE checks SET closed_at = ? WHERE ${moot}`, args: [at, dayOf(at)] }])
  if (found.rows[0]?.[1] === 1)
    await db.write([{ sql: 'DELETE FROM checks WHERE closed_at < ?', args: [at - keptFor] }])
}
