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
  assemblies: 'commands decide forget invitation minutes proposals queries records',
  entries:
    'commands comments count farewell forget forum-events holding input list load moved own-words queries quotation-queries quotations receive received-comments received-topics search shown-comments sitemap-queries slug store taken-back topics writers',
  export: 'list',
  hub: 'hub neighbour-queries queries',
  inquiries: 'commands forget forward queries',
  kinds: 'event/table job/table news/table organisation/table resource/table topic/table',
  media: 'store',
  messages: 'commands queries receive',
  moderation:
    'aside block-store blocks circle comments decision-store entry-things forget given-back member-names message-things queries reach report-store standing store',
  networks: 'gathered needs parties queries relay store',
  places: 'communes',
  settings: 'store',
}
const whole = /^(db|server\/federation)\//

/** Room → those of its files that hold SQL as text. */
const inWords: Readonly<Record<string, string>> = {
  accounts: 'store',
  assemblies: 'commands decide forget proposals records',
  entries:
    'comments forget forum-events moved own-words quotations received-comments received-topics search store taken-back',
  federation:
    'conversations/promises crowd deliveries forget host-facts promises prune relays reply subscribed subscriptions verbs/flag',
  inquiries: 'commands forget',
  messages: 'commands receive',
  moderation: 'aside block-store blocks circle comments forget report-store standing',
  networks: 'needs relay store',
  places: 'communes',
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
