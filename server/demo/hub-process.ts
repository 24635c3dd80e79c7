import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { setTimeout as pause } from 'node:timers/promises'

// Each hub of the demonstration is a process of its own, started as anybody would start it.

type Env = Readonly<Record<string, string>>

const built = (file: string): string => fileURLToPath(new URL(`../${file}`, import.meta.url))
/** The way to Node, and nothing else of this shell: its DATA_DIR and PORT are not the hubs'. */
const environment = (env: Env): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], ...env })

export async function startHub(env: Env, origin: string): Promise<{ stop(): Promise<void> }> {
  const child = spawn(process.execPath, ['--max-semi-space-size=4', built('main.js')], {
    env: environment(env),
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = once(child, 'exit')
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) throw new Error(`The hub of ${origin} did not start.`)
    const ready = await fetch(`${origin}/readyz`).catch(() => null)
    if (ready?.ok === true)
      return {
        async stop() {
          child.kill('SIGTERM')
          await ended
        },
      }
    await pause(100)
  }
  child.kill('SIGKILL')
  throw new Error(`The hub of ${origin} was not ready within 20 seconds.`)
}

/** One command of `maillon`; what it prints, without the last line end. */
export async function command(env: Env, args: string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, [built('cli/main.js'), ...args], {
    env: environment(env),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stdin.end(`${input}\n`)
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`maillon ${args[0]} ended with ${String(code)}.`)
  return printed.trim()
}
