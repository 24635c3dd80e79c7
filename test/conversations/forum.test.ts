import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import { publish } from '../../server/entries/commands.ts'
import { loadEntry, type Entry } from '../../server/entries/load.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import type { JsonObject } from '../../server/federation/json-object.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { heldTopics } from '../../server/moderation/entry-things.ts'
import { note } from '../attacks/words.ts'
import { drafted, person } from '../support/publish.ts'
import { announcesOf, openForum, type Forum } from './forum.ts'

// A thread of the forum, over real sockets: what Mastodon's followers hear of it, and what forum software does.

let forum: Forum
let member: Viewer
beforeAll(async () => {
  forum = await openForum()
  const { deps } = forum.world.hub
  member = await person(deps, 'member')
  await becomePerson(deps, member, 'camille')
  await deps.db.write(deps.hub.steps({ holdComments: 'never' }, null, deps.now()))
  await deps.hub.reload()
})
afterAll(() => forum.world.close())

const kept = (apId: unknown): Promise<Entry | undefined> =>
  loadEntry(forum.world.hub.deps, eq(entries.apId, String(apId)))
const page = async (path: string) => {
  const { status, body } = await forum.world.raw('GET', path, { accept: 'text/html' })
  return { status, body }
}

/** A member answers, and it leaves. */
async function answer({ envelope }: Entry, body: string): Promise<string> {
  const { deps } = forum.world.hub
  const id = deps.newId()
  await writeComment(deps, member, envelope, { id, parentId: null, body })
  await forum.world.quiet()
  return `${forum.world.hub.origin}/ap/objects/${id}`
}

describe('a note of Mastodon that mentions the forum', () => {
  let object: JsonObject
  let create: JsonObject
  let entry: Entry

  test('waits for a moderator: nobody else sees it, and nobody is told', async () => {
    forum.forget()
    object = forum.topic(forum.bob)
    create = await forum.send(forum.bob, 'Create', object)
    entry = (await kept(object['id'])) as Entry
    expect(entry.envelope).toMatchObject({ kind: 'topic', state: 'review', title: 'Qui répare les vélos ?' })
    expect((await page('/forum')).body).not.toContain('vélos')
    expect((await page(entry.envelope.path)).status).toBe(404)
    expect((await page('/recherche?q=vélos')).body).not.toContain(entry.envelope.path)
    expect(await heldTopics(forum.world.hub.deps, 1, 50)).toHaveLength(1)
    expect([...forum.heard.lemmy, ...forum.heard.mastodon]).toEqual([])
  })

  test('accepted, it stands in the forum, and is announced once: by its address, or whole', async () => {
    await forum.decided('accepted')
    expect((await page('/forum')).body).toContain('Qui répare les vélos')
    expect((await page(entry.envelope.path)).body).toContain('grince')
    const { lemmy, mastodon } = forum.heard
    expect(announcesOf(mastodon, object['id'])).toEqual({ bare: [object['id']], whole: [] })
    expect(announcesOf(lemmy, object['id'])).toEqual({ bare: [], whole: [create] })
    const outbox = await forum.world.raw('GET', '/ap/actors/forum/outbox?page=true', {})
    expect(JSON.parse(outbox.body)).toMatchObject({ orderedItems: [{ object: object['id'] }] })
  })

  test('is answered here: its author hears the answer, forum software gets it as it left, and no follower a boost', async () => {
    forum.forget()
    const id = await answer((await kept(object['id'])) as Entry, 'Chez nous, le samedi.')
    const [direct] = forum.heard.mastodon
    expect(forum.heard.mastodon).toHaveLength(1)
    expect(direct).toMatchObject({ type: 'Create', object: { id, inReplyTo: object['id'] } })
    expect(direct?.['proof']).toBeDefined()
    expect(announcesOf(forum.heard.lemmy, id).whole).toEqual([direct])
    expect(forum.heard.lemmy).toHaveLength(1)
  })

  test('is answered from elsewhere: forum software gets what its author signed, and its changes, and its end', async () => {
    forum.forget()
    const id = forum.world.fresh(forum.bob, 'notes')
    const said = note(forum.bob, id, String(object['id']), { 'x:odd': { b: [1, 2], a: null } })
    const created = await forum.send(forum.bob, 'Create', said)
    const changed = { ...said, content: '<p>Autrement</p>', updated: '2026-11-23T07:30:00Z' }
    const updated = await forum.send(forum.bob, 'Update', changed)
    const deleted = await forum.send(forum.bob, 'Delete', id)
    expect(announcesOf(forum.heard.lemmy, id).whole).toEqual([created, updated, deleted])
    expect(forum.heard.lemmy).toHaveLength(3)
    expect(forum.heard.mastodon).toEqual([])
  })

  test('changed by its author, it waits again, and is not announced a second time', async () => {
    forum.forget()
    const changed = { ...object, content: '<p>Qui répare les tandems ?</p>', updated: '2026-11-23T08:00:00Z' }
    const update = await forum.send(forum.bob, 'Update', changed)
    expect((await page(entry.envelope.path)).status).toBe(404)
    expect([...forum.heard.lemmy, ...forum.heard.mastodon]).toEqual([])
    await forum.decided('accepted')
    expect((await page(entry.envelope.path)).body).toContain('Qui répare les tandems')
    expect(forum.heard.mastodon).toEqual([])
    expect(announcesOf(forum.heard.lemmy, object['id']).whole).toEqual([update])
  })

  test('taken back by its author, even while it waits, it is so for all who were told', async () => {
    const changed = { ...object, content: '<p>Autre chose</p>', updated: '2026-11-23T08:30:00Z' }
    await forum.send(forum.bob, 'Update', changed)
    forum.forget()
    const deleted = await forum.send(forum.bob, 'Delete', object['id'])
    expect(await kept(object['id'])).toBeUndefined()
    expect((await page(entry.envelope.path)).status).toBe(410)
    const undo = forum.heard.mastodon.filter(({ type }) => type === 'Undo')
    expect(undo).toMatchObject([{ object: { type: 'Announce', object: object['id'] } }])
    expect(announcesOf(forum.heard.lemmy, object['id']).whole).toEqual([deleted])
  })
})

test('a post of Lemmy in our community is a topic; its first line need not be guessed', async () => {
  forum.forget()
  const id = forum.world.fresh(forum.ana, 'post')
  const group = forum.world.hub.actor('forum')
  const { tag: _, ...own } = forum.topic(forum.ana)
  const post = { ...own, id, type: 'Page', name: 'Un vélo à donner', audience: group, cc: [group] }
  const create = await forum.send(forum.ana, 'Create', { ...post, attachment: [], mediaType: 'text/html' })
  await forum.decided('accepted')
  expect((await kept(id))?.envelope.title).toBe('Un vélo à donner')
  expect(announcesOf(forum.heard.lemmy, id)).toEqual({ bare: [], whole: [create] })
  expect(announcesOf(forum.heard.mastodon, id).bare).toEqual([id])
  // Known from now on: what she begins next appears at once.
  const next = forum.topic(forum.ana)
  await forum.send(forum.ana, 'Create', next)
  expect((await kept(next['id']))?.envelope.state).toBe('published')
})

test('a topic that is refused is gone, never announced, and does not come back', async () => {
  forum.forget()
  const carla = forum.mastodon.actor('carla')
  const object = forum.topic(carla)
  await forum.send(carla, 'Create', object)
  await forum.decided('refused', 'Hors sujet')
  await forum.send(carla, 'Create', object)
  await forum.send(carla, 'Update', object)
  expect(await kept(object['id'])).toBeUndefined()
  expect([...forum.heard.lemmy, ...forum.heard.mastodon]).toEqual([])
})

describe('a topic that a member begins', () => {
  test('is said by them, announced by address, and whole to forum software; its answers are passed on whole', async () => {
    forum.forget()
    const { deps } = forum.world.hub
    await deps.db.write(deps.hub.steps({ holdTopics: 'never' }, null, deps.now()))
    await deps.hub.reload()
    const entry = await publish(deps, member, await drafted(deps, member, 'topic', { title: 'Un café ?' }))
    await forum.world.quiet()
    const { apId } = entry.envelope
    const { lemmy, mastodon } = forum.heard
    expect(announcesOf(mastodon, apId)).toEqual({ bare: [apId], whole: [] })
    const [whole] = announcesOf(lemmy, apId).whole
    expect(announcesOf(lemmy, apId)).toMatchObject({ bare: [], whole: [{ type: 'Create' }] })
    const group = forum.world.hub.actor('forum')
    const author = forum.world.hub.actor('camille')
    const page = { type: 'Page', attributedTo: author, audience: group, name: 'Un café ?' }
    expect(whole).toMatchObject({ actor: author, object: page, proof: { type: 'DataIntegrityProof' } })

    forum.forget()
    const reply = note(forum.ana, forum.world.fresh(forum.ana, 'comment'), apId, { audience: group })
    const create = await forum.send(forum.ana, 'Create', reply)
    expect(announcesOf(forum.heard.lemmy, reply['id']).whole).toEqual([create])
    expect(forum.heard.mastodon).toEqual([])

    forum.forget()
    await withdraw(deps, member, entry)
    await forum.world.quiet()
    expect(announcesOf(forum.heard.lemmy, apId).whole).toMatchObject([{ type: 'Delete' }])
  })

  test('who has no name elsewhere stays here: nothing leaves, and no address answers', async () => {
    forum.forget()
    const { deps } = forum.world.hub
    const quiet = await person(deps, 'member')
    const draft = await drafted(deps, quiet, 'topic', { title: 'Entre nous' })
    const { envelope } = await publish(deps, quiet, draft)
    await forum.world.quiet()
    expect([...forum.heard.lemmy, ...forum.heard.mastodon]).toEqual([])
    expect((await forum.world.raw('GET', `/ap/objects/${envelope.id}`, {})).status).toBe(404)
    expect((await page(envelope.path)).body).toContain('Entre nous')
    expect((await page(envelope.path)).body).not.toContain('/ap/objects/')
  })
})

test('news go to forum software whole, and to the others by their address, as ever', async () => {
  forum.forget()
  const { envelope } = await forum.world.hub.publish('news', { title: 'Une fête', summary: 'Samedi.' })
  await forum.world.quiet()
  const { apId } = envelope
  expect(announcesOf(forum.heard.lemmy, apId)).toMatchObject({ bare: [], whole: [{ type: 'Create' }] })
  expect(announcesOf(forum.heard.mastodon, apId)).toEqual({ bare: [apId], whole: [] })
})
