import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

/** A server under measure, alone on its core. */
export interface Measured {
  url: string
  /** From its spawn to its first 200, in milliseconds. */
  startedIn: number
  /** Processor time of all its threads, user and system, in microseconds. */
  cpu(): number
  /** Resident memory in megabytes. */
  rss(): number
  kill(): Promise<void>
}

const cores = isTasksetThere() ? { server: '0', driver: '1' } : null

/** The driver and everything it simulates stay off the server's core. */
export function pinDriver(): void {
  if (cores !== null)
    execFileSync('taskset', ['-acp', cores.driver, String(process.pid)], { stdio: 'ignore' })
}

export const isPinned = cores !== null

export async function startServer(server: {
  args: readonly string[]
  env: Record<string, string>
  port: number
}): Promise<Measured> {
  const command = [process.execPath, ...server.args]
  const [file = '', ...args] = cores === null ? command : ['taskset', '-c', cores.server, ...command]
  const url = `http://127.0.0.1:${server.port}`
  const began = performance.now()
  const child = spawn(file, args, {
    env: { PATH: process.env['PATH'] ?? '', ...server.env, PORT: String(server.port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const { pid } = child
  if (pid === undefined) throw new Error(`${file} could not be started.`)
  for (const end = began + 30_000; !(await answers(`${url}/healthz`)); await pause(5))
    if (child.exitCode !== null || performance.now() > end)
      throw new Error(`${server.args.join(' ')} did not come up.`)
  return {
    url,
    startedIn: performance.now() - began,
    cpu: () => processorTime(pid),
    rss: () => residentMemory(pid),
    kill: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url)
    await answer.arrayBuffer()
    return answer.ok
  } catch {
    return false
  }
}

/** utime and stime of proc_pid_stat(5), in ticks of 10 ms; what follows the name in brackets begins at field 3. */
function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10_000
}

function residentMemory(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

function isTasksetThere(): boolean {
  try {
    execFileSync('taskset', ['-c', '0,1', 'true'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
