import { beginSession } from '../../server/accounts/session.ts'
import { createToken } from '../../server/accounts/tokens.ts'
import { createApp } from '../../server/app.tsx'
import { Browser } from '../accounts/browser.ts'
import { openWorld, type World } from '../attacks/world.ts'
import { bothIn, type Both } from './far.ts'

export interface TwoOrigins extends Both {
  world: World
  visitor: Browser
  admin: Browser
  /** As the administrator, with a token. */
  api(method: string, path: string, body?: object): Promise<{ status: number; detail: string; text: string }>
}

/** The whole hub, with entries of its own and of another, and who asks for them. */
export async function openBoth(): Promise<TwoOrigins> {
  const world = await openWorld()
  const { deps, federation, admin: viewer } = world.hub
  const both = await bothIn(world.hub, viewer)
  await world.quiet()
  const app = createApp(deps, federation)
  const visitor = new Browser(app, deps.hub)
  const admin = new Browser(app, deps.hub)
  const cookie = await beginSession(deps, viewer.id, { userAgent: undefined, replaces: null })
  const [, name = '', value = ''] = /^([^=]+)=([^;]+)/.exec(cookie) ?? []
  admin.cookies.set(name, value)
  const token = await createToken(deps, viewer.id, { name: 'test', scopes: ['read', 'write', 'admin'] })
  return {
    ...both,
    world,
    visitor,
    admin,
    async api(method, path, body) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }
      const { status, text } = await visitor.send(`/api/v1${path}`, sent)
      return { status, text, detail: text === '' ? '' : String(JSON.parse(text).detail) }
    },
  }
}
