import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openMachine, type Machine, type RunningServer } from '../support/processes.ts'

// Processes start one after another here, on machines that may have other things to do.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let machine: Machine
beforeEach(async () => {
  machine = await openMachine()
})
afterEach(() => machine?.clear())

const setupLink = (server: RunningServer): string =>
  /(http\S+\/setup\?token=[\w-]+)/.exec(server.out())?.[1] ?? ''
const here = (server: RunningServer, link: string): string =>
  server.url + new URL(link).pathname + new URL(link).search

describe('a server that starts', () => {
  test('answers on the address that it prints', async () => {
    const server = await machine.serve()
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
  })

  test('prints a link that opens the wizard, and keeps it out of its log', async () => {
    const server = await machine.serve()
    const link = setupLink(server)
    expect((await fetch(here(server, link))).status).toBe(200)
    expect((await fetch(`${server.url}/setup`)).status).toBe(404)
    expect(server.err()).not.toContain(new URL(link).searchParams.get('token'))
  })

  test('prints no such link once the hub is set up', async () => {
    await machine.init()
    expect(setupLink(await machine.serve())).toBe('')
  })

  test('prints a new link at each start, and the old one is void', async () => {
    const first = await machine.serve()
    const old = setupLink(first)
    await first.stop()
    const second = await machine.serve()
    expect(setupLink(second)).not.toBe(old)
    expect((await fetch(here(second, old))).status).toBe(404)
  })

  test('says all that is wrong with the environment at once', async () => {
    const ended = await machine.serveInVain({
      PORT: '70000',
      PUBLIC_URL: 'http://hub.example/x',
      TRUSTED_PROXIES: 'nobody',
    })
    expect(ended.code).toBe(1)
    for (const name of ['PORT', 'PUBLIC_URL', 'TRUSTED_PROXIES']) expect(ended.err).toContain(`  ${name} `)
  })

  test('says so when its port is taken', async () => {
    const { url } = await machine.serve()
    const other = await openMachine()
    const ended = await other.serveInVain({ PORT: new URL(url).port })
    await other.clear()
    expect(ended).toMatchObject({
      code: 1,
      err: `PORT ${new URL(url).port} on 127.0.0.1 is already in use.\n`,
    })
  })

  test.each([
    ['can be read by everyone', 0o644, 'chmod 600'],
    ['is too short to be one', 0o600, 'not the secret of a hub'],
  ])('refuses a secret that %s', async (_, mode, words) => {
    mkdirSync(machine.dataDir)
    writeFileSync(join(machine.dataDir, 'secret'), mode === 0o600 ? 'short' : 'A'.repeat(43), { mode })
    const ended = await machine.serveInVain()
    expect(ended.code).toBe(1)
    expect(ended.err).toContain(words)
  })

  test('refuses to begin with a new secret where another one sealed the keys', async () => {
    await machine.init()
    const ended = await machine.serveInVain({ SECRET_FILE: join(machine.dataDir, 'elsewhere') })
    expect(ended.code).toBe(1)
    expect(ended.err).toContain('is missing')
    expect(existsSync(join(machine.dataDir, 'elsewhere'))).toBe(false)
  })
})

describe('a second process on the same data', () => {
  test('is refused with a sentence, and the first one goes on', async () => {
    const first = await machine.serve()
    const second = await machine.serveInVain()
    expect(second.code).toBe(1)
    expect(second.err).toContain('Another Maillon process is using')
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)
  })

  test('comes up once kill -9 has ended the first', async () => {
    const first = await machine.serve()
    await first.kill()
    const second = await machine.serve()
    expect((await fetch(`${second.url}/readyz`)).status).toBe(200)
  })
})

describe('a server that is told to end', () => {
  test('answers the request that is under way, takes no other, and leaves its lock and socket', async () => {
    const server = await machine.serve()
    const { hostname, port } = new URL(server.url)
    const slow = connect(Number(port), hostname)
    slow.write(
      `POST /connexion HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\n`,
    )
    // An answered request shows that the server has read the one before it.
    await fetch(`${server.url}/healthz`)
    const end = server.stop()
    await refused(Number(port), hostname)
    slow.write('a=b')
    const [answer] = await once(slow, 'data')
    expect(String(answer)).toMatch(/^HTTP\/1\.1 \d{3} /)
    slow.destroy()
    expect((await end).code).toBe(0)
    expect(existsSync(join(machine.dataDir, 'socket'))).toBe(false)
    expect((await machine.init()).code).toBe(0)
  })
})

describe('a server under pressure', () => {
  test('closes a connection whose headers never end', { timeout: 40_000 }, async () => {
    const server = await machine.serve()
    const { hostname, port } = new URL(server.url)
    const slow = connect(Number(port), hostname)
    slow.on('error', () => undefined)
    slow.write('GET / HTTP/1.1\r\nHost: x\r\n')
    slow.resume()
    await once(slow, 'close')
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  })

  test('takes no more than two hundred connections from one address', async () => {
    const server = await machine.serve({ TRUSTED_PROXIES: '192.0.2.0/24' })
    const { hostname, port } = new URL(server.url)
    const open = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const socket = connect(Number(port), hostname)
        await once(socket, 'connect')
        return socket
      }),
    )
    const greedy = connect(Number(port), hostname)
    greedy.on('error', () => undefined)
    greedy.resume()
    await once(greedy, 'close')
    open[0]?.end('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')
    const [answer] = await once(open[0] ?? greedy, 'data')
    expect(String(answer)).toContain('200 OK')
    for (const socket of open) socket.destroy()
  })
})

describe('a command beside a running server', () => {
  test('is carried out by the server, whose pages know at once', async () => {
    const server = await machine.serve()
    expect((await machine.init()).code).toBe(0)
    expect(await (await fetch(server.url)).text()).toContain('La Ruche')
    expect((await machine.maillon(['user', 'list'])).out).toContain('amel@ruche.example\tadmin')
    expect(await machine.init()).toMatchObject({ code: 1, err: 'This hub is already set up.\n' })
    expect((await machine.maillon(['user', 'add'])).code).toBe(1)
    expect((await machine.maillon(['backup'])).code).toBe(2)
  })

  test('reaches it by a socket that only its own user can open', async () => {
    await machine.serve()
    const { mode } = statSync(join(machine.dataDir, 'socket'))
    expect(mode & 0o777).toBe(0o600)
  })

  test('reaches it in a private folder when the data directory is too deep for a socket', async () => {
    const deep = join(machine.dataDir, 'd'.repeat(60), 'e'.repeat(60))
    const far = await openMachine(deep)
    const server = await far.serve()
    const socket = readFileSync(join(deep, 'socket.path'), 'utf8')
    expect(socket.startsWith(tmpdir())).toBe(true)
    expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700)
    expect((await far.maillon(['user', 'list'])).code).toBe(0)
    await server.stop()
    expect(existsSync(dirname(socket))).toBe(false)
    await far.clear()
  })

  test('works alone after kill -9 left the socket behind', async () => {
    const server = await machine.serve()
    await server.kill()
    expect(existsSync(join(machine.dataDir, 'socket'))).toBe(true)
    expect((await machine.init()).code).toBe(0)
  })

  test('makes a backup that can be restored once the server has stopped, and not before', async () => {
    const server = await machine.serve()
    await machine.init()
    const archive = join(machine.dataDir, '../hub.tar.gz')
    expect((await machine.maillon(['backup', '../hub.tar.gz'], { cwd: machine.dataDir })).code).toBe(0)
    const early = await machine.maillon(['restore', archive])
    expect(early).toMatchObject({ code: 1, err: 'Stop the server first: restore replaces what it uses.\n' })
    await server.stop()
    expect((await machine.maillon(['restore', archive])).code).toBe(0)
    const again = await machine.serve()
    expect(await (await fetch(again.url)).text()).toContain('La Ruche')
  })
})

describe('an export', () => {
  test('holds what was published, in words that no spreadsheet runs', async () => {
    const server = await machine.serve()
    await machine.init()
    const words = ['token', 'create', '--email', 'amel@ruche.example', '--scopes', 'write']
    const token = (await machine.maillon(words)).out.trim()
    const entry = {
      kind: 'news',
      title: '=1+1',
      summary: 'Un résumé',
      body: 'Un *texte*',
      language: 'fr',
      fields: {},
      publish: true,
    }
    const posted = await fetch(`${server.url}/api/v1/entries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(entry),
    })
    expect(posted.status).toBe(201)
    expect((await machine.maillon(['export', '../out'], { cwd: machine.dataDir })).code).toBe(0)
    const read = (name: string): string => readFileSync(join(machine.dataDir, '../out', name), 'utf8')
    expect(JSON.parse(read('news.json'))).toMatchObject([
      { title: '=1+1', body: 'Un *texte*', state: 'published' },
    ])
    expect(read('news.csv')).toContain(`,'=1+1,Un résumé,`)
    expect(read('job.json')).toBe('[]\n')
  })
})

/** Until nobody listens there. */
async function refused(port: number, host: string): Promise<void> {
  for (;;) {
    const probe = connect(port, host)
    const outcome = await Promise.race([
      once(probe, 'connect').then(() => 'open'),
      once(probe, 'error').then(() => 'refused'),
    ]).catch(() => 'refused')
    probe.destroy()
    if (outcome === 'refused') return
  }
}
