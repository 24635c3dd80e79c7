import { Worker } from 'node:worker_threads'
import { Refusal } from '../refusal.ts'
import type { FromThread, Task } from './thread-main.ts'

/** Reading a whole database holds its thread for seconds: here it holds one that answers nobody else. */
export function inThread(task: Task, say: (line: string) => void): Promise<void> {
  // Compiled, both files end in .js; under the test runner, in .ts.
  const script = new URL(import.meta.url.replace(/thread(\.[jt]s)$/, 'thread-main$1'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task })
    worker.on('message', (message: FromThread) => {
      if ('say' in message) say(message.say)
      else if ('refused' in message) reject(new Refusal('unavailable', message.refused))
      else resolve()
    })
    worker.once('error', reject)
    worker.once('exit', () => reject(new Refusal('unavailable', 'The work stopped before its end.')))
  })
}
