import { z } from 'zod'
import type { Kind } from './kind.ts'

const schema = z.looseObject({ properties: z.record(z.string(), z.unknown()) })

/**
 * What may be sent as a kind's `fields`, as JSON Schema 2020-12. It is read off what the gate lets out; what
 * the gate cannot do without is asked of the gate itself, since it fills in the rest.
 */
export function jsonSchemaOf(kind: Kind): Record<string, unknown> {
  const {
    properties,
    additionalProperties: _,
    ...rest
  } = schema.parse(z.toJSONSchema(kind.fields, { io: 'output' }))
  const missing = kind.fields.safeParse({}).error?.issues ?? []
  return {
    ...rest,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => [name, partSchema(kind, name, property)]),
    ),
    required: [...new Set(missing.map(({ path }) => String(path[0])))],
  }
}

const part = z.looseObject({ items: z.looseObject({ properties: z.record(z.string(), z.unknown()) }) })

/** Of a list of records, what each of them cannot do without is asked of the gate too. */
function partSchema(kind: Kind, name: string, property: unknown): unknown {
  const list = part.safeParse(property)
  if (!list.success) return property
  const { additionalProperties: _, ...items } = list.data.items
  const issues = kind.fields.safeParse({ [name]: [{}] }).error?.issues ?? []
  const missing = issues.filter(({ path }) => path[0] === name && path.length > 2)
  return {
    ...list.data,
    items: { ...items, required: [...new Set(missing.map(({ path }) => String(path[2])))] },
  }
}
