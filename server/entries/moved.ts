import { guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import type { Fault } from '../kinds/faults.ts'
import type { Kind } from '../kinds/kind.ts'
import { Refusal } from '../refusal.ts'

type Said = Pick<Kind, 'section'>

/**
 * What keeps an entry from being said: whoever would say it, as `voicesOf` of the federation has it, has moved house
 * (FEP-7628). What is new is said at the new address.
 */
export async function movedFaults(db: Database, kind: Said, organisationId: string | null): Promise<Fault[]> {
  const gone = goneVoices(kind, organisationId)
  const { rows } = await db.query(`${gone.sql} ORDER BY role = 'organisation' LIMIT 1`, gone.args)
  if (rows.length === 0) return []
  return rows[0]?.['role'] === 'organisation'
    ? [{ field: 'organisation', code: 'moved' }]
    : [{ field: 'title', code: 'site-moved' }]
}

/** Asked with a word of why, and again by the command. */
export async function stillSpeaks(db: Database, kind: Said, organisationId: string | null): Promise<Step[]> {
  const [fault] = await movedFaults(db, kind, organisationId)
  if (fault !== undefined)
    throw new Refusal('invalid', 'Who would say this has moved to another site: publish it there.', {
      fields: { [fault.field]: fault.code },
    })
  const gone = goneVoices(kind, organisationId)
  return [guardThat({ sql: `SELECT NOT EXISTS (${gone.sql})`, args: gone.args })]
}

/** Its section; of what organisations say themselves, the one it is said for, or the hub where none is. */
function goneVoices({ section }: Said, organisationId: string | null): Statement & { args: string[] } {
  const entryId = section === 'forum' ? (organisationId ?? '') : ''
  return {
    sql: `SELECT role FROM actors WHERE local = 1 AND moved_to IS NOT NULL AND deleted_at IS NULL
      AND ((role = 'section' AND handle = ?) OR (role = 'organisation' AND entry_id = ?) OR (role = 'hub' AND ? = 'forum'
        AND NOT EXISTS (SELECT 1 FROM actors hosted WHERE hosted.local = 1 AND hosted.entry_id = ? AND hosted.deleted_at IS NULL)))`,
    args: [section ?? '', entryId, section ?? '', entryId],
  }
}
