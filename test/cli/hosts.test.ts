import { afterAll, beforeAll, expect, test } from 'vitest'
import { hosts } from '../../db/schema/federation.ts'
import { doctor } from '../../server/cli/doctor.ts'
import { network } from '../../server/cli/network.ts'
import type { Verb } from '../../server/cli/verb.ts'
import { Refusal } from '../../server/refusal.ts'
import { addFollower, answering, openSink, type Sink } from '../peers/sink.ts'
import { settled } from '../support/deliveries.ts'
import { openHubAt, type TestHub } from '../support/hub.ts'
import { openSite } from '../support/site.ts'

let hub: TestHub
let sink: Sink
beforeAll(async () => {
  sink = await openSink()
  hub = await openHubAt(await openSite(), { neighbours: [sink] })
})
afterAll(async () => {
  await hub.stop()
  await sink.close()
})

/** What a command says of the hub that is open. */
async function said(verb: Verb | undefined, ...argv: string[]): Promise<string> {
  const lines: string[] = []
  if (verb?.needs !== 'hub') throw new Error('This verb needs no hub.')
  const run = verb.read({ argv, stdin: '', cwd: '/', say: (line) => void lines.push(line) })
  // A hub of a test has things to mend, such as a secret that is in no file.
  await run({ ...hub, close: () => Promise.resolve() }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
  return lines.join('\n')
}

const verb = (name: string) => network.find((one) => one.name === name)

test('status says of each server how it goes and why, in words, and retry sends', async () => {
  await addFollower(hub, sink, 'emplois')
  sink.reply = answering(503)
  await hub.publish('job')
  await settled(hub)
  const status = await said(verb('federation status'))
  expect(status).toContain(
    `sends\t${sink.host}\t2 waiting\t0 given up\tfailing\tunknown software\tThe server is broken (503)`,
  )
  await fetch(`${hub.origin}/ap/inbox`, {
    method: 'POST',
    headers: { 'content-type': 'application/activity+json' },
    body: '{',
  })
  expect(await said(verb('federation status'))).toContain('refused\tnameless\t1\tunreadable, or too large')
  sink.reply = answering(202)
  expect(await said(verb('federation retry'), sink.host)).toBe('2 deliveries are due.')
  await settled(hub)
  expect(await said(verb('federation status'))).not.toContain('sends')
})

test('the doctor names who has failed for three days, but for those that are let be', async () => {
  const { deps } = hub
  const day = 86_400_000
  expect(await said(doctor)).toContain('ok     no server that we send to has failed for three days')
  const since = deps.now() - 3 * day - 1
  await deps.db.write([
    deps.db.make.insert(hosts).values([
      { host: 'long.example', failures: 9, failingSince: since },
      { host: 'today.example', failures: 9, failingSince: since + 2 },
      { host: 'dead.example', failures: 9, failingSince: since, stoppedAt: since },
    ]),
  ])
  expect(await said(doctor)).toContain(
    'note   1 failing for three days: long.example (federation status tells why)',
  )
})
