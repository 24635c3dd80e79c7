import { formatCount, type Plural } from '../../views/format.ts'
import type { Locale } from '../../views/language.tsx'
import { sentenceTexts } from '../../views/notifications/sentence-texts.ts'
import type { Notification } from './queries.ts'

/** One notification in one sentence, the same on the page, in a letter and aloud. */
export function sentenceOf(
  one: Pick<Notification, 'topic' | 'why' | 'author' | 'entry' | 'grouping' | 'count'>,
  locale: Locale,
): string {
  const { topic, why, author, entry } = one
  const t = sentenceTexts[locale].sentences
  const title = entry === null ? '' : short(entry.title)
  const who = short(author, 60)
  const counted = (forms: Plural) => formatCount(one.count, locale, forms)
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
      if (why === 'registered') return t.registered(counted(t.registrations), title)
      return why === 'message' ? t.message : why === 'visit' ? t.visit(title) : t.inquiry(title)
    case 'partner':
      return one.grouping === null
        ? named(t.membership, why)(who, title)
        : named(t.grouping, why)(short(one.grouping.subject), counted(t.messages))
    case 'project':
      return named(t.project, why)(title, counted(t.projects))
    case 'duty':
      if (why === 'check') return t.check(title)
      return why === 'report' ? t.report : why === 'held' ? t.held(title) : t.review(title)
    case 'moderation':
      return decided(why, title, locale)
  }
}

function decided(why: string, title: string, locale: Locale): string {
  const { own, outcomes, report } = sentenceTexts[locale].decided
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
