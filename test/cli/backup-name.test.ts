import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeBackup, type BackupPlan } from '../../server/backup/make.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'

// Somebody else may write where the backup goes, and lays links there.

let deps: TestDeps
let folder: string
let precious: string
beforeAll(async () => {
  deps = await openTestDeps()
  folder = mkdtempSync(join(tmpdir(), 'maillon-names-'))
  precious = join(deps.config.dataDir, 'precious')
  writeFileSync(precious, 'Untouched')
  writeFileSync(join(deps.config.dataDir, 'secret'), 'x'.repeat(43), { mode: 0o600 })
})
afterAll(async () => {
  await deps.close()
  rmSync(folder, { recursive: true, force: true })
})

const plan = (name: string): BackupPlan => ({
  target: join(folder, name),
  dataDir: deps.config.dataDir,
  databaseUrl: deps.config.databaseUrl,
  mediaDir: join(deps.config.dataDir, 'media'),
  secretFile: join(deps.config.dataDir, 'secret'),
  maillon: '0.1.0',
  origin: 'https://hub.example',
  madeAt: '2026-11-23T08:00:00Z',
})
const silence = (): void => undefined

test('a link at a name that can be guessed leads the backup nowhere', async () => {
  symlinkSync(precious, join(folder, 'a.tar.gz.part'))
  await makeBackup(plan('a.tar.gz'), silence)
  expect(readFileSync(precious, 'utf8')).toBe('Untouched')
  expect(statSync(join(folder, 'a.tar.gz')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder).toSorted()).toEqual(['a.tar.gz', 'a.tar.gz.part'])
})

test('what comes to stand at its own name while it is made stays there, a link to nothing too', async () => {
  const late = join(folder, 'b.tar.gz')
  await expect(makeBackup(plan('b.tar.gz'), () => linkOnce(late))).rejects.toMatchObject({ code: 'conflict' })
  expect(readdirSync(folder)).not.toContain('.maillon-backup')
  expect(readdirSync(deps.config.dataDir)).not.toContain('elsewhere')
  expect(readFileSync(precious, 'utf8')).toBe('Untouched')
})

let isLaid = false
function linkOnce(name: string): void {
  if (!isLaid) symlinkSync(join(deps.config.dataDir, 'elsewhere'), name)
  isLaid = true
}
