import { asc, eq, getTableColumns, or } from 'drizzle-orm'
import type { Step } from '../../db/open.ts'
import { loginFailures, settings, tickets, users } from '../../db/schema/accounts.ts'
import { comments, entries, media } from '../../db/schema/entries.ts'
import { inquiries } from '../../db/schema/inquiries.ts'
import { blocks, decisions, reports } from '../../db/schema/moderation.ts'
import type { Deps } from '../deps.ts'
import { Refusal } from '../refusal.ts'
import { dropPortrait, exportPortrait, portraitGone } from './portrait.ts'
import { openSessions } from './session.ts'
import * as store from './store.ts'
import { tokensOf } from './tokens.ts'
import type { Viewer } from './viewer.ts'

/**
 * The person goes, and what only spoke of them with them. What they published for an organisation stays, with
 * no author (foreign keys see to that); `more` is what other rooms erase in the same breath: their comments,
 * their actor.
 */
export async function deleteAccount(deps: Deps, viewer: Viewer, more: readonly Step[]): Promise<void> {
  const { db } = deps
  const portrait = await store.portraitOf(db, viewer.id)
  await db.write([
    ...more,
    ...(portrait === null ? [] : portraitGone(deps, viewer.id, portrait)),
    db.make.update(reports).set({ reporter: '' }).where(eq(reports.reporter, viewer.id)),
    db.make.delete(tickets).where(or(eq(tickets.userId, viewer.id), eq(tickets.email, viewer.email))),
    db.make.delete(loginFailures).where(eq(loginFailures.email, viewer.email)),
    ...unnamed(db, viewer.id),
    db.make.delete(users).where(eq(users.id, viewer.id)),
    store.keepsAnAdmin(),
  ])
  await dropPortrait(deps, portrait)
  deps.log.info({ user: viewer.id }, 'account deleted')
}

/** What stays says that somebody did it, and no longer who: entries, pictures, settings, acts of moderation. */
const unnamed = ({ make }: Deps['db'], id: string): Step[] => [
  make.update(entries).set({ publishedBy: null }).where(eq(entries.publishedBy, id)),
  make.update(entries).set({ closedBy: null }).where(eq(entries.closedBy, id)),
  make.update(entries).set({ withdrawnBy: null }).where(eq(entries.withdrawnBy, id)),
  make.update(inquiries).set({ presentBy: null }).where(eq(inquiries.presentBy, id)),
  make.update(media).set({ createdBy: null }).where(eq(media.createdBy, id)),
  make.update(tickets).set({ createdBy: null }).where(eq(tickets.createdBy, id)),
  make.update(settings).set({ updatedBy: null }).where(eq(settings.updatedBy, id)),
  make.update(reports).set({ closedBy: null }).where(eq(reports.closedBy, id)),
  make.update(blocks).set({ createdBy: '' }).where(eq(blocks.createdBy, id)),
  make.update(decisions).set({ by: '' }).where(eq(decisions.by, id)),
  make.update(decisions).set({ subjectId: '' }).where(eq(decisions.subjectId, id)),
]

/** All that is kept about one person, and about nobody else (GDPR, articles 15 and 20). Times are ISO 8601. */
export async function exportAccount(deps: Deps, viewer: Viewer) {
  const { db } = deps
  const user = await store.userById(db, viewer.id)
  if (user === undefined) throw new Refusal('absent', 'There is no such account.')
  const { passwordHash: _, actorN: __, pictureId, ...account } = user
  return {
    exportedAt: iso(deps.now()),
    hub: { name: deps.hub.settings.name, url: deps.hub.origin },
    account: dated(account),
    picture: await exportPortrait(deps, pictureId),
    memberships: viewer.memberships,
    sessions: (await openSessions(deps, viewer.id)).map(({ userAgent, createdAt, expiresAt }) =>
      dated({ userAgent, createdAt, expiresAt: expiresAt.getTime() }),
    ),
    tokens: (await tokensOf(deps, viewer.id)).map(({ name, scopes, createdAt, lastUsedAt }) =>
      dated({ name, scopes, createdAt, lastUsedAt }),
    ),
    entries: await entriesBy(deps, viewer.id),
    comments: await commentsBy(deps, viewer.id),
    reports: await reportsBy(deps, viewer.id),
  }
}

async function entriesBy({ db }: Deps, userId: string) {
  const { id, kind, slug, title, summary, body, language, state, createdAt, publishedAt } =
    getTableColumns(entries)
  const rows = await db.read
    .select({ id, kind, slug, title, summary, body, language, state, createdAt, publishedAt })
    .from(entries)
    .where(eq(entries.authorId, userId))
    .orderBy(asc(entries.n))
  return rows.map(dated)
}

async function commentsBy({ db }: Deps, userId: string) {
  const { id, authorName, summary, body, state, publishedAt } = getTableColumns(comments)
  const rows = await db.read
    .select({ id, entry: entries.title, authorName, summary, body, state, publishedAt })
    .from(comments)
    .innerJoin(entries, eq(entries.n, comments.entryN))
    .where(eq(comments.userId, userId))
    .orderBy(asc(comments.n))
  return rows.map(dated)
}

async function reportsBy({ db }: Deps, userId: string) {
  const { subject, subjectId, reason, createdAt } = getTableColumns(reports)
  const rows = await db.read
    .select({ subject, subjectId, reason, createdAt })
    .from(reports)
    .where(eq(reports.reporter, userId))
  return rows.map(dated)
}

/** Every `…At` as people and other software read it. */
const dated = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name.endsWith('At') && typeof value === 'number' ? iso(value) : value,
    ]),
  )

const iso = (at: number): string => new Date(at).toISOString()
