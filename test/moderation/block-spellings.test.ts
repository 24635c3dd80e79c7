import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks, decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { isBlocked } from '../../server/federation/blocked.ts'
import { domainsOf } from '../../server/text/host.ts'
import { person } from '../support/publish.ts'
import { openRooms, type Rooms } from './rooms.ts'

let rooms: Rooms
let moderator: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  moderator = await person(rooms.deps, 'moderator')
})
afterAll(() => rooms.close())

const block = (type: string, target: string) =>
  rooms.as(moderator).post('/moderation/blocages', { type, target, reason: 'Pour voir', confirmed: 'true' })

async function lift(target: string) {
  const [row] = await rooms.deps.db.read.select().from(blocks).where(eq(blocks.target, target))
  return rooms.as(moderator).post(`/moderation/blocages/${row?.id}/levee`, { reason: 'Excuses reçues' })
}

const spellings = [
  ['evil.test', 'evil.test'],
  ['Evil.Test.', 'evil.test'],
  [' EVIL.TEST ', 'evil.test'],
  ['*.evil.test', 'evil.test'],
  ['https://evil.test/@bruno?x#y', 'evil.test'],
  ['https://Evil.Test.:443/', 'evil.test'],
  ['@bruno@evil.test', 'evil.test'],
  ['evil.test:8443', 'evil.test:8443'],
  ['exämple.test', 'xn--exmple-cua.test'],
  ['XN--exmple-cua.TEST.', 'xn--exmple-cua.test'],
] as const

test.each(spellings)('a host typed as %s is blocked as %s', async (typed, target) => {
  expect((await block('host', typed)).status).toBe(303)
  expect(await rooms.deps.db.read.select().from(blocks)).toMatchObject([
    { type: 'host', target, reason: 'Pour voir', createdBy: moderator.id },
  ])
  expect((await lift(target)).status).toBe(303)
})

test('a blocked host is turned away however it spells itself, with every name under it', async () => {
  await block('host', 'evil.test')
  const { db } = rooms.deps
  for (const met of [
    'evil.test',
    'Evil.Test.',
    'evil.test:8443',
    'a.b.evil.test',
    'https://EVIL.test/users/x',
    'https://evil.test.:444/users/x',
    'https://sub.Evil.Test./users/x',
    '@x@evil.test',
    // No name is that long; whoever invents one is not asked for each of its parts.
    `https://${'a.'.repeat(950)}evil.test/users/x`,
  ])
    expect(await isBlocked(db, met), met).toBe(true)
  expect(domainsOf(`${'a.'.repeat(950)}evil.test`).length).toBeLessThan(130)
  for (const met of ['notevil.test', 'evil.test.example', 'https://good.test/evil.test', 'test'])
    expect(await isBlocked(db, met), met).toBe(false)
  await lift('evil.test')
  expect(await isBlocked(db, 'evil.test')).toBe(false)
})

test('blocking and lifting are recorded with who and why, and doing it twice is doing it once', async () => {
  await block('host', 'deux.test')
  await block('host', 'deux.test')
  await lift('deux.test')
  const rows = await rooms.deps.db.read.select().from(decisions).where(eq(decisions.subjectId, 'deux.test'))
  expect(rows.map(({ action, reason, by }) => ({ action, reason, by }))).toEqual([
    { action: 'blocked', reason: 'Pour voir', by: moderator.id },
    { action: 'unblocked', reason: 'Excuses reçues', by: moderator.id },
  ])
  expect((await rooms.as(moderator).post('/moderation/blocages/nothing/levee')).status).toBe(404)
})
