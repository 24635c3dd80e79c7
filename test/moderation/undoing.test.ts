import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comments } from '../../db/schema/entries.ts'
import { decisions, reports } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import type { Entry } from '../../server/entries/load.ts'
import { closeAccount, openAccount } from '../../server/moderation/accounts.ts'
import { person, published } from '../support/publish.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let admin: Viewer
let moderator: Viewer
let entry: Entry
beforeAll(async () => {
  rooms = await openRooms()
  admin = await person(rooms.deps, 'admin')
  moderator = await person(rooms.deps, 'moderator')
  entry = await published(rooms.deps, admin, 'news', { title: 'Une fête' })
})
afterAll(() => rooms.close())

const answer = async (words: string) => {
  const author = await stranger(rooms.deps, `${rooms.deps.newId()}.example`)
  return answerFrom(rooms.deps, author, entry.envelope.id, words)
}
const stateOf = async (id: string) =>
  (await rooms.deps.db.read.select().from(comments).where(eq(comments.id, id)))[0]?.state
const decide = (id: string, outcome: string, reason = 'Parce que') =>
  rooms.as(moderator).post(`/moderation/commentaires/${id}/decision`, { outcome, reason })
const about = (subjectId: string) =>
  rooms.deps.db.read.select().from(decisions).where(eq(decisions.subjectId, subjectId)).orderBy(decisions.id)
const undo = (id: string | undefined, reason = '', viewer: Viewer | undefined = moderator) =>
  rooms.as(viewer).post(`/moderation/decisions/${id}/annulation`, { reason })
const list = async (query = '', viewer = moderator) =>
  (await rooms.as(viewer).get(`/moderation/decisions${query}`)).text

async function aReport(subjectId: string): Promise<string> {
  const id = rooms.deps.newId()
  const row = { id, subject: 'comment' as const, subjectId, reason: 'Vilain', createdAt: rooms.deps.now() }
  await rooms.deps.db.write([rooms.deps.db.make.insert(reports).values(row)])
  return id
}
const settle = (id: string, fields: Record<string, string>) =>
  rooms.as(moderator).post(`/moderation/signalements/${id}/decision`, fields)
const reportOf = async (id: string) =>
  (await rooms.deps.db.read.select().from(reports).where(eq(reports.id, id)))[0]

describe('a decision is taken back by another, which names it:', () => {
  test('an answer that was hidden is shown, once', async () => {
    const { id, apId } = await answer('Mal compris')
    await decide(id, 'hidden')
    const [hidden] = await about(apId)
    const both = await Promise.all([undo(hidden?.id), undo(hidden?.id)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await stateOf(id)).toBe('shown')
    expect((await about(apId)).map(({ action, undoes, by }) => [action, undoes, by])).toEqual([
      ['comment-hidden', null, moderator.id],
      ['comment-shown', hidden?.id, moderator.id],
    ])
    expect((await undo(hidden?.id)).status).toBe(409)
    expect(await list()).toMatch(/Annulée le <time/)
  })

  test('an answer that was shown is hidden, with a word of why', async () => {
    const { id, apId } = await answer('Trop vite affiché')
    await decide(id, 'shown')
    const [shown] = await about(apId)
    const refused = await undo(shown?.id)
    expect(refused.status).toBe(422)
    expect(refused.text).toContain(`id="u-${shown?.id}-reason-error"`)
    expect(await stateOf(id)).toBe('shown')
    expect((await undo(shown?.id, 'Une insulte')).status).toBe(303)
    expect(await stateOf(id)).toBe('hidden')
    expect((await about(apId)).at(-1)).toMatchObject({ reason: 'Une insulte', undoes: shown?.id })
  })

  test('and only what still holds: not what was decided anew since', async () => {
    const { id, apId } = await answer('Une fois, deux fois')
    for (const outcome of ['shown', 'hidden', 'shown']) await decide(id, outcome)
    const [first, , last] = await about(apId)
    expect((await undo(first?.id, 'Trop tard')).status).toBe(409)
    expect(await list()).not.toContain(`/moderation/decisions/${first?.id}/annulation`)
    expect((await undo(last?.id, 'À temps')).status).toBe(303)
    expect(await stateOf(id)).toBe('hidden')
  })

  test('a report that was closed waits again, with its answer kept', async () => {
    const { apId } = await answer('Discutable')
    const report = await aReport(apId)
    await settle(report, { outcome: 'handled', reason: 'Vu au téléphone' })
    const closed = (await rooms.as(moderator).get('/moderation/signalements?etat=classes')).text
    for (const words of ['Réglé autrement', 'Vu au téléphone', moderator.name, 'Rouvrir ce signalement'])
      expect(closed).toContain(words)
    const [first] = await about(apId)
    expect((await undo(first?.id)).status).toBe(303)
    expect(await reportOf(report)).toMatchObject({ closedAt: null, outcome: null })
    await settle(report, { outcome: 'none' })
    expect((await rooms.as(moderator).post(`/moderation/signalements/${report}/reouverture`)).status).toBe(
      303,
    )
    const all = await about(apId)
    expect(all.map(({ action }) => action)).toEqual([
      ...['report-closed', 'report-reopened', 'report-closed', 'report-reopened'],
    ])
    expect(all.map(({ undoes }) => undoes)).toEqual([null, all[0]?.id, null, all[2]?.id])
  })

  test('an account that was closed is open again', async () => {
    const member = await person(rooms.deps, 'member')
    await closeAccount(rooms.deps, admin, member.id, 'Compte partagé')
    await closeAccount(rooms.deps, admin, member.id, 'Deux fois')
    await openAccount(rooms.deps, admin, member.id)
    const all = await about(member.id)
    expect(all.map(({ action, reason, undoes }) => [action, reason, undoes])).toEqual([
      ['account-closed', 'Compte partagé', null],
      ['account-opened', '', all[0]?.id],
    ])
    expect(await list('', admin)).toContain(`href="/utilisateurs/${member.id}"`)
    expect(await list()).not.toContain(`/utilisateurs/${member.id}`)
  })
})

test('what is gone for good says so, and cannot be taken back', async () => {
  const { id, apId } = await answer('Une insulte')
  const report = await aReport(apId)
  await settle(report, { outcome: 'deleted', reason: 'Insulte' })
  const [deleted] = await about(apId)
  expect(await stateOf(id)).toBe('deleted')
  expect(await list('?acte=comment-deleted')).toContain('Ne se défait pas.')
  expect((await undo(deleted?.id)).status).toBe(409)
  expect((await rooms.as(moderator).post(`/moderation/signalements/${report}/reouverture`)).status).toBe(409)
})

test('nobody but a moderator takes a decision back', async () => {
  const { id, apId } = await answer('Caché')
  await decide(id, 'hidden')
  const [hidden] = await about(apId)
  expect((await rooms.as().post(`/moderation/decisions/${hidden?.id}/annulation`)).status).toBe(401)
  for (const role of ['editor', 'facilitator', 'member'] as const)
    expect((await undo(hidden?.id, '', await person(rooms.deps, role))).status).toBe(403)
  expect((await undo('nobody')).status).toBe(404)
  expect(await stateOf(id)).toBe('hidden')
})

test('no form of another site decides anything', async () => {
  const { id, apId } = await answer('Ici')
  await decide(id, 'hidden')
  const [hidden] = await about(apId)
  const report = await aReport(apId)
  const before = await rooms.deps.db.query('SELECT count(*) FROM decisions')
  for (const path of [
    `/moderation/decisions/${hidden?.id}/annulation`,
    ...['decision', 'transmission', 'reouverture'].map((act) => `/moderation/signalements/${report}/${act}`),
    ...['/moderation/regles', '/signaler', '/reglages'],
  ]) {
    const forged = { origin: 'https://ailleurs.example', 'sec-fetch-site': 'cross-site' }
    const fields = { outcome: 'none', content: 'x', reason: 'x', words: 'x' }
    expect((await rooms.as(admin).post(path, fields, forged)).status, path).toBe(403)
  }
  expect((await rooms.deps.db.query('SELECT count(*) FROM decisions')).rows).toEqual(before.rows)
})

describe('decisions are found', () => {
  const headings = (html: string) => [...html.matchAll(/<b>([^<]+)<\/b> –/g)].map(([, words]) => words)

  test('by who took them, by what they were, and by their day', async () => {
    rooms.deps.pass(3 * 86_400_000)
    const other = await person(rooms.deps, 'moderator')
    const { id } = await answer('Le dernier')
    await rooms
      .as(other)
      .post(`/moderation/commentaires/${id}/decision`, { outcome: 'hidden', reason: 'Oui' })
    expect(headings(await list(`?par=${other.id}`))).toEqual(['Réponse masquée'])
    expect(headings(await list('?du=2026-11-26&au=2026-11-26'))).toEqual(['Réponse masquée'])
    expect(headings(await list('?au=2026-11-25')).length).toBeGreaterThan(5)
    expect(new Set(headings(await list('?acte=account-closed')))).toEqual(new Set(['Compte fermé']))
    expect(await list('?acte=account-closed&par=personne')).toContain('Aucune décision ne correspond')
  })

  test('though an address was typed wrong', async () => {
    for (const query of ['?acte=x', '?du=hier', '?par=', `?avant=${'z'.repeat(50)}`, '?au=9999-12-31'])
      expect(headings(await list(query)).length, query).toBeGreaterThan(5)
  })
})
