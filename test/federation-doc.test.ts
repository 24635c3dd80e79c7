import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { mostQuotations } from '../server/entries/quotations.ts'
import { mostAnswers } from '../server/entries/received-comments.ts'
import { mostPromised } from '../server/federation/conversations/promises.ts'
import { conversationLimits } from '../server/federation/conversations/walk.ts'
import { gateLimits } from '../server/federation/gate.ts'
import { understood } from '../server/federation/inbound.ts'
import { documentLimits, inboxLimits } from '../server/federation/json.ts'
import { createFederation, foundingActors, type Federation } from '../server/federation/index.ts'
import { ways } from '../server/federation/intents.ts'
import { sections } from '../server/federation/local-actors.ts'
import { itemSchemaPath } from '../server/federation/item.ts'
import { becomePerson } from '../server/federation/members.ts'
import { normalise } from '../server/federation/normalise.ts'
import { receivedEntry } from '../server/federation/received-entry.ts'
import { mostReports } from '../server/federation/verbs/flag.ts'
import { patience, perHost } from '../server/federation/way-home.ts'
import { kinds, type KindName } from '../server/kinds/index.ts'
import { keptDays } from '../server/messages/commands.ts'
import { mostOpen } from '../server/messages/receive.ts'
import { perAddress } from '../server/web/elsewhere/throttle.ts'
import { apexOver } from './federation/fixtures.ts'
import { receivers } from './receivers/index.ts'
import { openTestDeps, type TestDeps } from './support/deps.ts'
import { person, published } from './support/publish.ts'
import { until } from './support/until.ts'

// FEDERATION.md is what others build against: what it says is what the hub does. The examples in docs/federation are
// what the hub answers for each kind's sample; `npx vitest run -c test/vitest.config.ts federation-doc -u` renews them.

const text = readFileSync(new URL('../FEDERATION.md', import.meta.url), 'utf8')
/** Between a heading and the next one. */
const part = (heading: string): string => {
  const [, after] = text.split(`\n## ${heading}\n`)
  if (after === undefined) throw new Error(`FEDERATION.md has no part named ${heading}.`)
  return after.split(/\n###? /)[0] ?? ''
}
/** The first cell of each row, without code marks. */
const rows = (table: string): string[] =>
  [...table.matchAll(/^\| `?([^|`]+?)`? *\|/gm)]
    .map(([, cell = '']) => cell)
    .slice(1)
    .filter((cell) => !/^-+$/.test(cell))

let deps: TestDeps
let federation: Federation
beforeAll(async () => {
  const made = await openTestDeps({ name: 'Le hub d’exemple' })
  let count = 0
  deps = { ...made, newId: () => `019ab000-0000-7000-8000-${String(++count).padStart(12, '0')}` }
  await deps.db.write(await foundingActors(deps, { handle: 'hub', name: 'Le hub d’exemple' }))
  federation = createFederation(deps)
})
afterAll(async () => {
  await federation.stop(1_000)
  await deps.close()
})

const answered = async (path: string): Promise<Record<string, unknown> | null> => {
  const answer = await federation.routes.request(path)
  return answer.ok ? z.record(z.string(), z.unknown()).parse(await answer.json()) : null
}

/** Keys are made anew each time. */
const printed = (document: unknown): string =>
  `${JSON.stringify(document, null, 2)
    .replaceAll(/-----BEGIN PUBLIC KEY-----[^"]+/g, '-----BEGIN PUBLIC KEY-----…')
    .replaceAll(/"z6Mk[^"]+"/g, '"z6Mk…"')}\n`

describe('the examples', () => {
  test.each(kinds.map(({ name }) => name as KindName))('%s is what the hub answers', async (kind) => {
    const by = await person(deps, 'admin')
    if (kind === 'topic') await becomePerson(deps, by, 'camille')
    const entry = await published(deps, by, kind, {
      title: 'Réparer, partager & recommencer',
      summary: 'Un atelier ouvert à toutes et à tous.',
      body: 'Parce que **tout** se répare.',
      licence: 'CC-BY-SA-4.0',
      place: '92036',
      tags: ['Réemploi', 'économie circulaire'],
    })
    federation.wake()
    const path =
      kind === 'organisation' ? '/ap/actors/ateliers_du_fleuve' : `/ap/objects/${entry.envelope.id}`
    const document = await until('the answer', () => answered(path))
    await expect(printed(document)).toMatchFileSnapshot(`../docs/federation/${kind}.json`)
    expect(text).toContain(`docs/federation/${kind}.json`)
    if (kind === 'organisation') return
    const read = await normalise(document, apexOver([]))
    if (read?.form !== 'object') throw new Error('The example is no object.')
    expect(receivedEntry(read, deps.now())?.fields).toEqual(entry.fields)
  })

  test('emplois, an actor, is what the hub answers', async () => {
    const document = printed(await answered('/ap/actors/emplois'))
    await expect(document).toMatchFileSnapshot('../docs/federation/emplois.json')
  })
})

test('the schema of maillonItem is what every hub serves, to programs of any site, and changes by intent alone', async () => {
  const answer = await federation.routes.request(itemSchemaPath)
  expect(answer.headers.get('content-type')).toBe('application/schema+json')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=/)
  const schema = z.record(z.string(), z.unknown()).parse(await answer.json())
  expect(schema['$id']).toBe(`${deps.hub.origin}${itemSchemaPath}`)
  await expect(printed(schema)).toMatchFileSnapshot('../docs/federation/maillon-item-v1.schema.json')
  expect(part('Objects') + text).toContain(`\`${itemSchemaPath}\``)
  expect(text).toContain('docs/federation/maillon-item-v1.schema.json')
})

test('the servers that are said to be emulated are those that are', () => {
  const [, names = ''] = /What ([A-Z].+) refuse is emulated/.exec(text) ?? []
  expect(names.split(/, | and /)).toEqual(receivers.map(({ name }) => name))
})

describe('the tables', () => {
  test('name every activity that is understood, and no other', () => {
    expect(rows(part('Activities we understand')).toSorted()).toEqual([...understood].toSorted())
  })

  test('name every section, with the actors around them', () => {
    const named = rows(part('Actors'))
    expect(named).toEqual(expect.arrayContaining(sections().map((section) => `@${section}`)))
  })

  test('name the links of every act from elsewhere, by their order', () => {
    const said = [...part('Acting from elsewhere').matchAll(/^\| (\w+) \| (`.*) \| (`.*) \|$/gm)].map(
      ([, act = '', links = '', names = '']) => [
        act,
        ...links.split(', ').map((link, at) => `${link} ${names.split(', ')[at] ?? ''}`),
      ],
    )
    const words = { follow: 'follow', reply: 'answer', share: 'boost', like: 'like' }
    const done = Object.entries(ways).map(([act, links]) => [
      words[act as keyof typeof words],
      ...links.map(({ rel, name }) => `${rel.split('/').at(-1) ?? ''} {${name}}`),
    ])
    const short = said.map((row) =>
      row.map((cell) => cell.replace(/`[^ ]*\/(\w+)`|`(\w+)`/g, '$1$2').replaceAll('`', '')),
    )
    expect(short).toEqual(done)
  })

  test('name every kind', () => {
    expect(rows(part('Objects'))).toEqual(kinds.map(({ name }) => name))
  })
})

describe('the limits', () => {
  test.each([
    ['an inbox’s body', `${inboxLimits.bytes / 1024} KB`],
    ['its depth', `${inboxLimits.depth} levels`],
    ['its size in values', `${inboxLimits.nodes.toLocaleString('en')} values`],
    ['a document’s size in values', `${documentLimits.nodes.toLocaleString('en')} values`],
    ['requests of one host', `${gateLimits.host.toLocaleString('en')} a minute`],
    ['new actors of one host', `${gateLimits.stranger} a minute`],
    [
      'messages that wait',
      `${mostOpen.actor} of one actor, ${mostOpen.host} of one host, ${mostOpen.all.toLocaleString('en')} in all`,
    ],
    [
      'reports that wait',
      `${mostReports.ofHost} of one host, ${mostReports.fromAfar.toLocaleString('en')} of all other servers`,
    ],
    ['how long handled messages are kept', `Erased ${keptDays} days after they were handled`],
    ['what visitors make us ask of one host', `one host ${perHost.points} a minute`],
    ['how long they wait', `${patience / 1000} s, `],
    ['how often one of them may ask', `one visitor ${perAddress.points} in a quarter of an hour`],
    ['requests in a reading', `${conversationLimits.requests} requests in one reading, one a second`],
    [
      'ways up that are looked for',
      `${mostPromised.climbs} at a time of one actor, ${mostPromised.climbsOfHost} of one host`,
    ],
    ['an answer’s length', `of an answer ${mostAnswers.bytes / 1024} KB`],
    ['answers of one actor', `of one actor ${mostAnswers.ofActorAnHour} in an hour`],
    [
      'leave to quote',
      `to one actor ${mostQuotations.ofActorAnHour} in an hour, to one host ${mostQuotations.ofHostAMonth.toLocaleString('en')} in a month`,
    ],
    [
      'waiting answers',
      `${mostAnswers.waitingOfActor} of one actor, ${mostAnswers.waitingOfHost} of one host`,
    ],
  ])('say %s: %s', (_, said) => {
    expect(part('Limits')).toContain(said)
  })

  test('say how we present ourselves', () => {
    expect(part('Delivery')).toContain(`Maillon/<version> (+https://<host>/)`)
  })
})
