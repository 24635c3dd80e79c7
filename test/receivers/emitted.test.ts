import { beforeAll, describe, expect, test } from 'vitest'
import { isJsonObject } from '../../server/federation/json-object.ts'
import { throughJsonLd } from '../../server/federation/normalise.ts'
import { cleaned } from '../../server/federation/normalise/cleaning.ts'
import { readNode } from '../../server/federation/normalise/reading.ts'
import { apexOver } from '../federation/fixtures.ts'
import { gather, type Corpus } from './corpus.ts'
import { exceptions } from './exceptions.ts'
import { receivers } from './index.ts'
import { itemsFitTheirSchema } from './items.ts'
import { applies, reasonsOf, sortOf, type Rule, type Seen } from './receiver.ts'
import { shownEverywhere } from './shown.ts'

// Everything this hub can say, before emulators of those who get it. They are not the servers: see README.md.

let corpus: Corpus
beforeAll(async () => {
  corpus = await gather()
}, 120_000)

describe('what this hub says', () => {
  test('is of every sort, and of every type that FEDERATION.md names', () => {
    const types = new Set(corpus.emitted.map(({ document }) => document['type'] ?? sortOf(document)))
    for (const type of [
      ...['Application', 'Group', 'Organization', 'Person', 'Note', 'Article', 'Event', 'Tombstone'],
      ...[
        'Create',
        'Update',
        'Delete',
        'Announce',
        'Add',
        'Remove',
        'Follow',
        'Undo',
        'Accept',
        'Reject',
        'Flag',
        'Move',
        'Join',
        'Invite',
        'Leave',
      ],
      ...['OrderedCollection', 'OrderedCollectionPage', 'QuoteAuthorization'],
      ...['webfinger', 'nodeinfo', 'nodeinfo links', 'host-meta'],
    ])
      expect(types).toContain(type)
    expect(corpus.emitted.length).toBeGreaterThan(500)
  })

  test('says of what is gone what it was (FEP-4f05)', () => {
    const stones = corpus.emitted.flatMap(({ document }) =>
      [document, document['object']].flatMap((one) =>
        isJsonObject(one) && one['type'] === 'Tombstone' ? [one['formerType']] : [],
      ),
    )
    expect(new Set(stones)).toEqual(
      new Set(['Article', 'Note', 'Organization', 'Person', 'QuoteAuthorization']),
    )
  })

  test('means to a reader of JSON-LD what it says to one of plain JSON', async () => {
    const apex = apexOver([])
    const read = new Set<string>()
    for (const { what, document } of corpus.emitted) {
      const alike = what.replace(/ in [a-z]{2}, | [0-9a-f-]{36}/, ' … ')
      const clean = '@context' in document && !read.has(alike) ? cleaned(document) : null
      if (clean === null) continue
      read.add(alike)
      const working = await throughJsonLd(clean.document, apex)
      expect(working && readNode(working, document), what).toEqual(readNode(clean.document, document))
    }
    expect(read.size).toBeGreaterThan(100)
  }, 120_000)

  test.each(receivers)('is taken by $name', (receiver) => {
    const refused = corpus.emitted.flatMap((emitted) =>
      reasonsOf(receiver, emitted.document, emitted.context)
        .filter((reason) => !exceptions.some((known) => isOf(known, receiver.name, reason, emitted)))
        .map((reason) => `${emitted.what}: ${reason}`),
    )
    expect(refused).toEqual([])
  })

  test.each(exceptions)('is passed over by $receiver, knowingly: $reason. $why', (known) => {
    const receiver = receivers.find(({ name }) => name === known.receiver)
    const used = corpus.emitted.filter(({ document, context, ...rest }) => {
      const reasons = receiver === undefined ? [] : reasonsOf(receiver, document, context)
      return reasons.some((reason) => isOf(known, known.receiver, reason, { document, context, ...rest }))
    })
    expect(used.length).toBeGreaterThan(0)
  })
})

const isOf = (
  known: (typeof exceptions)[number],
  name: string,
  reason: string,
  emitted: Corpus['emitted'][number],
): boolean => known.receiver === name && known.reason === reason && known.about(emitted)

describe.each(receivers)('the emulator of $name', (receiver) => {
  test.each(receiver.rules)('refuses a $on when $reason ($from)', (rule) => {
    const good = goodFor(rule)
    expect(reasonsOf(receiver, good.document, good.context)).not.toContain(rule.reason)
    const bad = { ...good, ...rule.spoil(good.document, good.context) }
    expect(reasonsOf(receiver, bad.document, bad.context)).toContain(rule.reason)
  })
})

/** The first of ours that a rule is about and lets pass. */
function goodFor(rule: Rule): Seen {
  const about = corpus.emitted.filter(
    ({ document, context }) => sortOf(document) === rule.on && applies(rule, document, context),
  )
  const mended = about.map((seen) => ({ ...seen, ...rule.mend?.(seen.document) }))
  const good = mended.find(({ document, context }) => !rule.refuses(document, context))
  if (good === undefined) throw new Error(`Nothing of ours tries the rule “${rule.reason}”.`)
  return good
}

shownEverywhere(() => corpus)

itemsFitTheirSchema(() => corpus)
