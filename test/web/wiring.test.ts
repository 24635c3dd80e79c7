import { afterAll, beforeAll, expect, test } from 'vitest'
import { createApp } from '../../server/app.tsx'
import { createFederation, type Federation } from '../../server/federation/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import type { App } from '../../server/web/env.ts'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { elementsOf } from '../support/form.ts'
import { person, published } from '../support/publish.ts'

let deps: TestDeps
let federation: Federation
let app: App
beforeAll(async () => {
  deps = await openTestDeps()
  federation = createFederation(deps)
  app = createApp(deps, federation)
  const editor = await person(deps, 'editor')
  for (const { name } of kinds) await published(deps, editor, name as 'job', { title: `Un ${name}`, tags: ['bois'] })
})
afterAll(async () => {
  await federation.stop(1000)
  await deps.close()
})

test('every address that a visitor is shown on the home page and on the page of each kind answers', async () => {
  const visitor = new Browser(app, deps.hub)
  const seen = new Set(['/', ...kinds.flatMap(({ path, name }) => [path, `${path}/un-${name}`])])
  for (const path of [...seen]) {
    const { status, text } = await visitor.get(path)
    expect(status, path).toBe(200)
    for (const { tag, attributes } of elementsOf(text))
      if (tag === 'a' && attributes['href']?.startsWith('/') === true)
        seen.add(attributes['href'].replace(/#.*/, ''))
  }
  for (const path of seen) {
    const { status } = await visitor.get(path)
    expect([200, 302, 303], `${path} answers ${status}`).toContain(status)
  }
  expect(seen.size).toBeGreaterThan(30)
})
