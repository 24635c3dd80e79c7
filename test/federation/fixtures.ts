import { readdirSync, readFileSync } from 'node:fs'
import { createApex, type CollectionRow } from '../../server/federation/apex.ts'
import { isJsonObject, type JsonObject } from '../../server/federation/json-object.ts'

const folder = new URL('../fixtures/activitypub/', import.meta.url)

/** Payloads by the software that sends such, in our own words. */
export const fixtureNames = readdirSync(folder).map((file) => file.replace('.json', ''))

export function fixture(name: string): JsonObject {
  const document: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'))
  if (!isJsonObject(document)) throw new TypeError(`${name} is not an object`)
  return document
}

/** apex over one list, newest first, that stands for every collection. */
export function apexOver(rows: CollectionRow[]) {
  return createApex({
    baseUrl: 'https://hub.example',
    name: 'Maillon',
    domain: 'hub.example',
    store: {
      getStream(_collection, limit, after) {
        const from = after === null ? 0 : rows.findIndex((row) => row.cursor === after) + 1
        return Promise.resolve(rows.slice(from, from + limit))
      },
      getStreamCount: () => Promise.resolve(rows.length),
    },
  })
}
