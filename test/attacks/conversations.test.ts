import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { conversationLimits } from '../../server/federation/conversations/walk.ts'
import { list, openTalk, page } from './conversations.ts'
import { said } from './words.ts'

const { world, host, begun, talk, written, comments, read, put, rule } = await openTalk()
const { evil, good, hub } = world
afterAll(() => world.close())
beforeEach(() => rule('never'))

const pathsOf = (...ids: string[]) => ids.map((id) => new URL(id).pathname)

describe('rule 27: a conversation that leads nowhere', () => {
  test('up a chain without an end is climbed four answers high, and none of it is kept', async () => {
    const { context, entry } = await talk()
    const chain = Array.from({ length: 12 }, (_, at) => `${evil.origin}/chain/${at}`)
    for (const [at, id] of chain.entries())
      put(id, {
        type: 'Note',
        attributedTo: host.id,
        to: [],
        content: 'x',
        inReplyTo: chain[at + 1] ?? entry,
      })
    put(context, list([chain[0]]))
    const asked = new Set((await read()).evil)
    expect(chain.filter((id) => asked.has(new URL(id).pathname))).toEqual(chain.slice(0, 5))
    expect(await comments()).toEqual([])
  })

  test('in a circle of two answers is left', async () => {
    const { context } = await talk()
    const [a, b] = [`${evil.origin}/circle/a`, `${evil.origin}/circle/b`]
    put(a, { type: 'Note', attributedTo: host.id, content: 'x', inReplyTo: b })
    put(b, { type: 'Note', attributedTo: host.id, content: 'x', inReplyTo: a })
    put(context, list([a, b]))
    const asked = (await read()).evil.filter((path) => path.startsWith('/circle/'))
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  test('in pages that lead to themselves and to each other is read once', async () => {
    const { context } = await talk()
    const other = `${context}/2`
    put(context, page([], context))
    expect((await read()).evil).toEqual([expect.anything(), ...pathsOf(context)])
    put(context, page([], other))
    put(other, page([], context))
    expect((await read()).evil).toEqual([expect.anything(), ...pathsOf(context, other)])
  })

  test('in pages without an end costs no more than fifty requests', async () => {
    const { context } = await talk()
    for (let at = 0; at < 100; at++)
      put(at === 0 ? context : `${context}/${at}`, page([], `${context}/${at + 1}`))
    expect((await read()).evil).toHaveLength(conversationLimits.requests)
  })
})

test('an entry whose host does not answer is left, and its conversation read the next time', async () => {
  const { entry, context } = await talk()
  const { pathname } = new URL(entry)
  const answer = written(evil.actor('nils'), entry)
  put(context, list([answer]))
  evil.put(pathname, (_, response) => response.writeHead(503).end())
  expect((await read()).evil).toEqual([pathname])
  put(entry, { type: 'Article', attributedTo: host.id, context })
  await read()
  expect(await comments()).toContain(answer)
})

describe('rule 28: what a conversation names', () => {
  test('five thousand answers of a victim are fifty requests to it, one a second, and ten thousand are none', async () => {
    const { context } = await talk()
    const times: number[] = []
    const items = Array.from({ length: 5_000 }, (_, at) => `${good.origin}/v/${at}`)
    for (const item of items.slice(0, 100))
      good.put(new URL(item).pathname, (_, response) => {
        times.push(hub.deps.now())
        response.writeHead(404).end()
      })
    put(context, list(items))
    const asked = await read()
    expect(asked.good.length).toBe(conversationLimits.requests - asked.evil.length)
    for (const [at, time] of times.entries())
      expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(1_000)
    const larger = await talk()
    put(larger.context, list([...items, ...items.map((item) => `${item}/more`)]))
    expect((await read()).good).toEqual([])
  })

  test('is kept in mind no further than the reading will come', async () => {
    const { context } = await talk()
    const stops: number[] = []
    const length =
      "SELECT json_array_length(progress, '$.walk.stops') AS n FROM errands WHERE progress IS NOT NULL"
    good.put('/m/0', (_, response) => {
      void hub.deps.db.query(length).then(({ rows }) => {
        stops.push(Number(rows[0]?.['n']))
        response.writeHead(404).end()
      })
    })
    put(context, list(Array.from({ length: 500 }, (_, at) => `${good.origin}/m/${at}`)))
    await read()
    expect(stops).toEqual([conversationLimits.requests - 1])
  })

  test('on a host that does not answer, or has had enough, is left after one request', async () => {
    const { context, entry } = await talk()
    for (const at of [1, 2, 3])
      good.put(`/busy/${at}`, (_, response) => response.writeHead(429, { 'retry-after': '60' }).end())
    const other = written(evil.actor('patient'), entry)
    put(context, list([...[1, 2, 3].map((at) => `${good.origin}/busy/${at}`), other]))
    expect((await read()).good).toEqual(['/busy/1'])
    expect(await comments()).toContain(other)
  })

  test('on another host than the entry is no list of it, and is not asked for', async () => {
    await begun({ context: `${good.origin}/contexts/1`, replies: `${good.origin}/replies/1` })
    expect((await read()).good).toEqual([])
  })

  test('as its next page on another host is not read', async () => {
    const { context } = await talk()
    put(context, page([], `${good.origin}/contexts/next`))
    expect((await read()).good).toEqual([])
  })

  test('by a redirect to another host is not followed there', async () => {
    const { context } = await talk()
    evil.put(new URL(context).pathname, (_, response) =>
      response.writeHead(302, { location: `${good.origin}/list` }).end(),
    )
    expect((await read()).good).toEqual([])
  })

  test('by who is not followed, though the entry is here, leads once to each other host', async () => {
    const { entry, context } = await talk()
    await hub.deps.db.write([{ sql: 'UPDATE entries SET via_n = NULL WHERE ap_id = ?', args: [entry] }])
    put(context, list(Array.from({ length: 9 }, (_, at) => `${good.origin}/u/${at}`)))
    expect((await read()).good).toEqual(['/u/0'])
  })

  test('by somebody whom we do not follow leads once to each host but their own', async () => {
    const entry = (await hub.publish('news')).envelope.apId
    const stranger = evil.actor('stranger')
    const theirs = written(stranger, entry)
    const replies = `${evil.origin}/replies/stranger`
    const items = Array.from({ length: 50 }, (_, at) => `${good.origin}/w/${at}`)
    put(theirs, { ...object(theirs, stranger.id, entry), replies })
    put(replies, list([...items, `${world.canary.url}/1`]))
    await world.post(stranger, {
      ...said(stranger, 'Create', world.fresh(stranger)),
      object: { ...object(theirs, stranger.id, entry), id: theirs },
    })
    await world.quiet()
    expect((await read()).good).toEqual(['/w/0'])
    expect(await comments()).toContain(theirs)
  })

  const object = (id: string, attributedTo: string, inReplyTo: string) => ({
    id,
    type: 'Note',
    attributedTo,
    to: ['https://www.w3.org/ns/activitystreams#Public'],
    content: '<p>Bonjour</p>',
    inReplyTo,
  })
})
