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
  return { ...rest, properties, required: [...new Set(missing.map(({ path }) => String(path[0])))] }
}
