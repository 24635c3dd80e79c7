import { and, eq, isNull } from 'drizzle-orm'
import { guard, guardThat, type Statement } from '../../db/open.ts'
import { cases } from '../../db/schema/facilitation.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { Refusal, unlessConflict } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import type { RequestInput } from './input.ts'
import { letter } from './letters.ts'
import { onceOf, ownPath } from './link.ts'
import { askedSince, openOf, sentBefore } from './queries.ts'
import { count, happens, type CaseRow } from './store.ts'

const hour = 3_600_000

/** How long a link waits for its reader. */
export const confirmWithin = 24 * hour

/** At a time: a machine that types addresses must not fill the disk, nor send letters without end. */
export const mostUnconfirmed = 200

/** Of one address at a time: more than anybody follows. */
export const mostOpen = 10

export interface Asked extends Omit<RequestInput, 'organisation'> {
  /** One of the organisations that this member speaks for. */
  organisationId: string | null
  placeCode: string | null
  placeLabel: string | null
  locale: Locale
}

/** Of one member a day: each request writes to the people of the desk. */
export const mostADay = 20

const day = 24 * hour

/** What the page says when it could not be taken. */
export type Trouble = 'crowded' | 'unsent' | 'enough'

const deskOfHub = ({ hub }: Pick<Deps, 'hub'>): string => `${hub.origin}/facilitation`

/**
 * By somebody without an account: a letter to the address comes first, and says the same whatever was typed. Nobody
 * reads the request before its owner has opened the link.
 */
export async function askByMail(
  deps: Deps,
  form: string,
  asked: Asked,
): Promise<'sent' | Exclude<Trouble, 'enough'>> {
  const { db } = deps
  const once = onceOf(form, asked)
  if ((await sentBefore(db, once)) !== undefined) return 'sent'
  const to = { email: asked.email, locale: asked.locale }
  const { name } = deps.hub.settings
  // Only its owner is told: whether an address has asked before is nobody else's business.
  if ((await openOf(db, asked.email)) >= mostOpen)
    return (await send(deps, letter('enough', to, { hub: name, link: deskOfHub(deps) }))) ? 'sent' : 'unsent'
  const id = deps.newId()
  if (!(await inserted(deps, rowOf(deps, { id, once, asked }), [guardThat(roomLeft)])))
    return (await sentBefore(db, once)) === undefined ? 'crowded' : 'sent'
  if (await send(deps, letter('asked', to, { hub: name, link: deps.hub.origin + ownPath(deps, id) })))
    return 'sent'
  await db.write([db.make.delete(cases).where(and(eq(cases.id, id), isNull(cases.confirmedAt)))])
  return 'unsent'
}

/** By a member, whose address is known to be theirs. Gives the request's id. */
export async function askAsMember(
  deps: Deps,
  viewer: Viewer,
  form: string,
  asked: Asked,
): Promise<string | Extract<Trouble, 'enough'>> {
  const { db } = deps
  const own = { ...asked, email: viewer.email }
  if (own.organisationId !== null && !speaksFor(viewer, own.organisationId))
    throw new Refusal('forbidden', 'You do not speak for this organisation.')
  const once = onceOf(`${viewer.id} ${form}`, own)
  const before = await sentBefore(db, once)
  if (before !== undefined) return taken(deps, before)
  if ((await openOf(db, own.email)) >= mostOpen) return 'enough'
  if ((await askedSince(db, viewer.id, deps.now() - day)) >= mostADay) return 'enough'
  const id = deps.newId()
  const row = { ...rowOf(deps, { id, once, asked: own }), userId: viewer.id }
  await inserted(deps, row, [])
  const kept = await sentBefore(db, once)
  if (kept === undefined) throw new Refusal('conflict', 'This could not be kept.')
  return taken(deps, kept)
}

async function taken(deps: Deps, kept: CaseRow): Promise<string> {
  await confirm(deps, kept)
  return kept.id
}

export const speaksFor = (viewer: Viewer, organisationId: string): boolean =>
  viewer.memberships.some((one) => one.organisationId === organisationId)

const roomLeft: Statement = {
  sql: 'SELECT (SELECT count(*) FROM facilitation_cases WHERE confirmed_at IS NULL) < ?',
  args: [mostUnconfirmed],
}

const rowOf = (
  deps: Pick<Deps, 'now'>,
  { id, once, asked }: { id: string; once: string; asked: Asked },
): typeof cases.$inferInsert => ({ ...asked, id, once, createdAt: deps.now(), movedAt: deps.now() })

/** False: there is no room, or the same form was quicker. */
async function inserted(
  { db }: Pick<Deps, 'db'>,
  row: typeof cases.$inferInsert,
  before: Statement[],
): Promise<boolean> {
  return unlessConflict(() => db.write([...before, db.make.insert(cases).values(row)]))
}

export const isLate = ({ createdAt, confirmedAt }: CaseRow, now: number): boolean =>
  confirmedAt === null && createdAt + confirmWithin < now

/** The address is theirs: the desk may read it, and its time begins. False: too late. */
export async function confirm(deps: Deps, found: CaseRow): Promise<boolean> {
  const now = deps.now()
  if (found.confirmedAt !== null) return true
  if (isLate(found, now)) return false
  const { db } = deps
  // Pressed twice, it is told once.
  await unlessConflict(() =>
    db.write([
      db.make
        .update(cases)
        .set({ confirmedAt: now, waitingSince: now, movedAt: now })
        .where(and(eq(cases.id, found.id), isNull(cases.confirmedAt))),
      guard(),
      count(db, found, now),
      happens(db, found.n, { act: 'received', by: null, at: now, mails: true }),
    ]),
  )
  return true
}
