import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blocks, decisions } from '../../db/schema/moderation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { foundingActors } from '../../server/federation/index.ts'
import { block } from '../../server/moderation/blocks.ts'
import { person } from '../support/publish.ts'
import { openRooms, type Rooms } from './rooms.ts'
import { everything, left, nothing, traces } from './traces.ts'

let rooms: Rooms
let moderator: Viewer
beforeAll(async () => {
  rooms = await openRooms()
  const { deps } = rooms
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  moderator = await person(deps, 'moderator')
})
afterAll(() => rooms.close())

const head = '#domain,#severity,#reject_media,#reject_reports,#public_comment,#obfuscate'
const look = (text: string) => rooms.as(moderator).post('/moderation/blocages/liste', { text })
const take = (fields: Record<string, string>) =>
  rooms.as(moderator).post('/moderation/blocages/liste/import', { reason: 'Liste du réseau', ...fields })
const held = async (target: string) =>
  (await rooms.deps.db.read.select().from(blocks).where(eq(blocks.target, target)))[0]

describe('a list of blocks', () => {
  const list = `${head}
neuf.test,suspend,false,false,Arnaques,true
plus.test,suspend,false,false,,false
moins.test,silence,false,false,,false
pareil.test,suspend,false,false,,false
images.test,noop,true,true,,false
c***.test,suspend,false,false,,false
hub.example,suspend,false,false,,false
suivi.test,suspend,false,false,,false`

  beforeAll(async () => {
    const { deps } = rooms
    for (const [target, severity] of [
      ['plus.test', 'silence'],
      ['moins.test', 'suspend'],
      ['pareil.test', 'suspend'],
    ] as const)
      await block(deps, moderator, {
        type: 'host',
        target,
        severity,
        reason: 'À nous',
        publicComment: 'Avant',
      })
    // Followed, and with all that a server can leave here.
    await traces(deps, 'sous.suivi.test', 'Zibeline')
    await traces(deps, 'sous.neuf.test', 'Belette')
    // This one is no longer followed: nobody would miss it.
    await deps.db.write([
      {
        sql: "DELETE FROM following WHERE target_n IN (SELECT n FROM actors WHERE host = 'sous.neuf.test')",
        args: [],
      },
    ])
  })

  test('is looked at first: what is new, what changes, what cannot be taken, who would be lost', async () => {
    const { status, text } = await look(list)
    expect(status).toBe(200)
    for (const words of [
      '2\u00a0serveurs nouveaux',
      '1\u00a0serveur à tenir plus loin',
      '1\u00a0serveur à tenir moins loin',
      '1\u00a0serveur déjà comme dans la liste',
      'suivi.test (bloqué) – suivi\u00a0: sous.suivi.test',
      'plus.test (en retrait → bloqué)',
      'Ligne 7, «\u00a0c***.test\u00a0»',
      'Ligne 8, «\u00a0hub.example\u00a0»\u00a0: c’est ce site lui-même',
    ])
      expect(text).toContain(words)
    const ticked = [...text.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)]
      .filter(([tag]) => /\schecked/.test(tag))
      .map(([tag]) => /name="(\w+)"/.exec(tag)?.[1])
    expect(ticked).toEqual(['fresh', 'stricter'])
    expect(await held('neuf.test')).toBeUndefined()
  })

  test('comes back with what was ticked when the reason is missing', async () => {
    const { status, text } = await take({ list, fresh: 'true', followed: 'suivi.test', reason: ' ' })
    expect(status).toBe(422)
    expect(text).toMatch(/<input[^>]*value="suivi.test"[^>]*checked/)
    expect(await held('neuf.test')).toBeUndefined()
  })

  test('is taken in by what was ticked, with all that follows from each line, as one decision', async () => {
    expect((await take({ list, fresh: 'true', stricter: 'true' })).status).toBe(303)
    expect(await held('neuf.test')).toMatchObject({
      ...{ severity: 'suspend', publicComment: 'Arnaques', obfuscate: true, reason: 'Liste du réseau' },
      createdBy: moderator.id,
    })
    // What was said of it here is worth more than a list that says nothing.
    expect(await held('plus.test')).toMatchObject({
      ...{ severity: 'suspend', publicComment: 'Avant', reason: 'À nous' },
    })
    expect(await held('images.test')).toMatchObject({
      severity: 'noop',
      rejectMedia: true,
      rejectReports: true,
    })
    expect(await held('moins.test')).toMatchObject({ severity: 'suspend' })
    expect(await held('suivi.test')).toBeUndefined()
    expect(await left(rooms.deps, ['sous.neuf.test'], 'Belette')).toEqual({ ...nothing, found: 1 })
    expect(await left(rooms.deps, ['sous.suivi.test'], 'Zibeline')).toEqual(everything)
    const made = await rooms.deps.db.read
      .select()
      .from(decisions)
      .where(eq(decisions.action, 'blocks-imported'))
    expect(made.map(({ subjectId, reason, by }) => [subjectId, reason, by])).toEqual([
      ['3', 'Liste du réseau', moderator.id],
    ])
  })

  test('takes whom this hub follows only when that is ticked', async () => {
    await take({ list, followed: 'suivi.test' })
    expect(await held('suivi.test')).toMatchObject({ severity: 'suspend' })
    expect(await left(rooms.deps, ['sous.suivi.test'], 'Zibeline')).toEqual({ ...nothing, found: 1 })
    expect(await held('moins.test')).toMatchObject({ severity: 'suspend' })
  })

  test('gone through again changes nothing', async () => {
    const { text } = await look(list)
    expect(text).toContain('5\u00a0serveurs déjà comme dans la liste')
    expect(text).toContain('1\u00a0serveur à tenir moins loin')
  })

  test('is written as it is read', async () => {
    const { status, text, headers } = await rooms.as(moderator).get('/moderation/blocages/liste.csv')
    expect([status, headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(text.trim().split('\n')).toEqual([
      head,
      'images.test,noop,true,true,,false',
      'moins.test,suspend,false,false,Avant,false',
      'neuf.test,suspend,false,false,Arnaques,true',
      'pareil.test,suspend,false,false,Avant,false',
      'plus.test,suspend,false,false,Avant,false',
      'suivi.test,suspend,false,false,,false',
    ])
  })
})

test('nothing, or what is no list, is said to be so', async () => {
  for (const text of ['', '  \n\n', '#domain,#severity\n'])
    expect([text, (await look(text)).status]).toEqual([text, 422])
  expect((await look('un nom\nautre chose\n')).text).toContain('2\u00a0lignes ne peuvent pas être prises')
})

test('is for moderators alone', async () => {
  const editor = await person(rooms.deps, 'editor')
  for (const viewer of [editor, undefined]) {
    const browser = rooms.as(viewer)
    for (const path of ['/moderation/blocages/liste', '/moderation/blocages/liste.csv'])
      expect((await browser.get(path)).status).not.toBe(200)
    await browser.post('/moderation/blocages/liste/import', { list: 'a.test', fresh: 'true', reason: 'x' })
  }
  expect(await held('a.test')).toBeUndefined()
})
