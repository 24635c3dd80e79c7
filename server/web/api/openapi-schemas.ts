import { z } from 'zod'
import { shared } from '../../entries/input.ts'
import { writtenLanguages } from '../../entries/languages.ts'
import { kinds } from '../../kinds/index.ts'
import { jsonSchemaOf } from '../../kinds/json-schema.ts'

/** Read off the gates themselves, so that the document says what is asked. */
export function schemas() {
  const { properties: asked = {} } = z.toJSONSchema(shared, { io: 'output' })
  // Languages come by files, so that no gate can list them when it is made.
  const properties = { ...asked, language: { enum: writtenLanguages(), default: 'fr' } }
  const fieldsOf = Object.fromEntries(kinds.map((kind) => [`${kind.name}Fields`, jsonSchemaOf(kind)]))
  const known = { type: 'object', description: 'Of a draft: as much as is known.' }
  const fields = {
    anyOf: [...Object.keys(fieldsOf).map((name) => ({ $ref: `#/components/schemas/${name}` })), known],
  }
  const uuid = { type: 'string', format: 'uuid' }
  return {
    ...fieldsOf,
    NewEntry: {
      type: 'object',
      required: ['kind', 'title', 'fields'],
      properties: {
        kind: { enum: kinds.map(({ name }) => name) },
        ...properties,
        fields,
        publish: { type: 'boolean', default: false },
        id: uuid,
      },
    },
    ChangedEntry: { type: 'object', properties: { ...properties, fields, revision: { type: 'integer' } } },
    Entry: {
      type: 'object',
      required: ['id', 'url', 'apId', 'kind', 'state', 'title', 'fields'],
      properties: {
        id: uuid,
        url: { type: 'string', format: 'uri' },
        apId: { type: 'string', format: 'uri' },
        kind: { enum: kinds.map(({ name }) => name) },
        state: { enum: ['draft', 'review', 'published', 'closed'] },
        revision: { type: 'integer' },
        ...properties,
        fields: { anyOf: [...fields.anyOf, { type: 'null' }] },
        missing: {
          type: 'array',
          items: { type: 'string' },
          description: 'Only of an unfinished draft: the names in `fields` that publishing still asks.',
        },
      },
    },
    EntryList: {
      type: 'object',
      properties: {
        items: { type: 'array', items: { $ref: '#/components/schemas/Entry' } },
        page: { type: 'integer' },
        next: { type: ['string', 'null'], format: 'uri' },
      },
    },
    KindList: { type: 'object', properties: { items: { type: 'array', items: { type: 'object' } } } },
    NewFollowing: {
      type: 'object',
      required: ['actor'],
      properties: { actor: { type: 'string', description: '`@handle@host`, or an address.' } },
    },
    Problem: {
      type: 'object',
      properties: {
        type: { type: 'string' },
        status: { type: 'integer' },
        title: { type: 'string' },
        detail: { type: 'string' },
        errors: { type: 'array', items: { type: 'object' } },
      },
    },
    Any: { type: 'object' },
  }
}
