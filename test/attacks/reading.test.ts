import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession, sessionCookieName } from '../../server/accounts/session.ts'
import { createApp } from '../../server/app.tsx'
import { createFederation } from '../../server/federation/index.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person, published } from '../support/publish.ts'

// What everybody may read, read by somebody who means harm, or by somebody who is signed in.

let deps: TestDeps
let app: ReturnType<typeof createApp>
let session: string
let entry: string
beforeAll(async () => {
  deps = await openTestDeps({ mail: true })
  app = createApp(deps, createFederation(deps))
  const editor = await person(deps, 'editor')
  entry = (await published(deps, editor, 'job', { title: 'Menuisière', place: '92036', tags: ['Bois'] }))
    .envelope.path
  await published(deps, editor, 'event', { title: 'Bal', place: '92036' })
  const begun = await beginSession(deps, editor.id, { userAgent: undefined, replaces: null })
  session = begun.split(';')[0] ?? ''
})
afterAll(() => deps.close())

const ask = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.request(`https://hub.example${path}`, { headers, redirect: 'manual' })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

const pages = () => [
  ...['/', '/emplois', entry, `${entry}/affiche`, '/emplois/affiche', '/affiche', '/emplois/carte'],
  ...['/recherche?q=menuisi%C3%A8re', '/recherche/carte', '/etiquettes/bois', '/emplois/integrer'],
  ...['/agenda/mois/2026-11', '/agenda/semaine/2026-W48', '/agenda/mois-de-l-ess/2026', '/hors-ligne'],
  ...['/annuaire', '/contact', '/accessibilite', '/marches/correspondances', '/propositions'],
]

describe('a page', () => {
  test('of somebody who is signed in is kept by no cache, and has no tag by which a worker would keep it', async () => {
    for (const path of pages()) {
      const { status, headers } = await ask(path, { cookie: session })
      expect([path, status]).toEqual([path, 200])
      expect([path, headers.get('cache-control'), headers.get('etag')]).toEqual([
        path,
        'private, no-store',
        null,
      ])
    }
  })

  test('that everybody reads alike says what it depends on, and sets no cookie', async () => {
    for (const path of pages()) {
      const { status, headers } = await ask(path)
      expect([path, status]).toEqual([path, 200])
      expect(headers.get('cache-control'), path).toMatch(/^public/)
      for (const name of ['Cookie', 'Accept-Language', 'HX-Request'])
        expect(headers.get('vary'), path).toContain(name)
      expect([path, headers.getSetCookie()]).toEqual([path, []])
    }
  })

  test('that sets a cookie or takes one back is kept by no cache, whoever it is for', async () => {
    for (const cookie of [`${sessionCookieName(deps)}=${'a'.repeat(40)}`, 'flash=x', 'flash=__proto__'])
      for (const path of ['/', '/emplois', entry, '/recherche']) {
        const { headers } = await ask(path, { cookie })
        expect([cookie, headers.getSetCookie().length]).toEqual([cookie, 1])
        expect([cookie, path, headers.get('cache-control')]).toEqual([cookie, path, 'private, no-store'])
      }
  })

  test('that gives somebody their session anew is kept by no cache, a feed or a suggestion neither', async () => {
    const member = await person(deps, 'member')
    const own = await beginSession(deps, member.id, { userAgent: undefined, replaces: null })
    deps.pass(20 * 86_400_000)
    let renewed = 0
    for (const path of [
      '/recherche/suggestions?q=menui',
      '/emplois.atom',
      '/agenda.ics',
      '/manifest.webmanifest',
    ]) {
      const { headers } = await ask(path, { cookie: own.split(';')[0] ?? '' })
      if (headers.getSetCookie().length === 0) continue
      renewed++
      expect([path, headers.get('cache-control')]).toEqual([path, 'private, no-store'])
    }
    expect(renewed).toBeGreaterThan(0)
  })

  test('asks nothing of a device but where it is, and that for itself alone', async () => {
    for (const path of [...pages(), '/embed/emplois', '/nulle-part']) {
      const { headers } = await ask(path)
      const policy = headers.get('permissions-policy') ?? ''
      expect(policy, path).toContain('geolocation=(self)')
      for (const name of ['camera', 'microphone', 'payment']) expect(policy, path).toContain(`${name}=()`)
      const content = headers.get('content-security-policy') ?? ''
      expect(content, path).toMatch(/default-src 'none'.*base-uri 'none'.*object-src 'none'/)
      expect(content, path).not.toMatch(/unsafe|\shttps?:|\s\*(?!$)/)
      expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    }
  })
})

describe('what is typed into an address', () => {
  const long = 'x'.repeat(10_000)
  const values = [
    ...['%00', 'a%00b', '%ed%a0%80', `${'a'.repeat(199)}%F0%9F%98%80`, `${'a'.repeat(59)}%F0%9F%98%80`],
    ...[long, '%F0%9F%98%80'.repeat(300), '%EF%B7%BA'.repeat(300), '%CC%81'.repeat(3000), '%E2%80%AEabc'],
    ...['__proto__', 'constructor', 'toString', 'NaN', '1e309', '-1', '1e9', '0x10', '%25', '_%25_', '%zz'],
    ...['%22%20OR%20%22', 'NEAR(', 'title:*', '%27%3B--', '%0d%0aSet-Cookie:%20a=b', '//evil.example'],
    ...[
      'https://evil.example',
      '%5C%5Cevil.example',
      '%3Cscript%3Ealert(1)%3C/script%3E',
      '%22%3E%3Cimg%20src=x%3E',
    ],
  ]
  const names = [
    ...[
      'q',
      'tag',
      'place',
      'org',
      'origin',
      'sort',
      'page',
      'near',
      'within',
      'around',
      'past',
      'direction',
    ],
    ...['kind', 'lang', 'langue', 'max', 'theme', 'fragment', 'contract', 'retour', 'v', 'url'],
  ]
  const paths = [
    ...[
      '/emplois',
      '/recherche',
      '/recherche/suggestions',
      '/recherche/carte',
      '/agenda/semaine',
      '/embed/emplois',
    ],
    ...['/emplois/integrer', '/agenda/mois/2026-11', '/etiquettes/bois', '/alertes/nouvelle', '/connexion'],
  ]

  /** All at once, each name with another of the values: what one breaks, no other hides for long. */
  const question = (shift: number): string =>
    names.map((name, at) => `${name}=${values[(at + shift) % values.length]}`).join('&')

  test.each(paths)(
    'is a list or a word, never a fault, a tag, a cookie or a way elsewhere: %s',
    async (path) => {
      for (let shift = 0; shift < values.length; shift++) {
        const { status, headers, text } = await ask(`${path}?${question(shift)}`)
        expect(status, question(shift)).toBeLessThan(500)
        expect(headers.getSetCookie()).toEqual([])
        expect(headers.get('location') ?? '/').toMatch(/^\/(?!\/)/)
        expect(text).not.toMatch(/<script>alert|<img src=x|(?:href|action|src)="(?:https?:)?\/\/evil/)
      }
    },
  )

  test.each(names)('one alone, and two hundred of them: %s', async (name) => {
    for (const value of values) {
      const { status } = await ask(`/recherche?${name}=${value}`)
      expect([name, value.slice(0, 40), status]).toEqual([name, value.slice(0, 40), 200])
    }
    const many = Array.from({ length: 200 }, (_, at) => `${name}=${at}&x${at}=${at}`).join('&')
    expect((await ask(`/emplois?${many}`)).status).toBe(200)
  })

  test('a language that nobody speaks is nobody’s, also by the names of things', async () => {
    for (const lang of [
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'xx',
      'fr%0d%0aX:%20y',
      'FR',
    ])
      for (const path of ['/emplois', '/embed/emplois', '/hors-ligne']) {
        const { status, text, headers } = await ask(`${path}?lang=${lang}`)
        expect([path, lang, status]).toEqual([path, lang, 200])
        expect(text).toContain('<html lang="fr"')
        expect(headers.get('x')).toBeNull()
      }
  })

  test('where one goes on to stays on this site', async () => {
    const body = (retour: string) => new URLSearchParams({ langue: 'en', retour }).toString()
    for (const retour of [
      ...[
        '//evil.example',
        '/\\evil.example',
        '\\\\evil.example',
        '/\t/evil.example',
        'https://evil.example',
      ],
      ...[
        'javascript:alert(1)',
        '/%0d%0aX: y',
        '/\r\nX: y',
        '/./\\evil.example',
        '/emplois/..//evil.example',
        '',
      ],
    ]) {
      const answer = await app.request('https://hub.example/langue', {
        method: 'POST',
        headers: { origin: 'https://hub.example', 'content-type': 'application/x-www-form-urlencoded' },
        body: body(retour),
      })
      expect([retour, answer.status]).toEqual([retour, 303])
      const to = new URL(answer.headers.get('location') ?? '', 'https://hub.example')
      expect([retour, to.origin]).toEqual([retour, 'https://hub.example'])
      expect(answer.headers.get('x')).toBeNull()
    }
  })
})
