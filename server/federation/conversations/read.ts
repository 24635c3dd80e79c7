import { eq } from 'drizzle-orm'
import type { Step } from '../../../db/open.ts'
import { entries } from '../../../db/schema/entries.ts'
import { errands } from '../../../db/schema/federation.ts'
import { isPublic } from '../../entries/entry.ts'
import { hostOf } from '../addresses.ts'
import type { Fetcher } from '../fetch.ts'
import type { FederationDeps } from '../room.ts'
import { isFollowed } from '../subscribed.ts'
import { branchesOf } from './lists.ts'
import { visit, type Read } from './visit.ts'
import {
  conversationLimits,
  count,
  nextReading,
  readProgress,
  setOut,
  type Progress,
  type Walk,
} from './walk.ts'

// Answers that did not come by themselves: pushes get lost, and who answers an answer sends it to whom they answer. One
// request at a time, one a second to each host; between two of them the errand holds where it stands.

type Errand = typeof errands.$inferSelect

/** The next request of a reading, and all that follows from it; the errand is moved on with the same command. */
export async function readOn(deps: FederationDeps, errand: Errand): Promise<Step[]> {
  const read = errand.type === 'climb' ? null : await readOf(deps, errand.subject)
  if (read === 'gone') return [done(deps, errand)]
  const stored = readProgress(errand.progress)
  const walk = stored.walk ?? (await begin(deps, errand, read))
  const progress = { ...stored, walk }
  const [stop] = walk.stops
  if (stop === undefined) return finish(deps, errand, progress)
  const host = hostOf(stop.at)
  walk.turn ??= { host, at: deps.pace.turn(host) }
  if (walk.turn.at > deps.now()) return [move(deps, errand, progress, walk.turn.at)]
  walk.stops.shift()
  walk.turn = null
  const counted = counting(deps)
  const steps = await visit(counted.deps, walk, stop, read)
  walk.left -= counted.requests()
  deps.pace.spent(host, Math.max(counted.requests() - 1, 0))
  return [...steps, ...next(deps, errand, progress)]
}

/** The entry is here, and still read by everybody. */
async function readOf({ db }: FederationDeps, subject: string): Promise<Read | 'gone'> {
  const id = /^\/ap\/objects\/(.+)$/.exec(subject)?.[1]
  const [entry] = await db.read
    .select({ n: entries.n, state: entries.state, viaN: entries.viaN })
    .from(entries)
    .where(id === undefined ? eq(entries.apId, subject) : eq(entries.id, id))
  if (entry === undefined || !isPublic(entry.state)) return 'gone'
  return { entryN: entry.n, trusted: entry.viaN !== null && (await isFollowed(db, entry.viaN)) }
}

async function begin(deps: FederationDeps, { subject }: Errand, read: Read): Promise<Walk> {
  const { requests, climb } = conversationLimits
  if (read === null) return setOut([{ as: 'answer', at: subject, height: 0 }], climb, false)
  const isHere = subject.startsWith('/')
  if (isHere) return setOut(await branchesOf(deps, read.entryN), requests, true)
  return setOut([{ as: 'entry', at: subject }], requests, false)
}

function next(deps: FederationDeps, errand: Errand, progress: Progress & { walk: Walk }): Step[] {
  const [stop] = progress.walk.stops
  if (stop === undefined || progress.walk.left <= 0) return finish(deps, errand, progress)
  const host = hostOf(stop.at)
  progress.walk.turn = { host, at: deps.pace.turn(host) }
  return [move(deps, errand, progress, progress.walk.turn.at)]
}

function finish(deps: FederationDeps, errand: Errand, { readings, walk }: Progress & { walk: Walk }): Step[] {
  const { left, counts } = walk
  count(walk, 'beyond', walk.stops.length)
  deps.log.info({ [errand.type]: errand.subject, left, ...counts }, 'a conversation was read')
  const wait = errand.type === 'climb' ? undefined : nextReading(readings + 1)
  if (wait === undefined) return [done(deps, errand)]
  return [move(deps, errand, { readings: readings + 1, walk: null }, deps.now() + wait)]
}

const done = ({ db }: FederationDeps, { n }: Errand): Step => db.make.delete(errands).where(eq(errands.n, n))

const move = ({ db }: FederationDeps, { n }: Errand, progress: Progress, nextAt: number): Step =>
  db.make.update(errands).set({ progress, nextAt, attempts: 0, lastError: null }).where(eq(errands.n, n))

/** Every request counts, whoever makes it; a slow host is not waited for as long as where somebody waits for us. */
function counting(deps: FederationDeps): { deps: FederationDeps; requests(): number } {
  let requests = 0
  const request: Fetcher['request'] = (url, options) => {
    requests += 1
    return deps.fetcher.request(url, { deadlineMs: 10_000, ...options })
  }
  return { deps: { ...deps, fetcher: { ...deps.fetcher, request } }, requests: () => requests }
}
