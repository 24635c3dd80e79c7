import { and, eq, inArray } from 'drizzle-orm'
import { guard, guardThat, type Statement, type Step } from '../../db/open.ts'
import { groupingMembers } from '../../db/schema/groupings.ts'
import type { Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { record } from '../entries/store.ts'
import { Refusal } from '../refusal.ts'
import { speaker } from './access.ts'
import { touched } from './commands.ts'
import type { AnswerInput, AskInput } from './input.ts'
import { membersOf, organisationNamed, type Grouping, type Member } from './queries.ts'

/** Of one call, whatever became of them. */
export const mostMembers = 50

/**
 * An organisation of this hub would take part, in a call of this hub or of another. What binds nobody can be asked
 * again after it was declined or left.
 */
export async function askToJoin(
  deps: Deps,
  viewer: Visitor,
  grouping: Grouping,
  input: AskInput,
): Promise<void> {
  speaker(viewer, input.organisation)
  if (grouping.leadId === input.organisation)
    throw new Refusal('invalid', 'It leads this call.', { fields: { organisation: 'choice' } })
  const own = await organisationNamed(deps.db, input.organisation)
  if (own === undefined)
    throw new Refusal('invalid', 'No such organisation.', { fields: { organisation: 'choice' } })
  const before = (await membersOf(deps.db, grouping.n)).find(
    ({ organisationId }) => organisationId === own.id,
  )
  if (before !== undefined && isIn(before)) return
  if (grouping.state !== 'open') throw new Refusal('conflict', 'This call takes nobody new.')
  const activityId = deps.newId()
  const row = {
    ...{ name: own.name, role: input.role, note: input.note, state: 'asked' as const },
    ...{ answer: null, answeredAt: null, toldAt: null, createdAt: deps.now() },
    offerId: grouping.apId === null ? null : `/ap/activities/${activityId}`,
  }
  const id = before?.id ?? deps.newId()
  await deps.db.write([
    guardThat(isOpen(grouping.n)),
    ...put(deps, before, { ...row, id, groupingN: grouping.n, organisationId: own.id }),
    touched(deps, grouping.n),
    ...(grouping.apId === null ? [] : told(deps, 'grouping.asked', { activityId, grouping, member: id })),
  ])
}

/** Asked again by the command: two at once are two. */
export const isOpen = (groupingN: number): Statement => ({
  sql: `SELECT EXISTS (SELECT 1 FROM groupings WHERE n = ? AND state = 'open')
    AND (SELECT count(*) FROM grouping_members WHERE grouping_n = ?) < ?`,
  args: [groupingN, groupingN, mostMembers],
})

type Row = typeof groupingMembers.$inferInsert

export const put = ({ db }: Pick<Deps, 'db'>, before: Member | undefined, row: Row): Step[] =>
  before === undefined
    ? [db.make.insert(groupingMembers).values(row)]
    : [
        db.make
          .update(groupingMembers)
          .set(row)
          .where(and(eq(groupingMembers.n, before.n), inArray(groupingMembers.state, ['declined', 'left']))),
        guard(),
      ]

export const isIn = ({ state }: Pick<Member, 'state'>): boolean => state === 'asked' || state === 'accepted'

/** Those who lead it say yes or no, or no more. Said twice it is said once. */
export async function answerMember(
  deps: Deps,
  viewer: Visitor,
  { grouping, member }: { grouping: Grouping; member: Member },
  { outcome, answer }: AnswerInput,
): Promise<void> {
  speaker(viewer, grouping.leadId)
  if (member.groupingN !== grouping.n) throw new Refusal('absent', 'Nobody of this call.')
  if (member.state === outcome) return
  if (!isIn(member)) throw new Refusal('conflict', 'It has left, or was declined before.')
  await deps.db.write([
    deps.db.make
      .update(groupingMembers)
      .set({ state: outcome, answer, answeredAt: deps.now(), toldAt: null })
      .where(and(eq(groupingMembers.n, member.n), eq(groupingMembers.state, member.state))),
    guard(),
    touched(deps, grouping.n),
    ...(member.actorN === null
      ? []
      : told(deps, 'grouping.answered', { activityId: deps.newId(), grouping, member: member.id, outcome })),
  ])
}

/** Nothing was promised: whoever asked or takes part may leave at any time. */
export async function leave(
  deps: Deps,
  viewer: Visitor,
  { grouping, member }: { grouping: Grouping; member: Member },
): Promise<void> {
  speaker(viewer, member.organisationId)
  if (member.groupingN !== grouping.n) throw new Refusal('absent', 'Nobody of this call.')
  if (!isIn(member)) return
  await deps.db.write([
    deps.db.make
      .update(groupingMembers)
      .set({ state: 'left' })
      .where(and(eq(groupingMembers.n, member.n), inArray(groupingMembers.state, ['asked', 'accepted']))),
    guard(),
    touched(deps, grouping.n),
    ...(grouping.apId === null
      ? []
      : told(deps, 'grouping.left', {
          ...{ activityId: deps.newId(), grouping, member: member.id },
          // Asked again later it has another.
          offerId: member.offerId,
        })),
  ])
}

/** For the federation to say later, with what it then cannot look up any more. */
export const told = (
  { db, now }: Pick<Deps, 'db' | 'now'>,
  type: 'grouping.asked' | 'grouping.answered' | 'grouping.left',
  {
    activityId,
    grouping,
    ...data
  }: { activityId: string; grouping: Grouping; member: string } & Record<string, unknown>,
): Step[] => record(db, { type, subject: grouping.id, activityId, data, now: now() })
