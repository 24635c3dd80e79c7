import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { actors, reactions } from '../../db/schema/federation.ts'
import { reports } from '../../db/schema/moderation.ts'
import { heldComments, setCommentState, thread } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { parseDecimal } from '@fedify/vocab-runtime'
import { answerMember } from '../../server/groupings/members.ts'
import { membersOf } from '../../server/groupings/queries.ts'
import { vocab, type Peer } from '../peers/fedify.ts'
import { called, hosted } from '../support/groupings.ts'
import { monday } from '../support/deps.ts'
import type { TestHub } from '../support/hub.ts'
import { followersOf } from '../support/network.ts'

// What we make of what another software sends. Fedify waits for our answer, and throws if it is a refusal.

/** A hub and a Fedify server that may call each other. */
export type Open = () => Promise<{ hub: TestHub; peer: Peer }>

export function fedifySpeaks(open: Open): void {
  let hub: TestHub
  let peer: Peer
  let entry: Entry
  let inbox: string
  const later = (milliseconds = 1_000) => {
    hub.deps.pass(milliseconds)
    vi.setSystemTime(hub.deps.now())
  }
  /** One who asks the same again is answered once in a minute. */
  const aMinuteLater = () => later(61_000)
  const shown = () => thread(hub.deps.db, null, entry.envelope.n)
  const count = (type: 'like' | 'boost') =>
    hub.deps.db.read.$count(
      reactions,
      and(eq(reactions.type, type), eq(reactions.objectId, `/ap/objects/${entry.envelope.id}`)),
    )
  const reply = (content: string) =>
    peer.write({ type: 'Note', inReplyTo: entry.envelope.apId, content, contentMap: { fr: content } })

  beforeAll(async () => {
    vi.setSystemTime(monday)
    ;({ hub, peer } = await open())
    entry = await hub.publish('job', { title: 'Un poste' })
    inbox = hub.actor('emplois')
  })
  afterAll(async () => {
    vi.useRealTimers()
    await hub.stop()
    await peer.stop()
  })

  describe('who answers an entry', () => {
    let note: ReturnType<Peer['write']>
    test('is held at first, then read, without whatever could do harm', async () => {
      note = reply('<p onclick="x()">Encore libre ?<script>alert(1)</script></p>')
      await peer.say(inbox, 'Create', note)
      const [held] = await heldComments(hub.deps.db)
      expect(held).toMatchObject({
        state: 'held',
        heldFor: 'first-contact',
        html: '<p>Encore libre ?</p>',
        language: 'fr',
        author: { name: 'Amel', handle: `@amel@${peer.host}` },
      })
      expect(await shown()).toEqual([])
      await hub.deps.db.write(setCommentState(hub.deps.db, held?.id ?? '', 'shown'))
      expect(await shown()).toHaveLength(1)
    })

    test('is read at once the second time', async () => {
      await peer.say(inbox, 'Create', reply('<p>Et à temps partiel ?</p>'))
      expect((await shown()).map(({ html }) => html)).toContain('<p>Et à temps partiel ?</p>')
    })

    test('may say it again, and has said it once', async () => {
      const again = reply('<p>Une seule fois</p>')
      const create = await peer.say(inbox, 'Create', again)
      later()
      await peer.send(inbox, create)
      later()
      await peer.say(inbox, 'Create', again)
      expect((await shown()).filter(({ html }) => html === '<p>Une seule fois</p>')).toHaveLength(1)
    })

    test('may change the words', async () => {
      await peer.say(inbox, 'Update', { ...note, content: '<p>Toujours libre ?</p>' })
      const [first] = await shown()
      expect(first?.html).toBe('<p>Toujours libre ?</p>')
      expect(first?.updatedAt).toBe(hub.deps.now())
    })

    test('hears when the entry changes, though following nobody here', async () => {
      await hub.revise(entry, { title: 'Un poste, précisé' })
      await peer.received(vocab.Update, ({ objectId }) => objectId?.href === entry.envelope.apId)
    })

    test('may take it back', async () => {
      await peer.say(inbox, 'Delete', { id: note.id, type: 'Tombstone' })
      expect((await shown()).map(({ html }) => html)).not.toContain('<p>Toujours libre ?</p>')
    })
  })

  describe.each([
    ['Like', 'like'],
    ['Announce', 'boost'],
  ] as const)('whose %s of an entry', (type, counted) => {
    test('is counted once, however often it comes', async () => {
      const first = await peer.say(inbox, type, entry.envelope.apId)
      expect(await count(counted)).toBe(1)
      later()
      await peer.send(inbox, first)
      await peer.say(inbox, type, entry.envelope.apId)
      expect(await count(counted)).toBe(1)
    })

    test('stands in the number that others see', async () => {
      const name = counted === 'like' ? 'likes' : 'shares'
      const answer = await fetch(`${entry.envelope.apId}/${name}`)
      expect(await answer.json()).toMatchObject({ totalItems: 1 })
    })

    test('can be undone by its id alone, and as a whole', async () => {
      await hub.deps.db.write([{ sql: 'DELETE FROM reactions', args: [] }])
      const byId = await peer.say(inbox, type, entry.envelope.apId)
      await peer.say(inbox, 'Undo', byId.id)
      expect(await count(counted)).toBe(0)
      const whole = await peer.say(inbox, type, entry.envelope.apId)
      await peer.say(inbox, 'Undo', { ...whole, id: `${whole.id}-forgotten` })
      expect(await count(counted)).toBe(0)
    })
  })

  describe('who follows a section', () => {
    test('is let go by an Undo, whole or by its id alone, and is accepted anew', async () => {
      for (const undone of ['whole', 'id'] as const) {
        aMinuteLater()
        const follow = await peer.say(inbox, 'Follow', inbox)
        expect(await followersOf(hub, 'emplois')).toEqual([peer.id])
        await peer.say(inbox, 'Undo', undone === 'id' ? follow.id : follow)
        expect(await followersOf(hub, 'emplois')).toEqual([])
      }
    })

    test('twice is one follower, with an answer each time', async () => {
      const ids = []
      for (let time = 0; time < 2; time++) {
        aMinuteLater()
        ids.push((await peer.say(inbox, 'Follow', inbox)).id)
      }
      expect(await followersOf(hub, 'emplois')).toEqual([peer.id])
      for (const id of ids) await peer.received(vocab.Accept, ({ objectId }) => objectId?.href === id)
    })

    test('and blocks it, follows it no more', async () => {
      await peer.say(inbox, 'Block', inbox)
      expect(await followersOf(hub, 'emplois')).toEqual([])
    })
  })

  test('who asks to join an event is told politely that this is done elsewhere', async () => {
    const event = await hub.publish('event', { title: 'Un forum' })
    const join = await peer.say(hub.actor('hub'), 'Join', event.envelope.apId)
    await peer.received(vocab.Reject, ({ objectId }) => objectId?.href === join.id)
  })

  test('who asks to quote an entry is given a stamp that anyone can read (FEP-044f)', async () => {
    const quotation = peer.write({ type: 'Note', content: '<p>À lire</p>' })
    await peer.say(inbox, 'QuoteRequest', entry.envelope.apId, { instrument: quotation.id })
    const accept = await peer.received(vocab.Accept, (one) => one.resultId !== null)
    expect(accept.actorId?.href).toBe(inbox)
    const stamp = await peer.context.lookupObject(accept.resultId?.href ?? '')
    if (!(stamp instanceof vocab.QuoteAuthorization)) throw new Error('This is no stamp.')
    expect(stamp.attributionId?.href).toBe(inbox)
    expect(stamp.interactingObjectId?.href).toBe(quotation.id)
    expect(stamp.interactionTargetId?.href).toBe(entry.envelope.apId)
    const own = { quote: entry.envelope.apId, quoteAuthorization: accept.resultId?.href }
    await peer.say(inbox, 'Update', { ...quotation, ...own })
    const { rows } = await hub.deps.db.query('SELECT ap_id, state FROM quotations')
    expect(rows).toMatchObject([{ ap_id: quotation.id, state: 'shown' }])
  })

  test('who reacts with a picture has liked, once', async () => {
    await hub.deps.db.write([{ sql: 'DELETE FROM reactions', args: [] }])
    await peer.say(inbox, 'EmojiReact', entry.envelope.apId, { content: '🌱' })
    await peer.say(inbox, 'Like', entry.envelope.apId)
    expect(await count('like')).toBe(1)
  })

  test('who reports an entry is read by our moderators, once', async () => {
    for (let time = 0; time < 2; time++)
      await peer.say(inbox, 'Flag', [entry.envelope.apId, inbox], { content: 'Une arnaque' })
    const open = await hub.deps.db.read.select().from(reports)
    expect(open.map(({ subject, reason, reporter }) => [subject, reason, reporter]).toSorted()).toEqual([
      ['actor', 'Une arnaque', peer.id],
      ['entry', 'Une arnaque', peer.id],
    ])
  })

  test('who offers to answer a lot with us is read by its people, and told what they decide', async () => {
    const lead = await hosted(hub, 'Les Jardins', 'jardins')
    const tender = await hub.publish('tender', { title: 'Entretien des parcs' })
    const call = await called(hub, { tender, lead })
    const callId = `${hub.origin}/ap/objects/${call.id}`
    const proposal = await peer.context.lookupObject(callId)
    if (!(proposal instanceof vocab.Proposal)) throw new Error('This is no proposal.')
    expect([proposal.purpose, proposal.attributionId?.href]).toEqual(['request', hub.actor('jardins')])
    const commitment = new vocab.Commitment({
      satisfies: new URL(`${callId}#primary`),
      resourceQuantity: new vocab.Measure({ unit: 'one', numericalValue: parseDecimal('1') }),
    })
    const offer = new vocab.Agreement({
      name: 'Les massifs',
      content: '<p>À six</p>',
      stipulates: commitment,
    })
    const inOffer = z.looseObject({ object: z.record(z.string(), z.unknown()) })
    // Alone it is in short words, inside of an Offer in long ones.
    for (const object of [
      z.record(z.string(), z.unknown()).parse(await offer.toJsonLd()),
      inOffer.parse(await new vocab.Offer({ object: offer }).toJsonLd()).object,
    ]) {
      await hub.deps.db.write([{ sql: 'DELETE FROM grouping_members', args: [] }])
      await peer.say(hub.actor('jardins'), 'Offer', object)
      expect(await membersOf(hub.deps.db, call.n)).toHaveLength(1)
    }
    const [asked] = await membersOf(hub.deps.db, call.n)
    expect(asked).toMatchObject({ name: 'Amel', role: 'Les massifs', note: 'À six', state: 'asked' })
    if (asked === undefined) throw new Error('Nobody asked.')
    const answer = { outcome: 'accepted', answer: 'Bienvenue' } as const
    await answerMember(hub.deps, hub.admin, { grouping: call, member: asked }, answer)
    hub.federation.wake()
    const accept = await peer.received(vocab.Accept, ({ actorId }) => actorId?.href === hub.actor('jardins'))
    expect(await accept.getResult({ ...peer.context, crossOrigin: 'trust' })).toBeInstanceOf(vocab.Agreement)
    expect(accept.content?.toString()).toBe('Bienvenue')
  })

  test('who leaves an event that nobody joined here is thanked', async () => {
    await peer.say(inbox, 'Leave', entry.envelope.apId)
  })

  test('who says what we do not understand is thanked', async () => {
    await peer.say(inbox, 'Listen', 'https://ailleurs.example/chanson')
    await peer.say(inbox, 'Create', peer.write({ type: 'Note', content: '<p>À personne</p>' }))
    expect((await shown()).map(({ html }) => html)).not.toContain('<p>À personne</p>')
  })

  test('who leaves for good takes everything along', async () => {
    aMinuteLater()
    await peer.say(inbox, 'Follow', inbox)
    await peer.say(inbox, 'Like', entry.envelope.apId)
    await peer.say(inbox, 'Delete', peer.id)
    expect(await followersOf(hub, 'emplois')).toEqual([])
    expect(await count('like')).toBe(0)
    expect(await shown()).toEqual([])
    const [gone] = await hub.deps.db.read.select().from(actors).where(eq(actors.id, peer.id))
    expect(gone).toMatchObject({ name: '', deletedAt: hub.deps.now() })
  })
}
