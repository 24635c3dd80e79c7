import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { vocab, type Peer } from '../peers/fedify.ts'
import { monday } from '../support/deps.ts'
import type { TestHub } from '../support/hub.ts'
import { isFollowing, stateOf, stoneOf } from '../support/network.ts'
import { until } from '../support/until.ts'

// A hub that follows someone who is no hub: articles are news, events are events, notes are nothing of ours.

/** `third` signs by the other scheme. */
export type OpenThree = () => Promise<{ hub: TestHub; peer: Peer; third: Peer }>

export function fedifyFollowed(open: OpenThree): void {
  let hub: TestHub
  let peer: Peer
  let third: Peer
  beforeEach(async () => {
    vi.setSystemTime(monday)
    ;({ hub, peer, third } = await open())
  })
  afterEach(async () => {
    vi.useRealTimers()
    await hub.stop()
    await peer.stop()
    await third.stop()
  })

  const inbox = () => hub.actor('hub')
  const article = (name: string) =>
    peer.write({
      type: 'Article',
      name,
      summary: 'Le chapeau',
      content: '<p>Le texte</p>',
      url: `${peer.id}/un-article`,
      published: '2026-11-22T08:00:00Z',
    })

  async function followed(): Promise<void> {
    await hub.federation.follow(peer.id)
    const follow = await peer.received(vocab.Follow)
    await peer.say(inbox(), 'Accept', (await follow.toJsonLd(peer.context)) as Record<string, unknown>)
  }

  describe('the Follow of a hub', () => {
    test('is understood, and stays « requested » until it is answered', async () => {
      await hub.federation.follow(`@amel@${peer.host}`)
      const follow = await peer.received(vocab.Follow)
      expect(follow.actorId?.href).toBe(hub.actor('hub'))
      expect(follow.objectId?.href).toBe(peer.id)
      expect(await stateOf(hub, peer.id)).toBe('requested')
    })

    test('is accepted by an embedded Follow', async () => {
      await followed()
      expect(await isFollowing(hub, peer.id)).toBe(true)
    })

    test('is accepted by its bare address, as simple servers do', async () => {
      await hub.federation.follow(peer.id)
      const follow = await peer.received(vocab.Follow)
      await peer.say(inbox(), 'Accept', follow.id?.href ?? '')
      expect(await isFollowing(hub, peer.id)).toBe(true)
    })

    test('is accepted by nobody else, and not before it was sent', async () => {
      await peer.say(inbox(), 'Accept', `${hub.origin}/ap/activities/019ab000-0000-7000-8000-000000000001`)
      await hub.federation.follow(peer.id)
      const follow = await peer.received(vocab.Follow)
      await third.say(inbox(), 'Accept', follow.id?.href ?? '')
      expect(await stateOf(hub, peer.id)).toBe('requested')
    })

    test('may be refused, at once or later', async () => {
      await followed()
      const follow = await peer.received(vocab.Follow)
      await peer.say(inbox(), 'Reject', follow.id?.href ?? '')
      expect(await stateOf(hub, peer.id)).toBe('rejected')
    })

    test('is undone, in words that the other understands', async () => {
      await followed()
      const follow = await peer.received(vocab.Follow)
      await hub.federation.unfollow(peer.id)
      const undo = await peer.received(vocab.Undo)
      expect(undo.objectId?.href).toBe(follow.id?.href)
      expect(await undo.getObject({ ...peer.context, crossOrigin: 'trust' })).toBeInstanceOf(vocab.Follow)
    })
  })

  describe('what someone else says whom the hub follows', () => {
    test('is news when it is an article', async () => {
      await followed()
      const written = article('Une nouvelle d’ailleurs')
      await peer.say(inbox(), 'Create', written)
      const entry = await hub.received(written.id)
      expect(entry?.kind.name).toBe('news')
      expect(entry?.envelope).toMatchObject({
        title: 'Une nouvelle d’ailleurs',
        summary: 'Le chapeau',
        html: '<p>Le texte</p>',
        url: `${peer.id}/un-article`,
        publishedAt: Date.parse('2026-11-22T08:00:00Z'),
        origin: { actor: peer.id, name: 'Amel', host: peer.host },
        // This person never said that they may be searched for.
        indexable: false,
      })
    })

    test('is an event when it is an event', async () => {
      await followed()
      const written = peer.write({
        type: 'Event',
        name: 'Un bal',
        content: '<p>On danse</p>',
        startTime: '2026-12-05T20:00:00+01:00',
        endTime: '2026-12-05T23:00:00+01:00',
        location: { type: 'Place', name: 'La halle' },
      })
      await peer.say(inbox(), 'Create', written)
      const entry = await hub.received(written.id)
      expect(entry?.kind.name).toBe('event')
      expect(entry?.envelope.startsAt).toBe(Date.parse('2026-12-05T19:00:00Z'))
      expect(entry?.fields).toMatchObject({ venue: 'La halle' })
    })

    test('is nothing of ours when it is a note', async () => {
      await followed()
      const written = peer.write({ type: 'Note', content: '<p>Bonjour</p>' })
      await peer.say(inbox(), 'Create', written)
      expect(await hub.received(written.id)).toBeUndefined()
    })

    test('is fetched where it is only named', async () => {
      await followed()
      const written = article('Seulement nommée')
      await peer.say(inbox(), 'Create', written.id)
      await until('fetched', () => hub.received(written.id))
    })

    test('is fetched where it is put in their featured, and stays where it is taken out', async () => {
      await followed()
      const written = article('Épinglée')
      const target = `${peer.id}/featured`
      await peer.say(inbox(), 'Add', written.id, { target })
      await until('fetched', () => hub.received(written.id))
      await peer.say(inbox(), 'Remove', written.id, { target })
      expect(await hub.received(written.id)).toBeDefined()
    })

    test('changes, and goes', async () => {
      await followed()
      const written = article('Avant')
      await peer.say(inbox(), 'Create', written)
      await peer.say(inbox(), 'Update', { ...written, name: 'Après', updated: '2026-11-23T08:00:00Z' })
      expect((await hub.received(written.id))?.envelope.title).toBe('Après')
      await peer.say(inbox(), 'Delete', { id: written.id, type: 'Tombstone' })
      expect(await hub.received(written.id)).toBeUndefined()
      expect(await stoneOf(hub, written.id)).toEqual({ final: true })
    })

    test('does not come back when its Delete overtook its Create', async () => {
      await followed()
      const written = article('Trop tard')
      await peer.say(inbox(), 'Delete', written.id)
      await peer.say(inbox(), 'Create', written)
      expect(await hub.received(written.id)).toBeUndefined()
    })

    test('from before is read in their outbox', async () => {
      const written = article('De l’an passé')
      await peer.say(inbox(), 'Create', written)
      expect(await hub.received(written.id)).toBeUndefined()
      await followed()
      await until('backfilled', () => hub.received(written.id))
    })

    test('stays when they move to another server, where they are followed from then on', async () => {
      await followed()
      const written = article('D’avant')
      await peer.say(inbox(), 'Create', written)
      third.wasOnce(peer.id)
      await peer.say(inbox(), 'Move', peer.id, { target: third.id })
      await third.received(vocab.Follow)
      await peer.received(vocab.Undo)
      expect(await stateOf(hub, third.id)).toBe('requested')
      expect(await stateOf(hub, peer.id)).toBeNull()
      expect(await hub.received(written.id)).toBeDefined()
    })

    test('goes when they leave for good', async () => {
      await followed()
      const written = article('Adieu')
      await peer.say(inbox(), 'Create', written)
      expect(await hub.received(written.id)).toBeDefined()
      await peer.say(inbox(), 'Delete', peer.id)
      expect(await hub.received(written.id)).toBeUndefined()
      expect(await stateOf(hub, peer.id)).toBeNull()
    })
  })
}
