import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocks } from '../../db/schema/moderation.ts'
import { blocking } from '../../server/cli/blocking.ts'
import { outcomeOf } from '../../server/cli/outcome.ts'
import { foundingActors } from '../../server/federation/index.ts'
import type { House } from '../../server/wire.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { traces } from '../moderation/traces.ts'

let deps: TestDeps
let folder: string
beforeAll(async () => {
  deps = await openTestDeps()
  folder = mkdtempSync(join(tmpdir(), 'maillon-lists-'))
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  await traces(deps, 'suivi.test', 'Zibeline')
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await deps.close()
})

async function run(name: string, ...argv: string[]) {
  const said: string[] = []
  const verb = blocking.find((one) => one.name === name)
  if (verb?.needs !== 'hub') throw new Error(`There is no verb ${name}.`)
  const call = { argv, stdin: '', cwd: folder, say: (line: string) => void said.push(line) }
  const outcome = await outcomeOf(
    async () => verb.read(call)({ deps } as unknown as House),
    (error) => {
      throw error
    },
  )
  return { code: outcome.code, said: [...said, ...outcome.complaints].join('\n') }
}
const held = async (target: string) =>
  (await deps.db.read.select().from(blocks).where(eq(blocks.target, target)))[0]

test('a host is blocked, or only set aside, from the command line', async () => {
  expect(await run('federation block', 'Rude.Test.', '--severity', 'silence', '--reason', 'bruit')).toEqual({
    code: 0,
    said: 'rude.test is set aside.',
  })
  expect(await held('rude.test')).toMatchObject({
    severity: 'silence',
    reason: 'bruit',
    createdBy: 'console',
  })
  expect((await run('federation block', 'rude.test', '--public-comment', 'Insultes')).said).toBe(
    'rude.test is blocked.',
  )
  expect(await held('rude.test')).toMatchObject({ severity: 'suspend', publicComment: 'Insultes' })
  expect((await run('federation block', 'rude.test', '--severity', 'limit')).code).toBe(2)
})

test('a list is taken in, but for what is followed, hidden or ours, and each of these is said', async () => {
  writeFileSync(
    join(folder, 'list.csv'),
    '#domain,#severity\nneuf.test,suspend\nsuivi.test,suspend\ns***.test\nrude.test,silence\n',
  )
  const { code, said } = await run('federation blocklist', 'import', 'list.csv')
  expect(code).toBe(0)
  expect(said.split('\n')).toEqual([
    'Line 4: s***.test: is hidden by whoever made the list',
    'Left out, since the hub follows suivi.test: suivi.test (--followed takes it).',
    'Left out, since they are held to more here: 1 (--milder takes them).',
    '1 hosts are taken in; 0 were as the list says.',
  ])
  expect(await held('neuf.test')).toMatchObject({ severity: 'suspend' })
  expect(await held('suivi.test')).toBeUndefined()
  await run('federation blocklist', 'import', 'list.csv', '--followed', '--milder')
  expect(await held('suivi.test')).toMatchObject({ severity: 'suspend' })
  expect(await held('rude.test')).toMatchObject({ severity: 'silence' })
})

test('a list is written, for nobody else to read, and taken in again changes nothing', async () => {
  const file = join(folder, 'ours.csv')
  expect((await run('federation blocklist', 'export', 'ours.csv')).said).toBe(`${file}: 3 hosts.`)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(readFileSync(file, 'utf8')).toContain('rude.test,silence,false,false,Insultes,false')
  expect((await run('federation blocklist', 'import', 'ours.csv')).said).toBe(
    '0 hosts are taken in; 3 were as the list says.',
  )
  expect((await run('federation blocklist', 'import', 'none.csv')).code).toBe(1)
  expect((await run('federation blocklist', 'mix', 'ours.csv')).code).toBe(2)
})
