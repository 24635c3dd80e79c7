import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { setCommentState, thread, writeComment, type Comment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { openPeer, type Peer } from '../peers/fedify.ts'
import { readConversations } from '../support/conversations.ts'
import { monday } from '../support/deps.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { arrival, follow } from '../support/network.ts'
import { person } from '../support/publish.ts'
import { openSite } from '../support/site.ts'
import { until } from '../support/until.ts'

// Two hubs and two servers of another software: each hears a part of a conversation, and finds the rest.

let amont: TestHub
let aval: TestHub
let amel: Peer
let zoe: Peer
let camille: Viewer
let here: Entry
let there: Entry
beforeAll(async () => {
  vi.setSystemTime(monday)
  const sites = [await openSite(), await openSite(), await openSite(), await openSite()] as const
  amont = await openHubAt(sites[0], { handle: 'amont', neighbours: sites })
  aval = await openHubAt(sites[1], { handle: 'aval', neighbours: sites })
  amel = await openPeer(sites[2])
  zoe = await openPeer(sites[3], { handle: 'zoe' })
  for (const { deps } of [amont, aval]) {
    await deps.db.write(deps.hub.steps({ holdComments: 'never' }, null, deps.now()))
    await deps.hub.reload()
  }
  await follow(aval, amont.actor('emplois'))
  here = await amont.publish('job', { title: 'Un poste' })
  there = await arrival(aval, here)
  camille = await person(aval.deps, 'member')
  await becomePerson(aval.deps, camille, 'camille')
})
afterAll(async () => {
  vi.useRealTimers()
  await amont.stop()
  await aval.stop()
  await amel.stop()
  await zoe.stop()
})

async function read(hub: TestHub): Promise<void> {
  await readConversations(hub, hub === amont ? aval : amont)
  vi.setSystemTime(hub.deps.now())
}
const shownAt = async (hub: TestHub, entry: Entry): Promise<Comment[]> =>
  thread(hub.deps.db, null, entry.envelope.n)
const words = (comments: Comment[]) => comments.map(({ html }) => /(\w+)<\/p>/.exec(html)?.[1])
const note = (by: Peer, word: string, inReplyTo: string, more: Record<string, unknown> = {}) =>
  by.write({ type: 'Note', content: `<p>${word}</p>`, inReplyTo, published: '2026-11-23T07:30:00Z', ...more })
/** Addresses in the context of an entry, page by page. */
async function contextOf(entry: Entry): Promise<string[]> {
  const items: string[] = []
  let next: string | undefined = `${entry.envelope.apId}/context?page=true`
  while (next !== undefined) {
    const page = (await (await fetch(next)).json()) as { orderedItems: string[]; next?: string }
    items.push(...page.orderedItems)
    next = page.next
  }
  return items
}

describe('an answer that was sent to one hub alone', () => {
  let theirs: string
  let ours: string
  let nested: string

  test('is found by the hub that follows the other, in the context of the entry, and read at its author’s', async () => {
    theirs = note(zoe, 'Un', here.envelope.apId).id
    const object = note(zoe, 'Un', here.envelope.apId, { id: theirs })
    await zoe.say(amont.actor('emplois'), 'Create', object)
    expect(words(await shownAt(amont, here))).toEqual(['Un'])
    expect(await shownAt(aval, there)).toEqual([])
    await read(aval)
    const [found] = await shownAt(aval, there)
    expect(found).toMatchObject({ html: '<p>Un</p>', author: { handle: `@zoe@${zoe.host}` }, state: 'shown' })
  })

  test('is found by the hub of the entry, in the replies of an answer that it has', async () => {
    ours = aval.deps.newId()
    await writeComment(aval.deps, camille, there.envelope, { id: ours, parentId: null, body: 'Deux' })
    aval.federation.wake()
    await until('the answer', async () => (await shownAt(amont, here)).length === 2)
    const parent = `${aval.origin}/ap/objects/${ours}`
    const object = note(amel, 'Trois', parent, { published: '2026-11-23T08:30:00Z' })
    nested = object.id
    await amel.say(aval.actor('camille'), 'Create', object)
    expect(words(await shownAt(aval, there))).toEqual(['Un', 'Deux', 'Trois'])
    await read(amont)
    const [, second, third] = await shownAt(amont, here)
    expect(third).toMatchObject({ html: '<p>Trois</p>', parentN: second?.n, url: null })
  })

  test('stands in the context of the entry from then on, oldest first, behind the entry', async () => {
    expect(await contextOf(here)).toEqual([
      here.envelope.apId,
      theirs,
      `${aval.origin}/ap/objects/${ours}`,
      nested,
    ])
  })

  test('comes once, however often a conversation is read, and what is read later is read later and later', async () => {
    const begin = aval.deps.now()
    const readings = async () => {
      const sql = "SELECT next_at - ? AS wait FROM errands WHERE type = 'conversation'"
      return (await aval.deps.db.query(sql, [aval.deps.now()])).rows.map(({ wait }) => Number(wait))
    }
    const waits: number[] = []
    for (let [wait] = await readings(); wait !== undefined; [wait] = await readings()) {
      waits.push(wait)
      await read(aval)
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(aval.deps.now() - begin).toBeLessThan(14 * 86_400_000)
    expect(await shownAt(aval, there)).toHaveLength(3)
  })
})

describe('an answer to an answer that never came', () => {
  test('is a message at first, and a comment once the way up to the entry is found', async () => {
    const entry = await amont.publish('job', { title: 'Un autre poste' })
    const lost = note(zoe, 'Perdue', entry.envelope.apId)
    const middle = note(zoe, 'Suivante', lost.id)
    const mention = { type: 'Mention', href: amont.actor('emplois'), name: `@emplois@${amont.host}` }
    const last = note(amel, 'Reçue', middle.id, { tag: [mention] })
    await amel.say(amont.actor('emplois'), 'Create', last)
    const messages = async () => (await amont.deps.db.query('SELECT ap_id FROM messages')).rows.length
    expect([await messages(), await shownAt(amont, entry)]).toEqual([1, []])
    await read(amont)
    const found = await shownAt(amont, entry)
    expect(found.map(({ html }) => html)).toEqual(['<p>Perdue</p>', '<p>Suivante</p>', '<p>Reçue</p>'])
    expect(found.map(({ parentN }) => parentN)).toEqual([null, found[0]?.n, found[1]?.n])
    expect(await messages()).toBe(0)
  })

  test('stays a message, if that way leads elsewhere', async () => {
    const stray = note(zoe, 'Ailleurs', 'https://elsewhere.test/1')
    const mention = { type: 'Mention', href: amont.actor('emplois'), name: `@emplois@${amont.host}` }
    await amel.say(amont.actor('emplois'), 'Create', note(amel, 'Pour vous', stray.id, { tag: [mention] }))
    await read(amont)
    const { rows } = await amont.deps.db.query('SELECT html FROM messages')
    expect(rows.map(({ html }) => html)).toEqual(['<p>Pour vous</p>'])
  })
})

describe('what a conversation of ours lists', () => {
  test('is only what everybody may read: nothing that is held, hidden or erased, nor of those who are no actors', async () => {
    const entry = await amont.publish('job', { title: 'Un troisième poste' })
    const written: Comment[] = []
    for (const word of ['Vue', 'Retenue', 'Masquee', 'Effacee']) {
      await zoe.say(amont.actor('emplois'), 'Create', note(zoe, word, entry.envelope.apId))
      written.splice(0, 4, ...(await shownAt(amont, entry)))
    }
    const nobody = await person(amont.deps, 'member')
    await writeComment(amont.deps, nobody, entry.envelope, {
      id: amont.deps.newId(),
      parentId: null,
      body: 'Ici',
    })
    const states = ['shown', 'held', 'hidden', 'deleted'] as const
    for (const [at, state] of states.entries())
      await amont.deps.db.write(setCommentState(amont.deps.db, written[at]?.id ?? '', state))
    const [seen] = written
    const { rows } = await amont.deps.db.query('SELECT ap_id FROM comments WHERE n = ?', [seen?.n ?? 0])
    expect(await contextOf(entry)).toEqual([entry.envelope.apId, rows[0]?.['ap_id']])
    const collection = (await (await fetch(`${entry.envelope.apId}/context`)).json()) as Record<
      string,
      unknown
    >
    expect(collection).toMatchObject({ totalItems: 2, attributedTo: amont.actor('emplois') })
    await amont.withdraw(entry)
    expect((await fetch(`${entry.envelope.apId}/context`)).status).toBe(410)
    expect((await fetch(`${amont.origin}/ap/objects/${amont.deps.newId()}/context`)).status).toBe(404)
  })
})
