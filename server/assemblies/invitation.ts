import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { guard } from '../../db/open.ts'
import { assemblyMeetings } from '../../db/schema/assemblies.ts'
import { entries } from '../../db/schema/entries.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { local } from '../entries/list.ts'
import { organisations } from '../kinds/organisation/table.ts'
import { Refusal } from '../refusal.ts'
import { running } from './access.ts'
import { owed } from './owed.ts'
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
 * with the letters that it owes, so that no second press sends a second one.
 */
export async function invite(
  deps: Deps,
  viewer: Viewer,
  assembly: Assembly,
  meeting: Meeting,
): Promise<void> {
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
    ...owed(
      deps,
      { assemblyId: assembly.id, sort: 'invitation', subjectId: meeting.id },
      await invitedOf(deps),
    ),
  ])
}
