import { describe, expect, test } from 'vitest'
import { ErrorPage, errorTitle, type ErrorStatus } from '../../views/errors.tsx'
import { StatusUpdate } from '../../views/layout.tsx'
import { fragmentFaults, pageFaults } from '../support/markup.ts'
import { structureFaults } from '../support/structure.ts'
import { page, piece, shell } from './render.tsx'

const hostile = '"><script>alert(1)</script>'
const admin = { name: 'Amel', role: 'admin', waits: { desk: 0, moderation: 120, facilitation: 0 } } as const

describe('the frame of a page', () => {
  test('is valid for a visitor, for a member and in English', async () => {
    expect(await pageFaults(page())).toEqual([])
    expect(
      await pageFaults(page({ viewer: admin, active: 'job', flash: { kind: 'success', text: 'Fait.' } })),
    ).toEqual([])
    expect(await pageFaults(page({ locale: 'en' }))).toEqual([])
  })

  test('says its language, title, origin and other forms to machines', () => {
    const html = page({
      canonical: 'https://elsewhere.example/x',
      robots: 'noindex',
      alternates: [{ type: 'application/atom+xml', href: '/emplois.atom', title: 'Emplois' }],
      og: {
        type: 'article',
        creator: '@emplois@hub.example',
        image: {
          url: 'https://hub.example/i.png',
          alt: 'Un établi',
          width: 800,
          height: 600,
          type: 'image/png',
        },
      },
    })
    expect(html).toMatch(/^<!doctype html><html lang="fr" dir="ltr">/)
    expect(html).toContain('<title>Emplois · Solidaires en Boucle</title>')
    expect(html).toContain('<link rel="canonical" href="https://elsewhere.example/x"/>')
    expect(html).toContain('<meta name="robots" content="noindex"/>')
    expect(html).toContain(
      '<link rel="alternate" type="application/atom+xml" href="/emplois.atom" title="Emplois"/>',
    )
    expect(html).toContain('<meta name="fediverse:creator" content="@emplois@hub.example"/>')
    expect(html).toContain('<meta property="og:image" content="https://hub.example/i.png"/>')
  })

  test('tells htmx to read attributes that validators accept', () => {
    expect(page().replaceAll('&quot;', '"')).toContain(
      '<meta name="htmx-config" content="{"metaCharacter":"-","morphIgnore":["data-htmx-powered","open"]}"/>',
    )
  })

  test('escapes whatever the hub, the viewer or the address holds', async () => {
    const html = page({
      hub: {
        name: hostile,
        tagline: hostile,
        origin: 'https://hub.example',
        pages: [{ href: hostile, label: hostile }],
      },
      viewer: { name: hostile, role: 'member' },
      title: hostile,
      description: hostile,
      path: `/recherche?q=${hostile}`,
      flash: { kind: 'error', text: hostile },
    })
    expect(html).not.toContain('<script>alert')
    expect(html).toContain('&lt;script&gt;alert(1)')
  })

  test('is heard in the order in which it is seen: the way in stands above the search', () => {
    const html = page({ viewer: null })
    expect(html.indexOf('/connexion')).toBeGreaterThan(0)
    expect(html.indexOf('/connexion')).toBeLessThan(html.indexOf('id="site-search"'))
  })

  test('says once, where anybody looks for it, what the fediverse is', () => {
    expect(page()).toMatch(/<details[^>]*><summary>Le fédivers, qu’est-ce que c’est\u00a0\?<\/summary>/)
    expect(page({ locale: 'en' })).toContain('What is the fediverse?')
  })

  test('bears its own address when it is printed', () => {
    expect(page()).toContain('<p class="printed">https://hub.example/emplois?page=2</p>')
  })

  test('needs no inline script or style', () => {
    const html = page({ viewer: admin })
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/)
    expect(html.match(/<script(?![^>]*\ssrc=)/g)).toBeNull()
  })

  test('marks the section where the reader stands', () => {
    expect(page({ active: 'job' })).toMatch(/<a href="\/emplois" aria-current="page">/)
  })

  test('offers the other language by a form that comes back to this page', () => {
    const html = page()
    expect(html).toContain('<form method="post" action="/langue" class="languages"')
    expect(html).toContain('<input type="hidden" name="retour" value="/emplois?page=2"/>')
    expect(html).toMatch(/name="langue" value="en" lang="en"/)
  })

  test('shows an administrator more doors than a member', () => {
    const doors = (html: string) =>
      ['/publier', '/moderation', '/reglages', '/compte'].filter((path) => html.includes(`"${path}"`))
    expect(doors(page({ viewer: admin }))).toEqual(['/publier', '/moderation', '/reglages', '/compte'])
    expect(doors(page({ viewer: { name: 'Bruno', role: 'member' } }))).toEqual(['/compte'])
    expect(doors(page({ viewer: { name: 'Bruno', role: 'member', mayPublish: true } }))).toEqual([
      '/publier',
      '/compte',
    ])
    expect(doors(page())).toEqual([])
  })

  test('brings a visitor who signs in back to the page', () => {
    expect(page()).toContain('/connexion?retour=%2Femplois%3Fpage%3D2')
  })

  test('leads to the source of the running version', () => {
    expect(page()).toContain('href="https://source.example/maillon"')
    expect(page()).toContain('0.1.0 (01234567)')
  })

  test('has a status region before anything is said', () => {
    expect(page()).toMatch(/<div id="status" class="status" role="status"[^>]*><\/div>/)
    expect(page({ flash: { kind: 'info', text: 'Envoyé.' } })).toMatch(
      /role="status"[^>]*><div class="notice notice-info"/,
    )
  })

  test('lets a fragment fill that region', async () => {
    const html = piece(<StatusUpdate flash={{ kind: 'success', text: 'Fait.' }} />)
    expect(html).toContain('data-hx-swap-oob="innerHTML:#status"')
    expect(await fragmentFaults(html)).toEqual([])
  })
})

describe('an error page', () => {
  const statuses: ErrorStatus[] = [400, 401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503, 507]

  test.each(statuses)('%i is valid, says what to do next and shows ways on', async (status) => {
    const html = page(
      { title: errorTitle(status, 'fr') },
      <ErrorPage status={status} message={hostile} requestId="r1" sections={shell.sections} />,
    )
    expect(await pageFaults(html)).toEqual([])
    expect(structureFaults(html)).toEqual([])
    expect(html).not.toContain('<script>alert')
    expect(html).toContain(`Erreur ${status}`)
    expect(html).toContain('class="ways"')
  })

  test('404 searches for what was sought', () => {
    expect(piece(<ErrorPage status={404} sought="forum" sections={shell.sections} />)).toContain(
      'name="q" value="forum"',
    )
  })
})
