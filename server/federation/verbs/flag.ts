import { and, count, eq, isNull, like } from 'drizzle-orm'
import { reports } from '../../../db/schema/moderation.ts'
import { standingOf } from '../../moderation/standing.ts'
import { plainLine } from '../../text/plain-line.ts'
import { localActorAt, targetAt } from '../addresses.ts'
import type { FederationDeps } from '../room.ts'
import type { Said, Verb } from './verb.ts'

type Named = { subject: 'entry' | 'comment' | 'actor'; subjectId: string }

/** In one report, and open from one server: a moderator must still see the others. */
const most = { named: 10, open: 50 }

/** A report from another server: one row for each thing of ours that it names, and one only while it is open. */
export const flag: Verb = async (deps, said) => {
  const { activity, sender, now } = said
  if ((await standingOf(deps.db, sender.id)).rejectReports) return []
  const reason = plainLine(activity.content ?? '', 2000)
  const free = most.open - (await openFrom(deps, said))
  const named: Named[] = []
  for (const id of activity.objectIds.slice(0, most.named)) {
    const about = await namedBy(deps, id)
    if (about !== null && !(await isReported(deps, sender.id, about))) named.push(about)
  }
  return named
    .slice(0, Math.max(free, 0))
    .map((about) =>
      deps.db.make
        .insert(reports)
        .values({ id: deps.newId(), ...about, reason, reporter: sender.id, createdAt: now }),
    )
}

async function namedBy({ db, hub }: FederationDeps, id: string): Promise<Named | null> {
  const target = await targetAt(db, hub.origin, id)
  if (target !== null)
    return { subject: target.commentN === null ? 'entry' : 'comment', subjectId: target.objectId }
  const actor = await localActorAt(db, hub.origin, id)
  return actor === undefined ? null : { subject: 'actor', subjectId: actor.id }
}

async function isReported({ db }: FederationDeps, reporter: string, { subject, subjectId }: Named) {
  const [known] = await db.read
    .select({ id: reports.id })
    .from(reports)
    .where(
      and(
        eq(reports.subject, subject),
        eq(reports.subjectId, subjectId),
        eq(reports.reporter, reporter),
        isNull(reports.closedAt),
      ),
    )
  return known !== undefined
}

async function openFrom({ db }: FederationDeps, { sender }: Said): Promise<number> {
  const [row] = await db.read
    .select({ open: count() })
    .from(reports)
    .where(and(isNull(reports.closedAt), like(reports.reporter, `${new URL(sender.id).origin}/%`)))
  return row?.open ?? 0
}
