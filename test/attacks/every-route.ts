import { beginSession } from '../../server/accounts/session.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { createApp } from '../../server/app.tsx'
import { createFederation, foundingActors } from '../../server/federation/index.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { elementsOf, submitted } from '../support/form.ts'
import { drafted, person, published } from '../support/publish.ts'

/** A hub with an entry and a draft of each kind, and all its addresses: whoever adds one is in here without knowing. */
export interface EveryRoute {
  deps: TestDeps
  admin: Viewer
  /** Bugs, as the log has them. */
  faults: string[]
  routes: { method: string; path: string }[]
  /** Its address with something in each of its places: what is there where something of ours can be, else nothing. */
  addresses(path: string): string[]
  /** Of each route that is read; but for the stream, which does not end. */
  read: string[]
  as(viewer?: Viewer): Promise<Browser>
  /** What the pages of somebody can send, with what stands in the forms. */
  formsOf(browser: Browser): Promise<Form[]>
  close(): Promise<void>
}

export interface Form {
  action: string
  fields: Record<string, string | string[]>
}

export async function openEveryRoute(): Promise<EveryRoute> {
  const faults: string[] = []
  const deps = await openTestDeps({ mail: true })
  Object.assign(deps, {
    lookup: (_host: string, _how: unknown, done: (error: Error, address: string) => void) =>
      done(new Error('Nobody is asked in this test.'), ''),
  })
  Object.assign(deps.log, {
    error: ({ err, path }: { err?: unknown; path?: string }) =>
      void faults.push(`${path}: ${err instanceof Error ? err.stack : String(err)}`),
  })
  // What is told to other servers is told later, and by itself: nothing of it is anybody's request.
  const federation = { ...createFederation(deps), wake: () => undefined }
  const app = createApp(deps, federation)
  const admin = await person(deps, 'admin')
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub' }))
  const own = new Map<string, { slug: string; draft: string; id: string }>()
  for (const { name, path } of kinds) {
    const { slug, id } = (await published(deps, admin, name as KindName, { title: `Publique ${name}` }))
      .envelope
    const draft = await drafted(deps, admin, name as KindName, { title: `Secrète ${name}` })
    own.set(path, { slug, id, draft: draft.envelope.slug })
  }
  const routes = [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))]
    .map((line) => line.split(' '))
    .map(([method = '', path = '']) => ({ method, path }))
    .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))

  function addresses(path: string): string[] {
    const entry = own.get(`/${path.split('/')[1]}`)
    const refs = !path.includes('/:ref')
      ? ['x']
      : entry
        ? [entry.slug, entry.draft, 'nouveau', 'rien']
        : ['x']
    return refs.map((ref) =>
      path.replaceAll(/:(\w+)(?:\{((?:[^{}]|\{[^}]*\})*)\})?/g, (_, name: string, pattern?: string) => {
        if (name === 'ref' && (pattern === undefined || ref !== 'x')) return ref
        if (pattern !== undefined) return fitting(pattern, deps.newId())
        return /^(id|comment|entry|user)$/.test(name) ? (entry?.id ?? admin.id) : 'x'
      }),
    )
  }
  const read = routes
    .filter(({ method, path }) => method === 'GET' && path !== '/notifications/flux')
    .flatMap(({ path }) => addresses(path))

  async function as(viewer?: Viewer): Promise<Browser> {
    const browser = new Browser(app, deps.hub)
    if (viewer === undefined) return browser
    const cookie = await beginSession(deps, viewer.id, { userAgent: undefined, replaces: null })
    const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? []
    browser.cookies.set(name, value)
    return browser
  }

  async function formsOf(browser: Browser): Promise<Form[]> {
    const forms = new Map<string, Form>()
    for (const from of read) {
      const { text, headers } = await browser.get(from)
      if (headers.get('content-type')?.startsWith('text/html') !== true) continue
      for (const [form] of text.matchAll(/<form\b.*?<\/form>/gs)) {
        const { method, action = from } = elementsOf(form)[0]?.attributes ?? {}
        if (method !== 'post') continue
        const fields = submitted(form)
        forms.set(`${action} ${Object.keys(fields).join()}`, { action: action.replace(/#.*/, ''), fields })
      }
    }
    return [...forms.values()]
  }

  return {
    ...{ deps, admin, faults, routes, addresses, read, as, formsOf },
    async close() {
      await federation.stop(1000)
      await deps.close()
    },
  }
}

/** Something that a place of an address takes. */
const fitting = (pattern: string, id: string): string =>
  ['1', '2.1', 'x', 'outbox', 'replies', '@hub', 'sitemap-1.xml', 'fr.png', 'fr', id, `${id}.png`]
    .concat(
      kinds.map(({ path }) => `${path.slice(1)}.png`),
      'rien.ics',
    )
    .find((one) => new RegExp(`^(?:${pattern})$`).test(one)) ?? 'x'
