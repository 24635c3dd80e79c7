import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { comments, events } from '../../db/schema/entries.ts'
import { decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { commentAt, reviseComment } from '../../server/entries/received-comments.ts'
import { becomePerson } from '../../server/federation/members.ts'
import type { Settings } from '../../server/hub/hub.ts'
import { person, published } from '../support/publish.ts'
import { formIn } from '../web/pages.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
let entry: Entry
beforeAll(async () => {
  rooms = await openRooms()
  moderator = await person(rooms.deps, 'moderator')
  entry = await published(rooms.deps, await person(rooms.deps, 'editor'), 'news', { title: 'Une fête' })
})
afterAll(() => rooms.close())

const none: Partial<Settings> = {
  ...{ holdComments: 'never', holdLinks: null, holdDomains: '', holdWords: '', holdHosts: '' },
  holdMembers: true,
}
async function rules(changes: Partial<Settings>): Promise<void> {
  const { db, hub, now } = rooms.deps
  await db.write(hub.steps({ ...none, ...changes }, null, now()))
  await hub.reload()
}
beforeEach(() => rules({}))

const rowOf = async (id: string) =>
  (await rooms.deps.db.read.select().from(comments).where(eq(comments.id, id)))[0]

async function received(words: string, host = 'loin.example') {
  const author = await stranger(rooms.deps, host, `u${rooms.deps.newId().slice(-6)}`)
  const { id } = await answerFrom(rooms.deps, author, entry.envelope.id, words)
  return { id, author, row: await rowOf(id) }
}

async function written(author: Viewer, body: string, parentId: string | null = null) {
  const id = rooms.deps.newId()
  await writeComment(rooms.deps, author, entry.envelope, { id, parentId, body })
  return { id, row: await rowOf(id) }
}

const queue = async () => (await rooms.as(moderator).get('/moderation')).text

describe('an answer from another server waits, and moderators read why,', () => {
  test.each<[string, Partial<Settings>, string, string, string]>([
    [
      'a word of the list',
      { holdWords: 'Crédit facile' },
      'CREDIT facile!',
      'words',
      'contient «\u00a0Crédit facile\u00a0»',
    ],
    [
      'too many links',
      { holdLinks: 1 },
      'https://a.example/1 https://a.example/2',
      'links',
      'contient 2 liens',
    ],
    [
      'a listed domain',
      { holdDomains: 'court.example' },
      'Voyez www.court.example',
      'domain',
      'mène vers court.example',
    ],
    ['its server', { holdHosts: 'loin.example' }, 'Bonjour', 'host', 'vient de loin.example'],
    [
      'its author, unknown yet',
      { holdComments: 'first' },
      'Enchantée',
      'first-contact',
      'première réponse de cette personne',
    ],
    [
      'the rule to read all',
      { holdComments: 'always' },
      'Encore',
      'everything',
      'toutes les réponses sont relues',
    ],
  ])('for %s', async (_, changes, words, rule, told) => {
    expect((await received(words)).row?.state).toBe('shown')
    await rules(changes)
    const { row } = await received(words)
    expect([row?.state, row?.heldFor?.split(' ')[0]]).toEqual(['held', rule])
    expect(await queue()).toContain(told)
  })

  test('for what stands in its content warning', async () => {
    await rules({ holdWords: 'casino' })
    const { author, row } = await received('Bonjour')
    const known = await commentAt(rooms.deps.db, row?.apId ?? '')
    if (known === undefined) throw new Error('The answer was not kept.')
    const revised = { html: '<p>Bonjour</p>', summary: 'Casino', language: 'fr', saidAt: rooms.deps.now() }
    await rooms.deps.db.write(await reviseComment(rooms.deps, { ...known, actorN: author.n }, revised))
    expect(await rowOf(row?.id ?? '')).toMatchObject({ state: 'held', heldFor: 'words casino' })
  })

  test('for a host under a listed one, and not for one that only looks like it', async () => {
    await rules({ holdHosts: 'grand.example' })
    expect((await received('Bonjour', 'a.grand.example')).row?.state).toBe('held')
    expect((await received('Bonjour', 'pasgrand.example')).row?.state).toBe('shown')
  })
})

test('other words in the place of those that were shown pass the same rules', async () => {
  const { author, row } = await received('Bonjour')
  await rules({ holdLinks: 0 })
  const known = await commentAt(rooms.deps.db, row?.apId ?? '')
  if (known === undefined) throw new Error('The answer was not kept.')
  const revised = { html: '<p>https://a.example</p>', summary: '', language: 'fr', saidAt: rooms.deps.now() }
  await rooms.deps.db.write(await reviseComment(rooms.deps, { ...known, actorN: author.n }, revised))
  expect(await rowOf(row?.id ?? '')).toMatchObject({ state: 'held', heldFor: 'links 1' })
})

describe('an answer of a member', () => {
  test('waits for a word or a link, is told so, and is seen by its author and moderators alone', async () => {
    await rules({ holdWords: 'promo', holdComments: 'always', holdHosts: 'hub.example' })
    const member = await person(rooms.deps, 'member')
    expect((await written(member, 'Rien à vendre')).row?.state).toBe('shown')
    const browser = rooms.as(member)
    const action = `${entry.envelope.path}/commentaires`
    const form = formIn(await browser.get(entry.envelope.path), action)
    const sent = await browser.post(action, { ...form, body: 'Super PROMO' })
    expect(sent.status).toBe(303)
    const page = (await browser.get(entry.envelope.path)).text
    expect(page).toContain('Votre réponse attend une relecture.')
    expect(page).toContain('celles qui modèrent la voient')
    expect((await rooms.as().get(entry.envelope.path)).text).not.toContain('Super PROMO')
    expect((await rooms.as(await person(rooms.deps, 'member')).get(entry.envelope.path)).text).not.toContain(
      'Super PROMO',
    )
  })

  test('does not wait if they publish or moderate, nor where the rules are for strangers', async () => {
    await rules({ holdWords: 'promo' })
    for (const role of ['editor', 'moderator', 'admin'] as const)
      expect((await written(await person(rooms.deps, role), 'Promo')).row?.state).toBe('shown')
    const member = await person(rooms.deps, 'member')
    const speaking = { ...member, memberships: [{ organisationId: 'x', role: 'editor' as const }] }
    expect((await written(speaking, 'Promo')).row?.state).toBe('shown')
    await rules({ holdWords: 'promo', holdMembers: false })
    expect((await written(await person(rooms.deps, 'member'), 'Promo')).row?.state).toBe('shown')
  })

  test('waits with the one that it answers', async () => {
    await rules({ holdWords: 'promo' })
    const member = await person(rooms.deps, 'member')
    const first = await written(member, 'Promo')
    const quick = await person(rooms.deps, 'moderator')
    expect((await written(quick, 'À voir', first.id)).row).toMatchObject({ state: 'held', heldFor: 'thread' })
    expect((await written(member, 'Je précise', first.id)).row).toMatchObject({
      state: 'held',
      heldFor: 'thread',
    })
  })

  test('leaves for other servers once it is shown, once, and not before', async () => {
    const { deps } = rooms
    await rules({ holdWords: 'promo' })
    const member = await person(deps, 'member')
    await becomePerson(deps, member, 'promeneuse')
    const { id } = await written(member, 'Promo')
    const told = () => deps.db.read.select().from(events).where(eq(events.subject, id))
    expect(await told()).toEqual([])
    const decide = (outcome: string) =>
      rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, { outcome, reason: 'Vu' })
    expect((await decide('hidden')).status).toBe(303)
    // What never left is not taken back.
    expect(await told()).toEqual([])
    expect(
      (await Promise.all([decide('shown'), decide('shown')])).map(({ status }) => status).toSorted(),
    ).toEqual([303, 409])
    expect((await told()).map(({ type }) => type)).toEqual(['comment.published'])
  })
})

describe('the page of the rules', () => {
  const save = (viewer: Viewer | undefined, fields: Record<string, string>) =>
    rooms.as(viewer).post('/moderation/regles', { links: '', words: '', domains: '', hosts: '', ...fields })

  test('keeps what a moderator writes, in one spelling, and notes who changed it and why', async () => {
    const sent = {
      words: ' Crédit   facile \r\n\r\nCasino',
      domains: 'HTTPS://Court.Example/x\nexämple.org',
      links: '2',
    }
    expect((await save(moderator, { ...sent, why: 'Vague de publicité' })).status).toBe(303)
    expect(rooms.deps.hub.settings).toMatchObject({
      ...{ holdWords: 'Crédit facile\nCasino', holdDomains: 'court.example\nxn--exmple-cua.org' },
      ...{ holdLinks: 2, holdMembers: false },
    })
    const [noted] = await rooms.deps.db.read
      .select()
      .from(decisions)
      .where(eq(decisions.action, 'rules-changed'))
    expect(noted).toMatchObject({ by: moderator.id, reason: 'Vague de publicité' })
    const page = await rooms.as(moderator).get('/moderation/regles')
    expect(page.text).toContain('Crédit facile\nCasino')
  })

  test.each([
    ['words', `bien\n${'x'.repeat(81)}`, 'xxx'],
    ['words', '!!!', '!!!'],
    ['domains', 'org', 'org'],
    ['hosts', 'pas un hôte', 'pas un hôte'],
    ['words', Array.from({ length: 10_000 }, (_, at) => `(a+)+$${at}`).join('\n'), '1000 au plus'],
  ])('names the line of %s that cannot be kept, and keeps all that was typed', async (field, typed, told) => {
    const sent = await save(moderator, { [field]: typed, links: '3' })
    expect(sent.status).toBe(422)
    expect(sent.text).toContain(`id="f-${field}-error"`)
    expect(sent.text).toContain(told)
    expect(sent.text).toMatch(/<option value="3" selected/)
    expect(rooms.deps.hub.settings).toMatchObject(none)
  })

  test('is for moderators', async () => {
    expect((await save(undefined, {})).status).toBe(401)
    for (const role of ['editor', 'facilitator', 'member'] as const)
      expect((await save(await person(rooms.deps, role), {})).status).toBe(403)
  })
})
