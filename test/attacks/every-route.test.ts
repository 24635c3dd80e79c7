import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { carriesSecret, pathForLog } from '../../server/web/secret-paths.ts'
import { dumpOf } from '../support/dump.ts'
import { person } from '../support/publish.ts'
import { openEveryRoute, type EveryRoute, type Form } from './every-route.ts'

let hub: EveryRoute
let forms: Form[]
beforeAll(async () => {
  hub = await openEveryRoute()
  forms = await hub.formsOf(await hub.as(hub.admin))
})
afterAll(() => hub.close())

const changing = () =>
  hub.routes
    .filter(({ method }) => method !== 'GET')
    .flatMap(({ method, path }) => hub.addresses(path).map((address) => ({ method, address })))

/** The tables in which something is otherwise than before; of sessions it is noted when they were last used. */
async function changedBy(act: () => Promise<void>): Promise<string[]> {
  const before = await dumpOf(hub.deps)
  await act()
  const after = await dumpOf(hub.deps)
  return Object.keys(after).filter((table) => table !== 'sessions' && after[table] !== before[table])
}

test('all of them are looked at', () => {
  expect(hub.routes.length).toBeGreaterThan(700)
  expect(hub.read.length).toBeGreaterThan(700)
})

test('an address that holds a key or a token is in no log and in no referrer', async () => {
  const keyed = hub.routes.filter(({ path }) => /:(key|token|mark)\b/.test(path))
  expect(keyed.length).toBeGreaterThan(30)
  const visitor = await hub.as()
  for (const { path } of keyed) {
    const address = path.replaceAll(/:\w+/g, 'un-mot-de-passe')
    expect(carriesSecret(address), path).toBe(true)
    expect(pathForLog(address), path).not.toContain('un-mot-de-passe')
    expect((await visitor.get(address)).headers.get('referrer-policy'), path).toBe('strict-origin')
  }
})

test('looking changes nothing, whoever looks: programs look too, ahead of people', async () => {
  // Somebody who has never looked, and later than all that was done.
  hub.deps.pass(60_000)
  const [admin, visitor] = [await hub.as(await person(hub.deps, 'admin')), await hub.as()]
  const changed = await changedBy(async () => {
    for (const address of hub.read) {
      await admin.get(address)
      await visitor.get(address)
    }
  })
  expect(changed).toEqual([])
}, 120_000)

test('what is a draft is read by nobody who may not, at whatever address, by whatever words', async () => {
  const drafts = /Secrète (resource|job|tender|call|news|event|topic|proposal|commitment|organisation)/
  const readers = [await hub.as(), await hub.as(await person(hub.deps, 'member'))]
  expect((await (await hub.as(hub.admin)).get('/brouillons')).text).toMatch(drafts)
  for (const address of hub.read)
    for (const browser of readers) {
      expect((await browser.get(address)).text, address).not.toMatch(drafts)
      expect((await browser.get(`${address}?q=Secr%C3%A8te&past=1`)).text, address).not.toMatch(drafts)
    }
}, 90_000)

test('what is somebody’s is kept by no cache: neither a proxy’s, nor that of a browser for when it is offline', async () => {
  const browser = await hub.as(hub.admin)
  for (const address of hub.read) {
    const { headers, text, status } = await browser.get(address)
    const kept = headers.get('cache-control') ?? ''
    if (/deconnexion|Camille \(admin\)|Secrète/.test(text) && status === 200)
      expect(kept, address).toMatch(/private|no-store/)
    if (kept.includes('public')) expect(headers.get('set-cookie'), address).toBeNull()
  }
}, 60_000)

describe('a page of another site, in the browser of an administrator,', () => {
  /** Pressed by mail services for their reader: what they need is the key in the address. */
  const pressed = /^\/(alertes|notifications|rappels)\/fin\//
  /** Asked with a signature, or with a token: the cookie counts for nothing there. */
  const programs = /^\/(ap|api)\//

  test('sends no form', async () => {
    const browser = await hub.as(hub.admin)
    const foreign = { origin: 'https://mechant.example', 'sec-fetch-site': 'cross-site' }
    const taken: string[] = []
    const changed = await changedBy(async () => {
      for (const { method, address } of changing()) {
        const headers = { ...foreign, 'content-type': 'application/x-www-form-urlencoded' }
        const { status } = await browser.send(address, { method, headers, body: 'a=1' })
        const right = pressed.test(address) ? [410] : programs.test(address) ? [400, 401, 404, 415] : [403]
        if (!right.includes(status)) taken.push(`${status} ${method} ${address}`)
      }
    })
    expect(taken).toEqual([])
    expect(changed).toEqual([])
  }, 60_000)

  test('is read nothing of, and is framed by none but a list for other sites', async () => {
    const browser = await hub.as(hub.admin)
    for (const address of hub.read) {
      const { headers } = await browser.get(address, { origin: 'https://mechant.example' })
      expect(headers.get('access-control-allow-credentials'), address).toBeNull()
      const isOpen =
        /^\/(embed\/|oembed|ap\/|\.well-known\/|nodeinfo\/|ns\/|apercus\/|media\/)|\.(atom|json|csv|ics)$/.test(
          address,
        )
      if (!isOpen) expect(headers.get('access-control-allow-origin'), address).toBeNull()
      const policy = headers.get('content-security-policy') ?? ''
      if (!address.startsWith('/embed/') && policy.includes('frame-ancestors'))
        expect(policy, address).toContain("frame-ancestors 'none'")
    }
  }, 60_000)
})

describe('all that an administrator’s pages can send', () => {
  /** What anybody who is in may do for themselves. */
  const own = new Set(['alerts', 'notification_choices', 'watched_entries', 'entry_pending', 'users'])

  test.each(['contributor', 'member'] as const)(
    'does nothing to anything of others when a %s sends it',
    async (role) => {
      expect(forms.length).toBeGreaterThan(100)
      const viewer = await person(hub.deps, role)
      const browser = await hub.as(viewer)
      const before = await hub.deps.db.query('SELECT id, role, state, name FROM users WHERE id <> ?', [
        viewer.id,
      ])
      const changed = await changedBy(async () => {
        for (const { action, fields } of forms)
          if (action !== '/deconnexion') await browser.post(action, fields)
      })
      expect(changed.filter((table) => !own.has(table))).toEqual([])
      const after = await hub.deps.db.query('SELECT id, role, state, name FROM users WHERE id <> ?', [
        viewer.id,
      ])
      expect(after.rows).toEqual(before.rows)
    },
    120_000,
  )

  test('does nothing at all when nobody is signed in', async () => {
    const changed = await changedBy(async () => {
      const visitor = await hub.as()
      for (const { action, fields } of forms) await visitor.post(action, fields)
    })
    expect(changed).toEqual([])
  }, 120_000)
})

test.each(['moderator', 'facilitator', 'editor', 'contributor', 'member'] as const)(
  'settings and accounts are not for a %s',
  async (role) => {
    const browser = await hub.as(await person(hub.deps, role))
    const theirs = changing().filter(({ address }) => /^\/(reglages|utilisateurs)(\/|$)/.test(address))
    expect(theirs.length).toBeGreaterThan(10)
    for (const { address } of theirs) expect((await browser.post(address)).status, address).toBe(403)
  },
)
