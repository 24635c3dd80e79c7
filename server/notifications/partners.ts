import { and, asc, eq, gt, gte, sql } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { groupingMembers, groupingMessages, groupings } from '../../db/schema/groupings.ts'
import { networkMemberships } from '../../db/schema/networks.ts'
import { actors } from '../../db/schema/federation.ts'
import { entries } from '../../db/schema/entries.ts'
import { tellOf, type Told } from './insert.ts'
import { again, readTo, type Source } from './source.ts'

// Organisations that do something together: calls for partners, and who belongs to which network. It concerns those
// who edit for one of them; what strangers typed is read on the page.

const editorsOf = (organisation: string | null): Told['to'] => ({
  sql: `SELECT user_id FROM memberships WHERE role = 'editor' AND organisation_id = ?`,
  args: [organisation],
})

const moment = sql<number>`max(${groupingMembers.createdAt}, coalesce(${groupingMembers.answeredAt}, 0))`

/** Who asks to take part, told to the one that leads; and its answer, told to whoever asked. Letters leave of both. */
export const asked: Source = {
  name: 'grouping-members',
  newest: 'SELECT max(max(created_at, coalesce(answered_at, 0))) FROM grouping_members',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ member: groupingMembers, at: moment, id: groupings.id, leadId: groupings.leadId })
      .from(groupingMembers)
      .innerJoin(groupings, eq(groupings.n, groupingMembers.groupingN))
      .where(gte(moment, after - again))
      .orderBy(asc(moment), asc(groupingMembers.n))
      .limit(limit)
    const steps = rows.flatMap(({ member: { n, state, organisationId }, at, id, leadId }): Step[] => {
      const to = state === 'asked' ? leadId : organisationId
      if (to === null || state === 'left') return []
      const fact = `grouping ${id} ${n} ${state} ${at}`
      return [tellOf({ topic: 'partner', why: state, fact, to: editorsOf(to), ownLetter: true }, now())]
    })
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.at) }
  },
}

/** What those who take part write to one another, counted: a talk is one notification. */
export const said: Source = {
  name: 'grouping-messages',
  newest: 'SELECT max(n) FROM grouping_messages',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ message: groupingMessages, id: groupings.id, leadId: groupings.leadId })
      .from(groupingMessages)
      .innerJoin(groupings, eq(groupings.n, groupingMessages.groupingN))
      .where(gt(groupingMessages.n, after))
      .orderBy(asc(groupingMessages.n))
      .limit(limit)
    const steps = rows.map(({ message, id, leadId }) => {
      const { groupingN, organisationId, createdAt } = message
      const fact = `grouping ${id} said ${createdAt}`
      return tellOf(
        {
          topic: 'partner',
          why: 'said',
          fact,
          folds: createdAt,
          to: others(groupingN, leadId, organisationId),
        },
        now(),
      )
    })
    return { steps, read: rows.at(-1)?.message.n ?? null }
  },
}

/** Whoever edits for the organisation that says it knows: who of them wrote it is not kept. */
const others = (groupingN: number, leadId: string | null, speaks: string | null): Told['to'] => ({
  sql: `SELECT user_id FROM memberships WHERE role = 'editor' AND (organisation_id = ? OR organisation_id IN
      (SELECT organisation_id FROM grouping_members WHERE grouping_n = ? AND state = 'accepted'))
    EXCEPT SELECT user_id FROM memberships WHERE role = 'editor' AND organisation_id = ?`,
  args: [leadId, groupingN, speaks],
})

const { networkSaidAt, organisationSaidAt, endedAt } = networkMemberships
const last = sql<number>`max(coalesce(${networkSaidAt}, 0), coalesce(${organisationSaidAt}, 0), coalesce(${endedAt}, 0))`

/** What one side of a membership says, told to the other side if it is ours; here and from other servers. */
export const memberships: Source = {
  name: 'memberships',
  newest:
    'SELECT max(max(coalesce(network_said_at, 0), coalesce(organisation_said_at, 0), coalesce(ended_at, 0))) FROM network_memberships',
  async read({ db, now }, after, limit) {
    const rows = await db.read
      .select({ row: networkMemberships, at: last })
      .from(networkMemberships)
      .where(gte(last, after - again))
      .orderBy(asc(last), asc(networkMemberships.n))
      .limit(limit)
    const steps: Step[] = []
    for (const { row, at } of rows) {
      const { why, reader } = whatOf(row)
      const [page] = await db.read
        .select({ n: entries.n, id: entries.id })
        .from(actors)
        .innerJoin(entries, eq(entries.id, actors.entryId))
        .where(and(eq(actors.n, reader), eq(actors.local, true)))
      if (page === undefined) continue
      const fact = `membership ${row.n} ${at}`
      steps.push(tellOf({ topic: 'partner', why, fact, entryN: page.n, to: answering(page.id) }, now()))
    }
    return { steps, read: readTo(rows.length, limit, rows.at(-1)?.at) }
  },
}

/** What was said last, and the account of whoever has not said it. */
function whatOf(row: typeof networkMemberships.$inferSelect): { why: string; reader: number } {
  const { networkN, organisationN } = row
  if (row.endedAt !== null)
    return { why: 'ended', reader: row.endedBy === 'network' ? organisationN : networkN }
  if (row.networkSaidAt === null) return { why: 'joins', reader: networkN }
  if (row.organisationSaidAt === null) return { why: 'invited', reader: organisationN }
  return {
    why: 'agreed',
    reader: row.networkSaidAt > row.organisationSaidAt ? organisationN : networkN,
  }
}

/** Those who edit for an organisation that has a page; nobody does: those who publish for the hub. */
const answering = (organisation: string): Told['to'] => ({
  sql: `SELECT user_id FROM memberships WHERE role = 'editor' AND organisation_id = ?
    UNION SELECT id FROM users WHERE role IN ('admin', 'editor')
      AND NOT EXISTS (SELECT 1 FROM memberships WHERE role = 'editor' AND organisation_id = ?)`,
  args: [organisation, organisation],
})
