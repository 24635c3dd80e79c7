import { and, eq, inArray, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import type { Fault } from '../kinds/faults.ts'
import { kindNamed } from '../kinds/index.ts'
import type { Kind, Reference } from '../kinds/kind.ts'
import type { DraftFields } from '../kinds/unfinished.ts'
import { local } from './store.ts'

/** By what a kind's references are looked up: whose entry it is that names another, and which one. */
interface Naming {
  organisationId: string | null
  /** Null of an entry that is not there yet. */
  id: string | null
}

/**
 * The entries that an entry of ours names: each by its id, whatever address was typed. One may name what the same
 * organisation says, for whoever may speak for it answers for both; and nothing that stands on a programme itself.
 */
export async function withReferences<Known extends DraftFields>(
  db: Database,
  kind: Kind,
  known: Known,
  naming: Naming,
): Promise<{ known: Known; faults: Fault[] }> {
  const faults: Fault[] = []
  const meant: Record<string, string> = {}
  for (const reference of kind.references ?? []) {
    const typed = (known.fields ?? known.unfinished)?.[reference.field]
    if (typeof typed !== 'string' || typed === '') continue
    const id = await idOf(db, kind, reference, typed, naming)
    if (id === null) faults.push({ field: reference.field, code: 'named-here' })
    else meant[reference.field] = id
  }
  return { known: replaced(known, meant), faults }
}

async function idOf(
  db: Database,
  kind: Kind,
  { field, kind: named }: Reference,
  typed: string,
  { organisationId, id }: Naming,
): Promise<string | null> {
  const [row] = await db.read
    .select({ id: entries.id, names: named === kind.name ? namesOne(kind, field) : sql<number>`0` })
    .from(entries)
    .where(
      and(
        local(),
        eq(entries.kind, kindNamed(named)?.name ?? ''),
        or(eq(entries.slug, typed), eq(entries.id, typed)),
        inArray(entries.state, ['draft', 'review', 'published', 'closed']),
        organisationId === null ? isNull(entries.organisationId) : eq(entries.organisationId, organisationId),
      ),
    )
  return row === undefined || row.id === id || Number(row.names) === 1 ? null : row.id
}

/** A programme has one floor. */
const namesOne = (kind: Kind, field: string): SQL<number> => {
  const column = sql.identifier(field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
  return sql<number>`(select ${column} <> '' from ${kind.table} where entry_n = ${entries.n})`
}

const replaced = <Known extends DraftFields>(known: Known, meant: Readonly<Record<string, string>>): Known =>
  known.fields === null
    ? { ...known, unfinished: { ...known.unfinished, ...meant } }
    : { ...known, fields: { ...known.fields, ...meant } }
