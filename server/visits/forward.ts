import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { visits } from '../../db/schema/visits.ts'
import { send } from '../accounts/letters.ts'
import { activeAdmins } from '../accounts/store.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { entryOfRow } from '../entries/queries.ts'
import { readersOf } from '../inquiries/queries.ts'
import { textIn } from '../kinds/received.ts'
import type { Side } from './access.ts'
import { schoolLetter, structureLetter, type Reader } from './letters.ts'
import { pathOf } from './link.ts'
import type { VisitRow } from './queries.ts'
import { localeOf } from '../../views/language.tsx'

const triedFor = 7 * 86_400_000
const settled = 10 * 60_000

/** To the structure: the address that its offer gives, else the people who answer for it. */
export async function forward(deps: Deps, entry: Entry, visit: VisitRow): Promise<void> {
  if (visit.confirmedAt === null || visit.forgottenAt !== null) return
  const about = aboutOf(deps, entry)
  const link = deps.hub.origin + pathOf(deps, visit.id, 'structure')
  let left = false
  for (const reader of await readers(deps, entry))
    left = (await send(deps, structureLetter('asked', reader, about, visit, link))) || left
  if (!left) return
  await deps.db.write([
    deps.db.make.update(visits).set({ forwardedAt: deps.now() }).where(eq(visits.n, visit.n)),
  ])
}

/** Whoever did not do it is told of it. */
export async function tellOther(deps: Deps, entry: Entry, visit: VisitRow, by: Side): Promise<void> {
  const about = aboutOf(deps, entry)
  if (by === 'structure') {
    const link = deps.hub.origin + pathOf(deps, visit.id, 'school')
    await send(deps, schoolLetter(visit.state, visit, about, link, visit.note))
    return
  }
  const link = deps.hub.origin + pathOf(deps, visit.id, 'structure')
  for (const reader of await readers(deps, entry))
    await send(deps, structureLetter('cancelled', reader, about, visit, link))
}

/** Letters that could not leave when they were written: the relay may be back. */
export async function forwardWaitingVisits(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  const now = deps.now()
  const waiting = await deps.db.read
    .select()
    .from(visits)
    .where(
      and(
        isNull(visits.forwardedAt),
        isNotNull(visits.confirmedAt),
        eq(visits.state, 'asked'),
        lt(visits.confirmedAt, now - settled),
      ),
    )
    .limit(100)
  for (const visit of waiting) {
    if ((visit.confirmedAt ?? 0) < now - triedFor) continue
    const entry = await entryOfRow(deps, visit.entryN)
    if (entry !== undefined) await forward(deps, entry, visit)
  }
}

export const aboutOf = (deps: Deps, { envelope }: Entry) => ({
  title: envelope.title,
  hub: deps.hub.settings.name,
})

async function readers(deps: Deps, { envelope, fields }: Entry): Promise<Reader[]> {
  const email = textIn(fields, 'contactEmail')
  if (email !== null) return [{ email, locale: localeOf(envelope.language) ?? deps.hub.settings.locale }]
  const own = await readersOf(deps.db, envelope)
  return own.length > 0 ? own : activeAdmins(deps.db)
}
