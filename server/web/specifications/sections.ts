import { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { fields, type CallFields } from '../../kinds/call/fields.ts'
import { callIn } from '../../kinds/call/stages.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'

export interface PublicCall {
  entry: Entry
  call: CallFields
}

/** A call of this hub that everybody may read: only of these do we know what was said before. */
export async function publicCall(deps: Deps, c: Ctx, kind: Kind): Promise<PublicCall> {
  const entry = await soughtEntry(deps, c, kind)
  const call = callIn(entry)
  if (call === null || entry.envelope.origin !== null || !isPublic(entry.envelope.state))
    throw new Refusal('absent', 'There is no such page.')
  return { entry, call }
}

export type Specification = Pick<CallFields, 'sections' | 'criteria'>

const kept = z.object({ sections: z.unknown(), criteria: z.unknown() })

/** As a version kept it, through the gate of today. */
export function specificationIn(versionFields: Readonly<Record<string, unknown>>): Specification {
  const { sections, criteria } = fields.parse(kept.parse(versionFields))
  return { sections, criteria }
}
