import type { ShownState } from '../../../views/components/badge.tsx'
import type { ShownThing } from '../../../views/moderation/thing.tsx'
import type { Locale } from '../../../views/language.tsx'
import { portraitPath } from '../../accounts/portrait.ts'
import { isHeldTopic, type Thing } from '../../moderation/thing.ts'
import { outside } from '../entries/look.ts'

/** A thing in the words of its view. */
export const shownThing = (thing: Thing, locale: Locale): ShownThing => ({
  subject: thing.subject,
  title: thing.title,
  titleLanguage: thing.titleLanguage,
  path: thing.path,
  author: { name: thing.author.name, handle: thing.author.handle },
  picture: thing.portrait === null ? null : portraitPath(thing.portrait.id, 'full'),
  host: thing.host,
  url: outside(thing.url) ?? null,
  html: thing.html,
  language: thing.language === null || thing.language === locale ? undefined : thing.language,
  at: thing.at,
  state: badges[thing.state] ?? null,
  held: thing.held,
  version: versionOf(thing),
})

/** An answer's words are those of its last change, a waiting topic's of its revision; nothing else changes by itself. */
export const versionOf = (thing: Thing): string | undefined =>
  thing.subject === 'comment' || isHeldTopic(thing) ? String(thing.revisedAt ?? '') : undefined

const badges: Readonly<Record<string, ShownState>> = {
  draft: 'draft',
  review: 'submitted',
  closed: 'closed',
  withdrawn: 'withdrawn',
  held: 'held',
  hidden: 'hidden',
  deleted: 'hidden',
}
