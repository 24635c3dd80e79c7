import { parentPort, workerData } from 'node:worker_threads'
import { checkIntegrity } from '../../db/snapshot.ts'
import { makeBackup, type BackupPlan } from './make.ts'

export type Task = { verb: 'backup'; plan: BackupPlan } | { verb: 'check'; databaseUrl: string }
export type FromThread = { say: string } | { refused: string } | { done: true }

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
const tell = (message: FromThread): void => parentPort?.postMessage(message)

// Only `inThread` starts this file.
const task = workerData as Task
try {
  if (task.verb === 'backup') await makeBackup(task.plan, (line) => tell({ say: line }))
  else await checkIntegrity(task.databaseUrl)
  tell({ done: true })
} catch (error) {
  tell({ refused: error instanceof Error ? error.message : String(error) })
}
