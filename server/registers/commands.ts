import { and, eq } from 'drizzle-orm'
import { guardThat, type Statement } from '../../db/open.ts'
import { registerFindings } from '../../db/schema/registers.ts'
import { hasRole, type Viewer, type Visitor } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Entry } from '../entries/load.ts'
import { tell } from '../entries/tell.ts'
import type { Envelope } from '../kinds/envelope.ts'
import { Refusal } from '../refusal.ts'
import type { FindingInput } from './input.ts'

/**
 * It is the hub that says ‘found’: its own editors, and nobody of the organisation, whatever their role there. What
 * another hub published is looked up at home.
 */
export const mayRecord = (viewer: Visitor, envelope: Pick<Envelope, 'origin' | 'state' | 'kind'>): boolean =>
  hasRole(viewer, 'editor') &&
  envelope.kind === 'organisation' &&
  envelope.origin === null &&
  envelope.state === 'published'

/** Followers of the organisation are told: its actor says it. The same form sent twice records it once. */
export async function recordFinding(
  deps: Deps,
  viewer: Viewer,
  { envelope }: Entry,
  finding: FindingInput & { id: string },
): Promise<void> {
  allowed(viewer, envelope)
  const known = await deps.db.read.$count(registerFindings, eq(registerFindings.id, finding.id))
  if (known > 0) return
  await deps.db.write([
    guardThat(stillSays(envelope.n, finding.number)),
    deps.db.make.insert(registerFindings).values({
      ...finding,
      entryN: envelope.n,
      recordedBy: viewer.id,
      recordedAt: deps.now(),
    }),
    ...tell(deps, 'entry.revised', envelope.id, deps.now()),
  ])
}

/** A mistake: it was never so. Only of this very organisation. */
export async function withdrawFinding(
  deps: Deps,
  viewer: Viewer,
  { envelope }: Entry,
  id: string,
): Promise<void> {
  allowed(viewer, envelope)
  await deps.db.write([
    deps.db.make
      .delete(registerFindings)
      .where(and(eq(registerFindings.id, id), eq(registerFindings.entryN, envelope.n))),
    ...tell(deps, 'entry.revised', envelope.id, deps.now()),
  ])
}

function allowed(viewer: Viewer, envelope: Envelope): void {
  if (!mayRecord(viewer, envelope))
    throw new Refusal(
      'forbidden',
      'Only editors of this site record what they found about its organisations.',
    )
}

/** Somebody may be changing the number at this moment. */
const stillSays = (entryN: number, number: string): Statement => ({
  sql: `SELECT EXISTS (SELECT 1 FROM organisations JOIN entries ON n = entry_n WHERE entry_n = ?
    AND origin_n IS NULL AND state = 'published' AND ? IN (siren, siret, rna))`,
  args: [entryN, number],
})
