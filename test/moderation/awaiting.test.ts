import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { sendBack, submit } from '../../server/entries/commands.ts'
import { whole } from '../../server/entries/whole.ts'
import { thing } from '../../server/moderation/queries.ts'
import { report } from '../../server/moderation/reports.ts'
import { pageFaults } from '../support/markup.ts'
import { drafted, person, published } from '../support/publish.ts'
import { answerFrom, openRooms, stranger, type Rooms } from './rooms.ts'

let rooms: Rooms
let editor: Viewer
let contributor: Viewer
let entryId: string
let path: string
beforeAll(async () => {
  rooms = await openRooms()
  editor = await person(rooms.deps, 'editor')
  contributor = await person(rooms.deps, 'contributor')
  const { envelope } = await published(rooms.deps, editor, 'news', { title: 'Une fête' })
  entryId = envelope.id
  path = envelope.path
  const about = await thing(rooms.deps, { subject: 'entry', subjectId: `/ap/objects/${entryId}` })
  if (about === undefined) throw new Error('The entry is not there.')
  for (const id of [rooms.deps.newId(), rooms.deps.newId()])
    await report(rooms.deps, null, about, { id, reason: 'Faux', email: null, forward: false, outcome: false })
  const draft = await drafted(rooms.deps, contributor, 'news', { title: 'À relire par vous' })
  await submit(rooms.deps, contributor, whole(draft))
})
afterAll(() => rooms.close())

const waiting = (text: string): string[] =>
  [...text.matchAll(/class="unread">.*?<span class="visually-hidden">(.*?)<\/span>/gs)].map(
    ([, words = '']) => words.replace('\u00a0', ' '),
  )
const headOf = async (viewer?: Viewer): Promise<string[]> => waiting((await rooms.as(viewer).get(path)).text)

test('each is told in the head of their pages how much waits for them, and where', async () => {
  expect(await headOf(await person(rooms.deps, 'moderator'))).toEqual(['2 choses à voir', '2 choses à voir'])
  expect(await headOf(editor)).toEqual(['1 chose à voir', '1 chose à voir'])
  const admin = await person(rooms.deps, 'admin')
  expect(await headOf(admin)).toEqual(['3 choses à voir', '1 chose à voir', '2 choses à voir'])
  expect(await pageFaults((await rooms.as(admin).get(path)).text)).toEqual([])
})

test('who can do nothing about it is told nothing, and visitors’ pages stay the same for all', async () => {
  expect(await headOf(contributor)).toEqual([])
  expect(await headOf(await person(rooms.deps, 'member'))).toEqual([])
  expect(await headOf()).toEqual([])
  expect((await rooms.as().get(path)).headers.get('cache-control')).toContain('public')
})

test('somebody who reviews for one organisation is told of its entries alone', async () => {
  const { envelope } = await published(rooms.deps, editor, 'organisation', { title: 'Les Ateliers' })
  const memberships = [{ organisationId: envelope.id, role: 'editor' as const }]
  const theirs = { ...(await person(rooms.deps, 'member')), memberships }
  expect(await headOf(theirs)).toEqual([])
  const draft = await drafted(rooms.deps, editor, 'news', { organisation: envelope.id })
  const inReview = await submit(rooms.deps, editor, whole(draft))
  expect(await headOf(theirs)).toEqual(['1 chose à voir', '1 chose à voir'])
  await sendBack(rooms.deps, editor, inReview)
})

test('the desk of an editor says how much is to be reviewed', async () => {
  const tab = /À relire<span class="count"> (\d+)</
  expect(tab.exec((await rooms.as(editor).get('/brouillons')).text)?.[1]).toBe('1')
  expect(tab.test((await rooms.as(contributor).get('/brouillons')).text)).toBe(false)
})

test('the queue of answers is not said to be all there is while reports wait', async () => {
  const moderator = await person(rooms.deps, 'moderator')
  const empty = (await rooms.as(moderator).get('/moderation')).text.replaceAll('\u00a0', ' ')
  expect(empty).not.toContain('Rien n’attend')
  expect(empty).toMatch(/<a href="\/moderation\/signalements">2 signalements attendent<\/a>/)
  await answerFrom(rooms.deps, await stranger(rooms.deps, 'loin.example'), entryId, 'Bonjour')
  expect(await headOf(moderator)).toEqual(['3 choses à voir', '3 choses à voir'])
})
