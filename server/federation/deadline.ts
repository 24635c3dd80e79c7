import { FetchFault } from './fetch-fault.ts'

/** For a whole conversation, whatever it waits for. */
export interface Deadline {
  signal: AbortSignal
  /** Never fulfilled; rejected when time is up. */
  passed: Promise<never>
  clear: () => void
}

export function startDeadline(ms: number): Deadline {
  const controller = new AbortController()
  const { promise, reject } = Promise.withResolvers<never>()
  // Time may run out while nobody waits on it, in `sign` or between two hops.
  promise.catch(() => undefined)
  const timer = setTimeout(() => {
    const fault = new FetchFault('timeout', 'No answer within the time allowed.')
    controller.abort(fault)
    reject(fault)
  }, ms)
  return { signal: controller.signal, passed: promise, clear: () => clearTimeout(timer) }
}
