import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { groupingMembers, groupingMessages } from '../../../db/schema/groupings.ts'
import { groupingById, memberById, membersOf, type Member } from '../../groupings/queries.ts'
import { escapeHtml } from '../../text/html.ts'
import { wishOf } from '../groupings/call-object.ts'
import type { JsonObject } from '../json-object.ts'
import { actorOfEntry } from '../local-actors.ts'
import type { DomainEvent } from '../outbound.ts'
import type { FederationDeps } from '../room.ts'
import { outgoing, reachable, type About } from './between.ts'
import type { Outgoing } from './outgoing.ts'

/** As server/groupings writes it. */
const told = z.object({
  member: z.string().optional(),
  message: z.string().optional(),
  outcome: z.enum(['accepted', 'declined']).optional(),
  offerId: z.string().nullable().optional(),
})

/** What happens in a call for partners, between two hubs: an Offer, its Accept or Reject, its Undo, words, its end. */
export async function groupingActivities(deps: FederationDeps, event: DomainEvent): Promise<Outgoing[]> {
  const grouping = await groupingById(deps.db, event.subject)
  if (grouping === undefined) return []
  const { member: memberId, message, outcome, offerId } = told.parse(JSON.parse(event.data))
  const member = memberId === undefined ? undefined : await memberById(deps.db, memberId)
  const about: About = { deps, event, grouping }
  switch (event.type) {
    case 'grouping.asked':
      return member === undefined ? [] : asked(about, member)
    case 'grouping.answered':
      return member === undefined || outcome === undefined ? [] : answered(about, member, outcome)
    case 'grouping.left':
      return member === undefined || offerId === undefined || offerId === null
        ? []
        : left(about, member, offerId)
    case 'grouping.said':
      return message === undefined ? [] : said(about, message)
    default:
      return ended(about)
  }
}

/** Full id of the call, wherever it is led. */
const callId = ({ deps, grouping }: About): string =>
  grouping.apId ?? `${deps.hub.origin}/ap/objects/${grouping.id}`

async function asked(about: About, member: Member): Promise<Outgoing[]> {
  const { deps, grouping } = about
  const actor = await actorOfEntry(deps.db, member.organisationId ?? '')
  const [lead] = await reachable(deps, [grouping.originN])
  if (actor === undefined || lead === undefined || member.state !== 'asked') return []
  const agreement: JsonObject = {
    type: 'Agreement',
    name: member.role,
    ...(member.note === null ? {} : worded(member.note)),
    stipulates: {
      type: 'Commitment',
      satisfies: wishOf(callId(about)),
      resourceQuantity: { hasUnit: 'one', hasNumericalValue: '1' },
    },
  }
  return [await outgoing(about, actor, 'Offer', [lead], { object: agreement })]
}

async function answered(about: About, member: Member, outcome: 'accepted' | 'declined'): Promise<Outgoing[]> {
  const { deps, grouping } = about
  const actor = await actorOfEntry(deps.db, grouping.leadId ?? '')
  const [asker] = await reachable(deps, [member.actorN])
  if (actor === undefined || asker === undefined || member.offerId === null) return []
  const offer = { id: member.offerId, type: 'Offer', actor: asker.id }
  const words = member.answer === null ? {} : { content: member.answer }
  if (outcome === 'declined')
    return [await outgoing(about, actor, 'Reject', [asker], { object: offer, ...words })]
  const result = {
    id: `${callId(about)}#${member.id}`,
    type: 'Agreement',
    attributedTo: deps.hub.origin + actor.id,
    stipulates: {
      type: 'Commitment',
      satisfies: wishOf(callId(about)),
      resourceQuantity: { hasUnit: 'one', hasNumericalValue: '1' },
    },
  }
  return [await outgoing(about, actor, 'Accept', [asker], { object: offer, result, ...words })]
}

async function left(about: About, member: Member, offerId: string): Promise<Outgoing[]> {
  const { deps, grouping } = about
  const actor = await actorOfEntry(deps.db, member.organisationId ?? '')
  const [lead] = await reachable(deps, [grouping.originN])
  if (actor === undefined || lead === undefined) return []
  const { origin } = deps.hub
  const object = { id: origin + offerId, type: 'Offer', actor: origin + actor.id, object: callId(about) }
  return [await outgoing(about, actor, 'Undo', [lead], { object })]
}

/** To those of other hubs who take part: a Note to them alone, in the conversation that is the call. */
async function said(about: About, messageId: string): Promise<Outgoing[]> {
  const { deps, grouping } = about
  const { db, hub } = deps
  const [message] = await db.read.select().from(groupingMessages).where(eq(groupingMessages.id, messageId))
  const actor = await actorOfEntry(db, message?.organisationId ?? '')
  if (message === undefined || actor === undefined) return []
  const readers = await reachable(deps, await others(about))
  if (readers.length === 0) return []
  const ids = readers.map(({ id }) => id)
  const object: JsonObject = {
    id: `${hub.origin}/ap/objects/${message.id}`,
    type: 'Note',
    attributedTo: hub.origin + actor.id,
    to: ids,
    cc: [],
    context: callId(about),
    ...worded(message.text),
    published: new Date(message.createdAt).toISOString(),
    tag: readers.map(({ id, handle, host }) => ({ type: 'Mention', href: id, name: `@${handle}@${host}` })),
    attachment: [],
    sensitive: false,
  }
  return grouping.state === 'ended' ? [] : [await outgoing(about, actor, 'Create', readers, { object })]
}

/** Who leads it tells all; who takes part tells who leads it, and the others of this hub read it here. */
const others = async ({ deps, grouping }: About): Promise<(number | null)[]> =>
  grouping.apId !== null
    ? [grouping.originN]
    : (await membersOf(deps.db, grouping.n))
        .filter(({ state }) => state === 'accepted')
        .map(({ actorN }) => actorN)

async function ended(about: About): Promise<Outgoing[]> {
  const { deps, grouping } = about
  const actor = await actorOfEntry(deps.db, grouping.leadId ?? '')
  if (actor === undefined || grouping.apId !== null) return []
  const involved = await deps.db.read
    .select({ actorN: groupingMembers.actorN })
    .from(groupingMembers)
    .where(
      and(eq(groupingMembers.groupingN, grouping.n), inArray(groupingMembers.state, ['asked', 'accepted'])),
    )
  const readers = await reachable(
    deps,
    involved.map(({ actorN }) => actorN),
  )
  const object = { id: callId(about), type: 'Tombstone', formerType: 'Proposal' }
  return readers.length === 0 ? [] : [await outgoing(about, actor, 'Delete', readers, { object })]
}

const worded = (text: string): JsonObject => ({
  content: `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`,
  source: { content: text, mediaType: 'text/plain' },
})
