import { z } from 'zod'
import { kinds } from '../../server/kinds/index.ts'
import type { Kind } from '../../server/kinds/kind.ts'

/** For `describe.each`: a name for the title, and the kind. */
export const eachKind = kinds.map((kind) => [kind.name, kind] as const)

export const jsonSchemaOf = (kind: Kind) =>
  z
    .object({ properties: z.record(z.string(), z.unknown()) })
    .loose()
    .parse(z.toJSONSchema(kind.fields, { io: 'output' }))

/** The values that a field may take, when they are few. */
export const answersTo = (kind: Kind, name: string): string[] => enumIn(jsonSchemaOf(kind).properties[name])

/** What each kind cannot do without; the other kinds pass it by. */
export const least = {
  category: 'goods',
  contract: 'other',
  start: '2026-11-28T09:00',
  family: 'other',
  buyer: 'Commune fictive',
}

function enumIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'enum' && Array.isArray(value) ? value.map(String) : enumIn(value),
  )
}
