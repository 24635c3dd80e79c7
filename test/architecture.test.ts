import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { circles, readSource, readSources, roomOf, type Source } from './support/sources.ts'

const sources = readSources()
const inOrder = (found: Iterable<string>): string[] => [...new Set(found)].toSorted()
const named = (which: (source: Source) => boolean): string[] =>
  inOrder(sources.filter(which).map(({ file }) => file))

/** From the ground up. A room may use its own floor and those below. */
const floors: readonly (readonly string[])[] = [
  [
    ...['db', 'views', 'config', 'refusal', 'deps', 'text', 'hub', 'languages'],
    ...['node-version', 'quick-imports', 'stack-trace'],
  ],
  ['kinds', 'accounts', 'places', 'media', 'mail', 'assets', 'secret'],
  ['entries', 'messages', 'inquiries'],
  [
    ...['moderation', 'feeds', 'backup', 'export', 'settings', 'housekeeping', 'matching', 'alerts'],
    'notifications',
    ...['groupings', 'facilitation', 'submissions', 'supports', 'checks', 'assemblies', 'networks'],
    ...['programme', 'registrations', 'stands', 'visits', 'imports'],
    ...['directory', 'registers', 'reminders'],
  ],
  ['federation', 'web', 'connections'],
  ['app'],
  ['wire'],
  ['main', 'cli', 'demo'],
]
const floorOf = (room: string): number => floors.findIndex((rooms) => rooms.includes(room))

describe('the rooms', () => {
  test('are all on a floor', () => {
    expect(inOrder(sources.map(({ file }) => roomOf(file)).filter((room) => floorOf(room) === -1))).toEqual(
      [],
    )
  })

  test('import from their own floor and from below, never from above', () => {
    const up = sources.flatMap(({ file, local }) =>
      local.filter((to) => floorOf(roomOf(to)) > floorOf(roomOf(file))).map((to) => `${file} → ${to}`),
    )
    expect(up).toEqual([])
  })

  test('hold views that know nothing but views', () => {
    const out = sources
      .filter(({ file }) => roomOf(file) === 'views')
      .flatMap(({ file, local }) =>
        local.filter((to) => roomOf(to) !== 'views').map((to) => `${file} → ${to}`),
      )
    expect(out).toEqual([])
  })

  test('hold kinds that do not know one another', () => {
    const folder = (file: string): string | undefined => /^server\/kinds\/([^/]+)\//.exec(file)?.[1]
    const across = sources.flatMap(({ file, local }) =>
      local
        .filter((to) => folder(file) !== undefined && folder(to) !== undefined && folder(to) !== folder(file))
        .map((to) => `${file} → ${to}`),
    )
    expect(across).toEqual([])
  })

  test('import in no circle', () => {
    expect(circles(sources)).toEqual([])
  })
})

/** A package, or a part of Node → the only files that may know it. */
const known: Readonly<Record<string, RegExp>> = {
  'activitypub-express': /^server\/federation\/apex\.ts$/,
  undici: /^server\/federation\/(fetch|connector)\.ts$/,
  'http-message-signatures': /^server\/federation\/signatures\//,
  canonicalize: /^server\/federation\/proofs\//,
  lucia: /^server\/accounts\/session(-adapter)?\.ts$/,
  '@node-rs/argon2': /^server\/accounts\/password\.ts$/,
  '@libsql/client': /^db\//,
  libsql: /^db\/(engine|writer)\.ts$/,
  'sanitize-html': /^server\/text\/html\.ts$/,
  'markdown-it': /^server\/text\/markdown\.ts$/,
  sharp: /^server\/media\//,
  nodemailer: /^server\/mail\//,
  tar: /^server\/backup\//,
  '@hono/node-server': /^server\/(main|web\/(static|client-address))\.ts$/,
  // Ways out of the house. Types alone open nothing, and are not counted.
  'node:http': /^server\/main\.ts$/,
  'node:https': /^$/,
  'node:net': /^server\/(connections|cli\/(ask|socket|doctor)|federation\/(connector|address))\.ts$/,
  'node:tls': /^$/,
  'node:dgram': /^$/,
  'node:dns': /^server\/wire\.ts$/,
  // Pictures of strangers are decoded in a process that may die.
  'node:child_process': /^server\/(demo\/|media\/program\.ts$)/,
}

describe('a package', () => {
  test.each(Object.entries(known))('%s is known to its own files alone', (name, files) => {
    const users = named(({ packages }) => packages.some((one) => one === name || one.startsWith(`${name}/`)))
    expect(users.filter((file) => !files.test(file))).toEqual([])
  })
})

/** What reads the world → who may, and why. All others are handed it by `Deps`. */
const world: readonly { what: string; word: RegExp; may: Readonly<Record<string, string>> }[] = [
  {
    what: 'the environment',
    word: /\bprocess\.env\b/,
    may: {
      'server/main.ts': 'hands it to readConfig',
      'server/cli/main.ts': 'hands it to readConfig',
      'server/demo/main.ts': 'its own entry point',
      'server/demo/hub-process.ts': 'hands PATH to the processes it starts',
    },
  },
  {
    what: 'the clock',
    word: /\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/,
    may: {
      'server/wire.ts': 'hands it down',
      'server/cli/upkeep.ts': 'restore works without an open hub',
      'server/accounts/session-adapter.ts': 'Lucia compares with a clock of its own',
      'server/demo/main.ts': 'its own entry point',
    },
  },
  {
    what: 'chance',
    word: /\bMath\.random\b|\brandomBytes\(|\brandomUUID\(|\bgetRandomValues\(|\buuidv7\(/,
    may: {
      'server/wire.ts': 'hands it down',
      'server/media/files.ts': 'names of drafts, which nobody sees',
    },
  },
  {
    what: 'the network, past the one guarded client',
    word: /(?<![.\w])fetch\(/,
    may: {
      'server/demo/hub-process.ts': 'asks its own hubs whether they are ready',
      'server/demo/fill.ts': 'fills its own hubs through their API',
      'server/demo/forms.ts': 'fills its own hubs by the forms that people have',
    },
  },
]

describe('nothing but a few listed files', () => {
  test.each(world)('reads $what', ({ word, may }) => {
    expect(named(({ code }) => word.test(code)).filter((file) => !(file in may))).toEqual([])
  })

  test.each(world)('is on the list for $what without need', ({ word, may }) => {
    const readers = named(({ code }) => word.test(code))
    expect(Object.keys(may).filter((file) => !readers.includes(file))).toEqual([])
  })

  test('speaks the words of ActivityPub', () => {
    const words = /\binReplyTo\b|\battributedTo\b|\bmaillonItem\b|activitystreams|\bpreferredUsername\b/
    const mayBe = /^server\/(federation\/|kinds\/(index|received)\.ts$|kinds\/[^/]+\/wire\.tsx?$)/
    expect(named(({ code }) => words.test(code)).filter((file) => !mayBe.test(file))).toEqual([])
  })
})

/** Longer than a screen or four, and why it is still one idea. */
const long: Readonly<Record<string, string>> = {
  'db/schema/entries.ts': 'what every kind shares, to be read together',
  'server/kinds/faults.ts': 'the words of every fault, in both languages',
  'views/flash-texts.ts': 'all that a page can say on the next, in both languages',
  'db/schema/federation.ts': 'the tables of one room, to be read together',
}

describe('a file', () => {
  test('has at most two hundred lines, or a reason', () => {
    expect(named(({ lines }) => lines > 200).filter((file) => !(file in long))).toEqual([])
    expect(Object.keys(long).filter((file) => readFileSync(file, 'utf8').split('\n').length <= 201)).toEqual(
      [],
    )
  })

  test('is named for what is in it', () => {
    const vague = /(^|\/)(utils?|helpers?|common|misc|types|lib)(\.tsx?$|\/)/
    expect(named(({ file }) => vague.test(file))).toEqual([])
  })
})

describe('the reader of sources', () => {
  test('sees what a file loads, now or later, apart from types and from what comments say', () => {
    const source = readSource(
      'server/web/page.tsx',
      `import type { A } from '../a.ts' // import './no.ts'
      import { b } from './b.ts'
      /* Date.now */ export { c } from "../../db/c.ts"
      const late = await import('nodemailer')
      const address = 'https://hub.example/'`.replaceAll('"', "'"),
    )
    expect(source.local).toEqual(['server/a.ts', 'server/web/b.ts', 'db/c.ts'])
    expect(source.loaded).toEqual(['server/web/b.ts', 'db/c.ts'])
    expect(source.packages).toEqual(['nodemailer'])
    expect(source.code).not.toContain('Date.now')
    expect(source.code).toContain('https://hub.example/')
  })

  test('finds a circle', () => {
    const pair = [
      readSource('db/a.ts', "import './b.ts'"),
      readSource('db/b.ts', "import { a } from './a.ts'"),
    ]
    expect(circles(pair)).toEqual(['db/a.ts → db/b.ts → db/a.ts'])
  })
})
