import { describe, expect, test } from 'vitest'
import { readSources, type Source } from './support/sources.ts'

// Who speaks SQL: by Drizzle, by a query that is built or asked, or in words.

const speaks = ({ code, packages }: Source): boolean =>
  packages.some((name) => /^drizzle-orm(\/|$)/.test(name)) ||
  /\bdb\.(read|make|query)\b|\b(read|make)\s*\.(select|insert|update|delete|\$count)\b/.test(code) ||
  words.test(code)

/** SQL as text, past Drizzle: in a statement, or in a template of its own that begins with a verb. */
const words = /\bsql:\s*[`'"]|\bsql(<[^>]*>)?`\s*(select|insert|update|delete|with)\b/i

/** Room → its stores. A room of `whole` asks in each of its files for what it needs. */
const stores: Readonly<Record<string, string>> = {
  accounts: 'credentials departure registration session session-adapter store throttle tickets tokens',
  alerts: 'commands digest forget kept news queries',
  assemblies: 'commands decide forget invitation minutes owed proposals queries records',
  checks: 'answer ask queries',
  directory: 'queries',
  entries:
    'bounded by-department commands comments commune-named count facet-counts facets farewell few forget forum-events hidden-places history holding input list load lot-counts member-news moved narrowing near near-word order own-words pending placed queries quotation-queries quotations receive received-comments received-topics references search shown-comments sitemap-queries slug store suggestions taken-back text-pictures topics versions writers',
  export: 'list',
  facilitation: 'ask commands counters forget linking own queries store tell trace',
  groupings: 'commands exchange letters members queries receive',
  hub: 'hub neighbour-queries queries',
  imports: 'organisation-store',
  inquiries: 'commands forget forward line places queries seats',
  kinds:
    'call/table commitment/table event/table job/table news/table organisation/facets organisation/table proposal/table resource/table tender/filters tender/table topic/table',
  matching: 'candidates kept open-lots',
  media: 'store',
  messages: 'commands queries receive',
  moderation:
    'aside block-store blocks circle comments decision-store entry-things forget given-back member-names message-things notice-store queries reach report-store standing store',
  networks: 'gathered needs parties queries relay store',
  notifications:
    'answers commands digest duties gather insert load outcomes partners projects publications queries',
  places: 'communes neighbours',
  programme: 'month-queries queries',
  registers: 'commands queries',
  registrations: 'changes commands queries',
  reminders: 'acts queries remind',
  settings: 'store',
  stands: 'board commands forget queries villages',
  submissions: 'attach commands counts decision forget jury queries verdicts',
  supports: 'commands forget queries tracked',
  visits: 'commands forget forward queries',
}
const whole = /^(db|server\/federation)\//

/** Room → those of its files that hold SQL as text. */
const inWords: Readonly<Record<string, string>> = {
  accounts: 'store',
  alerts: 'commands forget',
  assemblies: 'commands decide forget proposals records',
  checks: 'ask',
  entries:
    'bounded by-department comments facet-counts few forget forum-events history moved near-word own-words quotations received-comments received-topics search store suggestions taken-back',
  facilitation: 'ask linking own store',
  federation:
    'conversations/promises crowd deliveries forget host-facts promises prune relays reply subscribed subscriptions verbs/flag',
  groupings: 'commands exchange members receive',
  inquiries: 'commands forget line places',
  messages: 'commands receive',
  moderation: 'aside block-store blocks circle comments forget notice-store report-store standing',
  networks: 'needs relay store',
  notifications: 'answers commands duties gather insert partners projects publications',
  places: 'communes',
  registers: 'commands',
  reminders: 'acts remind',
  stands: 'board commands forget villages',
  submissions: 'attach commands decision forget jury verdicts',
  supports: 'commands forget',
  visits: 'commands forget',
}

const filesOf = (rooms: Readonly<Record<string, string>>): string[] =>
  Object.entries(rooms)
    .flatMap(([room, files]) => files.split(' ').map((file) => `server/${room}/${file}.ts`))
    .toSorted()

const sources = readSources()
describe('SQL is spoken', () => {
  test('by db and federation, and elsewhere by the stores named here alone', () => {
    const speakers = sources.filter((one) => speaks(one) && !whole.test(one.file)).map(({ file }) => file)
    expect(speakers.toSorted()).toEqual(filesOf(stores))
  })

  test('in words by a few files alone', () => {
    const files = sources.filter(({ file, code }) => words.test(code) && !file.startsWith('db/'))
    expect(files.map(({ file }) => file).toSorted()).toEqual(filesOf(inWords))
  })

  test('never by a transaction or a batch of the client or of Drizzle, which hold the lock while something is awaited', () => {
    const users = sources.filter(({ code }) => /\.(transaction|batch|executeMultiple)\(/.test(code))
    // The lock of the data directory is such a transaction, and nothing else (docs/adr/0008).
    expect(users.map(({ file }) => file)).toEqual(['db/lock.ts'])
  })

  test('to connections that db alone opens, and opens nowhere else', () => {
    const openers = sources.filter(({ code }) => /\b(createClient|openEngine|new Libsql)\(/.test(code))
    expect(openers.map(({ file }) => file).toSorted()).toEqual([
      'db/engine.ts',
      'db/lock.ts',
      'db/open.ts',
      'db/quick-reader.ts',
      'db/snapshot.ts',
      'db/writer.ts',
    ])
  })
})
