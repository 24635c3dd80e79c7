import { eq, lt } from 'drizzle-orm'
import { guardThat } from '../../db/open.ts'
import { entryReminders } from '../../db/schema/writing.ts'
import { deliver } from '../accounts/letters.ts'
import type { Deps } from '../deps.ts'
import { entryOfRow } from '../entries/queries.ts'
import { unlessConflict } from '../refusal.ts'
import { writingPath } from './acts.ts'
import { minutesLetter, reminderLetter } from './letters.ts'
import { endPathOf, pathOf } from './link.ts'
import { authorOf, due, type Due } from './queries.ts'
import { keptFor, staleAfter } from './terms.ts'

/** Tells authors of what comes to its end, or is over without minutes: each once, whatever happens. */
export async function remindAuthors(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  const now = deps.now()
  await deps.db.write([deps.db.make.delete(entryReminders).where(lt(entryReminders.sentAt, now - keptFor))])
  for (const one of await due(deps.db, now)) if ((await remind(deps, one)) === 'no mail') return
}

/**
 * The row is there before the letter leaves: killed in between, the hub has reminded of something that perhaps nobody
 * reads, and never twice. What could not leave is tried again with the next round.
 */
async function remind(deps: Deps, { n, reason, about }: Due): Promise<'done' | 'no mail'> {
  const entry = await entryOfRow(deps, n)
  const { authorId = null } = entry?.envelope ?? {}
  if (entry === undefined || authorId === null) return 'done'
  const author = await authorOf(deps.db, entry.envelope)
  const now = deps.now()
  const row = { id: deps.newId(), entryN: n, userId: authorId, reason, about, sentAt: now }
  // Who may not publish it any more is not asked: noted as seen to, so that the others have their turn.
  const closedAt = author === null ? now : null
  const claimed = await unlessConflict(() =>
    deps.db.write([
      guardThat({
        sql: 'SELECT NOT EXISTS (SELECT 1 FROM entry_reminders WHERE entry_n = ? AND about = ? AND sent_at > ?)',
        args: [n, about, now - staleAfter],
      }),
      deps.db.make.insert(entryReminders).values({ ...row, closedAt }),
    ]),
  )
  if (!claimed || author === null) return 'done'
  const { origin, settings } = deps.hub
  const { title, path, closesAt } = entry.envelope
  const links = {
    act: origin + pathOf(deps, { id: row.id, email: author.email }),
    end: origin + endPathOf(deps, author),
  }
  const said = { title, hub: settings.name, page: origin + path }
  const letter =
    reason === 'minutes'
      ? minutesLetter(author, { ...said, endedAt: about }, { ...links, write: origin + writingPath(entry) })
      : reminderLetter(author, { ...said, reason, closesAt }, links)
  const delivery = await deliver(deps, letter)
  // Where nobody is, nobody is asked again.
  if (delivery === 'left' || delivery === 'nobody') return 'done'
  await deps.db.write([deps.db.make.delete(entryReminders).where(eq(entryReminders.id, row.id))])
  return delivery === 'later' ? 'done' : 'no mail'
}
