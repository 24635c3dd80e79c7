import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beginSession } from '../../server/accounts/session.ts'
import { createApp } from '../../server/app.tsx'
import { createFederation, type Federation } from '../../server/federation/index.ts'
import { thing } from '../../server/moderation/queries.ts'
import { report } from '../../server/moderation/reports.ts'
import { Browser, type Answer } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { elementsOf } from '../support/form.ts'
import { pageFaults } from '../support/markup.ts'
import { person, published } from '../support/publish.ts'
import { structureFaults } from '../support/structure.ts'

let deps: TestDeps
let federation: Federation
let admin: Browser
let path: string
let reportId: string
beforeAll(async () => {
  deps = await openTestDeps({ mail: true })
  federation = createFederation(deps)
  const viewer = await person(deps, 'admin')
  admin = new Browser(createApp(deps, federation), deps.hub)
  const cookie = await beginSession(deps, viewer.id, { userAgent: undefined, replaces: null })
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? []
  admin.cookies.set(name, value)
  const { envelope } = await published(deps, viewer, 'news', { title: 'Une fête' })
  path = envelope.path
  const about = await thing(deps, { subject: 'entry', subjectId: `/ap/objects/${envelope.id}` })
  if (about === undefined) throw new Error('The entry is not there.')
  for (const _ of [1, 2, 3]) {
    reportId = deps.newId()
    await report(deps, null, about, {
      id: reportId,
      reason: 'Faux',
      email: null,
      forward: false,
      outcome: false,
    })
  }
})
afterAll(async () => {
  await federation.stop(1000)
  await deps.close()
})

const titleOf = ({ text }: Answer): string => /<title>(.*?)<\/title>/.exec(text)?.[1] ?? ''

describe('a form that came back wrong', () => {
  test.each<[string, Record<string, string>]>([
    ['/actualites/nouveau', { outcome: 'publish' }],
    ['/annuaire/nouveau', { title: 'Les Ateliers', domains: 'a.example\nb c' }],
    ['/connexion', {}],
    ['/inscription', {}],
    ['/mot-de-passe/oubli', {}],
    ['/compte', {}],
    ['/compte/mot-de-passe', {}],
    ['/compte/adresse', {}],
    ['/compte/jetons', {}],
    ['/utilisateurs/inviter', {}],
    ['/reglages', {}],
    ['/reglages/pages/contact', { text: 'x'.repeat(30_001) }],
    ['/moderation/blocages', {}],
    ['/moderation/signalements/REPORT/decision', { outcome: 'removed' }],
    ['PATH/commentaires', {}],
    ['/signaler', { id: '019ab000-0000-7000-8000-000000000001' }],
    ['/reseau/abonnements', {}],
  ])('%s says so first: on its tab, and in a summary that leads to each field', async (address, fields) => {
    if (address === '/inscription') {
      await deps.db.write(deps.hub.steps({ registration: 'open' }, null, deps.now()))
      await deps.hub.reload()
    }
    const answer = await admin.post(address.replace('PATH', path).replace('REPORT', reportId), fields)
    expect(answer.status).toBe(422)
    expect(titleOf(answer)).toMatch(/^Erreur\u00a0: ./)
    expect(await pageFaults(answer.text)).toEqual([])
    expect(structureFaults(answer.text)).toEqual([])
    const main = answer.text.slice(answer.text.indexOf('<main'))
    const summary = /<div class="error-summary".*?<\/div>/s.exec(main)?.[0] ?? ''
    const ids = new Set(elementsOf(answer.text).map(({ attributes }) => attributes['id']))
    const links = elementsOf(summary).flatMap(({ tag, attributes }) =>
      tag === 'a' ? (attributes['href'] ?? []) : [],
    )
    expect(links.length).toBeGreaterThan(0)
    for (const href of links) expect(ids).toContain(href.slice(1))
  })

  test('far down a list is told of at the top of the page', async () => {
    const sent = { outcome: 'removed', reason: '' }
    const { text } = await admin.post(`/moderation/signalements/${reportId}/decision`, sent)
    expect(text.match(/class="error-summary"/g)).toHaveLength(1)
    expect(text.indexOf('error-summary')).toBeLessThan(text.indexOf('<article'))
    expect(text.indexOf(`id="signalement-${reportId}"`)).toBeGreaterThan(text.indexOf('<article'))
    expect(text).toContain(`href="#d-${reportId}-reason"`)
  })

  test('says nothing of the kind while nothing is wrong', async () => {
    expect(titleOf(await admin.get('/reglages'))).toMatch(/^Réglages/)
  })

  test('far down a page without scripts is where the browser arrives', async () => {
    const { text } = await admin.get(path)
    expect(text).toContain(`action="${path}/commentaires#repondre"`)
    expect(text).toContain('id="repondre"')
  })

  test('does not say that nothing is lost where a password must be typed again', async () => {
    const wrong = await admin.post('/connexion', { email: 'x@x.example', password: 'pas le bon' })
    expect(wrong.text).not.toContain('avez écrit n’est perdu')
    expect(wrong.text).toContain('Tapez de nouveau le mot de passe')
    expect((await admin.post('/reglages', {})).text).toContain('avez écrit n’est perdu')
  })
})
