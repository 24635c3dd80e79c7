import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inContext, readCopy, readDockerfile, readExec, root } from './docker/dockerfile.ts'

const stages = readDockerfile()
const last = stages.at(-1)!
const said = (word: string): string[] =>
  last.steps.filter((step) => step.word === word).map((step) => step.text)

describe('the image', () => {
  test('stands on Node 24 in every stage', () => {
    expect(stages.map(({ image }) => image)).toEqual(['node:24-slim', 'node:24-slim'])
  })

  test('runs as a user who is not root', () => {
    const words = last.steps.map(({ word }) => word)
    expect(said('USER')).toEqual(['node'])
    expect(words.indexOf('USER')).toBeLessThan(words.indexOf('CMD'))
  })

  test('listens to the world outside its container, and keeps its data on a volume', () => {
    expect(said('ENV').join(' ')).toContain('HOST=0.0.0.0')
    expect(said('ENV').join(' ')).toContain('DATA_DIR=/data')
    expect(said('VOLUME')).toEqual(['/data'])
  })

  test('asks its own health of node, without another tool', () => {
    const [program, , script] = readExec(said('HEALTHCHECK')[0]!)
    expect(program).toBe('node')
    expect(script).toContain('/healthz')
  })

  test('starts the compiled server without a shell, so that signals reach it', () => {
    expect(readExec(said('CMD')[0]!)).toEqual([
      'node',

      '--max-semi-space-size=4',
      'dist/server/main.js',
    ])
  })

  test('copies only files that are there and that the build may see', () => {
    for (const stage of stages)
      for (const { text } of stage.steps.filter(({ word }) => word === 'COPY')) {
        const { from, sources } = readCopy(text)
        if (from !== null) expect(stages.map(({ name }) => name)).toContain(from)
        else
          for (const source of sources)
            expect(source === '.' || (existsSync(join(root, source)) && inContext(source))).toBe(true)
      }
  })

  test('has the local packages in place before it installs', () => {
    for (const { steps } of stages) {
      const install = steps.findIndex(({ text }) => text.startsWith('npm ci'))
      const local = steps.findIndex(({ text }) => text.startsWith('server/federation/absent'))
      expect(local).toBeGreaterThanOrEqual(0)
      expect(local).toBeLessThan(install)
    }
  })

  test.each([
    '.git/config',
    'data/maillon.db',
    'node_modules/hono/package.json',
    'dist/server/main.js',
    'hub.tar.gz',
    '.env',
  ])('is built without %s', (path) => expect(inContext(path)).toBe(false))

  test.each([
    'server/main.ts',
    'db/migrations/meta/_journal.json',
    'static/style.css',
    'views/layout.tsx',
    'LICENSE',
    'README.md',
  ])('is built with %s', (path) => {
    expect(statSync(join(root, path)).isFile()).toBe(true)
    expect(inContext(path)).toBe(true)
  })
})
