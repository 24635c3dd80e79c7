import type { Step } from '../../db/open.ts'
import type { Authority } from '../accounts/accounts.ts'
import { dropPortrait, portraitGone } from '../accounts/portrait.ts'
import type { Deps } from '../deps.ts'
import { memberChanged } from '../entries/member-news.ts'
import { Refusal } from '../refusal.ts'
import { blockSteps } from './blocks.ts'
import { commentSteps, type CommentOutcome } from './comments.ts'
import { idOf, mayModerate, recorded, type Decision } from './decisions.ts'
import { removalSteps } from './entries.ts'
import { noticeSteps } from './notices.ts'
import { acceptanceSteps, refusalSteps } from './topics.ts'
import { closeReport, closeReportsOf, type ReportRow } from './report-store.ts'
import { renameSubject } from './store.ts'
import { isHeldTopic, type Portrait, type Thing } from './thing.ts'

/** What can come of looking at a thing. The first two change nothing but the report. */
export const outcomes = [
  'none',
  'handled',
  'shown',
  'picture-removed',
  'hidden',
  'deleted',
  'removed',
  'accepted',
  'refused',
  'author-blocked',
  'host-blocked',
] as const

export type Outcome = (typeof outcomes)[number]

/** Those that fit this thing, in the order they are offered: the mildest first. */
export function outcomesFor(thing: Thing | undefined, isReported: boolean): Outcome[] {
  const closing: Outcome[] = isReported ? ['none', 'handled'] : []
  if (thing === undefined) return closing
  const blocking: Outcome[] = thing.author.actorId === null ? [] : ['author-blocked', 'host-blocked']
  const picture: Outcome[] = thing.portrait === null ? [] : ['picture-removed']
  if (thing.subject === 'actor' || thing.subject === 'message') return [...closing, ...picture, ...blocking]
  if (isHeldTopic(thing)) return ['accepted', 'refused', ...blocking]
  if (thing.subject === 'entry') return thing.path === null ? closing : [...closing, 'removed', ...blocking]
  if (thing.state === 'deleted') return closing
  const shown: Outcome[] = thing.state === 'shown' ? [] : ['shown']
  const hidden: Outcome[] = thing.state === 'hidden' ? [] : ['hidden']
  return [...closing, ...shown, ...picture, ...hidden, 'deleted', ...blocking]
}

/** Taking something from somebody needs a word of why; letting it stand does not. */
export const needsReason = (outcome: Outcome): boolean => !['none', 'shown', 'accepted'].includes(outcome)

/** After it there is nothing left for others who reported the same; of a picture, its words are. */
export const takesItAway = (outcome: Outcome): boolean =>
  !['none', 'handled', 'shown', 'accepted', 'picture-removed'].includes(outcome)

export interface Made {
  outcome: Outcome
  reason: string
  publicReason?: string
  /** A word to whoever wrote it. */
  authorReason?: string
  /** The decision that this one takes back. */
  undoes?: string
}

type Noted = Pick<Required<Decision>, 'reason' | 'publicReason' | 'authorReason' | 'undoes' | 'reportId'>

/**
 * Does it, records it, and closes the report that led to it; what takes the thing away answers everybody else
 * who reported it too. All in one command.
 */
export async function decide(
  deps: Deps,
  by: Authority,
  about: { thing: Thing | undefined; report: ReportRow | undefined },
  made: Made,
): Promise<void> {
  mayModerate(by)
  const { thing, report } = about
  const { outcome, reason, publicReason = '', authorReason = '', undoes = null } = made
  if (report !== undefined && report.closedAt !== null)
    throw new Refusal('conflict', 'This report is already settled.')
  if (!outcomesFor(thing, report !== undefined).includes(outcome))
    throw new Refusal('conflict', 'That cannot be done any more.')
  if (needsReason(outcome) && reason.trim() === '')
    throw new Refusal('invalid', 'This needs a word of why.', { fields: { reason: 'required' } })
  const noted = { reason, publicReason, authorReason, undoes, reportId: report?.id ?? null }
  const closing = { closedAt: deps.now(), closedBy: idOf(by), outcome }
  await deps.db.write([
    ...noticeSteps(deps, about, outcome),
    ...(report === undefined ? [] : closeReport(deps.db, report.id, closing)),
    ...(thing === undefined ? [] : await actOn(deps, by, thing, outcome, noted)),
    ...(thing === undefined || !takesItAway(outcome) ? [] : [closeReportsOf(deps.db, thing, closing)]),
    ...(report === undefined || (outcome !== 'none' && outcome !== 'handled')
      ? []
      : [recorded(deps, by, { ...refOf(report), action: 'report-closed', ...noted })]),
  ])
  if (outcome === 'picture-removed') await dropPortrait(deps, thing?.portrait?.id ?? null)
}

async function actOn(
  deps: Deps,
  by: Authority,
  thing: Thing,
  outcome: Outcome,
  noted: Noted,
): Promise<Step[]> {
  const { subject, subjectId, author, host } = thing
  const { reason, publicReason } = noted
  const record = (action: Decision['action']): Step =>
    recorded(deps, by, { action, subject, subjectId, ...noted })
  switch (outcome) {
    case 'none':
    case 'handled':
      return []
    case 'shown':
    case 'hidden':
    case 'deleted':
      return commentDecided(deps, thing, outcome, record(`comment-${outcome}`))
    case 'picture-removed':
      return [...(await portraitSteps(deps, thing.portrait)), record('picture-removed')]
    case 'removed':
      return [...(await removalSteps(deps, by, thing)), record('entry-removed')]
    case 'accepted':
      return [...(await acceptanceSteps(deps, by, thing)), record('topic-accepted')]
    case 'refused':
      return [...(await refusalSteps(deps, by, thing, reason)), record('topic-refused')]
    case 'author-blocked':
      return blockSteps(deps, by, { type: 'actor', target: author.actorId ?? '', reason, publicReason })
    case 'host-blocked':
      return blockSteps(deps, by, { type: 'host', target: host ?? '', reason, publicReason })
  }
}

/** Their initial stands there again, here and with those who follow them. */
const portraitSteps = async (deps: Deps, portrait: Portrait | null): Promise<Step[]> =>
  portrait === null
    ? []
    : [...portraitGone(deps, portrait.userId, portrait.id), ...(await memberChanged(deps, portrait.userId))]

/** What was reported and decided of it goes on being about it, under whatever id it goes on. */
async function commentDecided(
  deps: Deps,
  comment: Thing,
  outcome: CommentOutcome,
  record: Step,
): Promise<Step[]> {
  const { id, steps } = await commentSteps(deps, comment, outcome)
  return [...steps, record, ...(id === comment.id ? [] : renameSubject(deps.db, comment.id, id))]
}

const refOf = ({ subject, subjectId }: ReportRow) => ({ subject, subjectId })
