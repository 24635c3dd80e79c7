import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { markHandled } from '../../server/messages/commands.ts'
import { listMessages } from '../../server/messages/queries.ts'
import { openPeer, schemes, type Peer } from '../peers/fedify.ts'
import { monday } from '../support/deps.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

// Somebody on a Fedify server writes to the hub, over real sockets.

describe.each(['cavage', 'rfc9421'] as const)('someone on a Fedify server that signs by %s', (scheme) => {
  let hub: TestHub
  let peer: Peer
  let inbox: string

  beforeAll(async () => {
    vi.setSystemTime(monday)
    const sites = [await openSite(), await openSite()] as const
    hub = await openHubAt(sites[0], { neighbours: sites })
    peer = await openPeer(sites[1], { firstKnock: schemes[scheme] })
    inbox = hub.actor('emplois')
  })
  afterAll(async () => {
    vi.useRealTimers()
    await hub.stop()
    await peer.stop()
  })

  const open = async () => (await listMessages(hub.deps.db, { handled: false, page: 1 })).messages
  const letter = (content: string, more: Record<string, unknown> = {}) =>
    peer.write({
      ...{ type: 'Note', content, contentMap: { fr: content } },
      tag: [{ type: 'Mention', href: inbox, name: `@emplois@${hub.host}` }],
      cc: [inbox],
      ...more,
    })

  describe('who names a section of the hub', () => {
    let note: ReturnType<Peer['write']>
    test('is read by its editors, without whatever could do harm', async () => {
      note = letter(`<p onclick="x()"><a href="${inbox}">@emplois</a> Bonjour<script>alert(1)</script></p>`)
      await peer.say(inbox, 'Create', note)
      expect(await open()).toEqual([
        expect.objectContaining({
          sender: expect.objectContaining({ name: 'Amel', handle: `@amel@${peer.host}`, actorId: peer.id }),
          addressed: ['emplois'],
          public: true,
          html: `<p><a href="${inbox}" rel="nofollow noopener ugc">@emplois</a> Bonjour</p>`,
          language: 'fr',
          apId: note.id,
        }),
      ])
    })

    test('and says it again has said it once', async () => {
      hub.deps.pass(1_000)
      vi.setSystemTime(hub.deps.now())
      await peer.say(inbox, 'Create', note)
      expect(await open()).toHaveLength(1)
    })

    test('may change the words', async () => {
      await peer.say(inbox, 'Update', { ...note, content: '<p>Bonsoir</p>' })
      expect(await open()).toEqual([
        expect.objectContaining({ html: '<p>Bonsoir</p>', updatedAt: hub.deps.now() }),
      ])
    })

    test('may take it back, even when it was handled', async () => {
      await markHandled(hub.deps, hub.admin, (await open())[0]?.id ?? '')
      await peer.say(inbox, 'Delete', { id: note.id, type: 'Tombstone' })
      expect(await hub.deps.db.query('SELECT n FROM messages')).toMatchObject({ rows: [] })
    })
  })

  test('who writes to the hub alone is read by nobody else', async () => {
    const note = letter('<p>Un secret</p>', { to: [hub.actor('hub')], cc: [] })
    await peer.say(hub.actor('hub'), 'Create', note)
    expect(await open()).toEqual([expect.objectContaining({ public: false, addressed: ['hub', 'emplois'] })])
    hub.federation.wake()
    for (const path of [
      '/',
      '/emplois',
      '/recherche?q=secret',
      '/emplois.atom',
      '/sitemap-0.xml',
      '/messages',
    ])
      expect(await (await fetch(hub.origin + path)).text()).not.toContain('Un secret')
    for (const list of ['outbox?page=true', 'featured', 'followers'])
      for (const handle of ['hub', 'emplois', 'forum'])
        expect(await (await fetch(`${hub.actor(handle)}/${list}`)).text()).not.toContain(note.id)
    expect(peer.inbox).toEqual([])
  })

  test('who deletes before it arrives is not read at all', async () => {
    const note = letter('<p>Trop tard</p>')
    await peer.say(inbox, 'Delete', { id: note.id, type: 'Tombstone' })
    await peer.say(inbox, 'Create', note)
    expect((await open()).map(({ apId }) => apId)).not.toContain(note.id)
  })

  test('who leaves for good takes all messages along', async () => {
    await peer.say(inbox, 'Create', letter('<p>Encore</p>'))
    await peer.say(inbox, 'Delete', peer.id)
    expect(await open()).toEqual([])
  })
})
