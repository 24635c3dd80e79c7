import { and, eq, ne, sql } from 'drizzle-orm'
import { prepared } from '../../db/prepared.ts'
import { comments } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Deps } from '../deps.ts'
import type { Settings } from '../hub/hub.ts'
import { domainsOf } from '../text/host.ts'
import { escapeHtml, plainText } from '../text/html.ts'
import { linksIn } from '../text/links.ts'
import { phrasesOf, type Phrases } from '../text/phrases.ts'

// What waits for a moderator before anybody sees it, and by which rule of the hub.

export const holdingRules = [
  /** A moderator set its author aside. */
  'silence',
  'host',
  'words',
  'links',
  'domain',
  'first-contact',
  'everything',
  /** It was let through, and says something else now. */
  'changed',
  /** It answers one that waits. */
  'thread',
] as const

export type HoldingRule = (typeof holdingRules)[number]

export interface Held {
  rule: HoldingRule
  /** The word, the domain, the server or the number that it was held for. */
  detail: string
}

export interface Heard {
  /** The actor of another server that speaks; null: a member of this hub. */
  actorN: number | null
  /** Of the actor, where it is known already. */
  host?: string
  /** Moderators set its author, or their server, aside: whatever they say waits. */
  aside?: boolean
  /** A member who publishes or moderates here needs nobody to read them first. */
  trusted?: boolean
  html: string
  /** A title, a content warning: what else people would read. */
  more?: string
  /** The comment that says it, if it is kept already. */
  n?: number
}

type Reads = Pick<Deps, 'db' | 'hub'>

/**
 * The first of the hub's rules that holds this back, or null: everybody may read it. For answers, and for whatever
 * else people of other servers or members write here. The strictest comes first, so that what is told is what a
 * moderator has to look at.
 */
export async function heldBecause(reads: Reads, heard: Heard): Promise<Held | null> {
  return (await heldByRules(reads, heard)) ?? (await byAuthor(reads, heard))
}

/** The same, but for whether its author is known here: a topic has a setting of its own for that. */
export async function heldByRules(reads: Reads, heard: Heard): Promise<Held | null> {
  const { settings } = reads.hub
  const isMember = heard.actorN === null
  if (isMember && (heard.trusted === true || !settings.holdMembers)) return null
  if (heard.aside === true) return { rule: 'silence', detail: '' }
  return (await byHost(reads, heard)) ?? byWords(settings, heard)
}

/** As it is kept beside what waits. */
export const heldFor = ({ rule, detail }: Held): string => (detail === '' ? rule : `${rule} ${detail}`)

/** Read again; an older hub, or a newer one, may have noted something else. */
export function readHeldFor(noted: string | null): Held | null {
  const [, word = '', detail = ''] = /^(\S+) ?(.*)$/s.exec(noted ?? '') ?? []
  const rule = holdingRules.find((known) => known === word)
  return rule === undefined ? null : { rule, detail }
}

/** Servers whose people are always read first. */
async function byHost({ db, hub }: Reads, { actorN, host }: Heard): Promise<Held | null> {
  const { hosts } = rulesOf(hub.settings)
  if (actorN === null || hosts.size === 0) return null
  const from = host ?? (await hostOf(db).all({ actorN }))[0]?.host ?? ''
  const listed = domainsOf(from).find((domain) => hosts.has(domain))
  return listed === undefined ? null : { rule: 'host', detail: listed }
}

function byWords(settings: Settings, { html, more = '' }: Heard): Held | null {
  const { phrases, domains } = rulesOf(settings)
  const word = phrases.foundIn(`${more} \n ${plainText(html)}`)
  if (word !== null) return { rule: 'words', detail: word }
  if (settings.holdLinks === null && domains.size === 0) return null
  const { addresses, hosts } = linksIn(`<p>${escapeHtml(more)}</p>${html}`)
  const domain = hosts.flatMap(domainsOf).find((one) => domains.has(one))
  if (domain !== undefined) return { rule: 'domain', detail: domain }
  return settings.holdLinks !== null && addresses.length > settings.holdLinks
    ? { rule: 'links', detail: String(addresses.length) }
    : null
}

/** Never, always, or until another comment of this author is shown. Members are known. */
async function byAuthor({ db, hub }: Reads, { actorN, n = 0 }: Heard): Promise<Held | null> {
  const { holdComments } = hub.settings
  if (actorN === null || holdComments === 'never') return null
  if (holdComments === 'always') return { rule: 'everything', detail: '' }
  const shown = await shownOf(db).all({ actorN, besides: n })
  return shown.length > 0 ? null : { rule: 'first-contact', detail: '' }
}

interface Rules {
  phrases: Phrases
  domains: ReadonlySet<string>
  hosts: ReadonlySet<string>
}

// Settings are another object as soon as they change.
const read = new WeakMap<Readonly<Settings>, Rules>()

function rulesOf(settings: Readonly<Settings>): Rules {
  const known = read.get(settings)
  if (known !== undefined) return known
  const rules = {
    phrases: phrasesOf(linesOf(settings.holdWords)),
    domains: new Set(linesOf(settings.holdDomains)),
    hosts: new Set(linesOf(settings.holdHosts)),
  }
  read.set(settings, rules)
  return rules
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

const hostOf = prepared((from) =>
  from
    .select({ host: actors.host })
    .from(actors)
    .where(eq(actors.n, sql.placeholder('actorN')))
    .prepare(),
)

const shownOf = prepared((from) =>
  from
    .select({ n: comments.n })
    .from(comments)
    .where(
      and(
        eq(comments.actorN, sql.placeholder('actorN')),
        eq(comments.state, 'shown'),
        ne(comments.n, sql.placeholder('besides')),
      ),
    )
    .limit(1)
    .prepare(),
)
