import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../db/schema/entries.ts'
import { decisions } from '../../db/schema/moderation.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { becomePerson } from '../../server/federation/members.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { entryById } from '../../server/entries/queries.ts'
import { submitted } from '../support/form.ts'
import { person, published } from '../support/publish.ts'
import { openRooms, type Rooms } from './rooms.ts'

// A topic that a member begins by the form, and what a moderator makes of it.

let rooms: Rooms
let moderator: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  await rooms.deps.db.write(await foundingActors(rooms.deps, { handle: 'hub', name: 'Le hub' }))
  moderator = await person(rooms.deps, 'moderator')
})
afterAll(() => rooms.close())

/** What the form of a page that leads there would send as it stands. */
function fieldsOfForm(html: string, action: string): Record<string, string> {
  const form = html.split('<form ').find((part) => part.includes(`action="${action}"`)) ?? ''
  const sent = submitted(form.slice(0, form.indexOf('</form>')))
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]))
}

/** By the form, as it stands on the page. */
async function begin(viewer: Viewer, title: string, change: Record<string, string> = {}) {
  const browser = rooms.as(viewer)
  const { text } = await browser.get('/forum/nouveau')
  const { id = '' } = fieldsOfForm(text, '/forum/nouveau')
  const sent = { title, language: 'fr', purpose: 'question', outcome: 'publish', ...change }
  const answer = await browser.post('/forum/nouveau', { id, ...sent })
  return { id, answer }
}
const stateOf = async (id: string) => (await entryById(rooms.deps, id))?.envelope.state
const decide = (id: string, fields: Record<string, string>) =>
  rooms.as(moderator).post(`/moderation/fiches/${id}/decision`, fields)
const rule = async (change: Record<string, string>) => {
  await rooms.deps.db.write(rooms.deps.hub.steps(change, null, rooms.deps.now()))
  await rooms.deps.hub.reload()
}
const forum = async (viewer?: Viewer) => (await rooms.as(viewer).get('/forum')).text

describe('any member', () => {
  test('begins a topic from the list; a visitor is not offered that, and is asked to log in', async () => {
    const member = await person(rooms.deps, 'member')
    expect(await forum(member)).toContain('href="/forum/nouveau"')
    expect(await forum()).not.toContain('href="/forum/nouveau"')
    expect((await rooms.as().get('/forum/nouveau')).status).toBe(401)
    expect((await rooms.as(member).get('/emplois/nouveau')).status).toBe(403)
  })

  test('is told where it will be read, and that it waits', async () => {
    const member = await person(rooms.deps, 'member')
    const { text } = await rooms.as(member).get('/forum/nouveau')
    expect(text).toContain('href="/compte/fedivers"')
    expect(text).toContain('sera relu par une personne qui modère')
    await becomePerson(rooms.deps, member, 'dominique')
    expect((await rooms.as(member).get('/forum/nouveau')).text).not.toContain('href="/compte/fedivers"')
  })

  test('speaks for themselves or their own organisation, and for no other', async () => {
    const hosted = await published(rooms.deps, await person(rooms.deps, 'admin'), 'organisation', {
      title: 'La fabrique',
    })
    const member = await person(rooms.deps, 'member')
    const { id, answer } = await begin(member, 'Au nom d’autrui', { organisation: hosted.envelope.id })
    expect(answer.status).toBe(403)
    expect(await stateOf(id)).toBeUndefined()
  })
})

describe('the first topic of a member', () => {
  test('waits: its author sees it, moderators have it in their queue, nobody else finds it', async () => {
    const member = await person(rooms.deps, 'member')
    const { id, answer } = await begin(member, 'Où trouver des palettes ?')
    expect(answer.status).toBe(303)
    expect(await stateOf(id)).toBe('review')
    expect((await rooms.as(member).get(`/forum/${id}`)).status).toBe(200)
    for (const other of [undefined, await person(rooms.deps, 'member')])
      expect((await rooms.as(other).get(`/forum/${id}`)).status).toBe(404)
    expect(await forum()).not.toContain('palettes')
    expect((await rooms.as(moderator).get('/moderation')).text).toContain('Où trouver des palettes')
    // Its author cannot let it through, and other members cannot decide.
    expect((await rooms.as(member).post(`/forum/${id}/publication`, {})).status).toBe(403)
    expect((await rooms.as(member).post(`/moderation/fiches/${id}/decision`, {})).status).toBe(403)
    expect(await stateOf(id)).toBe('review')
  })

  test('accepted, is published under its author’s name, is recorded, and opens the way to the next', async () => {
    const member = await person(rooms.deps, 'member')
    const { id } = await begin(member, 'Un four à pain commun')
    expect((await decide(id, { outcome: 'accepted' })).status).toBe(303)
    expect(await forum()).toContain('Un four à pain commun')
    const page = await rooms.as().get((await entryById(rooms.deps, id))?.envelope.path ?? '')
    expect(page.text).toContain(member.name)
    const recorded = await rooms.deps.db.read
      .select()
      .from(decisions)
      .where(eq(decisions.subjectId, `/ap/objects/${id}`))
    expect(recorded).toMatchObject([{ action: 'topic-accepted', by: moderator.id }])
    const next = await begin(member, 'Un deuxième four')
    expect(await stateOf(next.id)).toBe('published')
  })

  test('refused with a reason, is a draft again that says why; without one, nothing is decided', async () => {
    const member = await person(rooms.deps, 'member')
    const { id } = await begin(member, 'Achetez mes vélos')
    expect((await decide(id, { outcome: 'refused' })).status).toBe(422)
    expect(await stateOf(id)).toBe('review')
    expect((await decide(id, { outcome: 'refused', reason: 'C’est une annonce' })).status).toBe(303)
    expect(await stateOf(id)).toBe('draft')
    expect((await rooms.as(member).get(`/forum/${id}`)).text).toContain('C’est une annonce')
    expect((await rooms.as(moderator).get('/moderation/decisions')).text).toContain('Sujet refusé')
  })

  test('is decided on as it was read: what its author changed meanwhile is read first', async () => {
    const member = await person(rooms.deps, 'member')
    const { id } = await begin(member, 'Version lue')
    const queue = (await rooms.as(moderator).get('/moderation')).text
    const { lu = '' } = fieldsOfForm(queue, `/moderation/fiches/${id}/decision`)
    const revision = String((await entryById(rooms.deps, id))?.envelope.revision)
    const change = { id, revision, title: 'Tout autre chose', language: 'fr', outcome: 'publish' }
    await rooms.as(member).post(`/forum/${id}/modifier`, { ...change, purpose: 'idea' })
    expect((await decide(id, { outcome: 'accepted', lu })).status).toBe(409)
    expect(await stateOf(id)).toBe('review')
  })
})

describe('the hub’s rule', () => {
  test.each([
    ['never', 'published'],
    ['always', 'review'],
  ])('%s: a topic of a member is then %s', async (holdTopics, state) => {
    await rule({ holdTopics })
    const member = await person(rooms.deps, 'member')
    const first = await begin(member, `Sous la règle ${holdTopics}`)
    if (holdTopics === 'always') await decide(first.id, { outcome: 'accepted' })
    expect(await stateOf((await begin(member, `Encore ${holdTopics}`)).id)).toBe(state)
    const editor = await person(rooms.deps, 'editor')
    expect(await stateOf((await begin(editor, `Éditrice ${holdTopics}`)).id)).toBe('published')
    await rule({ holdTopics: 'first' })
  })

  test('is set in the settings, and a form that knows nothing of it leaves it', async () => {
    const admin = rooms.as(await person(rooms.deps, 'admin'))
    const known = fieldsOfForm((await admin.get('/reglages')).text, '/reglages')
    await admin.post('/reglages', { ...known, holdTopics: 'always', outsideTopics: 'refused' })
    expect(rooms.deps.hub.settings).toMatchObject({ holdTopics: 'always', outsideTopics: 'refused' })
    const { holdTopics: _, outsideTopics: __, ...older } = known
    expect((await admin.post('/reglages', older)).status).toBe(303)
    expect(rooms.deps.hub.settings).toMatchObject({ holdTopics: 'always', outsideTopics: 'refused' })
    expect((await admin.post('/reglages', { ...known, outsideTopics: 'tout' })).status).toBe(422)
    await rule({ holdTopics: 'first', outsideTopics: 'first' })
  })
})

describe('its author', () => {
  test('closes it: nobody answers any more, by the page or by an old form', async () => {
    await rule({ holdTopics: 'never' })
    const [member, other] = [await person(rooms.deps, 'member'), await person(rooms.deps, 'member')]
    const { id } = await begin(member, 'Sujet à clore')
    const path = (await entryById(rooms.deps, id))?.envelope.path ?? ''
    const answers = { id: rooms.deps.newId(), body: 'Trop tard' }
    expect((await rooms.as(other).post(`${path}/cloture`, {})).status).toBe(403)
    expect((await rooms.as(member).post(`${path}/cloture`, {})).status).toBe(303)
    const { text } = await rooms.as(other).get(path)
    expect(text).toContain('Cette discussion est close')
    expect(text).not.toContain(`action="${path}/commentaires`)
    expect((await rooms.as(other).post(`${path}/commentaires`, answers)).status).toBe(409)
    await rule({ holdTopics: 'first' })
  })

  test('withdraws it, without asking a moderator', async () => {
    await rule({ holdTopics: 'never' })
    const member = await person(rooms.deps, 'member')
    const { id } = await begin(member, 'Sujet à retirer')
    const path = (await entryById(rooms.deps, id))?.envelope.path ?? ''
    expect((await rooms.as(member).get(`${path}/retirer`)).status).toBe(200)
    expect((await rooms.as(member).post(path, { _method: 'DELETE' })).status).toBe(303)
    expect((await rooms.as().get(path)).status).toBe(410)
    await rule({ holdTopics: 'first' })
  })

  test('does not change what others have read', async () => {
    await rule({ holdTopics: 'never' })
    const member = await person(rooms.deps, 'member')
    const { id } = await begin(member, 'Sujet lu')
    const path = (await entryById(rooms.deps, id))?.envelope.path ?? ''
    expect((await rooms.as(member).get(`${path}/modifier`)).status).toBe(403)
    const [row] = await rooms.deps.db.read.select().from(entries).where(eq(entries.id, id))
    expect(row?.title).toBe('Sujet lu')
    await rule({ holdTopics: 'first' })
  })
})
