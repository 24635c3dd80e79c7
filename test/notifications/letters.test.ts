import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { comments } from '../../db/schema/entries.ts'
import { notificationChoices } from '../../db/schema/notifications.ts'
import type { Letter } from '../../server/deps.ts'
import { setCommentState } from '../../server/entries/comments.ts'
import { mostFailures } from '../../server/mail/retry.ts'
import { choose } from '../../server/notifications/commands.ts'
import { sendNotifications } from '../../server/notifications/digest.ts'
import { topics, type LetterRhythm } from '../../server/notifications/topics.ts'
import { pathIn } from '../accounts/browser.ts'
import { openTalk, type Talk } from './place.ts'

const hour = 3_600_000
let talk: Talk
beforeEach(async () => {
  talk = await openTalk()
})
afterEach(() => talk.close())

/** Later, at the next round: the letters that left. */
async function after(milliseconds: number): Promise<Letter[]> {
  talk.deps.pass(milliseconds)
  const before = talk.deps.letters.length
  await talk.gather()
  await sendNotifications(talk.deps)
  return talk.deps.letters.slice(before)
}

const chooses = (rhythm: LetterRhythm) =>
  choose(talk.deps, talk.editor, { rhythm, onPage: topics, byMail: topics, kinds: [] })

const refused = Object.assign(new Error('no such mailbox'), { responseCode: 550, command: 'RCPT TO' })

describe('a letter', () => {
  test('says what happened and where to read it, in nobody’s words, and how to end it by one press', async () => {
    await talk.say(talk.anna, 'Des mots secrets')
    await talk.gather()
    const [letter, ...others] = await after(hour)
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      to: talk.editor.email,
      subject: 'Anna a répondu sous «\u00a0Menuisière\u00a0», que vous avez publié',
      unsubscribe: expect.stringContaining('/notifications/fin/all/'),
    })
    expect(letter?.text).toMatch(/https:\/\/hub\.example\/notifications\/\d+\n/)
    expect(letter?.text).toContain('/notifications/fin/answer/')
    expect(letter?.text).not.toContain('secrets')
  })

  test('is one for all that happened, tells of nothing twice, and does not leave where there is nothing', async () => {
    await talk.say(talk.anna, 'Une')
    await talk.say(talk.bruno, 'Deux')
    await talk.gather()
    const [letter] = await after(hour)
    expect(letter?.subject).toBe('2\u00a0notifications – Le hub d’essai')
    expect(await after(48 * hour)).toEqual([])
  })

  test.each([
    ['hourly', hour],
    ['daily', 24 * hour],
    ['weekly', 7 * 24 * hour],
  ] as const)('leaves %s at most', async (rhythm, period) => {
    await chooses(rhythm)
    await talk.say(talk.anna, 'Une')
    expect(await after(period + 1)).toHaveLength(1)
    await talk.say(talk.anna, 'Deux')
    expect(await after(period - 60_000)).toEqual([])
    expect(await after(60_000)).toHaveLength(1)
  })

  test('never leaves to whoever wants none, and what was read here is not told again', async () => {
    await chooses('never')
    await talk.say(talk.anna, 'Une')
    expect(await after(48 * hour)).toEqual([])
    await chooses('hourly')
    await talk.say(talk.anna, 'Deux')
    await talk.gather()
    const newest = Math.max(...(await talk.rows()).map(({ n }) => n))
    await talk.as(talk.editor).post('/notifications/lues', { jusque: String(newest) })
    expect(await after(48 * hour)).toEqual([])
  })

  test('does not tell of what may not be read any more, and does once it may again', async () => {
    await talk.say(talk.anna, 'Une')
    await talk.gather()
    const [row] = await talk.deps.db.read.select().from(comments)
    await talk.deps.db.write(setCommentState(talk.deps.db, row?.id ?? '', 'hidden'))
    expect(await after(48 * hour)).toEqual([])
    await talk.deps.db.write(setCommentState(talk.deps.db, row?.id ?? '', 'shown'))
    expect(await after(48 * hour)).toHaveLength(1)
  })

  test('is in the language of its reader, and leaves for no account that is closed', async () => {
    const { db } = talk.deps
    const set = (values: Partial<typeof users.$inferInsert>) =>
      db.write([db.make.update(users).set(values).where(eq(users.id, talk.editor.id))])
    await set({ locale: 'en' })
    await talk.say(talk.anna, 'Une')
    await talk.gather()
    expect((await after(hour))[0]?.subject).toBe('Anna answered under “Menuisière”, which you published')
    await talk.say(talk.anna, 'Deux')
    await talk.gather()
    await set({ state: 'disabled' })
    expect(await after(48 * hour)).toEqual([])
  })

  test('that was refused is sent again later, and after days of it no more', async () => {
    await chooses('hourly')
    await talk.say(talk.anna, 'Une')
    let tries = 0
    const failing = {
      ...talk.deps,
      mailer: () => {
        tries += 1
        return Promise.reject(refused)
      },
    }
    await talk.gather()
    for (let at = 0; at < mostFailures + 3; at++) {
      talk.deps.pass(25 * hour)
      await sendNotifications(failing)
    }
    expect(tries).toBe(mostFailures)
    const [choice] = await talk.deps.db.read
      .select()
      .from(notificationChoices)
      .where(eq(notificationChoices.userId, talk.editor.id))
    expect(choice?.pausedAt).not.toBeNull()
    await chooses('hourly')
    expect(await after(2 * hour)).toHaveLength(1)
  })

  test('whose sender dies while it leaves is not sent again', async () => {
    await chooses('hourly')
    await talk.say(talk.anna, 'Une')
    await talk.gather()
    talk.deps.pass(2 * hour)
    // It never hears whether the relay took it: as a process that was killed.
    const begun = Promise.withResolvers<void>()
    const dying = {
      ...talk.deps,
      mailer: () => {
        begun.resolve()
        return new Promise<void>(() => undefined)
      },
    }
    void sendNotifications(dying)
    await begun.promise
    expect(await after(48 * hour)).toEqual([])
  })
})

describe('the link that ends letters', () => {
  async function letter(): Promise<Letter> {
    await chooses('hourly')
    await talk.say(talk.anna, 'Une')
    const [one] = await after(2 * hour)
    if (one === undefined) throw new Error('No letter came.')
    return one
  }

  test('ends them all by one press of a mail service, without a page, a session or a question', async () => {
    const { unsubscribe = '' } = await letter()
    const path = pathIn(unsubscribe, 'notifications/fin')
    // https://www.rfc-editor.org/rfc/rfc8058#section-3.2
    const answer = await talk.as().post(path, { 'List-Unsubscribe': 'One-Click' }, {})
    expect(answer.status).toBe(200)
    await talk.say(talk.anna, 'Deux')
    expect(await after(48 * hour)).toEqual([])
    expect(await talk.told(talk.editor)).toHaveLength(2)
  })

  test('of one topic ends that one alone; looking at it ends nothing', async () => {
    const { text } = await letter()
    const path = pathIn(text, 'notifications/fin/answer')
    const page = await talk.as().get(path)
    expect(page.text).toContain('Ne plus recevoir ces e-mails')
    await talk.say(talk.anna, 'Deux')
    expect(await after(2 * hour)).toHaveLength(1)
    expect((await talk.as().post(path)).status).toBe(200)
    await talk.say(talk.anna, 'Trois')
    expect(await after(48 * hour)).toEqual([])
    const [choice] = await talk.deps.db.read
      .select()
      .from(notificationChoices)
      .where(eq(notificationChoices.userId, talk.editor.id))
    expect(choice).toMatchObject({ rhythm: 'hourly', notByMail: 'answer' })
  })

  test('opens with its own key alone: not another’s, not another topic’s', async () => {
    const { text } = await letter()
    const own = pathIn(text, 'notifications/fin/answer')
    for (const wrong of [
      own.replace('/answer/', '/all/'),
      own.replace(talk.editor.id, talk.anna.id),
      `${own}x`,
      own.replace(/[^/]+$/, 'a'),
    ]) {
      expect((await talk.as().get(wrong)).status).toBe(410)
      expect((await talk.as().post(wrong)).status).toBe(410)
    }
    await talk.say(talk.anna, 'Deux')
    expect(await after(48 * hour)).toHaveLength(1)
  })

  test('opens nothing any more once the account has another address: the mailbox may be somebody else’s now', async () => {
    const { unsubscribe = '' } = await letter()
    const former = pathIn(unsubscribe, 'notifications/fin')
    const { db } = talk.deps
    const email = 'edith@ailleurs.example'
    await db.write([db.make.update(users).set({ email }).where(eq(users.id, talk.editor.id))])
    expect((await talk.as().get(former)).status).toBe(410)
    expect((await talk.as().post(former, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(410)
    await talk.say(talk.anna, 'Deux')
    const [next] = await after(2 * hour)
    expect(next?.to).toBe(email)
    const own = pathIn(next?.unsubscribe ?? '', 'notifications/fin')
    expect((await talk.as().post(own, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200)
  })
})
