import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const finger = (peer: World['evil'], user: string, href: string, host = peer.host) => {
  const path = `/.well-known/webfinger?resource=${encodeURIComponent(`acct:${user}@${peer.host}`)}`
  const links = [{ rel: 'self', type: 'application/activity+json', href }]
  peer.put(path, (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/jrd+json' })
      .end(JSON.stringify({ subject: `acct:${user}@${host}`, links })),
  )
}
const follow = (target: string) => world.hub.federation.follow(target)

describe('rule 20: a handle', () => {
  test('leads to an actor of its own host, and to no other', async () => {
    const { evil, good, canary, hub } = world
    const [victim, own] = [good.actor('victim'), evil.actor('own')]
    finger(evil, 'own', own.id)
    expect(await follow(`@own@${evil.host}`)).toEqual({ actor: own.id, state: 'requested' })
    const asked = good.asked.length
    for (const href of [
      victim.id,
      hub.actor('hub'),
      canary.url,
      'http://10.0.0.1/x',
      'javascript:alert(1)',
    ]) {
      finger(evil, 'thief', href)
      await expect(follow(`@thief@${evil.host}`)).rejects.toMatchObject({ code: 'invalid' })
    }
    expect([good.asked.length, canary.sockets]).toEqual([asked, 0])
  })

  test('is shown with the host where the actor stands, whatever the actor calls itself', async () => {
    const { evil, good } = world
    const claims = {
      preferredUsername: `bob@${good.host}`,
      webfinger: `bob@${good.host}`,
      url: `${good.origin}/@bob`,
    }
    const thief = evil.actor('liar', claims)
    finger(evil, 'liar', thief.id, good.host)
    await follow(`@liar@${evil.host}`)
    const { rows } = await world.hub.deps.db.query('SELECT handle, host FROM actors WHERE id = ?', [thief.id])
    expect({ ...rows[0] }).toMatchObject({ handle: expect.not.stringContaining('@'), host: evil.host })
  })

  test('of ours is answered to the actor’s address and back, and to no other host', async () => {
    const { hub, raw } = world
    const ask = (resource: string) =>
      raw('GET', `/.well-known/webfinger?resource=${encodeURIComponent(resource)}`, { host: hub.host })
    const found: unknown = JSON.parse((await ask(`acct:emplois@${hub.host}`)).body)
    expect(found).toMatchObject({
      subject: `acct:emplois@${hub.host}`,
      links: [{ href: hub.actor('emplois') }, {}],
    })
    expect((await ask(hub.actor('emplois'))).body).toContain(`acct:emplois@${hub.host}`)
    for (const other of [
      'acct:emplois@evil.test',
      'https://evil.test/ap/actors/emplois',
      `${hub.origin}.evil.test/ap/actors/emplois`,
    ])
      expect((await ask(other)).status).toBe(404)
  })
})

describe('rule 13: what an admin types', () => {
  test('reaches no network of ours, by any spelling', async () => {
    const { canary, hub } = world
    const targets = [
      canary.url,
      `127.0.0.1:${canary.port}`,
      `@x@127.0.0.1:${canary.port}`,
      `@x@localhost:${canary.port}`,
      `http://[::1]:${canary.port}/`,
      `https://canary.test:${canary.port}/users/x`,
      '@x@169.254.169.254',
      'file:///etc/passwd',
      'data:application/activity+json,{}',
      `${hub.origin}/ap/actors/hub`,
      `@hub@${hub.host}`,
      '@a@b@c',
      '',
    ]
    for (const target of targets) await expect(follow(target)).rejects.toMatchObject({ code: 'invalid' })
    expect(canary.sockets).toBe(0)
  })
})
