import { sql, type SQL } from 'drizzle-orm'
import { entries } from '../../db/schema/entries.ts'
import type { Deps } from '../deps.ts'

type Reads = Pick<Deps, 'db' | 'now'>

/** How what is kept is read. */
export interface Source<One> {
  /** Another text whenever a row has come, gone or changed; cheap, for anything written anywhere asks for it. */
  stamp(reads: Reads): Promise<string>
  /** Which rows there are, and how often each has changed. */
  revisions(reads: Reads): Promise<readonly { n: number; revision: number }[]>
  /** Those that are not known yet. */
  load(reads: Reads, ns: readonly number[]): Promise<readonly (One & { n: number })[]>
}

export interface Kept<One> {
  /** Another object whenever anything has changed. */
  all: ReadonlyMap<number, One>
}

/** With several processes on one database, what another of them wrote is seen after this long. */
const trusted = 10_000

/** Numbers that one question holds. */
const atOnce = 500

/**
 * What is compared with everything, in memory: read whole once, then only the rows whose revision is another. A page
 * asks the database nothing while nothing has changed.
 */
export function keeper<One>(source: Source<One>): (reads: Reads) => Promise<Kept<One>> {
  const houses = new WeakMap<Reads['db'], State<One>>()
  return async (reads) => {
    const state = houses.get(reads.db) ?? blank<One>()
    houses.set(reads.db, state)
    const version = reads.db.version()
    if (version === state.version && Math.abs(reads.now() - state.at) < trusted) return state.kept
    // Two pages at one moment read once.
    state.reading ??= bringUp(source, reads, state).finally(() => {
      state.reading = null
    })
    await state.reading
    return state.kept
  }
}

interface State<One> {
  version: number
  at: number
  stamp: string
  revisions: ReadonlyMap<number, number>
  kept: Kept<One>
  reading: Promise<void> | null
}

const blank = <One>(): State<One> => ({
  version: -1,
  at: 0,
  stamp: '',
  revisions: new Map(),
  kept: { all: new Map() },
  reading: null,
})

async function bringUp<One>(source: Source<One>, reads: Reads, state: State<One>): Promise<void> {
  // Said before it is read: what is written meanwhile is another version.
  const version = reads.db.version()
  const at = reads.now()
  const stamp = await source.stamp(reads)
  if (stamp !== state.stamp) await renew(source, reads, state)
  Object.assign(state, { version, at, stamp })
}

async function renew<One>(source: Source<One>, reads: Reads, state: State<One>): Promise<void> {
  const revisions = new Map(
    (await source.revisions(reads)).map(({ n, revision }): [number, number] => [n, revision]),
  )
  const fresh = [...revisions.keys()].filter((n) => state.revisions.get(n) !== revisions.get(n))
  if (fresh.length > 0 || revisions.size !== state.revisions.size) {
    const all = new Map([...state.kept.all].filter(([n]) => revisions.has(n)))
    for (let from = 0; from < fresh.length; from += atOnce)
      for (const one of await source.load(reads, fresh.slice(from, from + atOnce))) all.set(one.n, one)
    state.kept = { all }
  }
  state.revisions = revisions
}

/** Of the rows that a condition means: two sets of rows with their revisions do not give the same four sums by chance. */
export async function stampOf(db: Reads['db'], where: SQL | undefined): Promise<string> {
  const { n, revision } = entries
  const sums = sql<string>`count(*) || ' ' || total(${n}) || ' ' || total(${revision}) || ' ' || total(${n} * ${revision})`
  const [row] = await db.read.select({ sums }).from(entries).where(where)
  return row?.sums ?? ''
}
