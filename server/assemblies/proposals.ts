import { eq } from 'drizzle-orm'
import { guard, guardThat, type Statement, type Step } from '../../db/open.ts'
import { assemblyCandidatures, assemblyItems } from '../../db/schema/assemblies.ts'
import { send } from '../accounts/letters.ts'
import type { Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { keyOf } from '../inquiries/link.ts'
import { unlessConflict } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import type { CandidatureInput, ItemInput } from './input.ts'
import { confirmLetter } from './letters.ts'
import type { Assembly, Candidature, Item, Seat } from './queries.ts'

// What anybody may send: a candidature for a vacant seat, an item for the agenda. Whoever has no account confirms it from
// their mailbox; nobody reads it before.

/** Of one assembly at a time: machines that type addresses must neither fill the disk nor send letters without end. */
export const mostWaiting = { unconfirmed: 100, waiting: 200, ofOne: 3 }
export const confirmWithin = 24 * 3_600_000

type Table = 'assembly_candidatures' | 'assembly_items'

export type Sent = 'sent' | 'letter' | 'crowded' | 'unsent'

export const stand = (
  deps: Deps,
  visitor: Visitor,
  { assembly, seat }: { assembly: Assembly; seat: Seat },
  id: string,
  { agreed: _, seatId: __, ...input }: CandidatureInput & { locale: Locale },
): Promise<Sent> =>
  entrust(deps, visitor, assembly, {
    ...{ id, table: 'assembly_candidatures', email: input.email, locale: input.locale },
    kept: (state) =>
      deps.db.make.insert(assemblyCandidatures).values({
        ...input,
        ...{ id, assemblyId: assembly.id, seatId: seat.id, createdAt: deps.now() },
        state: state === 'confirmed' ? 'waiting' : 'unconfirmed',
      }),
    isThere: deps.db.read.$count(assemblyCandidatures, eq(assemblyCandidatures.id, id)),
  })

export const propose = (
  deps: Deps,
  visitor: Visitor,
  assembly: Assembly,
  id: string,
  input: ItemInput & { locale: Locale },
): Promise<Sent> =>
  entrust(deps, visitor, assembly, {
    ...{ id, table: 'assembly_items', email: input.email, locale: input.locale },
    kept: (state) =>
      deps.db.make.insert(assemblyItems).values({
        ...input,
        ...{ id, assemblyId: assembly.id, createdAt: deps.now() },
        state: state === 'confirmed' ? 'proposed' : 'unconfirmed',
      }),
    isThere: deps.db.read.$count(assemblyItems, eq(assemblyItems.id, id)),
  })

interface Entrusted {
  id: string
  table: Table
  email: string
  locale: Locale
  kept(state: 'confirmed' | 'unconfirmed'): Step
  isThere: Promise<number>
}

/** Whoever is signed in has a mailbox that was confirmed, if it is the one they give. */
async function entrust(deps: Deps, visitor: Visitor, assembly: Assembly, what: Entrusted): Promise<Sent> {
  const { id, table, email, locale } = what
  const isKnown = visitor !== null && visitor.email === email
  if ((await what.isThere) > 0) return isKnown ? 'sent' : 'letter'
  const limits = [roomFor(table, assembly, isKnown), roomOf(table, assembly, email)]
  for (const { sql, args } of limits)
    if ((await deps.db.query(sql, args)).rows[0]?.[0] !== 1) return 'crowded'
  await deps.db.write([
    ...limits.map(guardThat),
    unusedId(id),
    what.kept(isKnown ? 'confirmed' : 'unconfirmed'),
  ])
  if (isKnown) return 'sent'
  const link = `${deps.hub.origin}/assemblees/confirmer/${id}/${keyOf(deps, id)}`
  const about = { assembly: assembly.name, hub: deps.hub.settings.name, link }
  if (await send(deps, confirmLetter({ email, locale }, about))) return 'letter'
  await deps.db.write([{ sql: `DELETE FROM ${table} WHERE id = ? AND state = 'unconfirmed'`, args: [id] }])
  return 'unsent'
}

const roomFor = (table: Table, { id }: Assembly, isKnown: boolean): Statement => ({
  sql: `SELECT (SELECT count(*) FROM ${table} WHERE assembly_id = ? AND state IN (?, ?)) < ?`,
  args: isKnown
    ? [id, 'waiting', 'proposed', mostWaiting.waiting]
    : [id, 'unconfirmed', 'unconfirmed', mostWaiting.unconfirmed],
})

const roomOf = (table: Table, { id }: Assembly, email: string): Statement => ({
  sql: `SELECT (SELECT count(*) FROM ${table} WHERE assembly_id = ? AND email = ?
    AND state IN ('unconfirmed', 'waiting', 'proposed')) < ?`,
  args: [id, email, mostWaiting.ofOne],
})

/** One space of ids: the link of a letter leads to one thing. */
const unusedId = (id: string): Statement =>
  guardThat({
    sql: `SELECT NOT EXISTS (SELECT 1 FROM assembly_candidatures WHERE id = ? UNION ALL SELECT 1 FROM assembly_items WHERE id = ?)`,
    args: [id, id],
  })

/** Second step, from the letter: the address is theirs. False: too late, or there is no more room. */
export async function confirmSent(deps: Deps, table: Table, row: Candidature | Item): Promise<boolean> {
  if (row.state !== 'unconfirmed') return true
  if (row.createdAt + confirmWithin < deps.now()) return false
  const state = table === 'assembly_items' ? 'proposed' : 'waiting'
  return unlessConflict(() =>
    deps.db.write([
      guardThat({
        sql: `SELECT (SELECT count(*) FROM ${table} WHERE assembly_id = ? AND state = ?) < ?`,
        args: [row.assemblyId, state, mostWaiting.waiting],
      }),
      { sql: `UPDATE ${table} SET state = ? WHERE id = ? AND state = 'unconfirmed'`, args: [state, row.id] },
      guard(),
    ]),
  )
}

/** Its writer takes it back; what was decided stays. */
export const takeSentBack = (deps: Deps, table: Table, { id }: { id: string }): Promise<unknown> =>
  deps.db.write([
    {
      sql: `DELETE FROM ${table} WHERE id = ? AND state IN ('unconfirmed', 'waiting', 'proposed')`,
      args: [id],
    },
  ])

/** Seats that nobody holds: what one may stand for. */
export const vacant = (seats: readonly Seat[]): Seat[] =>
  seats.filter(({ organisation }) => organisation === null)
