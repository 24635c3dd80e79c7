import { and, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { inquiries } from '../../db/schema/inquiries.ts'
import { send } from '../accounts/letters.ts'
import { activeAdmins } from '../accounts/store.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { entryOfRow } from '../entries/queries.ts'
import type { Inquiry } from '../kinds/kind.ts'
import { doneLetter, forwardedLetter, type Reader } from './letters.ts'
import { pathOf } from './link.ts'
import { readersOf, type InquiryRow } from './queries.ts'
import { localeOf } from '../../views/language.tsx'

/** After this long a letter that could not leave is left alone: the page shows the inquiry all the same. */
const triedFor = 7 * 86_400_000
/** What was confirmed just now is on its way. */
const settled = 10 * 60_000

/** To those who publish: the address that the entry gives, else the people who answer for it. */
export async function forward(deps: Deps, entry: Entry, inquiry: InquiryRow): Promise<void> {
  const open = entry.fields === null ? null : (entry.kind.inquiry?.(entry.fields) ?? null)
  if (open === null || inquiry.confirmedAt === null) return
  const about = { act: open.act, title: entry.envelope.title, hub: deps.hub.settings.name }
  let left = false
  for (const { link, ...reader } of await readers(deps, entry, open))
    left = (await send(deps, forwardedLetter(reader, about, inquiry, link))) || left
  if (!left) return
  await deps.db.write([
    deps.db.make.update(inquiries).set({ forwardedAt: deps.now() }).where(eq(inquiries.n, inquiry.n)),
  ])
}

/** Who has no account is led to the entry; the others to what awaits them. */
async function readers(deps: Deps, entry: Entry, { email }: Inquiry): Promise<(Reader & { link: string })[]> {
  const { origin } = deps.hub
  const { path, language } = entry.envelope
  if (email !== null)
    return [{ email, locale: localeOf(language) ?? deps.hub.settings.locale, link: origin + path }]
  const own = await readersOf(deps.db, entry.envelope)
  const found = own.length > 0 ? own : await activeAdmins(deps.db)
  return found.map(({ email: to, locale }) => ({ email: to, locale, link: `${origin}${path}/demandes` }))
}

/** To its writer, with the way to take it back. */
export const tellWriter = (
  deps: Deps,
  entry: Entry,
  inquiry: InquiryRow,
  act: Inquiry['act'],
): Promise<boolean> =>
  send(
    deps,
    doneLetter(
      inquiry,
      { act, title: entry.envelope.title, hub: deps.hub.settings.name },
      deps.hub.origin + pathOf(deps, inquiry.id),
    ),
  )

/** Letters that could not leave when they were written: the relay may be back. */
export async function forwardWaiting(deps: Deps): Promise<void> {
  if (deps.mailer === null) return
  const now = deps.now()
  const waiting = await deps.db.read
    .select()
    .from(inquiries)
    .where(
      and(
        isNull(inquiries.forwardedAt),
        isNotNull(inquiries.confirmedAt),
        // Whoever stands in the line is no news yet.
        isNull(inquiries.waitingSince),
        lt(inquiries.confirmedAt, now - settled),
      ),
    )
    .limit(100)
  for (const inquiry of waiting) {
    if ((inquiry.confirmedAt ?? 0) < now - triedFor) continue
    const entry = await entryOfRow(deps, inquiry.entryN)
    if (entry !== undefined) await forward(deps, entry, inquiry)
  }
}
