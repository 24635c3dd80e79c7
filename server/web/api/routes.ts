import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../../deps.ts'
import type { Federation } from '../../federation/federation.ts'
import { jsonSchemaOf } from '../../kinds/json-schema.ts'
import { kinds } from '../../kinds/index.ts'
import { Refusal } from '../../refusal.ts'
import type { Env } from '../env.ts'
import { entryApi } from './entries.ts'
import { searchOf } from './lists.ts'
import { networkApi } from './network.ts'
import { openApi } from './openapi.ts'
import { apiErrors, problem } from './problem.ts'
import { publicationApi } from './publication.ts'
import { apiThrottle } from './throttle.ts'

const mostBytes = 256 * 1024

/** Mounted at /api/v1, behind the middleware that reads the token. */
export function apiRoutes(deps: Deps, federation: Pick<Federation, 'wake' | 'follow'>): Hono<Env> {
  const wake = (): void => federation.wake()
  const api = new Hono<Env>()
  api.onError(apiErrors(deps))
  api.use(apiThrottle(deps.config), bodyLimit({ maxSize: mostBytes, onError: tooLarge }), personal)
  api.get('/kinds', (c) => c.json({ items: kinds.map((kind) => kindJson(deps, kind)) }))
  api.get('/openapi.json', (c) => c.json(openApi(deps)))
  api.get('/search', (c) => searchOf(deps, c))
  api.route('/', entryApi(deps, wake))
  api.route('/', publicationApi(deps, wake))
  api.route('/', networkApi(deps, federation))
  refuseOtherMethods(api)
  return api
}

const tooLarge = (): never => {
  throw new Refusal('too-large', 'The body is longer than 256 KB.')
}

/** What an answer shows depends on who asks: no cache between keeps it for another. */
const personal = createMiddleware<Env>(async (c, next) => {
  await next()
  c.header('Vary', 'Authorization, Cookie', { append: true })
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-cache')
})

/** `sample` is what a POST to /entries may hold as `fields`. */
const kindJson = ({ hub }: Deps, kind: (typeof kinds)[number]) => ({
  name: kind.name,
  path: kind.path,
  url: hub.origin + kind.path,
  section: kind.section,
  label: kind.texts[hub.settings.locale].one,
  labels: kind.texts[hub.settings.locale].many,
  fields: jsonSchemaOf(kind),
  sample: kind.sample,
})

/** A known address asked in another way says how it may be asked (RFC 9110 §15.5.6). */
function refuseOtherMethods(api: Hono<Env>): void {
  const methods = new Map<string, string[]>()
  for (const { method, path } of api.routes)
    if (method !== 'ALL') methods.set(path, [...(methods.get(path) ?? []), method])
  for (const [path, known] of methods)
    api.all(path, (c) => {
      const allowed = [...new Set(known.includes('GET') ? [...known, 'HEAD'] : known)].join(', ')
      c.header('Allow', allowed)
      return problem(c, 405, 'Method not allowed', `Use ${allowed}.`)
    })
}
