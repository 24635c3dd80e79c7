import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { verbs } from '../server/cli/verbs.ts'
import { environmentNames, readConfig } from '../server/config.ts'
import { roomOf, readSources } from './support/sources.ts'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const json = <T>(schema: z.ZodType<T>, file: string): T => schema.parse(JSON.parse(read(file)))

const names = z.record(z.string(), z.string())
const manifest = json(z.object({ scripts: names, dependencies: names, license: z.string() }), 'package.json')
const readme = read('README.md')
const architecture = read('ARCHITECTURE.md')
const documents = [...globSync('*.md', { cwd: root }), ...globSync('docs/**/*.md', { cwd: root })]

/** What stands under a heading, up to the next one. */
const section = (text: string, heading: string): string =>
  text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
/** The words in code of the first column of a table. */
const firstColumn = (text: string): string[] =>
  [...text.matchAll(/^\| (`[^|]*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word),
  )

describe('the README', () => {
  test('starts a hub and its tests by two commands', () => {
    expect([...section(readme, 'Start').matchAll(/^npm .*$/gm)].map(([line]) => line)).toEqual([
      'npm ci && npm start',
      'npm ci && npm test',
    ])
  })

  test('lists exactly the variables that work', () => {
    expect(firstColumn(section(readme, 'Configuration')).toSorted()).toEqual(environmentNames.toSorted())
  })

  test('gives the defaults that the program has', () => {
    const config = readConfig({})
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.1', logLevel: 'info', publicUrl: null })
    for (const [name, value] of [
      ['PORT', String(config.port)],
      ['HOST', config.host],
      ['LOG_LEVEL', config.logLevel],
      ['TRUSTED_PROXIES', config.trustedProxies.join(',')],
    ])
      expect(readme).toContain(`| \`${name}\` | \`${value}\` |`)
  })

  test('lists exactly the commands that there are', () => {
    const listed = firstColumn(section(readme, 'Commands')).map((words) => words.replace(/ [A-Z].*$/, ''))
    expect(listed.toSorted()).toEqual([...verbs.map(({ name }) => name), 'help'].toSorted())
  })

  test('maps the folders that there are', () => {
    const folders = firstColumn(section(readme, 'Where things are'))
    expect(folders.map((name) => name.replace('/', '')).toSorted()).toEqual([
      'db',
      'docs',
      'server',
      'static',
      'test',
      'views',
    ])
    for (const folder of folders) expect(existsSync(join(root, folder))).toBe(true)
  })
})

describe('a document', () => {
  test('names only npm scripts that exist', () => {
    const named = documents.flatMap((file) =>
      [...read(file).matchAll(/\bnpm (?:run (?:-s )?)?([a-z][\w:]*)/g)].map(([, name = '']) => name),
    )
    const npmOwn = new Set(['ci', 'overrides'])
    expect(named.filter((name) => !npmOwn.has(name) && !(name in manifest.scripts))).toEqual([])
    expect(named).toContain('start')
  })

  test('links to files that are there', () => {
    const dead = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:)([^)#]+)/g)]
        .map(([, to = '']) => join(dirname(file), to))
        .filter((to) => !existsSync(join(root, to)))
        .map((to) => `${file} → ${to}`),
    )
    expect(dead).toEqual([])
  })

  test('names only files and folders that are there', () => {
    const dead = documents.flatMap((file) =>
      [...read(file).matchAll(/`((?:server|db|views|test|static|docs)\/[\w./-]*)`/g)]
        .map(([, to = '']) => to)
        .filter((to) => !existsSync(join(root, to)))
        .map((to) => `${file} → ${to}`),
    )
    expect(dead).toEqual([])
  })
})

describe('the decisions', () => {
  const decisions = globSync('docs/adr/*.md', { cwd: root }).toSorted()

  test('are numbered one after another, and each says its status, context, decision and consequences', () => {
    expect(decisions.length).toBeGreaterThan(0)
    decisions.forEach((file, index) => {
      const number = String(index + 1)
      expect(file).toMatch(new RegExp(`/${number.padStart(4, '0')}-[a-z-]+\\.md$`))
      expect(read(file)).toMatch(new RegExp(`^# ${number}\\. `))
      for (const part of ['**Status**: ', '## Context', '## Decision', '## Consequences'])
        expect(read(file)).toContain(part)
    })
  })

  test('that the code refers to exist', () => {
    const referred = readSources().flatMap(({ file }) =>
      [...read(file).matchAll(/docs\/adr\/(\d{4})/g)].map(([, number]) => number),
    )
    expect(referred.length).toBeGreaterThan(0)
    expect(referred.filter((number) => !decisions.some((file) => file.includes(`/${number}-`)))).toEqual([])
  })
})

describe('the architecture page', () => {
  test('gives each production package its reason', () => {
    const explained = firstColumn(section(architecture, 'Production packages'))
    expect(explained.toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted())
  })

  test('has every room on its floors', () => {
    const floors = /^`db views .*$/m.exec(architecture)?.[0] ?? ''
    const rooms = new Set(floors.split(/[^a-z-]+/).filter((word) => word !== ''))
    const small = new Set([
      'node-version',
      'quick-imports',
      'stack-trace',
      'assets',
      'secret',
      'connections',
      'housekeeping',
    ])
    const missing = readSources()
      .map(({ file }) => roomOf(file))
      .filter((room) => !rooms.has(room) && !small.has(room))
    expect([...new Set(missing)]).toEqual([])
  })

  test('keeps the budget of production packages', () => {
    const lock = json(
      z.object({
        packages: z.record(
          z.string(),
          z.object({
            dev: z.boolean().optional(),
            devOptional: z.boolean().optional(),
            link: z.boolean().optional(),
            optional: z.boolean().optional(),
            os: z.array(z.string()).optional(),
          }),
        ),
      }),
      'package-lock.json',
    )
    // One platform's binaries are installed, whatever the number of platforms.
    const installed = Object.entries(lock.packages).filter(
      ([path, one]) => path.startsWith('node_modules/') && one.dev !== true && one.os === undefined,
    )
    expect(installed.length).toBeLessThanOrEqual(120)
    expect(architecture).toContain('At most 120')
  })

  test('and the lock file take nothing from git or from outside the registry', () => {
    const resolved = [...read('package-lock.json').matchAll(/"resolved": "([^"]+)"/g)].map(
      ([, from = '']) => from,
    )
    expect(
      resolved.filter(
        (from) =>
          !from.startsWith('server/federation/absent/') && !from.startsWith('https://registry.npmjs.org/'),
      ),
    ).toEqual([])
  })
})

test('the licence file › is the one that package.json names', () => {
  expect(manifest.license).toBe('AGPL-3.0-or-later')
  expect(read('LICENSE')).toMatch(/^ *GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/)
})
