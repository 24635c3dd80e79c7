import type { Locale } from '../../views/language.tsx'
import { notificationTexts } from '../../views/notifications/texts.ts'
import type { Notification } from './queries.ts'

/** One notification in one sentence, the same on the page, in a letter and aloud. */
export function sentenceOf(
  { topic, why, author, entry }: Pick<Notification, 'topic' | 'why' | 'author' | 'entry'>,
  locale: Locale,
): string {
  const t = notificationTexts[locale].sentences
  const title = entry === null ? '' : short(entry.title)
  const who = short(author, 60)
  switch (topic) {
    case 'answer':
      return why === 'to-comment' ? t.toComment(who, title) : t.toEntry(who, title)
    case 'mention':
      return t.mention(who, title)
    case 'discussion':
      return t.discussion(who, title)
    case 'publication':
      return t.publication(title)
    case 'request':
      return why === 'message' ? t.message : t.inquiry(title)
    case 'duty':
      return why === 'report' ? t.report : why === 'held' ? t.held(title) : t.review(title)
    case 'moderation':
      return decided(why, title, locale)
  }
}

function decided(why: string, title: string, locale: Locale): string {
  const { own, outcomes, report } = notificationTexts[locale].decided
  const about = title === '' ? '…' : title
  const [, outcome] = /^report-(.+)$/.exec(why) ?? []
  if (outcome !== undefined) return report(named(outcomes, outcome), about)
  return named(own, why)(about)
}

/** Whoever wrote it may say that it is a mistake. */
export const takesAway = ({ topic, why }: Pick<Notification, 'topic' | 'why'>): boolean =>
  topic === 'moderation' &&
  ['comment-hidden', 'comment-deleted', 'picture-removed', 'entry-removed', 'topic-refused'].includes(why)

/** What was decided is a word of the database: a newer hub may have written one that this one does not know. */
const named = <Text>(texts: Readonly<Record<string, Text>> & { other: Text }, name: string): Text =>
  new Map(Object.entries(texts)).get(name) ?? texts.other

const short = (text: string, most = 120): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
