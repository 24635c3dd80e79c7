import { and, eq } from 'drizzle-orm'
import { guardThat } from '../../db/open.ts'
import { supports } from '../../db/schema/supports.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { isConflict, Refusal } from '../refusal.ts'
import type { Locale } from '../../views/language.tsx'
import { mayUnname, takesSupport } from './access.ts'
import { askedLetter } from './letters.ts'
import { markOf, pathOf, type SupportLink } from './link.ts'
import { supportBy } from './queries.ts'

/** How long a link waits to be confirmed. To take back what it confirmed, it is good for ever. */
export const confirmWithin = 24 * 3_600_000

/**
 * First step: a letter to the address, and not a trace of it here. It is the same letter whether this address supports
 * the entry already or not: only who reads the mailbox learns that. False: it could not leave.
 */
export const ask = (
  deps: Deps,
  { envelope }: Entry,
  { email, locale }: { email: string; locale: Locale },
): Promise<boolean> => {
  const link = { entryId: envelope.id, mark: markOf(deps, envelope.id, email), at: deps.now() }
  const about = { title: envelope.title, hub: deps.hub.settings.name }
  return send(deps, askedLetter({ email, locale }, about, deps.hub.origin + pathOf(deps, link)))
}

export const isLate = ({ at }: SupportLink, now: number): boolean => at + confirmWithin < now

/** Second step: whoever reads the mailbox supports it. Pressed twice, it is one support. */
export async function confirm(
  deps: Deps,
  entry: Entry,
  link: SupportLink,
  name: string | null,
): Promise<'done' | 'late' | 'over'> {
  const { n } = entry.envelope
  if ((await supportBy(deps.db, n, link.mark)) !== undefined) return 'done'
  if (isLate(link, deps.now())) return 'late'
  if (!takesSupport(entry)) return 'over'
  try {
    await deps.db.write([
      guardThat({
        sql: "SELECT EXISTS (SELECT 1 FROM entries WHERE n = ? AND origin_n IS NULL AND state = 'published')",
        args: [n],
      }),
      deps.db.make
        .insert(supports)
        .values({ entryN: n, mark: link.mark, name, createdAt: deps.now() })
        .onConflictDoNothing(),
    ])
    return 'done'
  } catch (error) {
    if (isConflict(error)) return 'over'
    throw error
  }
}

/** Taken back: nothing is left of it. */
export const takeBack = async ({ db }: Pick<Deps, 'db'>, entryN: number, mark: string): Promise<void> =>
  void (await db.write([
    db.make.delete(supports).where(and(eq(supports.entryN, entryN), eq(supports.mark, mark))),
  ]))

/** The support stays, and is nobody's name any more. */
export async function unname(deps: Deps, viewer: Viewer, { envelope }: Entry, n: number): Promise<void> {
  if (!mayUnname(viewer, envelope)) throw new Refusal('forbidden', 'This is for those who publish the entry.')
  await deps.db.write([
    deps.db.make
      .update(supports)
      .set({ name: null })
      .where(and(eq(supports.n, n), eq(supports.entryN, envelope.n))),
  ])
}
