import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { exportTo } from '../../server/export/export.ts'
import { createPruner } from '../../server/federation/prune.ts'
import { keepHouse } from '../../server/housekeeping.ts'
import { forgetHandled, keptDays, markHandled } from '../../server/messages/commands.ts'
import { mostOpen, receiveMessage } from '../../server/messages/receive.ts'
import { stranger } from '../moderation/rooms.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { messageFrom } from '../support/messages.ts'
import { person } from '../support/publish.ts'

let deps: TestDeps
beforeEach(async () => {
  deps = await openTestDeps()
})
afterEach(() => deps.close())

const days = (count: number) => deps.pass(count * 86_400_000)
const kept = async (): Promise<unknown[]> => {
  const { rows } = await deps.db.query('SELECT id FROM messages ORDER BY n')
  return rows.map((row) => row['id'])
}

describe('a message is kept', () => {
  test('as long as nobody saw to it, and ninety days after somebody did', async () => {
    const bruno = await stranger(deps, 'ailleurs.example')
    const editor = await person(deps, 'editor')
    const [old, open] = [await messageFrom(deps, bruno), await messageFrom(deps, bruno)]
    days(200)
    await markHandled(deps, editor, old.id)
    days(keptDays)
    await forgetHandled(deps)
    expect(await kept()).toEqual([old.id, open.id])
    deps.pass(1)
    await forgetHandled(deps)
    expect(await kept()).toEqual([open.id])
  })

  test('by the housekeeping that runs beside the hub', async () => {
    const { id } = await messageFrom(deps, await stranger(deps, 'ailleurs.example'))
    await markHandled(deps, await person(deps, 'editor'), id)
    days(keptDays + 1)
    await keepHouse(deps).stop()
    expect(await kept()).toEqual([])
  })

  test('with the actor who wrote it, who is forgotten when nothing of theirs is left', async () => {
    const { id, actorN } = await messageFrom(deps, await stranger(deps, 'ailleurs.example'))
    const known = async () =>
      (await deps.db.query('SELECT 1 FROM actors WHERE n = ?', [actorN])).rows.length === 1
    const prune = createPruner(deps)
    days(31)
    await prune()
    expect([await known(), await kept()]).toEqual([true, [id]])
    await deps.db.write([{ sql: 'DELETE FROM messages', args: [] }])
    await prune()
    expect(await known()).toBe(false)
  })
})

test('those that arrive at the same moment are no more than those that come one by one', async () => {
  const bruno = await stranger(deps, 'ailleurs.example')
  const commands = await Promise.all(
    Array.from({ length: mostOpen.actor + 5 }, (_, at) =>
      receiveMessage(
        deps,
        { n: bruno.n, host: 'ailleurs.example' },
        {
          ...{
            apId: `${bruno.id}/${at}`,
            addressed: ['hub'],
            public: true,
            entryN: null,
            url: null,
            title: '',
          },
          ...{ summary: '', html: '<p>Bonjour</p>', language: null, publishedAt: deps.now() },
        },
      ),
    ),
  )
  const answers = await Promise.allSettled(commands.map((steps) => deps.db.write(steps)))
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(mostOpen.actor)
  expect(await kept()).toHaveLength(mostOpen.actor)
})

test('what is exported for other programs holds no message', async () => {
  await messageFrom(deps, await stranger(deps, 'ailleurs.example'), { html: '<p>Confidence</p>' })
  const dir = mkdtempSync(join(tmpdir(), 'maillon-export-'))
  try {
    await exportTo(deps, dir, () => undefined)
    for (const file of readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) =>
      one.isFile(),
    ))
      expect(readFileSync(join(file.parentPath, file.name), 'utf8'), file.name).not.toContain('Confidence')
  } finally {
    rmSync(dir, { recursive: true })
  }
})
