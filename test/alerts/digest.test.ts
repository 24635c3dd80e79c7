import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { alerts } from '../../db/schema/alerts.ts'
import { users } from '../../db/schema/accounts.ts'
import { sendDigests } from '../../server/alerts/digest.ts'
import { forgetAlerts, pausedDays } from '../../server/alerts/forget.ts'
import { mostItems } from '../../server/alerts/letters.ts'
import type { Letter } from '../../server/deps.ts'
import { mostFailures } from '../../server/mail/retry.ts'
import { close, publish, revise } from '../../server/entries/commands.ts'
import { parseEntry } from '../../server/entries/input.ts'
import { whole } from '../../server/entries/whole.ts'
import { pathIn } from '../accounts/browser.ts'
import { begun, drafted, person, published, received } from '../support/publish.ts'
import { day, openAlerts, rows, told, visitor, zoe, type Place } from './place.ts'

let pages: Place
beforeEach(async () => {
  pages = await openAlerts()
})
afterEach(() => pages.close())

const job = (title: string, shared: Record<string, unknown> = {}) =>
  published(pages.deps, pages.editor, 'job', { title, ...shared })

/** A day later, at the next round: the letters that left. */
async function nextDay(days = 1): Promise<Letter[]> {
  pages.deps.pass(days * day)
  const before = pages.deps.letters.length
  await sendDigests(pages.deps)
  return pages.deps.letters.slice(before)
}

const refused = Object.assign(new Error('no such mailbox'), { responseCode: 550, command: 'RCPT TO' })

describe('a digest', () => {
  test('tells of what was published since, and of nothing else', async () => {
    await job('Avant')
    pages.deps.pass(1)
    await told(pages, '/emplois?place=92')
    const { envelope } = await job('Après', { place: '92036' })
    await job('À Lille', { place: '59350' })
    await published(pages.deps, pages.editor, 'news', { title: 'Une fête', place: '92036' })
    await drafted(pages.deps, pages.editor, 'job', { title: 'Brouillon', place: '92036' })
    await begun(pages.deps, pages.editor, 'job', { title: 'À peine', place: '92036' })
    await close(pages.deps, pages.editor, await job('Pourvue', { place: '92036' }))
    const [letter, ...others] = await nextDay()
    expect(others).toEqual([])
    expect(letter).toMatchObject({
      to: zoe,
      subject: '1\u00a0nouveauté – Offres d’emploi – Hauts-de-Seine (92)',
      unsubscribe: expect.stringContaining('/alertes/fin/'),
    })
    expect(letter?.text).toContain(`• Après\n  Gennevilliers (92)`)
    expect(letter?.text).toContain(`https://hub.example${envelope.path}`)
    expect(letter?.text).not.toMatch(/Avant|Lille|fête|Brouillon|peine|Pourvue/)
  })

  test('does not leave where there is nothing new, and tells of nothing twice', async () => {
    await told(pages, '/emplois')
    expect(await nextDay()).toEqual([])
    const entry = await job('Une offre')
    expect(await nextDay()).toHaveLength(1)
    // Said again, by a change, by closing and opening: it is the same.
    const { input } = await parseEntry(
      pages.deps,
      entry.kind,
      { shared: { title: 'Une offre, mieux dite' }, fields: entry.fields },
      null,
    )
    if (input === null) throw new Error('The change does not hold.')
    const { revision } = entry.envelope
    const revised = await revise(pages.deps, pages.editor, entry, { revision, input, picture: undefined })
    const closed = await close(pages.deps, pages.editor, revised)
    await publish(pages.deps, pages.editor, whole(closed))
    expect(await nextDay()).toEqual([])
    expect(await nextDay(30)).toEqual([])
  })

  test('tells of a draft that was written long before, on the day it is published', async () => {
    const draft = await drafted(pages.deps, pages.editor, 'job', { title: 'Longtemps attendue' })
    await told(pages, '/emplois')
    await publish(pages.deps, pages.editor, draft)
    expect((await nextDay())[0]?.text).toContain('Longtemps attendue')
  })

  test('tells of what other hubs sent since, whenever they published it, and not of what was taken back', async () => {
    await received(pages.deps, 'job', { title: 'Déjà là' })
    await told(pages, '/emplois')
    await received(pages.deps, 'job', { title: 'D’ailleurs', publishedAt: pages.deps.now() - 5 * day })
    await received(pages.deps, 'job', { title: 'Caché', state: 'withdrawn' as never })
    const [letter] = await nextDay()
    expect(letter?.text).toContain('• D’ailleurs')
    expect(letter?.text).not.toMatch(/Déjà|Caché/)
    expect(await nextDay()).toEqual([])
  })

  test('finds the words of a search, and not what merely resembles it', async () => {
    await told(pages, '/recherche?q=menuiserie')
    await job('Un atelier de menuiserie')
    await job('Un atelier de couture')
    const [letter] = await nextDay()
    expect(letter?.subject).toBe('1\u00a0nouveauté – Toutes les rubriques – «\u00a0menuiserie\u00a0»')
    expect(letter?.text).toContain('Offre d’emploi')
    expect(letter?.text).not.toContain('couture')
  })

  test('says of a tender which of its lots can be answered', async () => {
    await told(pages, '/marches')
    await published(pages.deps, pages.editor, 'tender', { title: 'Parcs et jardins' })
    const [letter] = await nextDay()
    expect(letter?.text).toMatch(/• Parcs et jardins\n[^]*Lot\u00a03\u00a0: Taille des haies · 77340000/)
    // The other one is awarded.
    expect(letter?.text).not.toContain('Tonte')
  })

  test('is one letter for all that a person looks for, each entry once', async () => {
    await told(pages, '/emplois')
    pages.deps.pass(3_600_000)
    await told(pages, '/recherche?place=92')
    await told(pages, '/actualites', { rhythm: 'weekly' })
    await job('Un poste', { place: '92036' })
    await published(pages.deps, pages.editor, 'resource', { title: 'Une salle', place: '92036' })
    await published(pages.deps, pages.editor, 'news', { title: 'Un forum' })
    const [letter, ...others] = await nextDay()
    expect(others).toEqual([])
    expect(letter?.text.match(/Un poste/g)).toHaveLength(1)
    expect(letter?.text).toMatch(/== Offres d’emploi ==[^]*Un poste[^]*== Toutes les rubriques[^]*Une salle/)
    expect(letter?.text).not.toContain('Un forum')
    expect((await nextDay(6))[0]?.text).toContain('Un forum')
  })

  test('holds no more than one reads, and says where the rest is', async () => {
    await told(pages, '/emplois?place=92036')
    for (let n = 0; n < mostItems + 2; n += 1) await job(`Poste ${n}`, { place: '92036' })
    const [letter] = await nextDay()
    expect(letter?.text.match(/^• /gm)).toHaveLength(mostItems)
    expect(letter?.text).toContain('Et d’autres encore\nhttps://hub.example/emplois?place=92036')
  })

  test('leaves at the same hour, however long the hub was away', async () => {
    await told(pages, '/emplois')
    const [before] = await rows(pages)
    await nextDay(5.5)
    expect((await rows(pages))[0]?.dueAt).toBe((before?.dueAt ?? 0) + 5 * day)
  })

  test('goes to the address that an account has now, in its language, and to none that is closed', async () => {
    const member = await person(pages.deps, 'member')
    const browser = pages.as(member)
    await browser.post('/alertes/nouvelle', { liste: 'job', recherche: '', rhythm: 'daily' })
    const { db } = pages.deps
    await db.write([
      db.make
        .update(users)
        .set({ email: 'neuve@exemple.example', locale: 'en' })
        .where(eq(users.id, member.id)),
    ])
    await job('Un poste')
    expect(await nextDay()).toMatchObject([
      { to: 'neuve@exemple.example', subject: '1\u00a0new listing – Job offers' },
    ])
    await db.write([db.make.update(users).set({ state: 'disabled' }).where(eq(users.id, member.id))])
    await job('Un autre')
    expect(await nextDay()).toEqual([])
    await db.write([db.make.delete(users).where(eq(users.id, member.id))])
    expect(await rows(pages)).toEqual([])
  })

  test('opens nothing any more once the account has another address: the mailbox may be somebody else’s now', async () => {
    const member = await person(pages.deps, 'member')
    await pages.as(member).post('/alertes/nouvelle', { liste: 'job', recherche: '', rhythm: 'daily' })
    await job('Un poste')
    const [letter] = await nextDay()
    const own = pathIn(letter?.text ?? '', 'alertes')
    const end = pathIn(letter?.unsubscribe ?? '', 'alertes/fin')
    for (const path of [own, end]) expect((await pages.as().get(path)).status).toBe(200)
    const { db } = pages.deps
    await db.write([
      db.make.update(users).set({ email: 'neuve@exemple.example' }).where(eq(users.id, member.id)),
    ])
    for (const path of [own, end]) {
      expect((await pages.as().get(path)).status).toBe(410)
      expect((await pages.as().post(path, { acte: 'arreter' })).status).toBe(410)
    }
    expect(await rows(pages)).toHaveLength(1)
    await job('Un autre')
    const [next] = await nextDay()
    const right = pathIn(next?.unsubscribe ?? '', 'alertes/fin')
    expect((await pages.as().post(right, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200)
    expect((await pages.as().post(right, { 'List-Unsubscribe': 'One-Click' }, {})).status).toBe(200)
    expect(await rows(pages)).toEqual([])
  })

  test('is not sent for a filter that is not understood any more: everything would match', async () => {
    await told(pages, '/emplois?contract=cdi')
    const { db } = pages.deps
    await db.write([db.make.update(alerts).set({ query: 'contract=of-the-past' })])
    await job('Un poste')
    expect(await nextDay()).toEqual([])
    expect(await rows(pages)).toEqual([])
  })
})

describe('a letter that cannot leave', () => {
  test('is tried again and loses nothing when the relay is away, and the others wait for it too', async () => {
    const { mailer } = pages.deps
    await told(pages, '/emplois')
    await told(pages, '/emplois', { email: 'lou@exemple.example' })
    await job('Un poste')
    let tries = 0
    pages.deps.mailer = () => {
      tries += 1
      return Promise.reject(Object.assign(new Error('refused'), { code: 'ECONNREFUSED', command: 'CONN' }))
    }
    expect(await nextDay()).toEqual([])
    expect(tries).toBe(1)
    expect((await rows(pages)).map(({ failures }) => failures)).toEqual([0, 0])
    pages.deps.mailer = mailer
    pages.deps.pass(3_600_000)
    await sendDigests(pages.deps)
    expect(
      pages.deps.letters
        .slice(-2)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['lou@exemple.example', zoe])
    await sendDigests(pages.deps)
    expect(pages.deps.letters).toHaveLength(4)
  })

  test('is no reason for others to wait when one mailbox is refused, which is paused after some days', async () => {
    const { mailer } = pages.deps
    await told(pages, '/emplois')
    const link = await told(pages, '/emplois', { email: 'lou@exemple.example' })
    await job('Un poste')
    pages.deps.mailer = (letter) =>
      letter.to === 'lou@exemple.example' ? Promise.reject(refused) : (mailer?.(letter) ?? Promise.resolve())
    expect(await nextDay()).toMatchObject([{ to: zoe }])
    for (let n = 0; n < mostFailures; n += 1) await nextDay()
    const [, lou] = await rows(pages)
    expect(lou).toMatchObject({ failures: mostFailures, pausedAt: expect.any(Number) })
    expect((await visitor(pages).get(link)).text).toContain('En pause')
    pages.deps.mailer = mailer
    expect(await nextDay()).toEqual([])
    // Its reader is there after all: they are told of what they missed.
    await visitor(pages).post(link, { acte: 'rythme', rhythm: 'daily' })
    expect((await nextDay())[0]).toMatchObject({
      to: 'lou@exemple.example',
      text: expect.stringContaining('Un poste'),
    })
  })

  test('leaves no address behind for ever', async () => {
    await told(pages, '/emplois')
    const { db, now } = pages.deps
    await db.write([db.make.update(alerts).set({ pausedAt: now() })])
    pages.deps.pass(pausedDays * day)
    await forgetAlerts(pages.deps)
    expect(await rows(pages)).toHaveLength(1)
    pages.deps.pass(1)
    await forgetAlerts(pages.deps)
    expect(await rows(pages)).toEqual([])
  })
})

describe('a hub that dies while a letter leaves', () => {
  test('never tells of the same twice, for it wrote down what it tells before it told it', async () => {
    await told(pages, '/emplois')
    await job('Un poste')
    const { mailer } = pages.deps
    const leaving = Promise.withResolvers<void>()
    // The relay has the letter, and nobody hears its answer any more.
    pages.deps.mailer = () => {
      leaving.resolve()
      return new Promise(() => {})
    }
    pages.deps.pass(day)
    void sendDigests(pages.deps)
    await leaving.promise
    pages.deps.mailer = mailer
    expect(await nextDay(0)).toEqual([])
    expect(await nextDay()).toEqual([])
    await job('Un autre')
    const [letter] = await nextDay()
    expect(letter?.text).toContain('Un autre')
    expect(letter?.text).not.toContain('Un poste')
  })

  test('sends one letter where two rounds meet', async () => {
    await told(pages, '/emplois')
    await job('Un poste')
    pages.deps.pass(day)
    await Promise.all([sendDigests(pages.deps), sendDigests(pages.deps)])
    expect(pages.deps.letters.filter(({ unsubscribe }) => unsubscribe)).toHaveLength(1)
  })
})
