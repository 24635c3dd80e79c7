import { guardThat, type Statement } from '../../db/open.ts'
import { groupingMessages } from '../../db/schema/groupings.ts'
import type { Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import { Refusal } from '../refusal.ts'
import { speaker, speaksFor, takesPart } from './access.ts'
import { touched } from './commands.ts'
import type { MessageInput } from './input.ts'
import { membersOf, organisationNamed, type Grouping, type Member } from './queries.ts'

/** Of one call; whoever needs more has met by then. */
export const mostMessages = 1_000

/** The organisations of this hub in whose name this person may write there: the one that leads, or one that was accepted. */
export const voicesIn = (viewer: Visitor, grouping: Grouping, members: readonly Member[]): string[] => [
  ...(speaksFor(viewer, grouping.leadId) && grouping.leadId !== null ? [grouping.leadId] : []),
  ...members.flatMap(({ organisationId, state }) =>
    state === 'accepted' && organisationId !== null && speaksFor(viewer, organisationId)
      ? [organisationId]
      : [],
  ),
]

/** To all who take part, wherever they are; the same form sent twice says it once. */
export async function say(
  deps: Deps,
  viewer: Visitor,
  grouping: Grouping,
  { id, organisation, text }: MessageInput,
): Promise<void> {
  const members = await membersOf(deps.db, grouping.n)
  if (!takesPart(viewer, { leadId: grouping.leadId, members }))
    throw new Refusal('forbidden', 'Only those who take part write here.')
  speaker(viewer, organisation)
  if (!voicesIn(viewer, grouping, members).includes(organisation))
    throw new Refusal('invalid', 'It takes no part.', { fields: { organisation: 'choice' } })
  if (grouping.state === 'ended') throw new Refusal('conflict', 'This call has ended.')
  const own = await organisationNamed(deps.db, organisation)
  if (own === undefined) throw new Refusal('invalid', 'It is gone.', { fields: { organisation: 'choice' } })
  const now = deps.now()
  const message = { id, groupingN: grouping.n, organisationId: own.id, name: own.name, text, createdAt: now }
  const known = await deps.db.query('SELECT 1 FROM grouping_messages WHERE id = ?', [id])
  if (known.rows.length > 0) return
  await deps.db.write([
    guardThat(roomIn(grouping.n)),
    deps.db.make.insert(groupingMessages).values(message),
    touched(deps, grouping.n),
    ...record(deps.db, {
      ...{ type: 'grouping.said', subject: grouping.id, activityId: deps.newId(), now },
      data: { message: id },
    }),
  ])
}

export const roomIn = (groupingN: number): Statement => ({
  sql: 'SELECT (SELECT count(*) FROM grouping_messages WHERE grouping_n = ?) < ?',
  args: [groupingN, mostMessages],
})
