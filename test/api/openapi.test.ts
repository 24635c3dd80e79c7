import { afterAll, beforeAll, expect, test } from 'vitest'
import { kinds } from '../../server/kinds/index.ts'
import { apiRoutes } from '../../server/web/api/routes.ts'
import { openApi, type ApiHub } from './hub.ts'

let hub: ApiHub
// What is served, read as a stranger would.
// oxlint-disable-next-line typescript/no-explicit-any
let document: any
beforeAll(async () => {
  hub = await openApi()
  document = (await hub.visitor.get('/openapi.json')).json
})
afterAll(() => hub.close())

const federation = { wake: () => undefined, follow: () => Promise.reject(new Error('not asked')) }

test('every route of the API is in its description, and nothing else is', () => {
  const served = apiRoutes(hub.deps, federation)
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
  const described = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object)
      .filter((name) => name !== 'parameters')
      .map((method) => `${method.toUpperCase()} ${path}`),
  )
  expect(described.toSorted()).toEqual([...new Set(served)].toSorted())
})

test('every reference in it leads to something', () => {
  const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name]) => name,
  )
  expect(references.length).toBeGreaterThan(10)
  for (const name of references) expect(document.components.schemas).toHaveProperty(String(name))
})

test('the description says what each kind asks', () => {
  for (const kind of kinds) expect(document.components.schemas[`${kind.name}Fields`].properties).toBeDefined()
  expect(document.components.schemas.NewEntry.properties.title).toMatchObject({
    type: 'string',
    maxLength: 150,
  })
  expect(document.servers).toEqual([{ url: 'https://hub.example/api/v1' }])
})

test('a known address asked in another way says how it may be asked', async () => {
  const answer = await hub.visitor.send('PUT', '/entries', {})
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toBe('GET, POST, HEAD')
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect((await hub.visitor.send('DELETE', '/kinds')).headers.get('allow')).toBe('GET, HEAD')
})

test('an unknown address is 404 as problem details', async () => {
  const answer = await hub.visitor.get('/spaceships')
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})

test('no answer is kept for somebody else by a cache on the way', async () => {
  for (const path of ['/kinds', '/entries', '/openapi.json']) {
    const { headers } = await hub.visitor.get(path)
    expect(headers.get('vary')).toContain('Authorization')
    expect(headers.get('cache-control')).toMatch(/private/)
  }
})
