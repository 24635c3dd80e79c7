import { createHash } from 'node:crypto'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { publish, saveDraft } from '../entries/commands.ts'
import { entryById } from '../entries/queries.ts'
import { isWhole } from '../entries/whole.ts'
import type { Kind } from '../kinds/kind.ts'
import { organisation } from '../kinds/organisation/index.tsx'
import { unlessConflict } from '../refusal.ts'
import type { Planned } from './organisation-plan.ts'
import { recordSource } from './organisation-store.ts'

const kind: Kind = organisation

/**
 * Makes what was planned. Each line's id follows from the form's: sent twice, the form makes it once, and goes on where
 * it was cut off. How many are there in the end.
 */
export async function importOrganisations(
  deps: Deps,
  viewer: Viewer,
  planned: readonly Planned[],
  how: { form: string; source: string; publish: boolean },
): Promise<number> {
  let made = 0
  for (const { line, sourceId, input } of planned) {
    const id = idOf(how.form, line)
    if (input !== null && (await entryById(deps, id)) === undefined) {
      const from = { source: how.source, sourceId, importedAt: deps.now() }
      const isMade = await unlessConflict(() =>
        saveDraft(
          deps,
          viewer,
          kind,
          { id, revision: null, input, picture: undefined },
          recordSource(deps.db, id, from),
        ),
      )
      if (isMade) made += 1
    }
    if (how.publish) await published(deps, viewer, id)
  }
  return made
}

/** Whoever was cut off before it was published sends the form again. */
async function published(deps: Deps, viewer: Viewer, id: string): Promise<void> {
  const entry = await entryById(deps, id)
  if (entry === undefined || !isWhole(entry) || entry.envelope.state !== 'draft') return
  await unlessConflict(() => publish(deps, viewer, entry))
}

/** A UUID of version 8 (RFC 9562 §5.8), the same for the same line of the same form. */
function idOf(form: string, line: number): string {
  const hex = createHash('sha256').update(`${form}\n${line}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
