import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { lock, Locked } from '../../db/lock.ts'
import { run } from './database.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'maillon-lock-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a second process on the same data is refused at once, in words that help', async () => {
  const first = run('hold-lock.program.ts', dir)
  expect((await first.lines.next()).value).toBe('held')
  const second = lock(dir)
  await expect(second).rejects.toBeInstanceOf(Locked)
  await expect(second).rejects.toThrow(`Another Maillon process is using ${dir}`)
  await first.kill()
})

test('kill -9 frees the lock: the next process starts without anybody’s help', async () => {
  for (let round = 0; round < 2; round++) {
    const first = run('hold-lock.program.ts', dir)
    expect((await first.lines.next()).value).toBe('held')
    await first.kill()
  }
  const mine = await lock(dir)
  mine.release()
})

test('a lock that was given back can be taken again, also by the same process', async () => {
  const first = await lock(dir)
  await expect(lock(dir)).rejects.toBeInstanceOf(Locked)
  first.release()
  const second = await lock(dir)
  second.release()
})

test('two directories do not know of each other', async () => {
  const other = mkdtempSync(join(tmpdir(), 'maillon-lock-'))
  const [one, two] = [await lock(dir), await lock(other)]
  one.release()
  two.release()
  rmSync(other, { recursive: true })
})

test('a directory that is not there is another fault than a lock', async () => {
  const absent = lock(join(dir, 'absent'))
  await expect(absent).rejects.toThrow()
  await expect(absent).rejects.not.toBeInstanceOf(Locked)
})
