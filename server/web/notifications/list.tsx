import { anchorOf } from '../../../views/entries/discussion.tsx'
import { Notifications } from '../../../views/notifications/list.tsx'
import { notificationTexts } from '../../../views/notifications/texts.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { commentById, threadPageOf } from '../../entries/comments.ts'
import { pageNumber } from '../../entries/list.ts'
import { markAllRead, markRead } from '../../notifications/commands.ts'
import {
  countOf,
  notificationOf,
  notificationsOf,
  perPage,
  topicsOf,
  type Notification,
} from '../../notifications/queries.ts'
import { sentenceOf, takesAway } from '../../notifications/sentences.ts'
import { isTopic } from '../../notifications/topics.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { threadHref } from '../entries/discussion.ts'
import type { Ctx } from '../env.ts'

export const showList = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const { locale } = c.var
  const asked = c.req.query('sujet') ?? ''
  const topic = isTopic(asked) ? asked : null
  const pages = Math.max(1, Math.ceil((await countOf(deps.db, viewer.id, topic)) / perPage))
  const page = Math.min(pageNumber(c.req.query('page')), pages)
  const found = await notificationsOf(deps.db, viewer.id, { topic, page })
  const unread = found.filter(({ isRead }) => !isRead)
  return privatePage(
    deps,
    c,
    { title: notificationTexts[locale].title },
    <Notifications
      items={found.map((one) => ({
        ...{ n: one.n, topic: one.topic, at: one.at, isRead: one.isRead },
        ...{ text: sentenceOf(one, locale), reason: one.reason, mayObject: takesAway(one) },
      }))}
      topic={topic}
      topics={await topicsOf(deps.db, viewer.id)}
      newestUnread={unread.length === 0 ? null : Math.max(...unread.map(({ n }) => n))}
      pager={{ page, pages, href: (n) => hrefOf(topic, n) }}
      now={deps.now()}
    />,
  )
}

const hrefOf = (topic: string | null, page: number): string => {
  const asked = new URLSearchParams({
    ...(topic === null ? {} : { sujet: topic }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return asked === '' ? '/notifications' : `/notifications?${asked}`
}

/** Opened, it is read, and leads to where it happened. */
export const openOne = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const one = await notificationOf(deps.db, viewer.id, Number(c.req.param('n')))
  if (one === undefined) throw new Refusal('absent', 'There is no such notification.')
  if (isSeen(c)) await markRead(deps, viewer, one.n)
  c.header('Cache-Control', 'private, no-store')
  return c.redirect(await placeOf(deps, viewer, one), 303)
}

/** Not by somebody: fetched ahead by a browser, or for another site's page (https://www.w3.org/TR/fetch-metadata/). */
function isSeen({ req }: Ctx): boolean {
  const { mode, site } = { mode: req.header('sec-fetch-mode'), site: req.header('sec-fetch-site') }
  const isAhead = req.method === 'HEAD' || /prefetch/i.test(req.header('sec-purpose') ?? '')
  return !isAhead && !(site === 'cross-site' && mode !== undefined && mode !== 'navigate')
}

export const markAll = (deps: Deps) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const upTo = Number((await formOf(c))['jusque'])
  if (!Number.isSafeInteger(upTo) || upTo < 0) throw new Refusal('invalid', 'Up to which one?')
  await markAllRead(deps, viewer, upTo)
  return c.redirect('/notifications', 303)
}

/** Where it is dealt with, under the entry's own page. */
const under: ReadonlyMap<string, string> = new Map([
  ['inquiry', 'demandes'],
  ['registered', 'demandes'],
  ['visit', 'interventions'],
  ['submitted', 'jury'],
  ['juror', 'jury'],
  ['decided', 'resultats'],
])

async function placeOf(deps: Deps, viewer: Viewer, one: Notification): Promise<string> {
  const { fact, why, entry, commentId } = one
  if (why === 'message') return `/messages#message-${fact.replace('message ', '')}`
  if (why === 'report') return '/moderation/signalements'
  if (why === 'held') return '/moderation'
  if (why === 'review' || (entry !== null && !entry.isOpen)) return entry?.path ?? '/brouillons'
  if (one.grouping !== null) return `/groupements/${one.grouping.id}`
  if (why === 'check') return '/verifications'
  const page = one.topic === 'partner' ? 'adhesions' : under.get(why)
  if (page !== undefined && entry !== null) return `${entry.path}/${page}`
  if (entry === null) return '/notifications'
  const comment = commentId === null ? undefined : await commentById(deps.db, viewer, commentId)
  if (comment === undefined) return entry.path
  return `${threadHref(entry.path, await threadPageOf(deps.db, viewer, comment), comment.id)}#${anchorOf(comment.id)}`
}
