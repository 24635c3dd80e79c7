import '../../server/node-version.ts'
import { parseArgs } from 'node:util'
import { freePort } from '../support/processes.ts'
import { preparePeer } from './fedify.ts'
import { browserTable } from './browser.ts'
import { openHosts } from './hosts.ts'
import { prepareMaillon } from './maillon.ts'
import { isPinned, pinDriver } from './process.ts'
import { table, validRounds, type Round } from './report.ts'
import { measureHello, measureMaillon, measurePeer } from './round.ts'
import { openSenders } from './senders.ts'

// How to read what this prints: docs/bench.md. Nothing leaves this machine; every loop has an end.

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, large: { type: 'boolean', default: false } },
})
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const size = values.quick
  ? { rounds: 1, seconds: 1, inbound: 800, searches: 200, patience: 15 }
  : { rounds: 3, seconds: 2, inbound: 2400, searches: 400, patience: 15 }
const entries = values.large ? 100_000 : 10_000

pinDriver()
const port = await freePort()
const peerPort = await freePort()
const helloPort = await freePort()
const living = await openHosts({ network: 11, port, count: 1000 })
const mixed = await openHosts({ network: 12, port, count: 1000, deadEvery: 10 })
const senders = await openSenders({ network: 13, port, count: 64 })
const allowed = [...living.living, ...mixed.living, ...mixed.dead, ...senders.hosts]

say(`Preparing a hub with ${entries.toLocaleString('en')} entries and 20,000 followers on 2,000 hosts.`)
const followers = { living: living.living, mixed: [...mixed.living, ...mixed.dead].toSorted() }
const maillon = await prepareMaillon({ port, entries, allowed, ...followers })
const peer = await preparePeer({ port: peerPort, ...followers })
try {
  const bench = { ...size, living, mixed, senders }
  const rounds: Round[] = []
  for (let number = 1; number <= size.rounds; number++) {
    const before = await measureHello(helloPort, size.seconds / 2)
    say(`Round ${number} of ${size.rounds}: a bare answer costs ${before.toFixed(1)} µs. Maillon …`)
    const ours = await measureMaillon(bench, maillon)
    say('… the peer …')
    const theirs = await measurePeer(bench, peer)
    const after = await measureHello(helloPort, size.seconds / 2)
    rounds.push({ hello: (before + after) / 2, maillon: ours, peer: theirs })
  }
  const valid = validRounds(rounds)
  say(
    `\n${valid.length} of ${rounds.length} rounds were undisturbed.${isPinned ? '' : ' No core was set apart.'}\n`,
  )
  say(table(valid))
  say(`\n${await browserTable(await freePort(), size.rounds)}`)
} finally {
  await maillon.clear()
  peer.clear()
  await Promise.all([living.close(), mixed.close(), senders.close()])
}
