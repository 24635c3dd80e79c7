import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDist, root } from './dist.ts'
import { freePort } from './processes.ts'
import { until } from './until.ts'

export interface Demo {
  /** `http://localhost:…`: the network's hub, then the co-op's. */
  hubs: [network: string, coop: string]
  printed(): string
  close(): Promise<void>
}

/** `npm run demo` on ports and in a folder of its own. */
export async function openDemo(env: Record<string, string> = {}): Promise<Demo> {
  await freshDist()
  const folder = mkdtempSync(join(tmpdir(), 'maillon-demo-'))
  const port = await freePort()
  let printed = ''
  const demo = spawn(process.execPath, [join(root, 'dist/server/demo/main.js')], {
    env: { PATH: process.env['PATH'], DATA_DIR: folder, PORT: String(port), ...env },
  })
  demo.stdout.on('data', (text) => (printed += String(text)))
  demo.stderr.on('data', (text) => (printed += String(text)))
  const close = async (): Promise<void> => {
    demo.kill('SIGTERM')
    if (demo.exitCode === null) await once(demo, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await until(
      'the demonstration to say where it is',
      () => printed.includes('Ctrl-C') || demo.exitCode !== null,
      90_000,
    )
    const [network, coop] = printed.match(/http:\/\/localhost:\d+/g) ?? []
    if (network === undefined || coop === undefined) throw new Error(printed)
    return { hubs: [network, coop], printed: () => printed, close }
  } catch (error) {
    await close()
    throw error
  }
}
