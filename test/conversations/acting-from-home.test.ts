import type { LookupFunction } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../server/app.tsx'
import { Browser } from '../accounts/browser.ts'
import { openRooms } from '../moderation/rooms.ts'
import { openTwoHubs, type TestHub } from '../support/hub.ts'
import { isFollowing } from '../support/network.ts'
import { until } from '../support/until.ts'
import { formIn } from '../web/pages.ts'

const nameless: LookupFunction = (name, _options, answer) =>
  answer(Object.assign(new Error(`${name} is not known`), { code: 'ENOTFOUND' }), '', 0)

let here: TestHub
let there: TestHub
let visitor: Browser
beforeAll(async () => {
  ;[here, there] = await openTwoHubs({ lookup: nameless })
  visitor = new Browser(createApp(here.deps, here.federation), here.deps.hub)
})
afterAll(() => Promise.all([here.stop(), there.stop()]))

const linksOf = async (hub: TestHub, handle: string): Promise<string> =>
  (await hub.federation.routes.request(`/.well-known/webfinger?resource=acct:${handle}@${hub.host}`)).text()

describe('whoever runs one hub, on the pages of another', () => {
  test.each(['hub by its handle', 'hub by its address'])('names their %s, and follows', async (which) => {
    const named = which.endsWith('handle') ? `@aval@${there.host}` : there.host
    const sent = await visitor.post('/interagir?compte=emplois', { serveur: named })
    const followed = encodeURIComponent(here.actor('emplois'))
    expect([sent.status, sent.location]).toEqual([303, `${there.origin}/reseau?suivre=${followed}`])

    const rooms = await openRooms({ deps: there.deps, federation: there.federation })
    const path = (sent.location ?? '').replace(there.origin, '')
    const page = await rooms.as(there.admin).get(path)
    const form = formIn(page, '/reseau/abonnements')
    expect([page.status, form['actor']]).toEqual([200, here.actor('emplois')])
    // Reading the page did nothing.
    if (which.endsWith('handle')) expect(await isFollowing(there, here.actor('emplois'))).toBe(false)
    expect((await rooms.as(there.admin).post('/reseau/abonnements', form)).status).toBe(303)
    await until('they are followed', () => isFollowing(there, here.actor('emplois')))
  })

  test('signs in first, and comes back to the same form', async () => {
    const stranger = new Browser(createApp(there.deps, there.federation), there.deps.hub)
    const { status, location } = await stranger.get('/reseau?suivre=https%3A%2F%2Fa.example%2F%3Fb%26c')
    const back = '/reseau?suivre=https%3A%2F%2Fa.example%2F%3Fb%26c'
    expect([status, location]).toEqual([303, `/connexion?retour=${encodeURIComponent(back)}`])
  })
})

describe('our WebFinger', () => {
  test('offers for the hub the one thing that can be done for it here', async () => {
    const template = `${there.origin}/reseau?suivre={object}`
    expect(JSON.parse(await linksOf(there, 'aval'))).toMatchObject({
      links: expect.arrayContaining([{ rel: 'https://w3id.org/fep/3b86/Follow', template }]),
    })
  })

  test('offers nothing for others: nobody acts from here on what stands elsewhere', async () => {
    for (const handle of ['emplois', 'forum', 'aval']) {
      const text = await linksOf(there, handle)
      expect(text).not.toContain('ostatus')
      expect(text).not.toMatch(/3b86\/(?!Follow)/)
      if (handle !== 'aval') expect(text).not.toContain('template')
    }
    const answered = await visitor.post('/interagir?compte=amont', { serveur: `@emplois@${there.host}` })
    expect(answered.status).toBe(422)
  })
})
