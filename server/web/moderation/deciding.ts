import { z } from 'zod'
import type { Sent as Again } from '../../../views/moderation/decision-form.tsx'
import { decisionTexts } from '../../../views/moderation/decision-texts.ts'
import { parse } from '../../accounts/input.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { spokenBy } from '../../entries/own-words.ts'
import type { Fault } from '../../kinds/faults.ts'
import { choice, optionalLine, optionalText } from '../../kinds/gate.ts'
import { namesSomebody } from '../../moderation/public-log.ts'
import { needsReason, outcomes, type Made, type Outcome } from '../../moderation/decide.ts'
import { formOf, mend } from '../accounts/form.ts'
import { Refusal } from '../../refusal.ts'
import type { Thing } from '../../moderation/thing.ts'
import { backPath } from '../back-path.ts'
import type { Ctx } from '../env.ts'
import { versionOf } from './shown.ts'
import type { FlashKey } from '../../../views/flash-texts.ts'

const decisionInput = z.object({
  outcome: choice(outcomes),
  reason: optionalText(1000),
  publicReason: optionalLine(300),
  authorReason: optionalLine(500),
})

export const moderator = (c: Ctx): Viewer => required(c.var.viewer, 'moderator')

/**
 * What a decision form sent; `again` is the form as it goes back, when something is to mend. Only what was read is
 * decided on: other words may have taken their place since the page was opened.
 */
export async function readDecision(
  deps: Deps,
  c: Ctx,
  fallback: string,
  about: Thing | undefined,
): Promise<{ made: Made; back: string } | { made: null; again: Again }> {
  const sent = await formOf(c)
  const { input, faults } = parse(decisionInput, sent)
  if (input === null) return { made: null, again: mend(c, sent, faults) }
  if (input.reason === null && needsReason(input.outcome)) {
    const missing: Fault = { field: 'reason', code: 'required' }
    return { made: null, again: mend(c, sent, [missing]) }
  }
  const publicReason = input.publicReason ?? ''
  if (namesSomebody(publicReason, about, moderator(c)))
    return { made: null, again: mend(c, sent, [{ field: 'publicReason', code: 'named' }]) }
  const read = sent['lu']
  if (about !== undefined && read !== undefined && read !== versionOf(about))
    throw new Refusal('conflict', 'Its author has changed it since you read it. Read it again first.')
  const own = input.outcome === 'removed' && about !== undefined ? await ownWords(deps, about) : 0
  if (own > 0)
    return {
      made: null,
      again: { values: sent, errors: { outcome: decisionTexts[c.var.locale].ownFirst(own) } },
    }
  const { outcome, reason, authorReason } = input
  const made = { outcome, reason: reason ?? '', publicReason, authorReason: authorReason ?? '' }
  return { made, back: backPath(sent['retour'], fallback) }
}

/** What an organisation says itself goes before it does. */
const ownWords = async ({ db }: Deps, { id }: Thing): Promise<number> => (await spokenBy(db, id)).own.length

/** What the next page says. */
export const flashOf: Readonly<Record<Outcome, FlashKey>> = {
  none: 'report-closed',
  handled: 'report-closed',
  shown: 'comment-shown',
  hidden: 'comment-hidden',
  deleted: 'comment-deleted',
  'picture-removed': 'picture-removed',
  removed: 'entry-withdrawn',
  accepted: 'topic-accepted',
  refused: 'topic-refused',
  'author-blocked': 'blocked',
  'host-blocked': 'blocked',
}
