import { expect, test } from 'vitest'
import { carriesSecret, pathForLog } from '../../server/web/secret-paths.ts'
import { readSources } from '../support/sources.ts'

/** Every address that ends in a key, as the routes have it. */
const keyed = readSources()
  .filter(({ file }) => file.startsWith('server/web/'))
  .flatMap(({ code }) => [...code.matchAll(/'(\/[^']*\/:key)[^']*'/g)].map(([, path = '']) => path))

test('there are addresses that hold a key', () => {
  expect(keyed.length).toBeGreaterThan(10)
})

test.each([...new Set(keyed)])('%s is kept out of logs, for it opens what it names', (path) => {
  const address = path.replaceAll(/:\w+/g, 'un-mot-de-passe')
  expect(carriesSecret(address)).toBe(true)
  expect(pathForLog(address)).not.toContain('un-mot-de-passe')
})
