import type { Logger } from 'pino'

interface Task {
  /** Does what is due; true when there may be more at once. */
  run(): Promise<boolean>
  /** After something was done. */
  then?(): void
  /** When it must be looked at again without being woken, in milliseconds since 1970. */
  nextAt?(): Promise<number | null>
  now?(): number
}

export interface Worker {
  wake(): void
  stop(): Promise<void>
}

/** Runs tasks one round at a time, when woken and when their next moment comes. A task that throws does not stop it. */
export function createWorker(log: Logger, tasks: readonly Task[]): Worker {
  let running: Promise<void> | undefined
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | undefined

  async function round(): Promise<void> {
    for (const task of tasks) {
      while (await turn(task)) task.then?.()
    }
    await sleep()
  }

  const turn = (task: Task): Promise<boolean> => (stopped ? Promise.resolve(false) : task.run())

  async function sleep(): Promise<void> {
    clearTimeout(timer)
    const waits: number[] = []
    for (const { nextAt, now } of tasks) {
      const at = (await nextAt?.()) ?? null
      if (at !== null && now !== undefined) waits.push(Math.max(at - now(), 50))
    }
    if (waits.length === 0 || stopped) return
    timer = setTimeout(wake, Math.min(...waits, 3_600_000))
    timer.unref()
  }

  function wake(): void {
    if (stopped) return
    if (running !== undefined) {
      again = true
      return
    }
    running = round()
      .catch((error: unknown) => log.error({ err: error }, 'a background task stumbled'))
      .finally(() => {
        running = undefined
        if (!again) return
        again = false
        wake()
      })
  }

  return {
    wake,
    async stop() {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
