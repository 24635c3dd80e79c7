import { and, eq } from 'drizzle-orm'
import { guard, type Step } from '../../db/open.ts'
import { assemblyCandidatures, assemblyItems } from '../../db/schema/assemblies.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { running } from './access.ts'
import { owed, sendOwed } from './owed.ts'
import type { Assembly, Candidature, Item } from './queries.ts'

// What those who run an assembly answer to what was sent to it.

/** A yes gives the seat, if it is vacant still: of two at the same moment, one has it. */
export async function decideCandidature(
  deps: Deps,
  viewer: Viewer,
  { assembly, candidature }: { assembly: Assembly; candidature: Candidature },
  { isYes, answer }: { isYes: boolean; answer: string },
): Promise<void> {
  running(viewer, assembly)
  const now = deps.now()
  const decided = [
    deps.db.make
      .update(assemblyCandidatures)
      .set({ state: isYes ? 'accepted' : 'refused', answer, decidedAt: now })
      .where(and(eq(assemblyCandidatures.id, candidature.id), eq(assemblyCandidatures.state, 'waiting'))),
    guard(),
  ]
  if (isYes && candidature.seatId === null)
    throw new Refusal('conflict', 'The seat of this candidature is no more.')
  const about = { assemblyId: assembly.id, sort: 'candidature' as const, subjectId: candidature.id }
  await deps.db.write([
    ...decided,
    ...(isYes ? seated(candidature, now) : []),
    ...owed(deps, about, [candidature]),
  ])
  await sendOwed(deps, candidature.id)
}

const seated = ({ seatId, organisation, person }: Candidature, now: number): Step[] => [
  {
    sql: `UPDATE assembly_seats SET organisation = ?, person = ?, since_day = NULL, until_day = NULL,
      revision = revision + 1, updated_at = ? WHERE id = ? AND organisation IS NULL`,
    args: [organisation, person, now, seatId],
  },
  guard(),
]

export async function decideItem(
  deps: Deps,
  viewer: Viewer,
  { assembly, item }: { assembly: Assembly; item: Item },
  decision: { isYes: boolean; answer: string; meetingId: string | null; position: number },
): Promise<void> {
  running(viewer, assembly)
  const { isYes, ...more } = decision
  const { email, locale, state } = item
  const readers = state === 'proposed' && email !== null ? [{ email, locale }] : []
  await deps.db.write([
    deps.db.make
      .update(assemblyItems)
      .set({ ...more, state: isYes ? 'accepted' : 'refused', decidedAt: deps.now() })
      .where(and(eq(assemblyItems.id, item.id), eq(assemblyItems.assemblyId, assembly.id))),
    guard(),
    ...owed(deps, { assemblyId: assembly.id, sort: 'item', subjectId: item.id }, readers),
  ])
  await sendOwed(deps, item.id)
}
