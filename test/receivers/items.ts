import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { itemSchema } from '../../server/federation/item.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'
import { kinds } from '../../server/kinds/index.ts'
import type { Corpus } from './corpus.ts'
import { origin } from './hub.ts'
import { emittedKinds } from './variants.ts'

/** Ajv knows nothing of zod, from which the schema is made. */
const fits = new Ajv2020({ strict: true, validateFormats: false, allErrors: true }).compile(
  itemSchema(origin),
)

const faultsOf = (item: unknown): string[] =>
  fits(item) ? [] : (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

/** Whoever reads `maillonItem` by the schema that every hub serves takes all that this one sends. */
export function itemsFitTheirSchema(corpus: () => Corpus): void {
  const items = (): { what: string; item: JsonObject }[] =>
    corpus().emitted.flatMap(({ what, document }) =>
      [document, document['object']].flatMap((object) => {
        const item = isJsonObject(object) ? object['maillonItem'] : undefined
        return isJsonObject(item) ? [{ what, item }] : []
      }),
    )

  describe('maillonItem', () => {
    test('fits its JSON Schema in every object that is fetched or sent', () => {
      const wrong = items().flatMap(({ what, item }) => faultsOf(item).map((fault) => `${what}: ${fault}`))
      expect(wrong).toEqual([])
      // An organisation's stands on its actor.
      expect(new Set(items().map(({ item }) => item['kind']))).toEqual(
        new Set([...emittedKinds, 'organisation']),
      )
      expect(items().length).toBeGreaterThan(100)
    })

    test('that is broken in one thing does not', () => {
      const item: JsonObject = items().find((one) => one.item['kind'] === 'job')?.item ?? {}
      const fields = isJsonObject(item['fields']) ? item['fields'] : {}
      const { text: _, ...silent } = item
      for (const [broken, where] of [
        [{ ...item, v: 2 }, '/v'],
        [{ ...item, kind: 'poem' }, '/kind'],
        [{ ...item, title: '' }, '/title'],
        [{ ...item, place: { code: '92', label: 'x' } }, '/place'],
        [{ ...item, fields: { ...fields, contract: 'a life' } }, '/fields/contract'],
        [{ ...item, fields: { ...fields, hours: 'many' } }, '/fields/hours'],
        [{ ...item, fields: {} }, '/fields'],
        [silent, ''],
      ] as const)
        expect(faultsOf(broken).join('\n')).toContain(where === '' ? 'text' : `${where} `)
      expect(faultsOf({ ...item, colour: 'green' })).toEqual([])
    })

    test('of every kind has its fields in the schema', () => {
      const shared = items()[0]?.item ?? {}
      for (const { name, sample } of kinds) {
        expect(faultsOf({ ...shared, kind: name, fields: sample }), name).toEqual([])
        expect(
          faultsOf({ ...shared, kind: name, fields: { [Object.keys(sample)[0] ?? '']: {} } }),
        ).not.toEqual([])
      }
    })
  })
}
