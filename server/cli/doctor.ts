import { existsSync, statfsSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { inThread } from '../backup/thread.ts'
import { failingSince } from '../federation/host-list.ts'
import { keyAge } from '../federation/rotation.ts'
import { Refusal } from '../refusal.ts'
import type { House } from '../wire.ts'
import { readArgs, type Verb } from './verb.ts'

export const doctor: Verb = {
  name: 'doctor',
  usage: '',
  about: 'looks at everything a hub needs to be well, and says what to mend',
  needs: 'hub',
  read(call) {
    readArgs(call, {}, 0)
    return async (house) => {
      let faults = 0
      for (const examine of examinations) {
        const found = await examine(house.deps)
        if (found.is === 'fault') faults += 1
        call.say(`${found.is.padEnd(5)}  ${found.says}`)
      }
      if (faults > 0) throw new Refusal('unavailable', `${faults} to mend.`)
    }
  },
}

type Patient = House['deps']
interface Finding {
  is: 'ok' | 'note' | 'fault'
  says: string
}

const ok = (says: string): Finding => ({ is: 'ok', says })
const note = (says: string): Finding => ({ is: 'note', says })
const fault = (says: string): Finding => ({ is: 'fault', says })

const publicAddress = ({ hub }: Patient): Finding =>
  hub.origin.startsWith('https://')
    ? ok(`public address ${hub.origin}`)
    : note(`public address ${hub.origin}: only this machine can follow it; set PUBLIC_URL to open it`)

const setUp = ({ hub }: Patient): Finding =>
  hub.settings.initialisedAt === null
    ? note('not set up yet: open the setup link, or use init')
    : ok(`set up as “${hub.settings.name}” (@${hub.settings.handle})`)

function dataDir({ config }: Patient): Finding {
  const { mode } = statSync(config.dataDir)
  return (mode & 0o007) === 0
    ? ok(`data directory ${config.dataDir}`)
    : fault(`data directory ${config.dataDir} is open to everyone on this machine: chmod 700 it`)
}

/** It was readable at the start; what happened to it since is the question. */
function secret({ config }: Patient): Finding {
  if (!existsSync(config.secretFile))
    return fault(`secret ${config.secretFile} is gone: put it back from a backup`)
  return (statSync(config.secretFile).mode & 0o007) === 0
    ? ok(`secret ${config.secretFile}`)
    : fault(`secret ${config.secretFile} can be read by everyone: chmod 600 it`)
}

async function keys({ db, now }: Patient): Promise<Finding> {
  const { actors, oldest } = await keyAge(db)
  if (oldest === null) return note('no keys yet: they are made when the hub is set up')
  const days = Math.floor((now() - oldest) / 86_400_000)
  return ok(`keys of ${actors} actors, the oldest ${days} days old (federation rotate-keys makes new ones)`)
}

async function database({ config }: Patient): Promise<Finding> {
  try {
    await inThread({ verb: 'check', databaseUrl: config.databaseUrl }, () => undefined)
    return ok('database whole')
  } catch (error) {
    return fault(`database: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function disk({ config }: Patient): Finding {
  const { bavail, bsize } = statfsSync(config.dataDir)
  const free = Math.floor((bavail * bsize) / 2 ** 20)
  if (free < 100) return fault(`disk almost full: ${free} MB left`)
  return free < 1024 ? note(`disk: ${free} MB left`) : ok(`disk: ${Math.floor(free / 1024)} GB left`)
}

/** Without asking anyone: a clock that stands before the hub's first day is wrong. */
function clock({ hub, now }: Patient): Finding {
  const time = new Date(now()).toISOString()
  return now() >= (hub.settings.initialisedAt ?? 0)
    ? ok(`clock ${time}`)
    : fault(`clock ${time}: earlier than the hub’s own beginning; other servers will refuse what it signs`)
}

async function mail({ config }: Patient): Promise<Finding> {
  if (config.smtpUrl === undefined) return note('no SMTP_URL: invitations and resets are links to hand over')
  const url = new URL(config.smtpUrl)
  const port = url.port === '' ? (url.protocol === 'smtps:' ? 465 : 587) : Number(url.port)
  const reached = await new Promise<string | null>((resolve) => {
    const socket = connect({ host: url.hostname, port, timeout: 5_000 })
    const end = (fault: string | null) => () => {
      socket.destroy()
      resolve(fault)
    }
    socket.once('connect', end(null))
    socket.once('timeout', end('no answer within 5 seconds'))
    socket.once('error', (error) => end(error.message)())
  })
  return reached === null
    ? ok(`mail server ${url.hostname}:${port}`)
    : fault(`mail server ${url.hostname}:${port}: ${reached}`)
}

const exempt = ({ config }: Patient): Finding =>
  config.federationAllowHosts.length === 0
    ? ok('no host is exempt from the guards of federation')
    : note(
        `FEDERATION_ALLOW_HOSTS: ${config.federationAllowHosts.join(', ')} exempt from the guards: for tests only`,
      )

/** They may be gone for good: somebody should look, and let them be if so. */
async function neighbours({ db, now }: Patient): Promise<Finding> {
  const { hosts, all } = await failingSince(db, now() - 3 * 86_400_000)
  if (all === 0) return ok('no server that we send to has failed for three days')
  const more = all > hosts.length ? ` and ${all - hosts.length} more` : ''
  return note(`${all} failing for three days: ${hosts.join(', ')}${more} (federation status tells why)`)
}

/** In the order in which they are told. */
const examinations: readonly ((patient: Patient) => Finding | Promise<Finding>)[] = [
  ...[publicAddress, setUp, dataDir, secret, keys, database, disk, clock, mail, neighbours, exempt],
]
