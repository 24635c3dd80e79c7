import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { apiTokens, loginFailures, memberships, sessions, tickets, users } from '../../db/schema/accounts.ts'
import { comments, entries, events, tombstones } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { reports } from '../../db/schema/moderation.ts'
import { createToken } from '../../server/accounts/tokens.ts'
import { openPeople, password, type People } from './hub.ts'

let hub: People
let zoe: string

beforeEach(async () => {
  hub = await openPeople({ mail: true })
  await hub.person('admin@asso.example', { role: 'admin', name: 'Ada' })
  zoe = await hub.person('zoe@asso.example')
})
afterEach(() => hub.close())

/** Zoé and Ada have each written an entry, a comment and a report; Zoé's comment has left for other servers. */
async function withWords() {
  const { db } = hub.deps
  const [ada] = await db.read.select().from(users).where(eq(users.email, 'admin@asso.example'))
  const shared = { createdAt: 1, updatedAt: 1, state: 'published' as const }
  await db.write([
    db.make
      .insert(actors)
      .values({ id: '/ap/actors/zoe', local: true, type: 'Person', handle: 'zoe', createdAt: 1 }),
    db.make.insert(entries).values([
      { ...shared, id: 'e1', kind: 'news', slug: 'e1', title: 'Le texte de Zoé', authorId: zoe },
      { ...shared, id: 'e2', kind: 'news', slug: 'e2', title: 'Le texte d’Ada', authorId: ada?.id ?? null },
    ]),
    db.make.insert(comments).values([
      {
        id: 'c1',
        entryN: 2,
        userId: zoe,
        actorN: 1,
        authorName: 'Zoé',
        body: 'Mots de Zoé',
        html: '<p>Mots de Zoé</p>',
        state: 'shown',
        publishedAt: 1,
      },
      {
        id: 'c2',
        entryN: 2,
        parentN: 1,
        userId: ada?.id ?? null,
        authorName: 'Ada',
        body: 'Mots d’Ada',
        html: '<p>Mots d’Ada</p>',
        state: 'shown',
        publishedAt: 2,
      },
    ]),
    db.make.insert(reports).values([
      { id: 'r1', subject: 'comment', subjectId: 'c2', reason: 'Raison de Zoé', reporter: zoe, createdAt: 1 },
      {
        id: 'r2',
        subject: 'comment',
        subjectId: 'c1',
        reason: 'Raison d’Ada',
        reporter: ada?.id ?? '',
        createdAt: 1,
      },
    ]),
    db.make.insert(memberships).values({ userId: zoe, organisationId: 'o1', role: 'editor', createdAt: 1 }),
  ])
}

test('the export holds all that is about the person, and nothing about anybody else', async () => {
  await withWords()
  await createToken(hub.deps, zoe, { name: 'Notre site', scopes: ['read'] })
  const browser = await hub.signedIn('zoe@asso.example')
  const answer = await browser.get('/compte/donnees')
  expect(answer.headers.get('content-disposition')).toContain('attachment')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const data: unknown = JSON.parse(answer.text)
  expect(data).toMatchObject({
    account: { name: 'Zoé Martin', email: 'zoe@asso.example', role: 'member' },
    memberships: [{ organisationId: 'o1', role: 'editor' }],
    sessions: [{ userAgent: expect.stringContaining('Firefox') }],
    tokens: [{ name: 'Notre site', scopes: ['read'] }],
    entries: [{ id: 'e1', title: 'Le texte de Zoé' }],
    comments: [{ id: 'c1', body: 'Mots de Zoé' }],
    reports: [{ reason: 'Raison de Zoé' }],
  })
  for (const absent of ['Mots d’Ada', 'Raison d’Ada', 'admin@asso.example', 'argon2', 'maillon_'])
    expect(answer.text).not.toContain(absent)
})

test('an erased account leaves no name, no address, no words of its own; what it published stays', async () => {
  await withWords()
  const { db } = hub.deps
  await createToken(hub.deps, zoe, { name: 'Notre site', scopes: ['read'] })
  await db.write([db.make.insert(loginFailures).values({ email: 'zoe@asso.example', count: 1, since: 1 })])
  const browser = await hub.signedIn('zoe@asso.example')
  await browser.post('/compte/adresse', { email: 'zoe2@asso.example' })
  expect((await browser.post('/compte/suppression', { password: 'non' })).status).toBe(422)
  const done = await browser.post('/compte/suppression', { password })
  expect(done.location).toBe('/')
  expect((await browser.get('/tableau-de-bord')).text).toBe('nobody')

  const everything = [
    users,
    sessions,
    apiTokens,
    memberships,
    tickets,
    loginFailures,
    comments,
    reports,
    entries,
  ]
  const left = JSON.stringify(await Promise.all(everything.map((table) => db.read.select().from(table))))
  for (const gone of ['zoe@asso', 'zoe2@asso', 'Zoé Martin', 'Mots de Zoé', zoe])
    expect(left).not.toContain(gone)
  expect(left).toContain('Le texte de Zoé')
  expect(left).toContain('Mots d’Ada')
  const thread = await db.read.select().from(comments)
  expect(thread).toMatchObject([
    { id: 'c1', state: 'deleted', userId: null, authorName: '' },
    { id: 'c2', state: 'shown', parentN: 1 },
  ])
  expect(await db.read.select().from(events)).toMatchObject([{ type: 'comment.deleted', subject: 'c1' }])
  expect(await db.read.select().from(tombstones)).toMatchObject([{ id: '/ap/objects/c1' }])
})

test('the last administrator is not erased', async () => {
  const admin = await hub.signedIn('admin@asso.example')
  const page = await admin.get('/compte/suppression')
  expect(page.text).toContain('dernière personne qui administre')
  expect(page.text).not.toContain('name="password"')
  expect((await admin.post('/compte/suppression', { password })).status).toBe(422)
  expect(await hub.deps.db.read.select().from(users)).toHaveLength(2)
})

test('a person who had an actor of their own leaves with it: it is emptied, and says goodbye', async () => {
  const { db } = hub.deps
  const actor = {
    id: '/ap/actors/zoe',
    local: true,
    type: 'Person',
    handle: 'zoe',
    name: 'Zoé Martin',
    createdAt: 1,
  }
  await db.write([
    db.make.insert(actors).values(actor),
    db.make.update(users).set({ actorN: 1 }).where(eq(users.id, zoe)),
  ])
  const browser = await hub.signedIn('zoe@asso.example')
  await browser.post('/compte/suppression', { password })
  expect(await db.read.select().from(actors)).toMatchObject([{ name: '', deletedAt: hub.deps.now() }])
  expect(await db.read.select().from(events)).toMatchObject([
    { type: 'actor.deleted', subject: '/ap/actors/zoe' },
  ])
})

test('topics that a person began in their own name go with them, and those of an organisation stay', async () => {
  const { db } = hub.deps
  const own = {
    kind: 'topic',
    authorId: zoe,
    createdAt: 1,
    updatedAt: 1,
    body: 'Mots de Zoé',
    html: 'Mots de Zoé',
  }
  await db.write([
    db.make.insert(entries).values([
      { ...own, id: 't1', slug: 't1', title: 'Titre de Zoé', state: 'published', publishedAt: 1 },
      { ...own, id: 't2', slug: 't2', title: 'Titre de Zoé', state: 'review' },
      { ...own, id: 't3', slug: 't3', title: 'Au nom des autres', state: 'published', organisationId: 'o1' },
    ]),
  ])
  const browser = await hub.signedIn('zoe@asso.example')
  expect((await browser.post('/compte/suppression', { password })).location).toBe('/')
  const nothing = { title: '', body: '', html: '', state: 'withdrawn', authorId: null, withdrawnBy: null }
  expect(await db.read.select().from(entries)).toMatchObject([
    { id: 't1', ...nothing },
    { id: 't2', ...nothing },
    { id: 't3', title: 'Au nom des autres', state: 'published', authorId: null },
  ])
  expect(await db.read.select().from(events)).toMatchObject([{ type: 'entry.withdrawn', subject: 't1' }])
})
