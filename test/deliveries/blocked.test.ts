import { afterEach, describe, expect, test } from 'vitest'
import { blocks } from '../../db/schema/moderation.ts'
import { addFollower, answering, openSink, openSinks, type Sink } from '../peers/sink.ts'
import { deliveriesTo, minutes, pass, settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

const opened: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
})

async function hubBeside(
  neighbours: readonly { host: string }[],
  options: Parameters<typeof openHubAt>[1] = {},
): Promise<TestHub> {
  const site = await openSite()
  const hub = await openHubAt(site, { neighbours: [site, ...neighbours], ...options })
  opened.push({ close: () => hub.stop() })
  return hub
}

async function sinks(count: number): Promise<Sink[]> {
  const made = await openSinks(count)
  opened.push(...made)
  return made
}

describe('a blocked host', () => {
  const block = (hub: TestHub, target: string) =>
    hub.deps.db.write([
      hub.deps.db.make
        .insert(blocks)
        .values({ id: hub.deps.newId(), type: 'host', target, createdBy: '', createdAt: hub.deps.now() }),
    ])

  test('gets nothing, nor do the hosts under a blocked domain; its neighbours do', async () => {
    const names = ['bad.test', 'a.bad.test', 'notbad.test', 'bad.test.good.test']
    const made = await Promise.all(names.map((name) => openSink(name)))
    opened.push(...made)
    const hub = await hubBeside(made, { lookup: home })
    for (const sink of made) await addFollower(hub, sink, 'emplois')
    await block(hub, 'bad.test')
    await hub.publish('job')
    await settled(hub)
    expect(made.map(({ posts }) => posts.length)).toEqual([0, 0, 2, 2])
  })

  test('gets nothing of what was waiting for it either', async () => {
    const [sink] = (await sinks(1)) as [Sink]
    sink.reply = answering(503)
    const hub = await hubBeside([sink])
    await addFollower(hub, sink, 'emplois')
    await hub.publish('job')
    await settled(hub)
    await block(hub, sink.host)
    sink.reply = answering(202)
    pass(hub, minutes(2))
    await settled(hub)
    expect(sink.posts).toHaveLength(1)
    const rows = await deliveriesTo(hub, sink.host)
    expect(rows.map(({ error }) => error)).toEqual(['blocked', 'blocked'])
  })
})

const home: NonNullable<NonNullable<Parameters<typeof openHubAt>[1]>['lookup']> = (_, options, callback) => {
  const found = { address: '127.0.0.1', family: 4 }
  if (options.all === true) callback(null, [found])
  else callback(null, found.address, found.family)
}
