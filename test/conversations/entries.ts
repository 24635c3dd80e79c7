import { beforeAll, describe, expect, test } from 'vitest'
import { listEntries, readFilter } from '../../server/entries/list.ts'
import type { Entry } from '../../server/entries/load.ts'
import { becomePerson } from '../../server/federation/members.ts'
import { kinds, type KindName } from '../../server/kinds/index.ts'
import type { TestHub } from '../support/hub.ts'
import { arrival, departure, stoneOf } from '../support/network.ts'

// What two hubs tell each other of entries, whatever lies between them. The second follows all of the first.

export type Pair = () => { amont: TestHub; aval: TestHub }

export const shared = {
  title: 'Réparer, partager & recommencer « à <plusieurs> »',
  summary: 'Un atelier ouvert à toutes et à tous.',
  body: '## Pourquoi\n\nParce que **tout** se répare.\n\n- le bois\n- le métal',
  licence: 'CC-BY-SA-4.0',
  place: '92036',
  position: '48.9256, 2',
  tags: ['Réemploi', 'économie circulaire'],
}
const spoken = kinds.filter(({ section }) => section !== null).map(({ name }) => name as KindName)

/** What must survive the trip. */
const essence = ({ envelope, fields }: Entry) => ({
  fields,
  title: envelope.title,
  summary: envelope.summary,
  language: envelope.language,
  licence: envelope.licence,
  place: [envelope.placeCode, envelope.placeLabel, envelope.latitude, envelope.longitude],
  times: [envelope.startsAt, envelope.closesAt, envelope.publishedAt],
  direction: envelope.direction,
  state: envelope.state,
  tags: envelope.tags.map(({ tag, label }) => [tag, label]).toSorted(),
  html: envelope.html,
  url: envelope.url,
  apId: envelope.apId,
})

export function tellOfEntries(pair: Pair): void {
  // A topic is said by the member who begins it.
  beforeAll(async () => {
    const { deps, admin } = pair().amont
    await becomePerson(deps, admin, 'redaction')
  })
  describe.each(spoken)('a %s published on one hub', (kind) => {
    let here: Entry
    let there: Entry
    let amont: TestHub
    let aval: TestHub
    beforeAll(async () => {
      ;({ amont, aval } = pair())
      here = await amont.publish(kind, shared)
      there = await arrival(aval, here)
    })

    test('arrives at the other with everything that was typed in', () => {
      expect(essence(there)).toEqual(essence(here))
    })

    test('keeps its text, its origin and its author', () => {
      expect(there.envelope.html).toContain('Parce que <strong>tout</strong> se répare.')
      expect(there.envelope.html).not.toContain('Un atelier ouvert')
      expect(there.envelope.origin).toMatchObject({ host: amont.host })
      // A topic is a member’s, who is known by their own name.
      expect(there.envelope.origin?.name).toContain(kind === 'topic' ? amont.admin.name : 'Le hub amont')
    })

    test('is found in the network part of the other’s list, and by its search', async () => {
      const ask = (query: Record<string, string>) =>
        listEntries(
          aval.deps,
          readFilter(here.kind, (name) => query[name]),
        )
      const idsOf = async (query: Record<string, string>) =>
        (await ask(query)).entries.map(({ envelope }) => envelope.apId)
      expect(await idsOf({ origin: 'network' })).toContain(here.envelope.apId)
      // Members do not consent to being searched (FEP-5feb).
      const found = await idsOf({ q: 'recommencer' })
      expect(found.includes(here.envelope.apId)).toBe(kind !== 'topic')
      expect(await idsOf({ origin: 'hub' })).toEqual([])
    })

    test('changes there when it changes here, and stays one entry', async () => {
      aval.deps.pass(60_000)
      amont.deps.pass(60_000)
      await amont.revise(here, { title: 'Un autre titre', tags: ['Bois'] })
      const now = await arrival(aval, here, ({ envelope }) => envelope.title === 'Un autre titre')
      expect(now.envelope.tags.map(({ tag }) => tag)).toEqual(['bois'])
      expect(now.envelope.id).toBe(there.envelope.id)
      expect(now.fields).toEqual(here.fields)
    })

    test('is closed there when it is closed here', async () => {
      await amont.close(here)
      const closed = await arrival(aval, here, ({ envelope }) => envelope.state === 'closed')
      expect(closed.envelope.state).toBe('closed')
    })

    test('is erased there when it is withdrawn here, and its name stays on a stone', async () => {
      await amont.withdraw(here)
      await departure(aval, here)
      expect(await stoneOf(aval, here.envelope.apId)).toEqual({ final: true })
    })
  })
}
