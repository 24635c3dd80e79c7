import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Letter } from '../../server/deps.ts'
import { setCommentState, writeComment } from '../../server/entries/comments.ts'
import { submit } from '../../server/entries/commands.ts'
import { entryById } from '../../server/entries/queries.ts'
import { decide, type Made } from '../../server/moderation/decide.ts'
import { sendNotices } from '../../server/moderation/notices.ts'
import { thing } from '../../server/moderation/queries.ts'
import { reportById } from '../../server/moderation/report-store.ts'
import { report } from '../../server/moderation/reports.ts'
import type { ThingRef } from '../../server/moderation/thing.ts'
import { choose } from '../../server/notifications/commands.ts'
import { exportNotifications } from '../../server/notifications/export.ts'
import { sendNotifications } from '../../server/notifications/digest.ts'
import { topics } from '../../server/notifications/topics.ts'
import { drafted, published } from '../support/publish.ts'
import { openTalk, type Talk } from './place.ts'

// What moderation decided is told once to each: to members by notifications, to whoever left an address by one letter.

const day = 86_400_000
let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
})
afterEach(() => talk.close())

/** All letters of the next day, whoever sends them. */
async function letters(): Promise<Letter[]> {
  talk.deps.letters.length = 0
  await talk.gather()
  talk.deps.pass(day)
  for (const _ of ['once', 'again']) {
    await sendNotices(talk.deps)
    await sendNotifications(talk.deps)
  }
  return talk.deps.letters.filter(({ subject }) => !subject.includes('vous avez publié'))
}

const at = (subject: 'comment' | 'entry', id: string): ThingRef => ({
  subject,
  subjectId: `/ap/objects/${id}`,
})

async function decided(ref: ThingRef, made: Made, reportId?: string): Promise<void> {
  const about = await thing(talk.deps, ref)
  const settled = reportId === undefined ? undefined : await reportById(talk.deps.db, reportId)
  await decide(talk.deps, talk.moderator, { thing: about, report: settled }, made)
}

const publicly = { reason: 'entre nous', publicReason: 'Injure (règle 3)' }
const inWords = { ...publicly, authorReason: 'Restons courtois.' }

describe('whoever wrote it is told by one notification and no letter of its own', () => {
  test.each([
    ['hidden', publicly, 'a été masquée', 'Injure (règle 3)'],
    ['hidden', inWords, 'a été masquée', 'Restons courtois.'],
    ['deleted', publicly, 'a été effacée', 'Injure (règle 3)'],
    ['shown', { reason: '' }, 'est visible', ''],
  ] as const)('that a comment was %s, with %o', async (outcome, words, sentence, reason) => {
    const id = await talk.say(talk.bruno, 'Espèce de…')
    if (outcome === 'shown') await talk.deps.db.write(setCommentState(talk.deps.db, id, 'held'))
    await decided(at('comment', id), { outcome, ...words })
    const sent = (await letters()).filter(({ to }) => to === talk.bruno.email)
    expect(await talk.told(talk.bruno)).toEqual([expect.stringContaining(sentence)])
    expect(sent.map(({ subject }) => subject)).toEqual([expect.stringContaining(sentence)])
    const page = (await talk.as(talk.bruno).get('/notifications')).text
    for (const text of [page, sent[0]?.text]) {
      expect(text).toContain(reason)
      expect(text).not.toContain('entre nous')
      expect(text?.includes('Une erreur')).toBe(outcome !== 'shown')
    }
  })

  test('that what they published was taken away, with the reason that everybody may read', async () => {
    const { envelope } = await published(talk.deps, talk.editor, 'news', { title: 'Montres' })
    await decided(at('entry', envelope.id), { outcome: 'removed', ...publicly })
    const [letter, ...others] = await letters()
    expect(others).toEqual([])
    expect(letter).toMatchObject({ to: talk.editor.email, subject: '«\u00a0Montres\u00a0» a été retiré' })
    expect(letter?.text).toContain('  > Injure (règle 3)\n')
  })

  test.each([
    ['accepted', '', 'est publié', ''],
    ['refused', 'Précisez où.', 'n’a pas été publié', 'Précisez où.'],
  ] as const)('that a topic of theirs was %s', async (outcome, reason, sentence, said) => {
    const draft = await drafted(talk.deps, talk.anna, 'topic', { title: 'Un four à pain' })
    await submit(talk.deps, talk.anna, draft)
    await decided(at('entry', draft.envelope.id), { outcome, reason })
    expect((await entryById(talk.deps, draft.envelope.id))?.envelope.state).toBe(
      outcome === 'accepted' ? 'published' : 'draft',
    )
    const own = (await letters()).filter(({ to }) => to === talk.anna.email)
    expect(own.map(({ subject }) => subject)).toEqual([expect.stringContaining(sentence)])
    expect(own[0]?.text).toContain(said)
    expect(await talk.told(talk.anna, 'moderation')).toHaveLength(1)
  })
})

describe('whoever reported it', () => {
  const reported = async (by: Viewer | null, id: string, told: { email?: string; outcome?: boolean }) => {
    const about = await thing(talk.deps, at('comment', id))
    if (about === undefined) throw new Error('There is no such answer.')
    const { email = null, outcome = false } = told
    const sent = { id: talk.deps.newId(), reason: 'Injurieux', email, forward: false, outcome }
    await report(talk.deps, by, about, sent)
    return sent.id
  }

  test('is told once: a member who asked by a notification, a visitor by one letter, the others not', async () => {
    const id = await talk.say(talk.bruno, 'Espèce de…')
    const first = await reported(talk.anna, id, { outcome: true })
    await reported(talk.editor, id, {})
    await reported(null, id, { email: 'nadia@exemple.example' })
    await reported(null, id, { email: 'nadia@exemple.example' })
    await reported(null, id, {})
    await decided(at('comment', id), { outcome: 'hidden', ...publicly }, first)
    const sent = await letters()
    expect(sent.map(({ to }) => to).toSorted()).toEqual(
      [talk.anna.email, talk.bruno.email, 'nadia@exemple.example'].toSorted(),
    )
    expect(sent.find(({ to }) => to === talk.anna.email)?.subject).toContain('Votre signalement')
    expect(await talk.told(talk.anna, 'moderation')).toHaveLength(1)
    expect(await talk.told(talk.editor, 'moderation')).toEqual([])
    // What is said to whoever wrote it is for them alone.
    expect(sent.find(({ to }) => to === talk.anna.email)?.text).not.toContain('Injure')
    expect(await letters()).toEqual([])
  })

  test('is not told by letter of what they chose to see on the page alone', async () => {
    const id = await talk.say(talk.bruno, 'Espèce de…')
    const first = await reported(talk.anna, id, { outcome: true })
    const byMail = topics.filter((topic) => topic !== 'moderation')
    await choose(talk.deps, talk.anna, { rhythm: 'daily', onPage: topics, byMail, kinds: [] })
    await decided(at('comment', id), { outcome: 'none', reason: '' }, first)
    expect((await letters()).filter(({ to }) => to === talk.anna.email)).toEqual([])
    expect(await talk.told(talk.anna, 'moderation')).toHaveLength(1)
  })
})

test('what was taken down is named to nobody but its author: not to who answered, nor to who reported it', async () => {
  const { envelope } = await published(talk.deps, talk.editor, 'news', { title: 'Camille vole' })
  const id = talk.deps.newId()
  await writeComment(talk.deps, talk.bruno, envelope, { id, parentId: null, body: 'Espèce de…' })
  await decided(at('comment', id), { outcome: 'hidden', ...publicly })
  const about = await thing(talk.deps, at('entry', envelope.id))
  if (about === undefined) throw new Error('There is no such entry.')
  const sent = { id: talk.deps.newId(), reason: 'Faux', email: null, forward: false, outcome: true }
  await report(talk.deps, talk.anna, about, sent)
  await decided(at('entry', envelope.id), { outcome: 'removed', ...publicly }, sent.id)
  const all = await letters()
  for (const reader of [talk.bruno, talk.anna]) {
    const mail = all.filter(({ to }) => to === reader.email)
    expect(mail).toHaveLength(1)
    const page = (await talk.as(reader).get('/notifications')).text
    const kept = JSON.stringify(await exportNotifications(talk.deps, reader))
    for (const text of [page, kept, mail[0]?.subject, mail[0]?.text]) {
      expect(text).toContain('…')
      expect(text).not.toContain('Camille vole')
    }
  }
  expect(await talk.told(talk.editor, 'moderation')).toEqual(['«\u00a0Camille vole\u00a0» a été retiré'])
})
