import { Hono } from 'hono'
import { createToken, type Scope } from '../../server/accounts/tokens.ts'
import type { Role, Viewer } from '../../server/accounts/viewer.ts'
import type { Federation } from '../../server/federation/federation.ts'
import { Refusal } from '../../server/refusal.ts'
import { apiRoutes } from '../../server/web/api/routes.ts'
import type { Env } from '../../server/web/env.ts'
import { notFound, onError } from '../../server/web/failures.tsx'
import { locale } from '../../server/web/middleware/locale.ts'
import { session } from '../../server/web/middleware/session.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { person } from '../support/publish.ts'

export interface ApiHub {
  deps: TestDeps
  /** How often the federation was told to look. */
  woken(): number
  /** Asked to follow. */
  asked: string[]
  enter(role: Role, ...scopes: Scope[]): Promise<Member>
  visitor: Client
  close(): Promise<void>
}

export interface Client {
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
}

/** Someone with a token. */
export interface Member extends Client {
  viewer: Viewer
}

export interface Answer {
  status: number
  headers: Headers
  // Tests look at what they expect and fail where it is not.
  // oxlint-disable-next-line typescript/no-explicit-any
  json: any
}

/** The API on a real database, behind the same middleware as in the whole hub. */
export async function openApi(): Promise<ApiHub> {
  const deps = await openTestDeps()
  let woken = 0
  const asked: string[] = []
  const federation: Pick<Federation, 'wake' | 'follow'> = {
    wake: () => (woken += 1),
    follow: (target) => {
      asked.push(target)
      if (!target.includes('@'))
        return Promise.reject(
          new Refusal('invalid', 'No actor was found there.', { fields: { actor: 'wrong' } }),
        )
      return Promise.resolve({ actor: 'https://ailleurs.example/ap/actors/hub', state: 'requested' })
    },
  }
  const app = new Hono<Env>()
  app.onError(onError(deps))
  app.notFound(notFound(deps))
  app.use(session(deps), locale(deps))
  app.route('/api/v1', apiRoutes(deps, federation))

  const client = (token: string | null): Client => {
    const ask = async (path: string, init: RequestInit): Promise<Answer> => {
      const answer = await app.request(`/api/v1${path}`, init)
      const text = await answer.text()
      return { status: answer.status, headers: answer.headers, json: text === '' ? null : JSON.parse(text) }
    }
    const own: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
    return {
      get: (path, headers = {}) => ask(path, { headers: { ...own, ...headers } }),
      send: (method, path, body, headers = {}) =>
        ask(path, {
          method,
          headers: {
            ...own,
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
            ...headers,
          },
          ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        }),
    }
  }
  return {
    deps,
    woken: () => woken,
    asked,
    enter: async (role, ...scopes) => {
      const viewer = await person(deps, role)
      const token = await createToken(deps, viewer.id, { name: 'test', scopes })
      return { viewer, ...client(token) }
    },
    visitor: client(null),
    close: () => deps.close(),
  }
}
