import { eq } from 'drizzle-orm'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { create, extract } from 'tar'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { lock } from '../../db/lock.ts'
import { openDatabase } from '../../db/open.ts'
import { localKeys } from '../../db/schema/federation.ts'
import { openPrivateKey } from '../../server/federation/keys.ts'
import { openMachine, type Machine } from '../support/processes.ts'

// Processes start one after another here, on machines that may have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let machine: Machine
let folder: string
let archive: string
const inData = (name: string): string => join(machine.dataDir, name)
const picture = Buffer.from('RIFF, and then a picture')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maillon-backup-'))
  machine = await openMachine()
  await machine.init()
  mkdirSync(inData('media'))
  writeFileSync(inData('media/01a2.webp'), picture)
  writeFileSync(inData('media/.01a3.webp.draft'), 'half an upl')
  archive = join(folder, 'hub.tar.gz')
  expect(await machine.maillon(['backup', 'hub.tar.gz'], { cwd: folder })).toMatchObject({ code: 0, err: '' })
})

afterAll(async () => {
  await machine?.clear()
  rmSync(folder, { recursive: true, force: true })
})

describe('a backup', () => {
  test('is one file for its owner alone, and leaves nothing else behind', () => {
    expect(statSync(archive).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['hub.tar.gz'])
    expect(readdirSync(machine.dataDir).filter((name) => name.startsWith('backup-'))).toEqual([])
  })

  test('holds database, secret and whole pictures, each with its sum', async () => {
    const inside = await unpacked()
    const manifest = JSON.parse(readFileSync(join(inside, 'manifest.json'), 'utf8'))
    expect(Object.keys(manifest.files)).toEqual(['maillon.db', 'media/01a2.webp', 'secret'])
    expect(manifest.files['media/01a2.webp'].bytes).toBe(picture.length)
    expect(manifest.origin).toBe('http://localhost:3000')
  })

  test('replaces no file', async () => {
    const before = readFileSync(archive)
    expect((await machine.maillon(['backup', archive])).code).toBe(1)
    expect(readFileSync(archive).equals(before)).toBe(true)
  })
})

describe('a restored hub', () => {
  test('is as it was: accounts, pictures, and keys that its secret opens; what was there is kept beside', async () => {
    const secret = readFileSync(inData('secret'), 'utf8')
    await machine.maillon(['user', 'add', '--email', 'late@ruche.example', '--name', 'Late'])
    rmSync(inData('media'), { recursive: true })
    writeFileSync(inData('secret'), 'another one')
    expect((await machine.maillon(['restore', archive])).code).toBe(0)

    expect((await machine.maillon(['user', 'list'])).out).toBe('amel@ruche.example\tadmin\tactive\tAmel\n')
    expect(readFileSync(inData('media/01a2.webp')).equals(picture)).toBe(true)
    expect(readFileSync(inData('secret'), 'utf8')).toBe(secret)
    expect(statSync(inData('secret')).mode & 0o777).toBe(0o600)
    expect(await oneKeyOpens(secret)).toBe(true)
    const kept = readdirSync(machine.dataDir).filter((name) => name.includes('.before-'))
    expect(kept.map((name) => name.replace(/\.before-.*/, '')).toSorted()).toEqual(['maillon.db', 'secret'])
  })

  test('comes up on another machine, whose folder is still to be made', async () => {
    const env = { DATA_DIR: join(folder, 'another/machine') }
    expect(await machine.maillon(['restore', archive], { env })).toMatchObject({ code: 0, err: '' })
    expect((await machine.maillon(['user', 'list'], { env })).out).toContain('amel@ruche.example')
  })
})

describe('what is no backup', () => {
  test.each<[string, (inside: string) => void, string]>([
    ['has no secret', (inside) => rmSync(join(inside, 'secret')), 'has no secret'],
    ['has no database', (inside) => rmSync(join(inside, 'maillon.db')), 'has no database'],
    ['has no manifest', (inside) => rmSync(join(inside, 'manifest.json')), 'not a backup'],
    [
      'has another picture than it says',
      (inside) => writeFileSync(join(inside, 'media/01a2.webp'), 'swapped'),
      'damaged',
    ],
    ['lacks a picture', (inside) => rmSync(join(inside, 'media/01a2.webp')), 'damaged'],
    [
      'holds a file of another name',
      (inside) => writeFileSync(join(inside, 'authorized_keys'), 'x'),
      'holds what no backup holds: authorized_keys',
    ],
    [
      'holds a link',
      (inside) => symlinkSync('/etc/passwd', join(inside, 'media/link.webp')),
      'holds what no backup holds: media/link.webp',
    ],
  ])('is refused when it %s, and nothing is touched', async (_, change, words) => {
    const inside = await unpacked()
    change(inside)
    const forged = join(inside, '..', 'forged.tar.gz')
    await create({ file: forged, cwd: inside, gzip: true }, filesIn(inside))
    await isRefused(forged, words)
  })

  test('is refused when it would write outside of the data directory, and nothing is touched', async () => {
    const inside = await unpacked()
    writeFileSync(join(inside, '../outside'), 'x')
    const forged = join(inside, '..', 'forged.tar.gz')
    await create({ file: forged, cwd: inside, gzip: true, preservePaths: true }, [
      ...filesIn(inside),
      '../outside',
    ])
    await isRefused(forged, 'holds what no backup holds: ../outside')
  })

  test('is refused when it was cut short, and nothing is touched', async () => {
    const whole = readFileSync(archive)
    const cut = join(folder, 'cut.tar.gz')
    writeFileSync(cut, whole.subarray(0, whole.length - 20_000))
    await isRefused(cut, 'cut.tar.gz')
  })

  test('is refused while another process holds the data', async () => {
    const held = await lock(machine.dataDir, `file:${inData('maillon.db')}`)
    await isRefused(archive, 'Another Maillon process')
    held.release()
  })
})

/** Without the folders, which a backup does not name. */
const filesIn = (inside: string): string[] =>
  readdirSync(inside, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map((item) => relative(inside, join(item.parentPath, item.name)))

async function isRefused(file: string, words: string): Promise<void> {
  const before = readdirSync(machine.dataDir)
  const database = readFileSync(inData('maillon.db'))
  const refused = await machine.maillon(['restore', file])
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(words)
  expect(readdirSync(machine.dataDir)).toEqual(before)
  expect(readFileSync(inData('maillon.db')).equals(database)).toBe(true)
}

async function unpacked(): Promise<string> {
  const inside = join(mkdtempSync(join(folder, 'unpacked-')), 'inside')
  mkdirSync(inside)
  await extract({ file: archive, cwd: inside })
  return inside
}

/** Of a copy: a connection of this process ends when its memory is reclaimed, and takes its log files along then. */
async function oneKeyOpens(secret: string): Promise<boolean> {
  const copy = join(mkdtempSync(join(folder, 'copy-')), 'maillon.db')
  copyFileSync(inData('maillon.db'), copy)
  const db = await openDatabase({ url: `file:${copy}` })
  const [key] = await db.read.select().from(localKeys).where(eq(localKeys.algorithm, 'rsa'))
  await db.close()
  const pem = openPrivateKey(key?.privateSealed ?? '', Buffer.from(secret.trim(), 'base64url'))
  return existsSync(inData('secret')) && pem.includes('PRIVATE KEY')
}
