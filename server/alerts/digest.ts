import { and, eq } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { alerts } from '../../db/schema/alerts.ts'
import type { Deps } from '../deps.ts'
import { isOfOneAddress, mostFailures, nextAfter, relayAfter, retryAfter } from '../mail/retry.ts'
import { Refusal, unlessConflict } from '../refusal.ts'
import { periods } from './commands.ts'
import { digestLetter, type DigestSection } from './letters.ts'
import { endPathOf } from './link.ts'
import { untilNow } from './news.ts'
import { dueAlerts, dueReaders, type DueAlert } from './queries.ts'
import { sectionOf } from './sections.ts'

/** Of one round: the next one goes on where this one ends. */
const mostLetters = 100

/** The letters that are due. Where mail itself does not work, the round ends: nothing is marked as told. */
export async function sendDigests(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  for (const due of await dueReaders(deps.db, deps.now(), mostLetters))
    try {
      if ((await sendDigest(deps, await dueAlerts(deps.db, due, deps.now()))) === 'no mail') return
    } catch (error) {
      if (error instanceof Refusal) throw error
      // One reader's letter is no reason to leave the others without theirs.
      deps.log.error({ err: error }, 'a digest could not be made')
    }
}

/**
 * At most once: that all of it is told is written before the letter leaves, and taken back if it could not. Killed in
 * between, the hub has told of something that perhaps nobody reads, and never twice of the same. Nobody trusts an alert
 * that repeats itself; the list is there to be read.
 */
async function sendDigest(deps: Deps, due: readonly DueAlert[]): Promise<'done' | 'no mail'> {
  const told = await untilNow(deps)
  const sections: DigestSection[] = []
  const seen = new Set<string>()
  const steps: Step[] = []
  for (const { alert, to } of due) {
    const next = nextAfter(alert.dueAt, periods[alert.rhythm], deps.now())
    const section = to === null ? 'silent' : await sectionOf(deps, alert, to, told, seen)
    if (section === 'gone') steps.push(deps.db.make.delete(alerts).where(eq(alerts.id, alert.id)))
    else steps.push(...set(deps, alert, { ...at(told), dueAt: next }))
    if (typeof section === 'object' && section.items.length > 0) sections.push(section)
  }
  if (!(await unlessConflict(() => deps.db.write(steps)))) return 'done'
  const [first] = due
  const to = first?.to ?? null
  if (first === undefined || to === null || sections.length === 0) return 'done'
  const { reader, userId } = first.alert
  const end = deps.hub.origin + endPathOf(deps, { id: reader, account: userId === null ? null : to.email })
  try {
    await deps.mailer?.(digestLetter(to, deps.hub.settings.name, sections, end))
  } catch (error) {
    deps.log.warn({ err: error }, 'a digest could not leave')
    const refused = isOfOneAddress(error)
    await takeBack(deps, due, told, refused)
    return refused ? 'done' : 'no mail'
  }
  const hadFailed = due.filter(({ alert }) => alert.failures > 0)
  if (hadFailed.length > 0)
    await deps.db.write(
      hadFailed.map(({ alert }) =>
        deps.db.make.update(alerts).set({ failures: 0 }).where(eq(alerts.id, alert.id)),
      ),
    )
  return 'done'
}

const at = ({ until, untilN }: { until: number; untilN: number }) => ({ since: until, sinceN: untilN })

/** Somebody else has told of it, or it was ended meanwhile: then the command is undone, and no letter leaves. */
const set = (
  { db }: Pick<Deps, 'db'>,
  { id, since, sinceN }: Pick<DueAlert['alert'], 'id' | 'since' | 'sinceN'>,
  values: Partial<typeof alerts.$inferInsert>,
): Step[] => [
  db.make
    .update(alerts)
    .set(values)
    .where(and(eq(alerts.id, id), eq(alerts.since, since), eq(alerts.sinceN, sinceN))),
  guard(),
]

/** It is told again, later; where letters have failed for days, not before its reader asks. */
async function takeBack(
  deps: Deps,
  due: readonly DueAlert[],
  told: { until: number; untilN: number },
  refused: boolean,
): Promise<void> {
  const now = deps.now()
  // One by one: one that was ended meanwhile is no reason to forget the others.
  for (const { alert } of due) {
    const { id, since, sinceN } = alert
    const failures = alert.failures + (refused ? 1 : 0)
    await deps.db.write([
      deps.db.make
        .update(alerts)
        .set({
          ...{ since, sinceN, failures },
          dueAt: now + (refused ? retryAfter(alert.failures) : relayAfter),
          ...(failures >= mostFailures && { pausedAt: now }),
        })
        .where(and(eq(alerts.id, id), eq(alerts.since, told.until), eq(alerts.sinceN, told.untilN))),
    ])
  }
}
