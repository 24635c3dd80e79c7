import { afterAll, beforeAll, expect, test } from 'vitest'
import { alertModerators, quiet } from '../../server/moderation/alert.ts'
import { report } from '../../server/moderation/reports.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person } from '../support/publish.ts'

let deps: TestDeps
let watchers: string[]
beforeAll(async () => {
  deps = await openTestDeps({ mail: true })
  const made = [await person(deps, 'moderator'), await person(deps, 'admin')]
  watchers = made.map(({ email }) => email).toSorted()
  const gone = await person(deps, 'moderator')
  await deps.db.write([{ sql: "UPDATE users SET state = 'disabled' WHERE id = ?", args: [gone.id] }])
  for (const role of ['editor', 'member'] as const) await person(deps, role)
})
afterAll(() => deps.close())

const about = { subject: 'entry' as const, subjectId: '/ap/objects/x', host: null }
const reported = (reason = 'Achetez <b>mes</b> montres') =>
  report(deps, null, about, {
    id: deps.newId(),
    reason,
    email: 'x@y.example',
    forward: false,
    outcome: false,
  })
/** Who was written to since the last time. */
async function written(): Promise<string[]> {
  deps.letters.length = 0
  await alertModerators(deps)
  return deps.letters.map(({ to }) => to).toSorted()
}

test('nobody is written to while nothing waits', async () => {
  expect(await written()).toEqual([])
})

test('the first report is told to those who moderate, without a word of what a stranger wrote', async () => {
  await reported()
  expect(await written()).toEqual(watchers)
  const [letter] = deps.letters
  expect(letter?.text).toContain('https://hub.example/moderation/signalements')
  expect(JSON.stringify(letter)).not.toMatch(/montres|y\.example/)
})

test('a flood is one letter in four hours, and none for what was told already', async () => {
  for (let count = 0; count < 30; count++) await reported()
  expect(await written()).toEqual([])
  deps.pass(quiet - 1)
  expect(await written()).toEqual([])
  deps.pass(1)
  expect(await written()).toEqual(watchers)
  deps.pass(quiet)
  expect(await written()).toEqual([])
})

test('two who look at the same moment write once', async () => {
  deps.pass(quiet)
  await reported()
  deps.letters.length = 0
  await Promise.all([alertModerators(deps), alertModerators(deps)])
  expect(deps.letters.map(({ to }) => to).toSorted()).toEqual(watchers)
})

test('what was settled before anybody was told is told to nobody', async () => {
  deps.pass(quiet)
  await reported()
  await deps.db.write([{ sql: 'UPDATE reports SET closed_at = 1', args: [] }])
  expect(await written()).toEqual([])
})
