import { readFileSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import { relative } from 'node:path'
import { describe, expect, test, vi } from 'vitest'

const root = new URL('../../', import.meta.url).pathname
const here = createRequire(import.meta.url)
const apexRequire = createRequire(here.resolve('activitypub-express'))
const jsonldRequire = createRequire(apexRequire.resolve('jsonld'))

const absent: [name: string, folder: string, require: NodeJS.Require][] = [
  ['mongodb', 'mongodb', apexRequire],
  ['express', 'express', apexRequire],
  ['request', 'request', apexRequire],
  ['request-promise-native', 'request-promise-native', apexRequire],
  ['http-signature', 'http-signature', apexRequire],
  ['@digitalbazaar/http-client', 'http-client', jsonldRequire],
]

const uses: [string, (it: object) => unknown][] = [
  ['calling it', (it) => Reflect.apply(Object(it), undefined, [])],
  ['constructing it', (it) => Reflect.construct(Object(it), [])],
  ['reading from it', (it) => Reflect.get(it, 'get')],
  ['writing to it', (it) => Reflect.set(it, 'get', 1)],
  ['deleting from it', (it) => Reflect.deleteProperty(it, 'get')],
  ['defining on it', (it) => Reflect.defineProperty(it, 'get', { value: 1 })],
  ['asking what it has', (it) => 'get' in it],
  ['listing it', (it) => Object.keys(it)],
  ['describing it', (it) => Object.getOwnPropertyDescriptor(it, 'get')],
  ['asking for its kind', (it) => Object.getPrototypeOf(it)],
  ['changing its kind', (it) => Object.setPrototypeOf(it, null)],
  ['freezing it', (it) => Object.freeze(it)],
]

describe.each(absent)('the package %s, which must not exist here', (name, folder, require) => {
  test('is the one in this repository', () => {
    expect(relative(root, realpathSync(require.resolve(name)))).toBe(
      `server/federation/absent/${folder}/index.cjs`,
    )
  })

  test.each(uses)('throws at every use › %s', (_, use) => {
    expect(() => use(require(name))).toThrow(`Maillon does not have ${name}`)
  })
})

test('apex loads without its server, its database and its network', () => {
  expect(here('activitypub-express')).toBeTypeOf('function')
})

test('the fetching loader of jsonld › loads, opens no socket and says what is missing', async () => {
  const connect = vi.spyOn(Socket.prototype, 'connect')
  const { httpClient } = jsonldRequire('@digitalbazaar/http-client')
  expect(() => httpClient.get('https://evil.example/context')).toThrow('Maillon does not have')
  await expect(apexRequire('jsonld').documentLoaders.node()('https://evil.example/context')).rejects.toThrow(
    'could not be dereferenced',
  )
  expect(connect).not.toHaveBeenCalled()
})

test('the lock file › resolves nothing by git, and nothing outside the registry and this repository', () => {
  const lock: { packages: Record<string, { resolved?: string; version?: string }> } = JSON.parse(
    readFileSync(`${root}package-lock.json`, 'utf8'),
  )
  const resolved = Object.values(lock.packages).flatMap((entry) => entry.resolved ?? [])
  expect(
    resolved.filter((at) => !/^(server\/federation\/absent\/|https:\/\/registry\.npmjs\.org\/)/.test(at)),
  ).toEqual([])
  expect(lock.packages['node_modules/request']?.resolved).toBe('server/federation/absent/request')
})
