import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { list, extract } from 'tar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../support/dist.ts'

// The source of what runs, as its last build step packs it (AGPL, section 13): from a clone, and from an archive alone.

let place: string
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'maillon-source-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

interface Built {
  number: string
  commit: string | null
  source: string
}

const git = (cwd: string, ...words: string[]): string =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@b.example', ...words], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
  }).trim()

/** A tree of this very source, without its history. */
function copyTo(folder: string): void {
  for (const name of readdirSync(root))
    if (!['node_modules', '.git', 'dist', 'data', 'coverage'].includes(name))
      cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** The last step of a build, which packs the source; what the steps before make is not in it. */
function build(folder: string): Built {
  mkdirSync(join(folder, 'dist/static'), { recursive: true })
  if (!existsSync(join(folder, 'dist/static/manifest.json')))
    writeFileSync(join(folder, 'dist/static/manifest.json'), '{}')
  const env: NodeJS.ProcessEnv = { PATH: process.env['PATH'] }
  execFileSync(process.execPath, ['static/finish.ts'], { cwd: folder, env, stdio: 'pipe' })
  const manifest = JSON.parse(readFileSync(join(folder, 'dist/static/manifest.json'), 'utf8')) as object
  const built = JSON.parse(readFileSync(join(folder, 'dist/version.json'), 'utf8')) as Built
  // Served like any other file of the manifest.
  expect(manifest).toMatchObject({ source: built.source })
  return built
}

const packed = (folder: string, { source }: Built): string => join(folder, 'dist/static', basename(source))

describe('the source that a hub serves of itself', () => {
  test('is that of its commit, changes included, in a clone; and an archive of it builds the same again', () => {
    const clone = mkdtempSync(join(place, 'clone-'))
    copyTo(clone)
    rmSync(join(clone, 'test/screenshots'), { recursive: true, force: true })
    git(clone, 'init', '-q')
    git(clone, 'add', '-A', '--', ':!node_modules')
    git(clone, 'commit', '-qm', 'all')
    const built = build(clone)
    expect(built.commit).toBe(git(clone, 'rev-parse', 'HEAD'))
    expect(built.source).toMatch(/^\/static\/maillon-[\d.]+-[0-9a-f]{10}\.tar\.gz$/)
    const names: string[] = []
    list({ file: packed(clone, built), sync: true, onReadEntry: ({ path }) => void names.push(path) })
    const files = names.filter((name) => !name.endsWith('/')).map((name) => name.replace(/^[^/]+\//, ''))
    // Every file that the commit has, and nothing that it has not: no data, no secret, no dependency.
    const tracked = git(clone, '-c', 'core.quotePath=false', 'ls-files').split('\n')
    expect(tracked.filter((file) => !files.includes(file))).toEqual([])
    expect(files.filter((file) => !tracked.includes(file))).toEqual([])

    // Unpacked in a folder with a history of its own, which is another's.
    git(place, 'init', '-q')
    git(place, 'commit', '-qm', 'another', '--allow-empty')
    const archive = mkdtempSync(join(place, 'archive-'))
    extract({ file: packed(clone, built), cwd: archive, strip: 1, sync: true })
    expect(existsSync(join(archive, '.git'))).toBe(false)
    symlinkSync(join(root, 'node_modules'), join(archive, 'node_modules'))
    const again = build(archive)
    // Without a history of its own the commit is not known, and none is made up.
    expect(again).toMatchObject({ number: built.number, commit: null })
    const second: string[] = []
    list({ file: packed(archive, again), sync: true, onReadEntry: ({ path }) => void second.push(path) })
    expect(second.toSorted()).toEqual(names.toSorted())
  }, 60_000)
})
