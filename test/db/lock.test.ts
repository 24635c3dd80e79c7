import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { lock, Locked } from '../../db/lock.ts'
import { run } from './database.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'maillon-lock-'))
})
const take = (folder: string, database = join(folder, 'maillon.db')) => lock(folder, `file:${database}`)

afterEach(() => rmSync(dir, { recursive: true, force: true }))

test('a second process on the same data is refused at once, in words that help', async () => {
  const first = run('hold-lock.program.ts', dir)
  expect((await first.lines.next()).value).toBe('held')
  const second = take(dir)
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
  const mine = await take(dir)
  mine.release()
})

test('a lock that was given back can be taken again, also by the same process', async () => {
  const first = await take(dir)
  await expect(take(dir)).rejects.toBeInstanceOf(Locked)
  first.release()
  const second = await take(dir)
  second.release()
})

test('two directories do not know of each other', async () => {
  const other = mkdtempSync(join(tmpdir(), 'maillon-lock-'))
  const [one, two] = [await take(dir), await take(other)]
  one.release()
  two.release()
  rmSync(other, { recursive: true })
})

test('a directory that is not there is another fault than a lock', async () => {
  const absent = take(join(dir, 'absent'))
  await expect(absent).rejects.toThrow()
  await expect(absent).rejects.not.toBeInstanceOf(Locked)
})

describe('one database under two data directories', () => {
  let elsewhere: string
  beforeEach(() => {
    elsewhere = mkdtempSync(join(tmpdir(), 'maillon-lock-'))
  })
  afterEach(() => rmSync(elsewhere, { recursive: true, force: true }))

  test('is refused to the second process, which is told of the file', async () => {
    const shared = join(dir, 'maillon.db')
    const first = run('hold-lock.program.ts', dir)
    expect((await first.lines.next()).value).toBe('held')
    await expect(take(elsewhere, shared)).rejects.toThrow(`is using ${shared}`)
    await first.kill()
    const second = await take(elsewhere, shared)
    second.release()
  })

  test('is one, whatever link or detour leads to it', async () => {
    writeFileSync(join(dir, 'real.db'), '')
    symlinkSync(join(dir, 'real.db'), join(elsewhere, 'link.db'))
    const first = await take(dir, join(dir, 'real.db'))
    await expect(take(elsewhere, join(elsewhere, 'link.db'))).rejects.toBeInstanceOf(Locked)
    await expect(take(elsewhere, `${dir}/../${basename(dir)}/real.db`)).rejects.toBeInstanceOf(Locked)
    first.release()
  })

  test('refused leaves the second data directory free', async () => {
    const first = await take(dir)
    await expect(take(elsewhere, join(dir, 'maillon.db'))).rejects.toBeInstanceOf(Locked)
    const second = await take(elsewhere)
    first.release()
    second.release()
  })
})
