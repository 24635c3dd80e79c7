import { standingOf } from '../../moderation/standing.ts'
import { plainLine } from '../../text/plain-line.ts'
import { localActorAt, targetAt } from '../addresses.ts'
import type { FederationDeps } from '../room.ts'
import type { Verb } from './verb.ts'

type Named = { subject: 'entry' | 'comment' | 'actor'; subjectId: string }

/** In one report; open from one server, and from all: a moderator must still see the others. */
export const mostReports = { named: 10, ofHost: 50, fromAfar: 1_000 }

/**
 * A report from another server: one row for each thing of ours that it names, and one only while it is open. What it
 * names is looked for whether or not it is there, and the answer is the same: nobody learns what there is by reporting.
 */
export const flag: Verb = async (deps, { activity, sender, now }) => {
  if ((await standingOf(deps.db, sender.id)).rejectReports) return []
  const reason = plainLine(activity.content ?? '', 2000)
  const origin = `${new URL(sender.id).origin}/`
  const named: Named[] = []
  for (const id of activity.objectIds.slice(0, mostReports.named)) {
    const about = await namedBy(deps, id)
    if (about !== null) named.push(about)
  }
  // Counted where it is written: many may arrive at the same moment.
  return named.map(({ subject, subjectId }) => ({
    sql: `INSERT INTO reports (id, subject, subject_id, reason, reporter, created_at) SELECT ?, ?, ?, ?, ?, ?
      WHERE NOT EXISTS (SELECT 1 FROM reports
          WHERE subject_id = ? AND subject = ? AND reporter = ? AND closed_at IS NULL)
        AND (SELECT count(*) FROM reports WHERE closed_at IS NULL AND substr(reporter, 1, ?) = ?) < ?
        AND (SELECT count(*) FROM reports WHERE closed_at IS NULL AND instr(reporter, '://') > 0) < ?`,
    args: [
      ...[deps.newId(), subject, subjectId, reason, sender.id, now],
      ...[subjectId, subject, sender.id],
      ...[origin.length, origin, mostReports.ofHost, mostReports.fromAfar],
    ],
  }))
}

async function namedBy({ db, hub }: FederationDeps, id: string): Promise<Named | null> {
  const target = await targetAt(db, hub.origin, id)
  if (target !== null)
    return { subject: target.commentN === null ? 'entry' : 'comment', subjectId: target.objectId }
  const actor = await localActorAt(db, hub.origin, id)
  return actor === undefined ? null : { subject: 'actor', subjectId: actor.id }
}
