import { and, asc, eq, inArray } from 'drizzle-orm'
import { guardThat } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { caseLinks } from '../../db/schema/facilitation.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { isOver, isPublic } from '../entries/entry.ts'
import { listEntries, readFilter } from '../entries/list.ts'
import { loadEntries, type Entry } from '../entries/load.ts'
import { entryById } from '../entries/queries.ts'
import { kindNamed } from '../kinds/index.ts'
import { Refusal } from '../refusal.ts'
import { deskCase } from './commands.ts'
import { lotsOf, tenderName } from './lots.ts'
import { change, happens, recount } from './store.ts'

export const mostLinks = 50

export type LinkSort = (typeof caseLinks.$inferSelect)['sort']

const kindOf = (sort: LinkSort): string => (sort === 'lot' ? tenderName : 'organisation')

/** What can be pointed at: open to everybody, published here or by a hub that this one follows. */
export async function linkable(deps: Deps, sort: LinkSort, q: string): Promise<Entry[]> {
  const kind = kindNamed(kindOf(sort))
  if (kind === undefined) return []
  const filter = readFilter(kind, (name) => (name === 'q' ? q : undefined))
  return (await listEntries(deps, filter)).entries
}

/** The same lot is linked once, however often it is picked. */
export async function link(
  deps: Deps,
  viewer: Viewer,
  id: string,
  { sort, entryId, lot }: { sort: LinkSort; entryId: string; lot: number },
): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  const entry = await entryById(deps, entryId)
  const title = entry === undefined ? null : titleOf(entry, sort, lot)
  if (entry === undefined || title === null || !isPublic(entry.envelope.state))
    throw new Refusal('absent', 'There is nothing like this to link.')
  if (await isLinked(deps, found.n, entry.envelope.n, lot)) return
  const at = deps.now()
  const row = { id: deps.newId(), caseN: found.n, sort, entryN: entry.envelope.n, lot, title, at }
  try {
    await deps.db.write([
      guardThat({
        sql: 'SELECT (SELECT count(*) FROM facilitation_links WHERE case_n = ?) < ?',
        args: [found.n, mostLinks],
      }),
      ...change(deps.db, found.n, { movedAt: at }),
      deps.db.make.insert(caseLinks).values(row),
      happens(deps.db, found.n, { act: 'linked', by: viewer.id, at, text: title }),
      recount(found.n),
    ])
  } catch (error) {
    if (!(await isLinked(deps, found.n, entry.envelope.n, lot))) throw error
  }
}

/** What the case already has. */
export const linkedIn = ({ db }: Pick<Deps, 'db'>, caseN: number) =>
  db.read
    .select({ entryN: caseLinks.entryN, lot: caseLinks.lot })
    .from(caseLinks)
    .where(eq(caseLinks.caseN, caseN))

const isLinked = async ({ db }: Pick<Deps, 'db'>, caseN: number, entryN: number, lot: number) =>
  (await db.read.$count(
    caseLinks,
    and(eq(caseLinks.caseN, caseN), eq(caseLinks.entryN, entryN), eq(caseLinks.lot, lot)),
  )) > 0

/** Null: it has no such lot, or is something else. A tender without lots is linked as a whole. */
function titleOf(entry: Entry, sort: LinkSort, lot: number): string | null {
  const { title } = entry.envelope
  if (entry.kind.name !== kindOf(sort)) return null
  if (sort === 'organisation') return lot === 0 ? title : null
  const lots = lotsOf(entry)
  if (lot === 0) return lots.length === 0 ? title : null
  const own = lots.find(({ number }) => number === lot)
  return own === undefined ? null : `${title} – ${lot}. ${own.title}`
}

export async function unlink(deps: Deps, viewer: Viewer, id: string, linkId: string): Promise<void> {
  const found = await deskCase(deps, viewer, id)
  const mine = and(eq(caseLinks.id, linkId), eq(caseLinks.caseN, found.n))
  const [row] = await deps.db.read.select().from(caseLinks).where(mine)
  // Pressed twice, it is gone already.
  if (row === undefined) return
  const at = deps.now()
  await deps.db.write([
    ...change(deps.db, found.n, { movedAt: at }),
    deps.db.make.delete(caseLinks).where(mine),
    happens(deps.db, found.n, { act: 'unlinked', by: viewer.id, at, text: row.title }),
    recount(found.n),
  ])
}

export interface Linked {
  id: string
  sort: LinkSort
  title: string
  /** Of the title; null: nothing says it any more. */
  language: string | null
  /** Its page on this hub; null: it has none any more. */
  href: string | null
  /** The site that published it; null: this one. */
  from: string | null
  state: 'open' | 'over' | 'withdrawn' | 'no-lot'
}

/** As it is called now, if it is still there; else as it was called. */
export async function linksOf(deps: Deps, caseN: number): Promise<Linked[]> {
  const rows = await deps.db.read
    .select()
    .from(caseLinks)
    .where(eq(caseLinks.caseN, caseN))
    .orderBy(asc(caseLinks.sort), asc(caseLinks.n))
  const ns = rows.flatMap(({ entryN }) => (entryN === null ? [] : [entryN]))
  const found =
    ns.length === 0 ? [] : await loadEntries(deps, { where: inArray(entries.n, ns), limit: mostLinks })
  const byN = new Map(found.map((entry) => [entry.envelope.n, entry]))
  return rows.map((row) => shown(row, byN.get(row.entryN ?? -1), deps.now()))
}

function shown(
  { id, sort, lot, title }: typeof caseLinks.$inferSelect,
  entry: Entry | undefined,
  now: number,
): Linked {
  if (entry === undefined || !isPublic(entry.envelope.state))
    return { id, sort, title, language: null, href: null, from: null, state: 'withdrawn' }
  const { path, origin, language } = entry.envelope
  const present = titleOf(entry, sort, lot)
  const own = lotsOf(entry).find(({ number }) => number === lot)
  return {
    ...{ id, sort, title: present ?? title, language, from: origin?.name ?? null },
    href: lot === 0 || present === null ? path : `${path}/lots/${lot}`,
    state:
      lot !== 0 && own === undefined
        ? 'no-lot'
        : own?.state === 'withdrawn'
          ? 'withdrawn'
          : isOver(entry.envelope, now) || (own !== undefined && own.state !== 'open')
            ? 'over'
            : 'open',
  }
}
