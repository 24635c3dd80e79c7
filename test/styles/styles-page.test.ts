import { readFileSync, globSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Hono } from 'hono'
import type { Env } from '../../server/web/env.ts'
import { locale } from '../../server/web/middleware/locale.ts'
import { flash } from '../../server/web/middleware/flash.ts'
import { stylesRoutes } from '../../server/web/styles.tsx'
import { colourTokens, motionTokens, spaceTokens, typeTokens } from '../../views/styles/foundations.tsx'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { root } from '../support/dist.ts'
import { pageFaults } from '../support/markup.ts'
import { notShown, piecesOfPages } from './pieces.ts'

const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const here = globSync('views/styles/*.tsx', { cwd: root }).map(read).join('\n')

/** Each component that pages are made of: what a file of views/components lets others use. */
const components = globSync('views/components/*.tsx', { cwd: root }).flatMap((file) =>
  [...read(file).matchAll(/^export (?:const|function) ([A-Z]\w*)/gm)].map(([, name]) => ({
    name: name ?? '',
    file,
  })),
)

const opened: TestDeps[] = []
/** The page on a hub with this address. */
async function styles(origin: string) {
  const deps = await openTestDeps({ env: { PUBLIC_URL: origin } })
  opened.push(deps)
  const app = new Hono<Env>()
  app.use((c, next) => {
    c.set('viewer', null)
    return next()
  })
  app.use(locale(deps), flash())
  app.route('/', stylesRoutes(deps))
  return async (path: string) => {
    const answer = await app.request(`${origin}${path}`)
    return { status: answer.status, text: await answer.text() }
  }
}
let at: Awaited<ReturnType<typeof styles>>
beforeAll(async () => {
  at = await styles('http://localhost:3000')
})
afterAll(() => Promise.all(opened.map((deps) => deps.close())))

describe('the page of components', () => {
  test('exists on a hub of this machine and on no other', async () => {
    expect((await at('/styles')).status).toBe(200)
    expect((await at('/styles/fin')).status).toBe(200)
    expect((await (await styles('http://127.0.0.1:3000'))('/styles')).status).toBe(200)
    const away = await styles('https://hub.example')
    for (const path of ['/styles', '/styles?dir=rtl', '/styles/fin'])
      expect((await away(path)).status).toBe(404)
  })

  test('shows every component', () => {
    expect(components.length).toBeGreaterThan(40)
    expect(components.filter(({ name }) => !new RegExp(`<${name}\\b`).test(here))).toEqual([])
  })

  test('shows what pages of the rooms are made of, but for what has a reason to be left out', () => {
    const pieces = piecesOfPages()
    expect(pieces.length).toBeGreaterThan(90)
    const shown = (name: string, file: string): boolean =>
      new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '../${file.replace('views/', '')}'`).test(here) &&
      new RegExp(`<${name}\\b`).test(here)
    expect(
      pieces.filter(({ name, file }) => !(file in notShown) && !shown(name, file) && !(name in notShown)),
    ).toEqual([])
    // A reason outlives what it was for, if nobody looks.
    const there = new Set(pieces.flatMap(({ name, file }) => [name, file]))
    expect(Object.keys(notShown).filter((one) => !there.has(one))).toEqual([])
    expect(
      pieces.filter(({ name, file }) => (name in notShown || file in notShown) && shown(name, file)),
    ).toEqual([])
  })

  test.each([
    ['notifications on the bell: none, some, very many', /data-count="0".*data-count="3".*>99\+</s],
    ['the menu of an account, open', /<details class="menu account-menu"[^>]* open/],
    ['suggestions, open', /role="listbox".*role="option"/s],
    ['a map, a month and a week', /class="map".*class="week"|class="week".*class="map"/s],
    ['a text behind a warning, closed and open', /"content-warning">.*"content-warning" open=""/s],
    ['an answer that waits, and the place of one that was hidden', /En attente.*comment-gone/s],
    ['somebody else’s post, as Mastodon shows it', /mastodon-card/],
  ])('shows %s', async (_, words) => {
    expect((await at('/styles')).text).toMatch(words)
  })

  test('shows every token, and none that is not one', () => {
    const defined = [...read('static/css/tokens.css').matchAll(/^ {2}--([\w-]+):/gm)].map(
      ([, name]) => name ?? '',
    )
    const shown = new Set<string>([...colourTokens, ...typeTokens, ...spaceTokens, ...motionTokens])
    const layout = new Set(['font', 'mono', 'radius', 'radius-small', 'text-width', 'page-width'])
    expect([...new Set(defined)].filter((name) => !shown.has(name) && !layout.has(name))).toEqual([])
    expect([...shown].filter((name) => !defined.includes(name))).toEqual([])
    const sheet = read('static/css/styles.css')
    for (const name of colourTokens) expect(sheet).toContain(`background: var(--${name});`)
    for (const name of typeTokens) expect(sheet).toContain(`font-size: var(--${name});`)
  })

  test.each(['', '?langue=en', '?dir=rtl&theme=nuit&contraste=plus&largeur=320'])(
    'is sound markup: %s',
    async (query) => {
      const faults = await pageFaults((await at(`/styles${query}`)).text)
      // What hangs open under a search field is a list of links that arrow keys go through: no <select> could be that.
      expect(faults.filter((fault) => !fault.endsWith('the native <select> element'))).toEqual([])
    },
  )

  test('is turned about by its address alone, without a script', async () => {
    const { text } = await at('/styles?dir=rtl&langue=en')
    expect(text).toContain('<html lang="en" dir="rtl">')
    expect(text).toContain('href="/styles?langue=en"')
    expect((await at('/styles?theme=nuit')).text).toContain('class="styles-page scheme-dark"')
    expect((await at('/styles?dir=<script>')).text).toContain('dir="ltr"')
    expect((await at('/styles')).text).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
  })
})
