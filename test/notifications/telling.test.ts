import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import { notifications, watchedEntries } from '../../db/schema/notifications.ts'
import { eraseComment, setCommentState } from '../../server/entries/comments.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { block } from '../../server/moderation/blocks.ts'
import { report } from '../../server/moderation/reports.ts'
import { thing } from '../../server/moderation/queries.ts'
import { choose, markAllRead, watch } from '../../server/notifications/commands.ts'
import { forgetNotifications, keptDays, mostOfOne } from '../../server/notifications/gather.ts'
import { mostOfAuthor } from '../../server/notifications/insert.ts'
import { namedIn } from '../../server/notifications/mentions.ts'
import { countUnread } from '../../server/notifications/queries.ts'
import { topics } from '../../server/notifications/topics.ts'
import { answerFrom, stranger } from '../moderation/rooms.ts'
import { published, received } from '../support/publish.ts'
import { openTalk, type Talk } from './place.ts'

const day = 86_400_000
const [underMine, toMine] = [
  'Anna a répondu sous «\u00a0Menuisière\u00a0», que vous avez publié',
  'Bruno a répondu à votre réponse sous «\u00a0Menuisière\u00a0»',
]
let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
})
afterEach(() => talk.close())

const reported = async (by: Talk['anna'], commentId: string, outcome: boolean) => {
  const about = await thing(talk.deps, { subject: 'comment', subjectId: `/ap/objects/${commentId}` })
  if (about === undefined) throw new Error('There is no such answer.')
  const sent = { id: talk.deps.newId(), reason: 'Injurieux', email: null, forward: false, outcome }
  await report(talk.deps, by, about, sent)
}

describe('an answer', () => {
  test('is told to whoever wrote the entry and to whoever is answered, once each, and not to who says it', async () => {
    const first = await talk.say(talk.anna, 'Est-ce loin ?')
    await talk.say(talk.bruno, 'Non.', first)
    await talk.say(talk.editor, 'Ma propre réponse')
    await talk.gather()
    await talk.gather()
    expect(await talk.told(talk.editor)).toHaveLength(2)
    expect(await talk.told(talk.editor)).toContain(underMine)
    expect(await talk.told(talk.anna)).toEqual([toMine])
    expect(await talk.told(talk.bruno)).toEqual([])
  })

  test('is told to those who follow the discussion, and no more once they stop', async () => {
    await watch(talk.deps, talk.bruno, talk.entry.envelope.n, 'answers')
    await talk.say(talk.anna, 'Une question')
    await talk.gather()
    expect(await talk.told(talk.bruno)).toEqual(['Anna a répondu sous «\u00a0Menuisière\u00a0»'])
    await talk.deps.db.write([talk.deps.db.make.delete(watchedEntries)])
    await talk.say(talk.anna, 'Une autre')
    await talk.gather()
    expect(await talk.told(talk.bruno)).toHaveLength(1)
  })

  test('that names a member is told to them, and to nobody of another server with that name', async () => {
    const { db } = talk.deps
    const row = {
      id: '/ap/actors/bruno',
      local: true,
      role: 'person' as const,
      type: 'Person',
      handle: 'bruno',
    }
    await db.write([db.make.insert(actors).values({ ...row, name: 'Bruno', createdAt: 1 })])
    const [actor] = await db.read.select().from(actors).where(eq(actors.id, row.id))
    await db.write([db.make.update(users).set({ actorN: actor?.n }).where(eq(users.id, talk.bruno.id))])
    await talk.say(talk.anna, 'Demandez à @bruno@ailleurs.example')
    await talk.gather()
    expect(await talk.told(talk.bruno)).toEqual([])
    await talk.say(talk.anna, 'Demandez à @bruno, qui sait')
    await talk.gather()
    expect(await talk.told(talk.bruno, 'mention')).toEqual(['Anna vous nomme sous «\u00a0Menuisière\u00a0»'])
  })

  test('is not told while it waits for a moderator, and is once it is shown', async () => {
    await talk.say(talk.anna, 'À relire')
    const [row] = await talk.deps.db.read.select().from(comments)
    const set = (state: 'held' | 'shown') =>
      talk.deps.db.write(setCommentState(talk.deps.db, row?.id ?? '', state))
    await set('held')
    await talk.gather()
    expect(await talk.told(talk.editor)).toEqual([])
    expect(await talk.told(talk.moderator, 'duty')).toHaveLength(1)
    await set('shown')
    expect(await talk.told(talk.editor)).toEqual([underMine])
    expect(await talk.told(talk.moderator, 'duty')).toEqual([])
  })

  test('that was hidden, erased, or whose entry was withdrawn is told no more, and its words are nowhere', async () => {
    const ids = [await talk.say(talk.anna, 'Un'), await talk.say(talk.anna, 'Deux')] as const
    await talk.say(talk.anna, 'Trois')
    await talk.gather()
    expect(await talk.told(talk.editor)).toHaveLength(3)
    await talk.deps.db.write(setCommentState(talk.deps.db, ids[0], 'hidden'))
    await talk.deps.db.write(eraseComment(talk.deps, { id: ids[1] }, talk.deps.now()))
    expect(await talk.told(talk.editor)).toHaveLength(1)
    await withdraw(talk.deps, talk.editor, talk.entry)
    expect(await talk.told(talk.editor)).toEqual([])
    expect(JSON.stringify(await talk.rows())).not.toMatch(/Trois|Menuisière|Anna/)
    await forgetNotifications(talk.deps)
    expect(await talk.rows()).toEqual([])
  })
})

describe('a flood', () => {
  /** So many answers of somebody of another server, to the entry. */
  async function flood(actorN: number, authorName: string, times: number): Promise<void> {
    const { db, newId, now } = talk.deps
    const row = {
      entryN: talk.entry.envelope.n,
      actorN,
      authorName,
      html: '<p>x</p>',
      host: 'ailleurs.example',
    }
    await db.write(
      Array.from({ length: times }, () =>
        db.make.insert(comments).values({ id: newId(), ...row, state: 'shown', publishedAt: now() }),
      ),
    )
    for (let bites = 0; bites <= times / 200; bites++) await talk.gather()
  }

  test('of one person is some notifications that nobody has read yet, and hides nobody else', async () => {
    const mallory = await stranger(talk.deps, 'ailleurs.example', 'mallory')
    await flood(mallory.n, 'Mallory', 1_000)
    const rows = (await talk.rows()).filter(({ userId }) => userId === talk.editor.id)
    expect(rows).toHaveLength(mostOfAuthor)
    await talk.say(talk.anna, 'Est-ce loin ?')
    await talk.gather()
    expect(await talk.told(talk.editor)).toContain(underMine)
    expect(await talk.told(talk.editor)).toHaveLength(mostOfAuthor + 1)
    // Whoever has read them is told again.
    await markAllRead(talk.deps, talk.editor, 1_000_000)
    await flood(mallory.n, 'Mallory', 5)
    expect(await countUnread(talk.deps.db, talk.editor.id)).toBe(5)
  })
})

test.each([
  ['actor', 'suspend'],
  ['host', 'suspend'],
  ['actor', 'silence'],
  ['host', 'silence'],
] as const)('of whoever is held against, as %s with “%s”, nothing more is told', async (type, severity) => {
  const { deps } = talk
  const author = await stranger(deps, 'ailleurs.example', 'mallory')
  const { id } = await answerFrom(deps, author, talk.entry.envelope.id, 'Un mot de trop')
  await deps.db.write(setCommentState(deps.db, id, 'shown'))
  await talk.gather()
  expect(await talk.told(talk.editor)).toHaveLength(1)
  const target = type === 'host' ? 'ailleurs.example' : author.id
  await block(deps, talk.moderator, { type, target, severity })
  expect(await talk.told(talk.editor)).toEqual([])
  expect(await countUnread(deps.db, talk.editor.id)).toBe(0)
})

test.each([
  ['<p>@anna</p>', ['anna']],
  ['<p>(@anna, @Bruno@hub.example.)</p>', ['anna', 'bruno']],
  ['<p>anna@hub.example, @anna@autre.example, x@anna</p>', []],
  [
    '<p><a href="https://hub.example/ap/actors/anna" class="u-url mention">@<span>anna</span></a></p>',
    ['anna'],
  ],
  ['<p><a href="https://autre.example/ap/actors/anna">@anna</a></p>', []],
])('%s names %j', (html, handles) => {
  expect(namedIn(html, 'https://hub.example')).toEqual(handles)
})

describe('a publication', () => {
  const kinds = async (who: Talk['anna'], ...names: string[]) =>
    choose(talk.deps, who, { rhythm: 'daily', onPage: topics, byMail: topics, kinds: names })

  test('is told to those who follow its section, here and from elsewhere, once', async () => {
    await kinds(talk.anna, 'news')
    await published(talk.deps, talk.editor, 'news', { title: 'Une fête' })
    await published(talk.deps, talk.editor, 'job', { title: 'Un poste' })
    await received(talk.deps, 'news', { title: 'D’ailleurs' })
    await talk.gather()
    await talk.gather()
    expect((await talk.told(talk.anna)).toSorted()).toEqual([
      'Nouvelle publication\u00a0: «\u00a0D’ailleurs\u00a0»',
      'Nouvelle publication\u00a0: «\u00a0Une fête\u00a0»',
    ])
    expect(await talk.told(talk.bruno)).toEqual([])
  })

  test('of an organisation is told to those who follow it', async () => {
    const house = await published(talk.deps, talk.editor, 'organisation', { title: 'La Ruche' })
    await watch(talk.deps, talk.anna, house.envelope.n, 'publications')
    const { id } = house.envelope
    await published(talk.deps, talk.editor, 'job', { title: 'Chez elle', organisation: id })
    await published(talk.deps, talk.editor, 'job', { title: 'Ailleurs' })
    await talk.gather()
    expect(await talk.told(talk.anna)).toEqual(['Nouvelle publication\u00a0: «\u00a0Chez elle\u00a0»'])
  })
})

describe('a decision', () => {
  test('is told to whoever wrote what was hidden, with the word that is for them, and not the one for moderators', async () => {
    const id = await talk.say(talk.bruno, 'Espèce de…')
    await talk.decide(talk.moderator, id, {
      ...{ outcome: 'hidden', reason: 'récidive', authorReason: 'Restons courtois.' },
    })
    await talk.gather()
    expect(await talk.told(talk.bruno)).toEqual(['Votre réponse sous «\u00a0Menuisière\u00a0» a été masquée'])
    const { text } = await talk.as(talk.bruno).get('/notifications')
    expect(text).toContain('Restons courtois.')
    expect(text).not.toContain('récidive')
    await talk.decide(talk.moderator, id, { outcome: 'shown', reason: '' })
    await talk.gather()
    expect(await talk.told(talk.bruno)).toHaveLength(2)
  })

  test('is told to whoever reported and asked for it, and not to who did not', async () => {
    const id = await talk.say(talk.bruno, 'Espèce de…')
    await reported(talk.anna, id, true)
    await reported(talk.editor, id, false)
    await talk.gather()
    expect(await talk.told(talk.moderator, 'duty')).toEqual([
      'Un signalement attend un regard',
      'Un signalement attend un regard',
    ])
    await talk.decide(talk.moderator, id, { outcome: 'hidden', reason: 'injure' })
    await talk.gather()
    expect(await talk.told(talk.anna)).toEqual([
      'Votre signalement sur «\u00a0Menuisière\u00a0»\u00a0: la réponse a été masquée',
    ])
    expect(await talk.told(talk.editor, 'moderation')).toEqual([])
    // Dealt with: nothing waits for those who moderate.
    expect(await talk.told(talk.moderator, 'duty')).toEqual([])
  })

  test('a role that was taken away is told of nothing more', async () => {
    const id = await talk.say(talk.bruno, 'Espèce de…')
    await reported(talk.anna, id, true)
    await talk.gather()
    const { db } = talk.deps
    await db.write([db.make.update(users).set({ role: 'member' }).where(eq(users.id, talk.moderator.id))])
    expect(await talk.told(talk.moderator)).toEqual([])
  })
})

test('a topic that somebody wants neither here nor by mail is not told to them at all', async () => {
  const without = topics.filter((topic) => topic !== 'answer')
  await choose(talk.deps, talk.editor, { rhythm: 'daily', onPage: without, byMail: without, kinds: [] })
  await talk.say(talk.anna, 'Une question')
  await talk.gather()
  expect((await talk.rows()).filter(({ userId }) => userId === talk.editor.id)).toEqual([])
})

test('what happened before the hub began to tell is not told', async () => {
  const { db } = talk.deps
  await db.write([{ sql: 'DELETE FROM notification_cursors', args: [] }])
  await talk.say(talk.anna, 'Avant')
  await talk.gather()
  await talk.say(talk.anna, 'Après')
  await talk.gather()
  expect(await talk.told(talk.editor)).toHaveLength(1)
})

test('is kept for ninety days, and no more than a person can read', async () => {
  await talk.say(talk.anna, 'Ancienne')
  await talk.gather()
  const { db } = talk.deps
  talk.deps.pass((keptDays + 1) * day)
  const fresh = Array.from({ length: mostOfOne + 5 }, (_, at) => ({
    ...{ userId: talk.bruno.id, topic: 'moderation' as const, fact: `x ${at}`, createdAt: talk.deps.now() },
  }))
  for (let at = 0; at < fresh.length; at += 100)
    await db.write([db.make.insert(notifications).values(fresh.slice(at, at + 100))])
  await forgetNotifications(talk.deps)
  const left = await talk.rows()
  expect(left).toHaveLength(mostOfOne)
  expect(left.some(({ fact }) => fact === 'x 0')).toBe(false)
})

test('goes with the account that it is for, and with what it is about', async () => {
  await watch(talk.deps, talk.bruno, talk.entry.envelope.n, 'answers')
  await talk.say(talk.anna, 'Une')
  await talk.gather()
  expect(await talk.rows()).toHaveLength(2)
  const { db } = talk.deps
  await db.write([db.make.delete(users).where(eq(users.id, talk.bruno.id))])
  expect(await talk.rows()).toHaveLength(1)
  expect(await db.read.select().from(watchedEntries)).toEqual([])
  await db.write([db.make.delete(entries).where(eq(entries.n, talk.entry.envelope.n))])
  expect(await talk.rows()).toEqual([])
})
