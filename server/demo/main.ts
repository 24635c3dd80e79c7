import '../node-version.ts'
import { existsSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { coopHub } from './coop-hub.ts'
import { sit } from './assemblies.ts'
import { openForms, signIn } from './forms.ts'
import { belong } from './networks.ts'
import { networkHub } from './network-hub.ts'
import { facilitate } from './facilitation.ts'
import { fill, follow, welcome, type Running } from './fill.ts'
import { layOutForum } from './villages.ts'
import { command, startHub } from './hub-process.ts'
import type { DemoHub } from './story.ts'

// `npm run demo`: two hubs on this machine, each a process with its own data, which follow each other. Nothing
// leaves the machine. Run again, it goes on with the same data; delete the folder to begin anew.

const folder = resolve(process.env['DATA_DIR'] ?? './data/demo')
const firstPort = Number(process.env['PORT'] ?? 3001)
const password = 'maillon de demonstration'
const now = new Date()

/** Without a server for mail the demonstration works all the same, but for what is confirmed by e-mail. */
const mail = Object.fromEntries(
  ['SMTP_URL', 'MAIL_FROM'].flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value]]
  }),
)

const places = [
  { hub: networkHub(now), port: firstPort, dataDir: `${folder}/reseau` },
  { hub: coopHub(now), port: firstPort + 1, dataDir: `${folder}/scop` },
]
const allowed = places.map(({ port }) => `localhost:${port}`).join(',')

const running: (Running & { hub: DemoHub; stop(): Promise<void> })[] = []
for (const { hub, port, dataDir } of places) {
  const isNew = !existsSync(`${dataDir}/maillon.db`)
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const origin = `http://localhost:${port}`
  const env = {
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: origin,
    FEDERATION_ALLOW_HOSTS: allowed,
    LOG_LEVEL: 'warn',
    ...mail,
  }
  if (isNew)
    await command(
      env,
      [
        'init',
        '--name',
        hub.name,
        '--handle',
        hub.handle,
        '--tagline',
        hub.tagline,
        '--admin-email',
        hub.email,
        '--admin-name',
        hub.admin,
        '--locale',
        'fr',
        '--territory',
        '92',
        '--password-stdin',
      ],
      password,
    )
  const server = await startHub(env, origin)
  const token = await command(env, ['token', 'create', '--email', hub.email, '--scopes', 'read,write,admin'])
  running.push({ hub, origin, token, isNew, stop: server.stop })
}

// Followed first, so that what is published now also travels by delivery and not only by reading back.
await Promise.all(
  running.map((one) =>
    follow(
      one,
      running.filter((other) => other !== one),
    ),
  ),
)
await Promise.all(running.filter(({ isNew }) => isNew).map(furnish))

/** What its API takes, and then what only people do. */
async function furnish(one: (typeof running)[number]): Promise<void> {
  const ids = await fill(one, one.hub)
  const forms = await signIn(one.origin, one.hub.email, password)
  await welcome(forms, one.hub)
  await layOutForum(forms, one.hub, ids)
  if (one.hub.facilitates === true) await facilitate(forms, one.hub.entries, ids)
}

const [first, second] = running
if (first !== undefined && second !== undefined && first.isNew && second.isNew) {
  const people = [await openForms(first, password), await openForms(second, password)] as const
  await belong(people, now)
  await sit(people[0], now)
}

process.stdout.write(
  [
    '',
    ...running.map(({ hub, origin }) => `${hub.name}\n  ${origin}\n  ${hub.email} / ${password}`),
    '',
    'Ctrl-C stops both.',
    '',
  ].join('\n'),
)

const stop = (): void => {
  Promise.all(running.map((one) => one.stop())).finally(() => process.exit(0))
}
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
