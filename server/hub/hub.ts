import { z } from 'zod'
import type { Database, Step } from '../../db/open.ts'
import { settings as table } from '../../db/schema/accounts.ts'
import type { Config } from '../config.ts'
import { Refusal } from '../refusal.ts'
import { spokenHere } from '../text/spoken-here.ts'

/** What the admin decides, one JSON value a key. A key that was never set has its default. */
const schema = z.object({
  /** When the wizard or `init` was finished; null: there is no hub yet, only /setup. */
  initialisedAt: z.number().nullable().default(null),
  name: z.string().default('Maillon'),
  tagline: z.string().default(''),
  /** preferredUsername of the hub's actor; fixed once it has left for another server. */
  handle: z.string().default('hub'),
  /** The file of a language may be taken away again: no reason not to start. */
  locale: spokenHere.default('fr').catch('fr'),
  /** `#1d5c4d`, as it was chosen; null: the colour of the software. */
  accent: z.string().nullable().default(null),
  /** A picture of ours. */
  logo: z.object({ id: z.string(), width: z.number(), height: z.number() }).nullable().default(null),
  /** Department code: a default for filters and forms, and where neighbours see us. */
  territory: z.string().nullable().default(null),
  publicUrl: z.string().nullable().default(null),
  /** Something has left for a host that is not local: the address and the handles are fixed. */
  federatedAt: z.number().nullable().default(null),
  registration: z.enum(['invitation', 'open']).default('invitation'),
  /** What holds a first comment for a moderator. */
  holdComments: z.enum(['never', 'first', 'always']).default('first'),
  /** More links than this hold an answer; null: they are not counted. */
  holdLinks: z.number().nullable().default(null),
  /** Lists, one a line: domains that are linked to, words and phrases, servers that are always read first. */
  holdDomains: z.string().default(''),
  holdWords: z.string().default(''),
  holdHosts: z.string().default(''),
  /** Words and links hold answers of members too, but for those who may publish or moderate. */
  holdMembers: z.boolean().default(true),
  /** Everybody may read what moderators decided. */
  moderationLog: z.enum(['private', 'public']).default('private'),
  /** What holds a topic of a member who edits nothing. */
  holdTopics: z.enum(['never', 'first', 'always']).default('first'),
  /** The same for topics that people of other servers begin by naming the forum; refused, they are messages. */
  outsideTopics: z.enum(['never', 'first', 'always', 'refused']).default('first'),
  /** Who may read what other servers read: everyone, or who signs the request and is not blocked. */
  readers: z.enum(['everyone', 'signed']).default('everyone'),
  /** With whom the hub speaks: all who are not blocked, or those it has chosen (docs/adr/0011). */
  federation: z.enum(['open', 'chosen']).default('open'),
  /** Who may see which servers are blocked (FEP-c648). */
  blocksShown: z.enum(['nobody', 'everyone']).default('nobody'),
  /** Where maps with streets take their pictures, `https://…/{z}/{x}/{y}.png`, and whose they are; empty: nowhere. */
  tiles: z.string().default(''),
  tilesCredit: z.string().default(''),
  /** Markdown. */
  homeText: z.string().default(''),
  legal: z.string().default(''),
  privacy: z.string().default(''),
  terms: z.string().default(''),
  contact: z.string().default(''),
  accessibility: z.string().default(''),
})

export type Settings = z.infer<typeof schema>

export interface Hub {
  /** The public origin, without a trailing slash: every id and link begins with it. */
  readonly origin: string
  readonly settings: Readonly<Settings>
  /** Steps for a command's own `write`, so that settings and the rest change together; then call `reload`. */
  steps(changes: Partial<Settings>, by: string | null, now: number): Step[]
  reload(): Promise<void>
}

/** Settings are read once and kept: every page needs them. */
export async function openHub(config: Config, db: Database): Promise<Hub> {
  let settings = await readSettings(db)
  const originOf = (given: Settings): string =>
    config.publicUrl ?? given.publicUrl ?? `http://localhost:${config.port}`
  refuseMovedOrigin(config, settings)
  return {
    get origin() {
      return originOf(settings)
    },
    get settings() {
      return settings
    },
    steps(changes, by, now) {
      if (
        settings.federatedAt !== null &&
        changes.publicUrl !== undefined &&
        changes.publicUrl !== settings.publicUrl
      )
        throw new Refusal('conflict', 'The public address cannot change: other servers already know it.')
      return Object.entries(changes).map(([key, value]) => {
        const row = { value: JSON.stringify(value), updatedAt: now, updatedBy: by }
        return db.make
          .insert(table)
          .values({ key, ...row })
          .onConflictDoUpdate({ target: table.key, set: row })
      })
    },
    async reload() {
      settings = await readSettings(db)
    },
  }
}

async function readSettings(db: Database): Promise<Settings> {
  const rows = await db.read.select({ key: table.key, value: table.value }).from(table)
  return schema.parse(Object.fromEntries(rows.map(({ key, value }) => [key, JSON.parse(value)])))
}

/** A hub that moves by a changed variable would orphan every follower: refused at start. */
function refuseMovedOrigin(config: Config, settings: Settings): void {
  const moved =
    config.publicUrl !== null && settings.publicUrl !== null && config.publicUrl !== settings.publicUrl
  if (moved && settings.federatedAt !== null)
    throw new Refusal(
      'conflict',
      `PUBLIC_URL is ${config.publicUrl}, but other servers know this hub as ${settings.publicUrl}.`,
    )
}
