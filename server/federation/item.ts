import { z } from 'zod'
import { jsonSchemaOf } from '../kinds/json-schema.ts'
import { kinds } from '../kinds/index.ts'

// `maillonItem`: the gate for what others send, and the JSON Schema of what we send, are the same lines.

/** Raised when a reader of the former version would misunderstand (FEDERATION.md). */
export const itemVersion = 1

/** What every kind has. A claim of the object's author, taken value by value. */
export const itemParts = {
  title: z.string().min(1).max(200),
  summary: z.string().max(2000),
  language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  licence: z.string().max(60).nullable(),
  place: z.object({ code: z.string().regex(/^[0-9ABab]{5}$/), label: z.string().max(100) }).nullable(),
  // Older hubs do not say it.
  position: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .optional(),
  closed: z.boolean(),
  organisation: z.object({ name: z.string().min(1).max(200), actor: z.url().nullable() }).nullable(),
  tags: z.array(z.string()),
  text: z.string(),
}

export const itemSchemaPath = `/ns/maillon-item/v${itemVersion}.json`

/**
 * What an item of this version holds, as JSON Schema 2020-12. Members that it does not name may be there: within a
 * version they are only added.
 */
export function itemSchema(origin: string): Record<string, unknown> {
  const { properties, required } = schemaOf(z.object(itemParts))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: origin + itemSchemaPath,
    title: 'maillonItem',
    description:
      'The values of an entry as they were typed, beside the ActivityStreams object that says them in words. A claim of its attributedTo. Members that are not named here are to be ignored.',
    type: 'object',
    required: ['v', 'kind', ...required, 'fields'],
    properties: {
      v: { const: itemVersion },
      kind: { enum: kinds.map(({ name }) => name) },
      ...properties,
      fields: { type: 'object' },
    },
    allOf: kinds.map((kind) => {
      const { $schema: _, ...fields } = jsonSchemaOf(kind)
      return {
        if: { properties: { kind: { const: kind.name } }, required: ['kind'] },
        // oxlint-disable-next-line unicorn/no-thenable -- it is how JSON Schema says it
        then: { properties: { fields } },
      }
    }),
  }
}

let withoutAddress: Record<string, unknown> | undefined

/** Everything but the address is the same for all hubs, and made once: when somebody asks, for most hubs are never. */
export function itemSchemaText(origin: string): string {
  withoutAddress ??= itemSchema('')
  return JSON.stringify({ ...withoutAddress, $id: origin + itemSchemaPath }, null, 2)
}

const shape = z.looseObject({ properties: z.record(z.string(), z.unknown()), required: z.array(z.string()) })

const schemaOf = (gate: z.ZodType) => shape.parse(z.toJSONSchema(gate, { io: 'input' }))
