import { defaultZone } from '../../views/format.ts'
import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { localOf } from '../kinds/zoned.ts'
import { Refusal } from '../refusal.ts'
import { hostKey } from '../text/host.ts'
import { phrasesOf } from '../text/phrases.ts'
import { obfuscatedAmong } from './block-store.ts'
import { obfuscated } from './blocklist.ts'
import { countLogged, loggedDecisions, type LoggedRow } from './decision-store.ts'
import { isAction, type Action } from './decisions.ts'
import type { Thing } from './thing.ts'

// What everybody may read of moderation, where the hub shows it: what was done and why, never to or by whom.

/** Acts that change what people see here. Who was reported, and who asked for an account, is nobody else's business. */
export const loggedActions = [
  'comment-shown',
  'comment-hidden',
  'comment-deleted',
  'picture-removed',
  'entry-removed',
  'account-closed',
  'account-opened',
  'rules-changed',
  'blocked',
  'silenced',
  'unblocked',
] as const satisfies readonly Action[]

export type LoggedAction = (typeof loggedActions)[number]

export interface LoggedDecision {
  action: LoggedAction
  /** `2026-11-28`: an hour would tell who was at work. */
  day: string
  /** By which office; a name would make a target of somebody. */
  office: 'moderation' | 'administration'
  /** A sort, and the server that it comes from; null: this one. */
  about: { sort: 'answer' | 'picture' | 'publication' | 'account' | 'server' | 'rules'; host: string | null }
  reason: string
  /** It was taken back later. */
  undone: boolean
}

export const loggedOnPage = 50

/** A page of it, the newest first; refused as if it were not there while the hub keeps it to itself. */
export async function publicLog(
  { db, hub }: Pick<Deps, 'db' | 'hub'>,
  asked: number,
): Promise<{ decisions: LoggedDecision[]; page: number; pages: number }> {
  if (hub.settings.moderationLog !== 'public') throw new Refusal('absent', 'There is no such page.')
  const pages = Math.max(1, Math.ceil((await countLogged(db, loggedActions)) / loggedOnPage))
  const page = Math.min(asked, pages)
  const rows = await loggedDecisions(db, loggedActions, loggedOnPage, (page - 1) * loggedOnPage)
  const decisions = rows.flatMap(logged)
  const hidden = await obfuscatedAmong(
    db,
    decisions.flatMap(({ about }) => about.host ?? []),
  )
  return { decisions: decisions.map((one) => withoutName(one, hidden)), page, pages }
}

/** A server whose name the list of blocks does not tell is not told here either. */
const withoutName = (decision: LoggedDecision, hidden: ReadonlySet<string>): LoggedDecision => {
  const { host } = decision.about
  return host === null || !hidden.has(host)
    ? decision
    : { ...decision, about: { ...decision.about, host: obfuscated(host) } }
}

function logged({
  action,
  subject,
  subjectId,
  publicReason,
  byRole,
  at,
  undone,
}: LoggedRow): LoggedDecision[] {
  const known = isAction(action) ? loggedActions.find((one) => one === action) : undefined
  const sort = action === 'picture-removed' ? 'picture' : sorts[subject]
  if (known === undefined || sort === undefined) return []
  const office = byRole === 'moderator' ? 'moderation' : 'administration'
  const host = sort === 'server' ? subjectId : hostKey(subjectId)
  const day = localOf(at, defaultZone).slice(0, 10)
  return [{ action: known, day, office, about: { sort, host }, reason: publicReason, undone }]
}

const sorts: Readonly<Record<string, LoggedDecision['about']['sort']>> = {
  comment: 'answer',
  entry: 'publication',
  actor: 'account',
  account: 'account',
  host: 'server',
  rules: 'rules',
}

/**
 * A reason that everybody reads must not name who it is about, nor who decides: no address, no account, and neither
 * of their names. Others it cannot know; the form asks for a rule, not for a person.
 */
export function namesSomebody(text: string, about: Thing | undefined, by: Pick<Viewer, 'name'>): boolean {
  if (text === '') return false
  if (text.includes('@') || /https?:/i.test(text)) return true
  const handle = about?.author.handle?.split('@')[1] ?? ''
  const names = [about?.author.name ?? '', handle, by.name].filter((name) => name !== '')
  return phrasesOf(names).foundIn(text) !== null
}
