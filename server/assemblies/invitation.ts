import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { guard } from '../../db/open.ts'
import { assemblyMeetings } from '../../db/schema/assemblies.ts'
import { entries } from '../../db/schema/entries.ts'
import { send } from '../accounts/letters.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { local } from '../entries/list.ts'
import { organisations } from '../kinds/organisation/table.ts'
import { Refusal } from '../refusal.ts'
import { running } from './access.ts'
import { invitationLetter } from './letters.ts'
import type { Assembly, Meeting } from './queries.ts'
import { localeOf, type Locale } from '../../views/language.tsx'

/** As many letters as one meeting sends at most. */
export const mostInvited = 500

/** Organisations of the directory of this hub that give an address for letters: each address once. */
export async function invitedOf(
  deps: Pick<Deps, 'db' | 'hub'>,
): Promise<{ email: string; locale: Locale }[]> {
  const rows = await deps.db.read
    .select({ email: organisations.email, language: entries.language })
    .from(organisations)
    .innerJoin(entries, eq(entries.n, organisations.entryN))
    .where(and(local(), inArray(entries.state, ['published']), isNotNull(organisations.email)))
    .orderBy(entries.n)
    .limit(mostInvited)
  const seen = new Map(
    rows.map(
      ({ email, language }) =>
        [(email ?? '').toLowerCase(), localeOf(language) ?? deps.hub.settings.locale] as const,
    ),
  )
  return [...seen].map(([email, locale]) => ({ email, locale }))
}

/**
 * The enlarged meeting: everybody in the directory is invited, once, by whoever runs a committee. It is written down first,
 * so that no second press sends a second letter; returns whom to write to.
 */
export async function invite(
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  meeting: Meeting,
): Promise<{ email: string; locale: Locale }[]> {
  running(viewer, assembly)
  if (deps.mailer === null) throw new Refusal('conflict', 'No letter can leave from here.')
  if (assembly.sort !== 'committee') throw new Refusal('conflict', 'Only a committee invites everybody.')
  await deps.db.write([
    deps.db.make
      .update(assemblyMeetings)
      .set({ invitedAt: deps.now() })
      .where(
        and(
          ...[eq(assemblyMeetings.id, meeting.id), eq(assemblyMeetings.assemblyId, assembly.id)],
          isNull(assemblyMeetings.invitedAt),
        ),
      ),
    guard(),
  ])
  return invitedOf(deps)
}

/** One after the other: a relay is not flooded, and one that refuses an address stops no other. */
export async function sendInvitations(
  deps: Deps,
  assembly: Assembly,
  readers: readonly { email: string; locale: Locale }[],
  said: (locale: Locale) => { when: string; place: string },
): Promise<void> {
  const link = `${deps.hub.origin}/assemblees/${assembly.slug}`
  const about = { assembly: assembly.name, hub: deps.hub.settings.name, link }
  for (const reader of readers)
    await send(deps, invitationLetter(reader, { ...about, ...said(reader.locale) }))
}
