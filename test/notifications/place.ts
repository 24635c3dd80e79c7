import { notifications } from '../../db/schema/notifications.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { writeComment } from '../../server/entries/comments.ts'
import type { Entry } from '../../server/entries/load.ts'
import { thing } from '../../server/moderation/queries.ts'
import { decide, type Made } from '../../server/moderation/decide.ts'
import { gather } from '../../server/notifications/gather.ts'
import { notificationsOf } from '../../server/notifications/queries.ts'
import { sentenceOf } from '../../server/notifications/sentences.ts'
import type { Topic } from '../../server/notifications/topics.ts'
import { person, published } from '../support/publish.ts'
import { openPages, type Pages } from '../web/pages.ts'

export interface Talk extends Pages {
  /** Who published the entry, and two who talk. */
  editor: Viewer
  anna: Viewer
  bruno: Viewer
  moderator: Viewer
  entry: Entry
  /** An answer, and its id. */
  say(who: Viewer, body: string, parentId?: string | null): Promise<string>
  decide(by: Viewer, commentId: string, made: Made): Promise<void>
  /** What happened is told. */
  gather(): Promise<void>
  /** What somebody is told on their page, in words. */
  told(who: Viewer, topic?: Topic): Promise<string[]>
  rows(): Promise<(typeof notifications.$inferSelect)[]>
}

/** A hub that tells already, with an entry and people. */
export async function openTalk(options: Parameters<typeof openPages>[0] = { mail: true }): Promise<Talk> {
  const pages = await openPages(options)
  const { deps } = pages
  const people = await Promise.all([
    person(deps, 'editor'),
    person(deps, 'member'),
    person(deps, 'member'),
    person(deps, 'moderator'),
  ])
  const [editor, anna, bruno, moderator] = people.map((one, at) => ({
    ...one,
    name: ['Édith', 'Anna', 'Bruno', 'Maud'][at] ?? '',
  }))
  if (!editor || !anna || !bruno || !moderator) throw new Error('Somebody is missing.')
  const entry = await published(deps, editor, 'job', { title: 'Menuisière' })
  await gather(deps)
  return {
    ...pages,
    ...{ editor, anna, bruno, moderator, entry },
    async say(who, body, parentId = null) {
      const id = deps.newId()
      await writeComment(deps, who, entry.envelope, { id, parentId, body })
      return id
    },
    async decide(by, commentId, made) {
      const about = await thing(deps, { subject: 'comment', subjectId: `/ap/objects/${commentId}` })
      await decide(deps, by, { thing: about, report: undefined }, made)
    },
    gather: () => gather(deps),
    async told(who, topic) {
      const found = await notificationsOf(deps.db, who.id, { topic: topic ?? null, page: 1 })
      return found.map((one) => sentenceOf(one, 'fr'))
    },
    rows: () => deps.db.read.select().from(notifications),
  }
}
