import './node-version.ts'
import './quick-imports.ts'
import { createAdaptorServer } from '@hono/node-server'
import { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Config } from './config.ts'
import { capConnections, drain, timeouts } from './connections.ts'
import type { House } from './wire.ts'

const { createSetupTicket } = await import('./accounts/setup.ts')
const { createApp } = await import('./app.tsx')
const { listenForCommands } = await import('./cli/socket.ts')
const { readConfig } = await import('./config.ts')
const { keepHouse } = await import('./housekeeping.ts')
const { openHouse } = await import('./wire.ts')

/** Requests get most of it; what is left closes files. */
const drainMs = 8_000

try {
  await start(readConfig(process.env))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

async function start(config: Config): Promise<void> {
  const house = await openHouse(config)
  const { deps, federation } = house
  const stopping = new AbortController()
  const server = createAdaptorServer({
    fetch: createApp(deps, federation, stopping.signal).fetch,
    serverOptions: timeouts,
  })
  if (!(server instanceof Server)) throw new Error('Only an HTTP/1.1 server was asked for.')
  capConnections(server, config.trustedProxies)
  const { port } = await listen(server, config)
  const commands = await listenForCommands(house)
  federation.start()
  const keeping = keepHouse(deps)
  process.stdout.write(await greeting(house, `http://${hostOf(config)}:${port}`))

  let stoppedAt: number | undefined
  const stop = async (signal: string): Promise<void> => {
    if (stoppedAt !== undefined) {
      // Asked again: at once; what was answered is already on the disk. One Ctrl-C under npm arrives twice.
      if (deps.now() - stoppedAt > 1_000) process.exit(1)
      return
    }
    stoppedAt = deps.now()
    deps.log.info({ signal }, 'stopping')
    stopping.abort()
    setTimeout(() => process.exit(1), drainMs + 2_000).unref()
    await Promise.all([drain(server, drainMs), federation.stop(drainMs), commands.close(), keeping.stop()])
    await house.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => void stop(signal))
}

/** Stdout and not the log, which is kept and read by many: the link is a key, once and for an hour. */
async function greeting({ deps }: House, address: string): Promise<string> {
  const first = `Maillon ${deps.version.number} · ${deps.hub.origin} · listening on ${address}\n`
  if (deps.hub.settings.initialisedAt !== null) return first
  return `${first}Set it up within the hour: ${await createSetupTicket(deps)}\n`
}

function listen(server: Server, { host, port }: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new Error(`PORT ${port} on ${host} is already in use.`) : error),
    )
    server.listen(port, host, () => {
      const address = server.address()
      if (address !== null && typeof address === 'object') resolve(address)
    })
  })
}

function hostOf({ host }: Config): string {
  return host.includes(':') ? `[${host}]` : host
}
