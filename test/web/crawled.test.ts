import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Hono } from 'hono'
import { createApp } from '../../server/app.tsx'
import { createFederation, type Federation } from '../../server/federation/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { notVisited } from '../e2e/not-visited.ts'
import { closedPages, openPages } from '../e2e/pages.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { root } from '../support/dist.ts'

// Which pages are looked at in a browser: test/e2e/looks.test.ts cannot know of one that nobody told it of.

let deps: TestDeps
let federation: Federation
let routes: readonly string[]
beforeAll(async () => {
  deps = await openTestDeps()
  federation = createFederation(deps)
  const app: unknown = createApp(deps, federation)
  if (!(app instanceof Hono)) throw new Error('The app is no Hono any more: where are its routes?')
  const apart = new Set(federation.routes.routes.map(({ path }) => path))
  routes = [
    ...new Set(
      app.routes
        .filter(({ method, path }) => method === 'GET' && !path.startsWith('/api/') && !apart.has(path))
        .map(({ path }) => path),
    ),
  ]
})
afterAll(async () => {
  await federation.stop(1000)
  await deps.close()
})

const visited = [openPages, closedPages].flatMap((pages) =>
  pages({
    entries: ['/annuaire/x', '/ressources/x', '/emplois/x', '/actualites/x', '/agenda/x', '/forum/x'],
    ...{ tender: '/marches/x', call: '/appels/x', proposal: '/propositions/x', commitment: '/engagements/x' },
    ...{ network: '/annuaire/x', council: '/assemblees/x', committee: '/assemblees/x' },
  }).map((path) => path.replace(/\?.*/, '')),
)

const kindPaths = kinds.map(({ path }) => path.slice(1)).join('|')
/** What every kind has is one page: it is looked at with one of them at least. */
const alike = (path: string): string =>
  path.replace(new RegExp(`^/(embed/)?(?:${kindPaths})(?=/|$)`), '/$1:kind')

/** The route as a question about addresses. */
const asked = (route: string): RegExp =>
  new RegExp(`^${route.replaceAll(/:\w+(?:\{[^/]*\})?/g, '[^/]+').replaceAll('.', '\\.')}$`)

/** Routes with a fixed end before those with a name in its place: `/marches/carte` is no `/marches/:ref`. */
const isVisited = (route: string): boolean => {
  const fixed = new Set(routes.filter((other) => !other.includes(':')))
  return visited.some((path) => asked(route).test(path) && (route === path || !fixed.has(path)))
}

test('every page of the server is visited in a browser, or has a reason not to be', () => {
  expect(routes.length).toBeGreaterThan(200)
  const seen = new Set(routes.filter(isVisited).map(alike))
  const forgotten = routes.filter(
    (route) => !seen.has(alike(route)) && !notVisited.some(([pattern]) => pattern.test(route)),
  )
  expect(forgotten).toEqual([])
})

test('every visited address is a page of the server', () => {
  expect(
    visited.filter((path) => path !== '/rien' && !routes.some((route) => asked(route).test(path))),
  ).toEqual([])
})

test('no reason outlives its page, and what a reason names is there', () => {
  expect(notVisited.filter(([pattern]) => !routes.some((route) => pattern.test(route))).map(String)).toEqual(
    [],
  )
  const files = notVisited.flatMap(([, why]) => why.match(/[\w/-]+\.(?:test\.)?ts/g) ?? [])
  const there = globSync('test/e2e/**/*.ts', { cwd: root }).map((file) => file.replace('test/e2e/', ''))
  expect(files.length).toBeGreaterThan(8)
  expect(files.filter((file) => !there.some((one) => one === file || one.endsWith(`/${file}`)))).toEqual([])
  // Those that a reason leans on look at what they go through.
  for (const file of new Set(files)) {
    const path = [file, `letter/${file}`, `journeys/${file}`]
      .map((one) => join(root, 'test/e2e', one))
      .find(existsSync)
    expect(readFileSync(path ?? '', 'utf8'), file).toMatch(/\b(?:fits|accessible|look|looksRight)\(/)
  }
})
