import {
  commentById,
  eraseComment,
  heldComments,
  setCommentState,
  writeComment,
} from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { handleOf } from '../../server/entries/queries.ts'
import { becomePerson, renamePerson, retirePerson } from '../../server/federation/members.ts'
import { forwardReport } from '../../server/moderation/forwarding.ts'
import { thing } from '../../server/moderation/queries.ts'
import { reportById } from '../../server/moderation/report-store.ts'
import { report } from '../../server/moderation/reports.ts'
import { note, said } from '../attacks/words.ts'
import { quotationBy } from '../../server/entries/quotation-queries.ts'
import { knownActor } from '../../server/federation/remote-actors.ts'
import { decideQuotation } from '../../server/moderation/quotations.ts'
import { end } from '../../server/networks/commands.ts'
import { relay } from '../../server/networks/relay.ts'
import { settled } from '../support/deliveries.ts'
import { membershipsIn, says } from '../support/memberships.ts'
import { person } from '../support/publish.ts'
import { until } from '../support/until.ts'
import type { World } from './hub.ts'
import { organisations, plainly, variants, type Variant } from './variants.ts'

/** An entry, and what it was meant to try. */
export interface Told {
  variant: Variant
  entry: Entry
}

/** Everything happens once on this hub that makes it say something. */
export async function live(world: World): Promise<Told[]> {
  const { hub, alice, tell } = world
  const { deps, federation } = hub
  const told: Told[] = []
  const publish = async (variant: Variant, organisation?: Entry): Promise<Entry> => {
    const entry = await world.publish(variant, organisation)
    told.push({ variant, entry })
    return entry
  }
  const rest = async (): Promise<void> => {
    federation.wake()
    await settled(hub)
  }

  // Topics are said by whoever begins them, and passed on to one who takes whole activities.
  await becomePerson(deps, hub.admin, 'redaction')
  for (const [at, handle] of ['emplois', 'forum'].entries())
    await tell(alice, {
      ...said(alice, 'Follow', `${alice.id}#${at + 1}`),
      object: `${hub.deps.hub.origin}/ap/actors/${handle}`,
    })
  await rest()
  await deps.db.write([{ sql: 'UPDATE hosts SET wraps = 1', args: [] }])
  const hosted: Entry[] = []
  for (const variant of organisations) hosted.push(await publish(variant))
  await rest()
  for (const variant of variants) await publish(variant, variant.organisation && hosted[0])
  await rest()

  const entryOf = async (kind: Variant['kind'], what: string): Promise<Entry> =>
    publish({ what, kind, shared: plainly })
  const closed = [
    await entryOf('job', 'a job that is closed'),
    await entryOf('resource', 'a resource that is closed'),
    await entryOf('event', 'an event that is over'),
  ]
  const revised = [
    await entryOf('news', 'news that were revised'),
    await entryOf('event', 'an event that was revised'),
    await entryOf('job', 'a job that was revised'),
  ]
  const [, , forum] = closed
  const partOf = forum?.envelope.id ?? ''
  await publish({ what: 'a debate of a forum', kind: 'event', shared: plainly, fields: { partOf } })
  const gone = await world.publish({ what: 'gone', kind: 'news', shared: plainly })
  await rest()
  deps.pass(60_000)
  for (const entry of closed) await hub.close(entry)
  for (const entry of revised) await hub.revise(entry, { title: 'Réparer, partager, recommencer' })
  await hub.withdraw(gone)
  await hub.revise(hosted[0] as Entry, { summary: 'Autrement dit.' })
  await hub.withdraw(hosted[1] as Entry)
  await rest()

  await answer(world, revised[2] as Entry)
  await refuse(world, revised[0] as Entry)
  await rest()
  await gather(world, publish)
  await rest()
  await move(world, hosted[0] as Entry)
  await rest()
  return told
}

/** A network speaks as the Group that it is, and passes a member's entry on; members elsewhere come, ask and go. */
async function gather(
  world: World,
  publish: (variant: Variant, by?: Entry) => Promise<Entry>,
): Promise<void> {
  const { hub, good, tell } = world
  const kind = 'organisation'
  const network = await publish({
    what: 'a network',
    kind,
    shared: plainly,
    fields: { status: 'network', handle: 'reseau' },
  })
  const member = await publish({
    what: 'a member',
    kind,
    shared: plainly,
    fields: { status: null, handle: 'membre' },
  })
  hub.federation.wake()
  await settled(hub)
  await publish({ what: 'news of a network', kind: 'news', shared: plainly }, network)
  const job = await publish({ what: 'a job that is passed on', kind: 'job', shared: plainly }, member)
  const me = `${hub.deps.hub.origin}/ap/actors/reseau`
  await says(hub, network, 'network', '/ap/actors/membre')
  await says(hub, member, 'organisation', '/ap/actors/reseau')
  await relay(hub.deps, hub.admin, network, job)
  const [joins, hears] = [good.actor('joins', { type: 'Group' }), good.actor('hears', { type: 'Group' })]
  for (const one of [joins, hears]) await tell(one, { ...said(one, 'Join', `${one.id}/join`), object: me })
  await says(hub, network, 'network', joins.id)
  const asking = (await membershipsIn(hub, network, 'network')).find(({ state }) => state === 'asked')
  await end(hub.deps, hub.admin, network, { side: 'network', membership: asking?.n ?? 0 })
  const kept = (await membershipsIn(hub, network, 'network')).find(({ party }) => !party.local)
  await end(hub.deps, hub.admin, network, { side: 'network', membership: kept?.n ?? 0 })
  await says(hub, network, 'network', hears.id)
  await says(hub, member, 'organisation', hears.id)
  const its = (await membershipsIn(hub, member, 'organisation')).find(({ party }) => !party.local)
  await end(hub.deps, hub.admin, member, { side: 'organisation', membership: its?.n ?? 0 })
}

/** An organisation that came from elsewhere goes on to another place, which expects it. */
async function move({ hub, good }: World, { envelope }: Entry): Promise<void> {
  const handle = (await handleOf(hub.deps.db, envelope.id)) ?? ''
  const { moving } = hub.federation
  await moving.cameFrom(handle, good.actor('before').id)
  const next = good.actor('next', { alsoKnownAs: [`${hub.deps.hub.origin}/ap/actors/${handle}`] })
  const left = await moving.leave(handle, next.id)
  if (typeof left === 'string' || !left.mayMove) throw new Error('The organisation could not move.')
}

/** Members answer, and are answered; others quote, register and follow. */
async function answer(world: World, { envelope }: Entry): Promise<void> {
  const { hub, alice, tell, good } = world
  const { deps, federation } = hub
  const member = await person(deps, 'member')
  const leaver = await person(deps, 'member')
  await becomePerson(deps, member, 'camille')
  await becomePerson(deps, leaver, 'dominique')
  const ids = [deps.newId(), deps.newId(), deps.newId()] as const
  await writeComment(deps, member, envelope, { id: ids[0], parentId: null, body: 'Encore **libre** ?' })
  const theirs = `${good.origin}/notes/1`
  await tell(alice, {
    ...said(alice, 'Create', `${theirs}/create`),
    object: note(alice, theirs, envelope.apId),
  })
  const [held] = await until('her answer', async () => {
    const found = await heldComments(deps.db)
    return found.length > 0 && found
  })
  await deps.db.write(setCommentState(deps.db, held?.id ?? '', 'shown'))
  await writeComment(deps, member, envelope, {
    id: ids[1],
    parentId: held?.id ?? null,
    body: 'Oui, **toujours**.',
  })
  await writeComment(deps, leaver, envelope, { id: ids[2], parentId: ids[0], body: 'Moi aussi.' })
  federation.wake()
  await settled(hub)
  const last = await commentById(deps.db, leaver, ids[2])
  if (last === undefined) throw new Error('The last answer was not kept.')
  await deps.db.write(eraseComment(deps, last, deps.now()))

  const heard = { subject: 'comment' as const, subjectId: theirs, host: 'good.test' }
  const words = { id: deps.newId(), reason: 'Vilain', email: null, forward: true, outcome: false }
  await report(deps, member, heard, words)
  const found = { report: await reportById(deps.db, words.id), thing: await thing(deps, heard) }
  if (found.report === undefined) throw new Error('The report was not kept.')
  await forwardReport(deps, hub.admin, { ...found, report: found.report }, { content: 'Des insultes.' })

  const quotation = `${good.origin}/notes/2`
  const about = { object: envelope.apId }
  await tell(alice, { ...said(alice, 'QuoteRequest', `${quotation}/ask`), ...about, instrument: quotation })
  await tell(alice, { ...said(alice, 'Join', `${quotation}/join`), ...about })
  await tell(alice, { ...said(alice, 'Like', `${quotation}/like`), ...about })
  await federation.follow(alice.id)
  await federation.unfollow(alice.id)
  await deps.db.write(await renamePerson(deps, member.id, 'Camille d’ici'))
  await deps.db.write(await retirePerson(deps, leaver.id))
}

/** Somebody quotes with leave, and a moderator takes it back. */
async function refuse(world: World, { envelope }: Entry): Promise<void> {
  const { hub, alice, tell, good } = world
  const { deps } = hub
  const quotation = `${good.origin}/notes/3`
  const ask = { ...said(alice, 'QuoteRequest', `${quotation}/ask`), object: envelope.apId }
  await tell(alice, { ...ask, instrument: quotation })
  const by = await knownActor(deps, alice.id)
  const found = await quotationBy(deps.db, by?.n ?? 0, quotation)
  await decideQuotation(deps, hub.admin, found?.id ?? '', { outcome: 'refused', reason: 'Moquerie' })
  deps.pass(61_000)
  await tell(alice, { ...ask, id: `${quotation}/again`, instrument: quotation })
}
