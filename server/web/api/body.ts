import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { faultsOf } from '../../kinds/faults.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { wrongBody } from './problem.ts'

/** `application/json`, or one of its kin (RFC 6839 §3.1), such as merge-patch+json. */
const json = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i

/** The body as far as `schema` knows it, with everything else that it holds left in place. */
export async function readBody<Schema extends z.ZodType>(c: Ctx, schema: Schema): Promise<z.infer<Schema>> {
  if (!json.test(c.req.header('content-type') ?? ''))
    throw new Refusal('unsupported', 'Send JSON: `Content-Type: application/json`.')
  const sent = parse(await c.req.text())
  const read = schema.safeParse(sent)
  if (!read.success) throw wrongBody(faultsOf(read.error), c.var.locale)
  return read.data
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HTTPException(400, { message: 'The body is not JSON.' })
  }
}

const uuid = z
  .string()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/, 'wrong')

/** What the API asks beside the entry itself, which has gates of its own (`entries/input.ts`, `kind.fields`). */
export const newEntry = z.looseObject({
  kind: z.string(),
  /** Chosen by the sender, so that sending again makes no second one. */
  id: uuid.optional(),
  publish: z.boolean('wrong').default(false),
  fields: z.record(z.string(), z.unknown(), 'wrong').default({}),
})

export const changedEntry = z.looseObject({
  /** The one that was read; without it the change is made to whatever is there. */
  revision: z.int('number').positive().optional(),
  fields: z.record(z.string(), z.unknown(), 'wrong').default({}),
})

export const newFollowing = z.object({ actor: z.string().trim().min(1).max(500) })
