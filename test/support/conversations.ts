import type { TestHub } from './hub.ts'
import { until } from './until.ts'

type Reader = Pick<TestHub, 'deps' | 'federation'>
type Clocks = readonly Pick<TestHub, 'deps'>[]

/** When the hub goes on reading conversations; null: it is through with those that it has begun. */
async function nextRequest({ deps }: Reader, which: 'begun' | 'promised'): Promise<number | null> {
  const begun = which === 'begun' ? "AND json_extract(progress, '$.walk') IS NOT NULL" : ''
  const asked = `SELECT min(next_at) AS at FROM errands WHERE type IN ('conversation', 'climb') ${begun}`
  const at = (await deps.db.query(asked)).rows[0]?.['at']
  return typeof at === 'number' ? at : null
}

async function isDone({ deps }: Reader): Promise<boolean> {
  const due = 'SELECT count(*) AS n FROM errands WHERE next_at <= ?'
  return (await deps.db.query(due, [deps.now()])).rows[0]?.['n'] === 0
}

function passTo(at: number, hub: Reader, others: Clocks): void {
  const wait = Math.max(at - hub.deps.now(), 0)
  for (const { deps } of [hub, ...others]) deps.pass(wait)
}

/** All that is due, and what it has begun, request by request. */
async function settle(hub: Reader, others: Clocks): Promise<void> {
  let at: number | null = hub.deps.now()
  while (at !== null) {
    passTo(at, hub, others)
    hub.federation.wake()
    await until('the next request of a conversation', () => isDone(hub))
    at = await nextRequest(hub, 'begun')
  }
}

/**
 * What is due is read; then the clock goes on to the next reading that is promised, and through it. So do the clocks
 * of others, who would not believe somebody of tomorrow.
 */
export async function readConversations(hub: Reader, ...others: Clocks): Promise<void> {
  await settle(hub, others)
  const at = await nextRequest(hub, 'promised')
  if (at === null) return
  passTo(at, hub, others)
  await settle(hub, others)
}
