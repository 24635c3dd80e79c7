import { getTableColumns } from 'drizzle-orm'
import { getTableConfig } from 'drizzle-orm/sqlite-core'
import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { kindAt, kindNamed, kindOf, kinds } from '../server/kinds/index.ts'
import type { Kind } from '../server/kinds/kind.ts'
import { factsKnown, missingIn, namesIn, readDraft } from '../server/kinds/unfinished.ts'
import { icons } from '../views/icons.ts'
import { eachKind, jsonSchemaOf } from './kinds/schema.ts'
import { lacking } from './support/publish.ts'

// The contract of server/kinds/kind.ts, over the sample of every kind. What a kind says on the wire and
// shows on a page is in test/kinds/.

describe('the list of kinds', () => {
  test('has every folder of server/kinds', () => {
    const folders = readdirSync(new URL('../server/kinds/', import.meta.url), { withFileTypes: true })
      .filter((item) => item.isDirectory())
      .map((item) => item.name)
    expect(kinds.map((kind) => kind.name).toSorted()).toEqual(folders.toSorted())
  })

  test('has no two kinds with one name, path, table or type of the fediverse', () => {
    const distinct = (values: readonly string[]) => expect(values).toEqual([...new Set(values)])
    distinct(kinds.map((kind) => kind.name))
    distinct(kinds.map((kind) => kind.path))
    distinct(kinds.map((kind) => getTableConfig(kind.table).name))
    distinct(kinds.flatMap((kind) => kind.as))
  })

  test('finds a kind by its name and by the first step of an address', () => {
    expect(kindNamed('event')?.path).toBe('/agenda')
    expect(kindAt('/agenda')?.name).toBe('event')
    expect(kindAt('/agenda/forum-2026')?.name).toBe('event')
    expect(kindAt('/agendas')).toBeUndefined()
    expect(kindNamed('toString')).toBeUndefined()
  })
})

describe('what a received object is', () => {
  const cases: [what: string, object: Record<string, unknown>, kind: string | undefined][] = [
    ['a Note of a stranger is no entry', { type: 'Note' }, undefined],
    ['a Note of a hub is what the hub says', { type: 'Note', maillonItem: { v: 1, kind: 'job' } }, 'job'],
    ['a hub’s word goes before the type', { type: 'Event', maillonItem: { v: 1, kind: 'news' } }, 'news'],
    ['a kind that we do not know is none of ours', { type: 'Event', maillonItem: { kind: 'x' } }, undefined],
    [
      'a kind that is no text is none of ours',
      { type: 'Event', maillonItem: { kind: ['event'] } },
      undefined,
    ],
    ['an Event is an event', { type: 'Event' }, 'event'],
    ['an Article is news', { type: ['Object', 'Article'] }, 'news'],
    ['a name of the language is no kind', { type: 'constructor', maillonItem: null }, undefined],
    ['nothing is nothing', {}, undefined],
  ]
  test.each(cases)('%s', (_, object, kind) => {
    expect(kindOf(object)?.name).toBe(kind)
  })
})

/** What the editor asks about every entry, and what every list is asked. */
const ofEntries = 'title summary body language licence place tags organisation image imageAlt'.split(' ')
const ofLists = 'q tag place org origin sort page'.split(' ')

const columnsOf = (kind: Kind): string[] =>
  Object.keys(getTableColumns(kind.table)).filter((name) => name !== 'entryN')

describe.each(eachKind)('%s', (_, kind) => {
  const names = Object.keys(kind.sample)

  test('has an icon of the sprite', () => {
    expect(icons).toContain(kind.icon)
  })

  test('takes its own sample, which fills every field', () => {
    expect(kind.fields.parse(kind.sample)).toEqual(kind.sample)
    expect(Object.values(kind.sample)).not.toContain(null)
  })

  test('has flat fields: texts, numbers, booleans, lists of texts, and lists of records that are flat', () => {
    const flat = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
    const part = z.array(z.record(z.string(), flat.nullable()))
    expect(z.record(z.string(), z.union([flat, part])).safeParse(kind.sample).success).toBe(true)
    // What one record has no answer to, another one has.
    for (const records of Object.values(kind.sample).map((value) => part.safeParse(value).data ?? []))
      for (const name of Object.keys(records[0] ?? {}))
        expect([name, records.every((record) => record[name] === null)]).toEqual([name, false])
  })

  test('has words for each field of its records', () => {
    const records = Object.entries(kind.sample).flatMap(([name, value]) => {
      const first: unknown = Array.isArray(value) ? value[0] : undefined
      return typeof first === 'object' && first !== null ? [[name, Object.keys(first)] as const] : []
    })
    for (const locale of ['fr', 'en'] as const) {
      const worded = Object.entries(kind.texts[locale].parts ?? {}).map(([name, { fields }]) => [
        name,
        Object.keys(fields).toSorted(),
      ])
      expect(worded).toEqual(records.map(([name, fields]) => [name, fields.toSorted()]))
    }
  })

  test('keeps each field in a column of the same name, which goes with the entry', () => {
    expect(columnsOf(kind).toSorted()).toEqual(names.toSorted())
    const { foreignKeys } = getTableConfig(kind.table)
    expect(foreignKeys.map((key) => key.onDelete)).toEqual(['cascade'])
  })

  test('has no field that hides one of the editor, and no filter that hides one of the lists', () => {
    const filters = (kind.facets ?? []).map((facet) => facet.name)
    expect(names.filter((name) => ofEntries.includes(name))).toEqual([])
    expect(filters.filter((name) => ofLists.includes(name))).toEqual([])
    const columns = (kind.facets ?? []).filter((facet) => 'options' in facet).map(({ name }) => name)
    expect(columns.filter((name) => !columnsOf(kind).includes(name))).toEqual([])
  })

  test('lets a draft wait for each thing that it asks, and keeps nothing that was lent for it', () => {
    for (const name of lacking(kind).asked) {
      const { [name]: _, ...rest } = kind.sample
      for (const nothing of [{}, { [name]: null }, { [name]: ' ' }, { [name]: [] }]) {
        const read = readDraft(kind, { ...rest, ...nothing })
        expect(read).toEqual({ known: { fields: null, unfinished: rest }, faults: [] })
      }
      expect(namesIn(missingIn(kind, rest))).toEqual([name])
      expect(factsKnown(kind, rest, 'fr').map((fact) => fact.name)).not.toContain(name)
    }
    expect(readDraft(kind, {}).faults).toEqual([])
  })

  test('takes what is there and wrong from a draft no more than from anybody', () => {
    for (const name of names) {
      const wrong = { [name]: {} }
      expect(namesIn(readDraft(kind, wrong).faults)).toEqual([name])
      expect(namesIn(readDraft(kind, { ...kind.sample, ...wrong }).faults)).toEqual([name])
    }
  })

  test('gives other programs a JSON Schema that its sample fits', () => {
    const schema = jsonSchemaOf(kind)
    expect(Object.keys(schema.properties).toSorted()).toEqual(names.toSorted())
    const read = z.fromJSONSchema(JSON.parse(JSON.stringify(schema)))
    expect(read.safeParse(kind.sample).success).toBe(true)
    expect(read.safeParse({ ...kind.sample, [names[0] ?? '']: {} }).success).toBe(false)
  })
})
