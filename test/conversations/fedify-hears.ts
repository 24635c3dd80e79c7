import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eq } from 'drizzle-orm'
import { hosts } from '../../db/schema/federation.ts'
import type { Entry } from '../../server/entries/load.ts'
import { handleOf } from '../../server/entries/queries.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { forwardReport } from '../../server/moderation/forwarding.ts'
import { thing } from '../../server/moderation/queries.ts'
import { insertReport, reportById } from '../../server/moderation/report-store.ts'
import { leave } from '../../server/groupings/members.ts'
import { membersOf } from '../../server/groupings/queries.ts'
import { keepCall } from '../../server/groupings/receive.ts'
import { vocab, type Peer } from '../peers/fedify.ts'
import { again, asking, hosted } from '../support/groupings.ts'
import { monday } from '../support/deps.ts'
import type { TestHub } from '../support/hub.ts'
import { followersOf } from '../support/network.ts'
import { until } from '../support/until.ts'
import type { Open } from './fedify-speaks.ts'

// What another software makes of what we send.

const said = {
  resource: { says: 'ressources', type: vocab.Note },
  job: { says: 'emplois', type: vocab.Note },
  tender: { says: 'marches', type: vocab.Note },
  news: { says: 'hub', type: vocab.Article },
  event: { says: 'hub', type: vocab.Event },
  proposal: { says: 'propositions', type: vocab.Article },
  commitment: { says: 'propositions', type: vocab.Article },
} as const satisfies Partial<Record<KindName, unknown>>
const spoken = Object.keys(said) as (keyof typeof said)[]

export function fedifyHears(open: Open, scheme: 'cavage' | 'rfc9421'): void {
  let hub: TestHub
  let peer: Peer
  const trusting = () => ({ ...peer.context, crossOrigin: 'trust' as const })
  const about = (entry: Entry) => (activity: vocab.Activity) =>
    activity.objectId?.href === entry.envelope.apId

  beforeAll(async () => {
    // Fedify reads the real clock; the hub's stands still.
    vi.setSystemTime(monday)
    ;({ hub, peer } = await open())
  })
  afterAll(async () => {
    vi.useRealTimers()
    await hub.stop()
    await peer.stop()
  })

  test('follows, and understands each Accept', async () => {
    for (const handle of ['hub', 'emplois', 'ressources', 'marches', 'propositions', 'forum']) {
      const follow = await peer.say(hub.actor(handle), 'Follow', hub.actor(handle))
      const accept = await peer.received(vocab.Accept, ({ actorId }) => actorId?.href === hub.actor(handle))
      const object = await accept.getObject(trusting())
      expect(object).toBeInstanceOf(vocab.Follow)
      expect(object?.id?.href).toBe(follow.id)
      expect(await followersOf(hub, handle)).toEqual([peer.id])
    }
  })

  test.each(spoken)('receives a new %s whole', async (kind) => {
    const entry = await hub.publish(kind, {
      title: `Un titre : ${kind}`,
      summary: 'Le chapeau.',
      body: 'Le **texte**.',
      tags: ['Réemploi'],
    })
    const create = await peer.received(vocab.Create, about(entry))
    expect(create.actorId?.href).toBe(hub.actor(said[kind].says))
    const object = await create.getObject(trusting())
    expect(object).toBeInstanceOf(said[kind].type)
    expect(object?.attributionId?.href).toBe(hub.actor(said[kind].says))
    expect(`${object?.name} ${object?.content}`).toContain(`Un titre : ${kind}`)
    expect(object?.content?.toString()).toContain('<p>Le <strong>texte</strong>.</p>')
    expect(object?.url).toEqual(new URL(entry.envelope.url))
    expect(object?.published?.epochMilliseconds).toBe(entry.envelope.publishedAt)
    expect(object?.toIds).toEqual([vocab.PUBLIC_COLLECTION])
    // A name on a Note would be a content warning elsewhere.
    expect(object?.name === null).toBe(said[kind].type === vocab.Note)
    expect(object?.startTime?.epochMilliseconds ?? null).toBe(entry.envelope.startsAt)
  })

  test.each(spoken)('hears a %s announced by those who do not say it themselves', async (kind) => {
    const entry = await hub.publish(kind, { title: `Passé plus loin : ${kind}` })
    const by = said[kind].says === 'hub' ? 'forum' : 'hub'
    const announce = await peer.received(
      vocab.Announce,
      (activity) => about(entry)(activity) && activity.actorId?.href === hub.actor(by),
    )
    expect((await announce.getObject(peer.context))?.id?.href).toBe(entry.envelope.apId)
  })

  test.each(spoken)('follows a %s through its life: pinned, changed, closed, gone', async (kind) => {
    const entry = await hub.publish(kind, { title: `Vie : ${kind}` })
    const add = await peer.received(vocab.Add, about(entry))
    expect(add.targetId?.href).toBe(`${hub.actor(said[kind].says)}/featured`)
    await peer.received(vocab.Create, about(entry))
    hub.deps.pass(1_000)
    vi.setSystemTime(hub.deps.now())
    await hub.revise(entry, { title: `Vie changée : ${kind}` })
    const update = await peer.received(vocab.Update, about(entry))
    const changed = await update.getObject(trusting())
    expect(`${changed?.name ?? changed?.content}`).toContain(`Vie changée : ${kind}`)
    expect(changed?.updated?.epochMilliseconds).toBe(hub.deps.now())
    await hub.close(entry)
    await peer.received(vocab.Remove, about(entry))
    await hub.withdraw(entry)
    const deletion = await peer.received(vocab.Delete, about(entry))
    expect(await deletion.getObject(trusting())).toBeInstanceOf(vocab.Tombstone)
  })

  test('hears that an organisation moves, first by its document', async () => {
    const { envelope } = await hub.publish('organisation', { title: 'Les Ateliers' })
    const handle = await until('it is an actor', () => handleOf(hub.deps.db, envelope.id))
    const organisation = hub.actor(handle)
    await peer.say(organisation, 'Follow', organisation)
    await peer.received(vocab.Accept, ({ actorId }) => actorId?.href === organisation)
    peer.wasOnce(organisation)
    expect(await hub.federation.moving.leave(handle, peer.id)).toMatchObject({ mayMove: true })
    const isTheirs = ({ actorId }: vocab.Activity) => actorId?.href === organisation
    const move = await peer.received(vocab.Move, isTheirs)
    expect([move.objectId?.href, move.targetId?.href]).toEqual([organisation, peer.id])
    const update = await peer.received(vocab.Update, isTheirs)
    expect(peer.inbox.indexOf(update)).toBeLessThan(peer.inbox.indexOf(move))
  })

  test('is told what was reported of its people, and not by whom', async () => {
    const { deps, admin } = hub
    const about = { subject: 'actor', subjectId: peer.id } as const
    const row = {
      id: deps.newId(),
      ...about,
      reason: 'Entre nous',
      reporter: admin.id,
      createdAt: deps.now(),
    }
    await deps.db.write([insertReport(deps.db, row)])
    const report = await reportById(deps.db, row.id)
    if (report === undefined) throw new Error('The report was not written.')
    await forwardReport(deps, admin, { report, thing: await thing(deps, about) }, { content: 'Une arnaque' })
    hub.federation.wake()
    const flag = await peer.received(vocab.Flag)
    expect(flag.actorId?.href).toBe(hub.actor('instance'))
    expect(flag.objectIds.map(({ href }) => href)).toEqual([peer.id])
    expect(flag.content?.toString()).toBe('Une arnaque')
  })

  test('reads that one of ours would answer a lot with it, and that it has left', async () => {
    const { deps, admin } = hub
    const lead = await hosted(hub, 'Les Massifs', 'massifs')
    const [row] = (await deps.db.query('SELECT n FROM actors WHERE id = ?', [peer.id])).rows
    const apId = `${new URL(peer.id).origin}/calls/1`
    const id = await keepCall(deps, {
      ...{ apId, originN: Number(row?.['n']), leadName: 'Amel', subject: 'Un lot', seeks: 'Quelqu’un' },
      ...{ tenderN: null, lotNumber: null },
    })
    const call = await again(hub, id)
    await asking(hub, call, lead, 'À six')
    hub.federation.wake()
    const offer = await peer.received(vocab.Offer, ({ actorId }) => actorId?.href === hub.actor('massifs'))
    const agreement = await offer.getObject(trusting())
    if (!(agreement instanceof vocab.Agreement)) throw new Error('This is no agreement.')
    expect([agreement.name?.toString(), agreement.content?.toString()]).toEqual([
      'Les massifs, avec une équipe de six',
      '<p>À six</p>',
    ])
    const commitment = agreement.stipulates
    expect(commitment?.satisfies?.href).toBe(`${apId}#primary`)
    const member = (await membersOf(deps.db, call.n))[0]
    if (member === undefined) throw new Error('Nobody asked.')
    await leave(deps, admin, { grouping: call, member })
    hub.federation.wake()
    const undo = await peer.received(vocab.Undo, ({ actorId }) => actorId?.href === hub.actor('massifs'))
    expect(undo.objectId?.href).toBe(offer.id?.href)
  })

  test('is remembered to read this signature', async () => {
    const [known] = await hub.deps.db.read.select().from(hosts).where(eq(hosts.host, peer.host))
    expect(known?.scheme ?? 'cavage').toBe(scheme)
  })
}
