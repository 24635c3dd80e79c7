import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { users } from '../../db/schema/accounts.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import { commentObject } from '../../server/federation/comment-object.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'

let deps: TestDeps
let member: Viewer
beforeEach(async () => {
  deps = await openTestDeps()
  member = await person(deps, 'member')
  const row = { id: '/ap/actors/anna', local: true, role: 'person' as const, type: 'Person', handle: 'anna' }
  await deps.db.write([deps.db.make.insert(actors).values({ ...row, name: 'Anna', createdAt: 1 })])
  const [actor] = await deps.db.read.select().from(actors).where(eq(actors.id, row.id))
  await deps.db.write([deps.db.make.update(users).set({ actorN: actor?.n }).where(eq(users.id, member.id))])
})
afterEach(() => deps.close())

async function said(summary?: string) {
  const { envelope } = await published(deps, await person(deps, 'editor'), 'job')
  const id = deps.newId()
  const words = { id, parentId: null, body: 'Le récit', ...(summary === undefined ? {} : { summary }) }
  await writeComment(deps, member, envelope, words)
  return (await commentObject(deps, id))?.object
}

test('an answer with a warning leaves with it, and as sensitive: other servers fold it too', async () => {
  expect(await said('Violences')).toMatchObject({ type: 'Note', summary: 'Violences', sensitive: true })
})

test('an answer without one has no summary, which half of the servers would fold it behind', async () => {
  const object = await said()
  expect(object).toMatchObject({ type: 'Note', sensitive: false })
  expect(object).not.toHaveProperty('summary')
})
