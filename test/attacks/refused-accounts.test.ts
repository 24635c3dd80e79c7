import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signRequest } from '../../server/federation/signatures/index.ts'
import { block } from '../../server/moderation/blocks.ts'
import type { Someone } from './peer.ts'
import { article, note, said } from './words.ts'
import { openWorld, unchanged, type World } from './world.ts'

let world: World
let entry: string
beforeAll(async () => {
  world = await openWorld()
  entry = (await world.hub.publish('job')).envelope.apId
})
afterAll(() => world.close())

describe('rule 21: somebody whose account alone is blocked', () => {
  let bad: Someone
  let fine: Someone
  beforeAll(async () => {
    const { hub, evil } = world
    fine = evil.actor('fine')
    bad = evil.actor('bad')
    // A key in a document of its own: its name does not say whose it is.
    const key = { ...bad.key, id: `${evil.origin}/keys/bad` }
    const publicKey = { ...(bad.document['publicKey'] as object), id: key.id }
    evil.put('/keys/bad', { '@context': 'https://w3id.org/security/v1', ...publicKey })
    evil.put(new URL(bad.id).pathname, { ...bad.document, publicKey })
    bad = { ...bad, key }
    await block(hub.deps, hub.admin, { type: 'actor', target: bad.id, reason: 'test' })
  })

  test('is refused by name at the door, and their neighbours are not', async () => {
    const { post, fresh } = world
    const like = (from: Someone) => ({ ...said(from, 'Like', fresh(from)), object: entry })
    expect((await post(bad, like(bad))).status).toBe(403)
    expect((await post(fine, like(fine))).status).toBe(202)
  })

  test('is not followed, whether by address or by handle', async () => {
    const { hub, evil } = world
    const acct = `acct:bad@${evil.host}`
    evil.put(`/.well-known/webfinger?resource=${encodeURIComponent(acct)}`, (_, response) =>
      response.writeHead(200, { 'content-type': 'application/jrd+json' }).end(
        JSON.stringify({
          subject: acct,
          links: [{ rel: 'self', type: 'application/activity+json', href: bad.id }],
        }),
      ),
    )
    for (const target of [bad.id, `@bad@${evil.host}`])
      await expect(hub.federation.follow(target)).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('brings nobody else’s words, by whatever key', async () => {
    const { good, post, fresh } = world
    const author = good.actor('author-of-bad')
    const answer = note(author, fresh(author, 'notes'), entry)
    good.put(new URL(String(answer['id'])).pathname, answer)
    await unchanged(world, async () => {
      const carried = { ...said(author, 'Create', fresh(author)), object: answer }
      expect((await post(author, carried, { key: bad.key })).status).toBe(403)
    })
  })

  test('reads nothing that needs a signature, by whatever key', async () => {
    const { hub, raw } = world
    await hub.deps.db.write(hub.deps.hub.steps({ readers: 'signed' }, null, 0))
    await hub.deps.hub.reload()
    const path = new URL(entry).pathname
    const read = async (someone: Someone) => {
      const request = { method: 'GET' as const, url: hub.origin + path, body: null }
      const signed = await signRequest({ ...request, date: new Date(hub.deps.now()) }, someone.key, 'cavage')
      return (await raw('GET', path, { ...signed, host: hub.host })).status
    }
    expect([await read(fine), await read(bad)]).toEqual([200, 403])
    await hub.deps.db.write(hub.deps.hub.steps({ readers: 'everyone' }, null, 0))
    await hub.deps.hub.reload()
  })

  test('had sent us for something before: it is not kept on their word', async () => {
    const { hub, evil, fresh } = world
    const [bringer, author] = [evil.actor('bringer'), evil.actor('brought')]
    await world.follow(bringer)
    const text = article(author, fresh(author, 'articles'), 'A text that was brought')
    evil.put(new URL(String(text['id'])).pathname, text)
    // As if decided while it is on its way: what a block erases is still there.
    await hub.deps.db.write([
      {
        sql: "INSERT INTO blocks (id, type, target, created_by, created_at) VALUES ('late', 'actor', ?, '', 0)",
        args: [bringer.id],
      },
      {
        sql: "INSERT INTO errands (type, subject, actor_n, next_at) SELECT 'fetch', ?, n, 0 FROM actors WHERE id = ?",
        args: [String(text['id']), bringer.id],
      },
    ])
    await world.quiet()
    expect((await world.dump())['entries']).not.toContain('A text that was brought')
  })

  test('had passed on an answer before: nobody is asked for it', async () => {
    const { hub, evil, good, fresh } = world
    const bringer = evil.actor('late-bringer')
    await world.post(bringer, { ...said(bringer, 'Like', fresh(bringer)), object: entry })
    const asked = good.asked.length
    await hub.deps.db.write([
      {
        sql: "INSERT INTO blocks (id, type, target, created_by, created_at) VALUES ('later', 'actor', ?, '', 0)",
        args: [bringer.id],
      },
      {
        sql: "INSERT INTO errands (type, subject, actor_n, next_at) SELECT 'answer', ?, n, 0 FROM actors WHERE id = ?",
        args: [`${good.origin}/notes/late`, bringer.id],
      },
    ])
    await world.quiet()
    expect((await world.dump())['errands']).toBe('[]')
    expect(good.asked.slice(asked)).toEqual([])
  })
})
