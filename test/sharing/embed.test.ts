import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { withdraw } from '../../server/entries/withdrawal.ts'
import { embedRoutes } from '../../server/web/sharing/embed-routes.ts'
import type { Env } from '../../server/web/env.ts'
import { onError } from '../../server/web/failures.tsx'
import { headers } from '../../server/web/middleware/headers.ts'
import { drafted, person, published, received } from '../support/publish.ts'
import { read } from '../support/read.ts'
import { openPages, type Pages } from '../web/pages.ts'

let pages: Pages
let app: Hono<Env>
let admin: Viewer
beforeAll(async () => {
  pages = await openPages()
  const { deps } = pages
  app = new Hono<Env>()
  app.onError(onError(deps))
  app.use(headers(deps))
  app.route('/', embedRoutes(deps))
  admin = await person(deps, 'admin')
  await published(deps, admin, 'job', { title: 'Menuisier <b>& fils</b>', place: '92036' })
  await published(deps, admin, 'job', { title: 'Boulangère', place: '59350', language: 'en' })
  await drafted(deps, admin, 'job', { title: 'Pas encore' })
  await withdraw(deps, admin, await published(deps, admin, 'job', { title: 'Retirée' }))
  await received(deps, 'job', { title: 'Chez eux', url: 'https://ailleurs.example/emplois/1' })
})
afterAll(() => pages.close())

const get = async (path: string, asked: Record<string, string> = {}) => {
  const answer = await app.request(path, { headers: asked })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}

describe('a list on another site', () => {
  test('has what is published, escaped, with full addresses; what another hub said is read there', async () => {
    const { status, text } = await get('/embed/emplois')
    expect(status).toBe(200)
    expect(text).toContain('href="https://hub.example/emplois/menuisier-b-fils-b"')
    expect(text).toContain('Menuisier &lt;b&gt;&amp; fils&lt;/b&gt;')
    expect(read(text)).toContain('Gennevilliers (92)')
    expect(text).toContain('href="https://ailleurs.example/emplois/1" rel="nofollow"')
    expect(text).not.toMatch(/Pas encore|Retirée/)
    expect(text).toContain('lang="en"')
    expect(text).toContain('href="https://hub.example/emplois"')
  })

  test('may stand in a frame of anybody, runs nothing, sends nothing, and sets no cookie', async () => {
    const { headers: told, text } = await get('/embed/emplois', { cookie: 'x=y' })
    const policy = told.get('content-security-policy') ?? ''
    for (const part of ["default-src 'none'", "script-src 'none'", 'frame-ancestors *', "form-action 'none'"])
      expect(policy).toContain(part)
    expect(told.get('x-frame-options')).toBeNull()
    expect(told.get('set-cookie')).toBeNull()
    expect(text).not.toMatch(/<script|<form|<button|\sstyle=|\son\w+=|\sid=/)
    expect(text.match(/<a [^>]*>/g)?.every((link) => link.includes('target="_top"'))).toBe(true)
  })

  test('is the only thing that may: no page of ours does', async () => {
    const { headers: told } = await pages.as().get('/emplois')
    expect(told.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(told.get('content-security-policy')).not.toContain('frame-src')
    expect(told.get('x-frame-options')).not.toBeNull()
    const shown = await pages.as().get('/emplois/integrer')
    expect(shown.headers.get('content-security-policy')).toMatch(/frame-src 'self';.*frame-ancestors 'none'/)
  })

  test('is a piece of a page when it is asked for as one, for servers and for scripts of others', async () => {
    const { headers: told, text } = await get('/embed/emplois?fragment=1')
    expect(text).toMatch(/^<section class="maillon-list" lang="fr" dir="ltr">/)
    expect(text).not.toMatch(/<html|<head|<link|target=|\sid=/)
    expect([...text.matchAll(/class="([^"]+)"/g)].every(([, name]) => name?.startsWith('maillon-'))).toBe(
      true,
    )
    expect(told.get('access-control-allow-origin')).toBe('*')
    expect(told.get('access-control-allow-credentials')).toBeNull()
  })

  test('is narrowed as the list is, and as long as one likes up to fifty', async () => {
    const near = (await get('/embed/emplois?place=92&origin=hub')).text
    expect(near).toContain('Menuisier')
    expect(near).not.toMatch(/Boulangère|Chez eux/)
    expect(near).toContain('href="https://hub.example/emplois?place=92&amp;origin=hub"')
    const items = async (max: string) =>
      (await get(`/embed/emplois?max=${max}`)).text.match(/maillon-item"/g)?.length
    expect([await items('1'), await items('2'), await items('0'), await items('x')]).toEqual([1, 2, 3, 3])
    for (let n = 0; n < 52; n++) await published(pages.deps, admin, 'news', { title: `Nouvelle ${n}` })
    const { text } = await get('/embed/actualites?max=1000')
    expect(text.match(/maillon-item"/g)).toHaveLength(50)
  })

  test('speaks the language and wears the colours that it is asked for', async () => {
    const { text, headers: told } = await get('/embed/emplois?lang=en&theme=dark', {
      'accept-language': 'fr',
    })
    expect(text).toMatch(/<html lang="en" dir="ltr" data-theme="dark">/)
    expect(told.get('content-language')).toBe('en')
    expect(told.get('vary')).toBeNull()
    expect((await get('/embed/emplois?lang=xx&theme="><script>')).text).toMatch(/<html lang="fr" dir="ltr">/)
  })

  test('is not sent again to who has it, and says so when there is nothing', async () => {
    const { headers: told } = await get('/embed/emplois')
    expect((await get('/embed/emplois', { 'if-none-match': told.get('etag') ?? '' })).status).toBe(304)
    expect((await get('/embed/emplois?q=introuvable')).text).toContain('maillon-empty')
  })

  test('is explained where the list is, with code that names the list as it was narrowed', async () => {
    expect((await pages.as().get('/emplois?place=92036')).text).toContain(
      'href="/emplois/integrer?place=92036"',
    )
    const { text } = await pages.as().get('/emplois/integrer?place=92036&max=5&theme=dark')
    expect(text).toContain('src="/embed/emplois?place=92036&amp;max=5&amp;theme=dark"')
    for (const code of [
      '&lt;iframe src=&quot;https://hub.example/embed/emplois?place=92036&amp;amp;max=5&amp;amp;theme=dark&quot;',
      'https://hub.example/embed/emplois?place=92036&amp;max=5&amp;theme=dark&amp;fragment=1',
      'place.innerHTML = await answer.text()',
    ])
      expect(text).toContain(code)
    expect((await pages.as().get('/emplois/integrer?q=%27%3B+system(1)%3B%3Cscript%3E')).text).not.toMatch(
      /'; system|<script>/,
    )
  })
})

describe('oEmbed', () => {
  const ask = async (url: string, more = '') => {
    const { status, text } = await get(`/oembed?url=${encodeURIComponent(url)}${more}`)
    return { status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {} }
  }

  test('tells of an entry in words without a script, and the page says where', async () => {
    const page = 'https://hub.example/emplois/menuisier-b-fils-b'
    const { status, body } = await ask(page)
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: '1.0', type: 'rich', title: 'Menuisier <b>& fils</b>', width: 600 })
    expect(body['html']).toContain(`<a href="${page}">Menuisier &lt;b&gt;&amp; fils&lt;/b&gt;</a>`)
    expect(body['html']).not.toMatch(/<script|<iframe|<b>/)
    expect(body['thumbnail_url']).toMatch(/^https:\/\/hub\.example\/apercus\/fr\/emplois\/.*\.png/)
    const { text } = await pages.as().get('/emplois/menuisier-b-fils-b')
    const [, href = ''] =
      /type="application\/json\+oembed" href="https:\/\/hub\.example([^"]+)"/.exec(text) ?? []
    expect((await get(href.replaceAll('&amp;', '&'))).status).toBe(200)
  })

  test('tells of a list as it is narrowed', async () => {
    const { body } = await ask('https://hub.example/emplois?place=Lille')
    expect(body['html']).toContain('Boulangère')
    expect(body['html']).not.toContain('Menuisier')
    expect((await pages.as().get('/emplois?place=92036')).text).toContain(
      encodeURIComponent('https://hub.example/emplois?place=92036'),
    )
  })

  test('keeps within the size that it is asked for', async () => {
    const { body } = await ask('https://hub.example/emplois', '&maxwidth=300&maxheight=200')
    expect(body['width']).toBe(300)
    expect(body['thumbnail_url']).toBeUndefined()
  })

  test.each([
    ['https://ailleurs.example/emplois/1', 404],
    ['http://hub.example/emplois', 404],
    ['https://hub.example@ailleurs.example/emplois', 404],
    ['file:///etc/passwd', 404],
    ['', 404],
    ['https://hub.example/compte', 404],
    ['https://hub.example/emplois/%zz', 404],
    ['https://hub.example/emplois/pas-encore', 404],
    ['https://hub.example/emplois/chez-eux', 404],
    ['https://hub.example/emplois/retiree', 410],
  ])('knows nothing of %s', async (url, status) => {
    expect((await ask(url)).status).toBe(status)
  })

  test('is JSON alone', async () => {
    expect((await ask('https://hub.example/emplois', '&format=xml')).status).toBe(501)
  })
})
