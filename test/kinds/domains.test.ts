import { expect, test } from 'vitest'
import { organisation } from '../../server/kinds/organisation/index.tsx'

const read = (domains: unknown) => organisation.fields.safeParse({ ...organisation.sample, domains })

test.each([
  ['nothing', '', []],
  ['a name', 'Ateliers.Example', ['ateliers.example']],
  ['an address of a page', 'https://www.ateliers.example/blog?a=1', ['www.ateliers.example']],
  ['one with all under it', '*.ateliers.example', ['ateliers.example']],
  ['a name with accents', 'café.example', ['xn--caf-dma.example']],
  ['several', 'a.example\nb.example, c.example', ['a.example', 'b.example', 'c.example']],
])('a site that an organisation vouches for may be written as %s', (_, typed, kept) => {
  expect(read(typed).data?.domains).toEqual(kept)
})

test.each([
  ['a whole top-level domain', 'fr'],
  ['an address in digits', '192.0.2.1'],
  ['a port', 'a.example:8443'],
  ['an e-mail address', 'bonjour@a.example'],
  ['words', 'notre site'],
  ['a script', 'javascript:alert(1)'],
  ['more than ten', Array.from({ length: 11 }, (__, at) => `a${at}.example`)],
])('a site that an organisation vouches for is not %s', (_, typed) => {
  expect(read(typed).success).toBe(false)
})
