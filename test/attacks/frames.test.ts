import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.tsx'
import { createFederation } from '../../server/federation/index.ts'
import { kinds } from '../../server/kinds/index.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'

// What stands on other people's sites, and what somebody might bring to stand there.

let deps: TestDeps
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  deps = await openTestDeps()
  app = createApp(deps, createFederation(deps))
  const editor = await person(deps, 'editor')
  await published(deps, editor, 'job', { title: 'Menuisière </script><script>x</script>' })
})
afterAll(() => deps.close())

const ask = (path: string, init: RequestInit = {}) => app.request(`https://hub.example${path}`, init)
const isFramed = ({ headers }: Response) =>
  !(headers.get('content-security-policy') ?? '').includes("frame-ancestors 'none'") ||
  headers.get('x-frame-options') === null

describe('a frame of somebody else', () => {
  test('holds the lists that are made for it', async () => {
    for (const { path } of kinds) {
      const answer = await ask(`/embed${path}?q=x&lang=en&fragment=0`)
      expect([path, answer.status, isFramed(answer)]).toEqual([path, 200, true])
    }
  })

  test('holds no other page that answers beside them: an error has a whole page around it', async () => {
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    }
    const asked: [string, RequestInit][] = [
      ['/embed/', {}],
      ['/embed/nulle-part', {}],
      ['/embed/emplois/', {}],
      ['/embed/emplois/menuisiere', {}],
      ['/embed/emplois', form],
      ['/embed/emplois', { ...form, method: 'PUT' }],
      ['/embed/../compte', {}],
      ['/emplois/integrer', {}],
      ['/oembed?url=x', {}],
      ['/', {}],
    ]
    for (const [path, init] of asked) {
      const answer = await ask(path, init)
      expect([path, init.method, isFramed(answer)]).toEqual([path, init.method, false])
      expect(answer.headers.get('content-security-policy')).not.toContain('frame-ancestors *')
    }
  })
})

describe('an address that oEmbed is asked about', () => {
  const about = async (url: string, more = '') => {
    const answer = await ask(`/oembed?url=${encodeURIComponent(url)}${more}`)
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  }

  test.each([
    'https://evil.example/emplois',
    'https://hub.example.evil.example/emplois',
    '//hub.example/emplois',
    '//evil.example/emplois',
    '/emplois',
    'emplois',
    'http://hub.example/emplois',
    'https://hub.example:8443/emplois',
    'https://hub.example./emplois',
    'https://hub.example@evil.example/emplois',
    'https://hub.example\\@evil.example/emplois',
    'https://someone@hub.example/emplois',
    'https://someone:secret@hub.example/emplois',
    'https://xn--hub-.example/emplois',
    'javascript:alert(1)//https://hub.example/emplois',
    'data:text/html,https://hub.example/emplois',
    'blob:https://hub.example/emplois',
    'file:///emplois',
    'https://hub.example/compte',
    'https://hub.example/emplois/nouveau',
    'https://hub.example/emplois/%00',
    'https://hub.example/emplois/%ff',
    'https://hub.example/emplois/..%2f..%2fcompte',
    '',
    '\u0000',
    'x'.repeat(10_000),
  ])('is none of ours: %s', async (url) => {
    const { status, text } = await about(url)
    expect(status).toBe(404)
    expect(text).not.toMatch(/"(?:https?:)?\/\/[^"/]*evil/)
  })

  test('is our own however it is spelled, and only what means something of it is said again', async () => {
    const spelled = 'HTTPS://HUB.example:443/emplois?place=92036&x=%22%3E%3Cscript%3E#javascript:alert(1)'
    const { status, text } = await about(spelled, '&maxwidth=-1&maxheight=1e309&callback=alert')
    expect(status).toBe(200)
    const { html, width, height } = JSON.parse(text) as { html: string; width: number; height: null }
    expect([width, height]).toEqual([600, null])
    expect(html).toContain('<a href="https://hub.example/emplois?place=92036">')
    expect(html).not.toMatch(/script|alert|x=/)
  })

  test.each(['NaN', '-5', '0', '1e309', '0x1', '', '%00', '9'.repeat(400), '1;2'])(
    'is as wide as usual for a width of %s',
    async (width) => {
      const { text } = await about('https://hub.example/emplois', `&maxwidth=${width}&maxheight=${width}`)
      const said = JSON.parse(text) as { width: number }
      expect(said.width).toBeGreaterThanOrEqual(1)
      expect(said.width).toBeLessThanOrEqual(600)
    },
  )

  test('is answered as JSON that no browser takes for a page, whatever a title holds', async () => {
    const { headers, text } = await about('https://hub.example/emplois')
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(JSON.parse(text)['html']).toContain('&lt;/script&gt;&lt;script&gt;')
    expect((await ask('/oembed?url=https://hub.example/emplois&format=xml')).status).toBe(501)
  })
})
