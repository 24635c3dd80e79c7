import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDist, root } from './dist.ts'

// Maillon as people run it: processes of their own, from what was built, on a free port and in a folder of their own.

export interface Ended {
  code: number | null
  out: string
  err: string
}

export interface RunningServer {
  url: string
  pid: number
  /** What it has printed so far. */
  out(): string
  err(): string
  /** SIGTERM, and how it ended. */
  stop(): Promise<Ended>
  /** kill -9. */
  kill(): Promise<void>
}

export interface Machine {
  dataDir: string
  /** `npm run -s maillon -- …` with these words. */
  maillon(
    words: readonly string[],
    more?: { stdin?: string; cwd?: string; env?: Record<string, string> },
  ): Promise<Ended>
  /** Starts a server that must come up. */
  serve(env?: Record<string, string>): Promise<RunningServer>
  /** Starts a server that must not come up. */
  serveInVain(env?: Record<string, string>): Promise<Ended>
  /** `init`, with a person called Amel. */
  init(): Promise<Ended>
  clear(): Promise<void>
}

export async function openMachine(dataDir?: string): Promise<Machine> {
  await freshDist()
  const folder = mkdtempSync(join(tmpdir(), 'maillon-test-'))
  const own = dataDir ?? join(folder, 'data')
  const running = new Set<ChildProcess>()
  const base = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    DATA_DIR: own,
    // Hundreds of processes of the same code: one of them compiles it.
    NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/compiled'),
  }

  function start(
    script: string,
    words: readonly string[],
    env: Record<string, string>,
    cwd = folder,
  ): Ended & { child: ChildProcess } {
    const child = spawn(
      process.execPath,
      ['--max-semi-space-size=4', join(root, 'dist/server', script), ...words],
      {
        cwd,
        env: { ...base, ...env },
      },
    )
    const seen = { child, code: null, out: '', err: '' }
    child.stdout.on('data', (text) => (seen.out += String(text)))
    child.stderr.on('data', (text) => (seen.err += String(text)))
    running.add(child)
    child.once('exit', () => running.delete(child))
    return seen
  }

  const maillon: Machine['maillon'] = async (words, more = {}) => {
    const seen = start('cli/main.js', words, more.env ?? {}, more.cwd)
    seen.child.stdin?.end(more.stdin ?? '')
    return ended(seen)
  }

  return {
    dataDir: own,
    maillon,
    init: () =>
      maillon(
        [
          'init',
          '--name',
          'La Ruche',
          '--handle',
          'ruche',
          '--admin-email',
          'amel@ruche.example',
          '--admin-name',
          'Amel',
          '--password-stdin',
        ],
        { stdin: 'une phrase assez longue\n' },
      ),
    async serve(env = {}) {
      const seen = start('main.js', [], { PORT: String(await freePort()), ...env })
      const url = await address(seen)
      return {
        url,
        pid: seen.child.pid ?? 0,
        out: () => seen.out,
        err: () => seen.err,
        stop: () => {
          seen.child.kill('SIGTERM')
          return ended(seen)
        },
        kill: async () => {
          seen.child.kill('SIGKILL')
          await ended(seen)
        },
      }
    },
    serveInVain: (env = {}) => ended(start('main.js', [], { PORT: '0', ...env })),
    async clear() {
      await Promise.all(
        [...running].map((child) => {
          child.kill('SIGKILL')
          return once(child, 'exit')
        }),
      )
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function ended(seen: Ended & { child: ChildProcess }): Promise<Ended> {
  const { child } = seen
  if (child.exitCode === null && child.signalCode === null) await once(child, 'close')
  return { code: child.exitCode, out: seen.out, err: seen.err }
}

/** From the first line it prints; a server that ends instead says why. */
function address(seen: Ended & { child: ChildProcess }): Promise<string> {
  return new Promise((resolve, reject) => {
    const look = (): void => {
      const found = /listening on (http:\S+)/.exec(seen.out)?.[1]
      if (found !== undefined) resolve(found)
    }
    seen.child.stdout?.on('data', look)
    seen.child.once('close', (code) => reject(new Error(`The server ended with ${code}: ${seen.err}`)))
  })
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  if (address === null || typeof address === 'string') throw new Error('No port is free.')
  return address.port
}
