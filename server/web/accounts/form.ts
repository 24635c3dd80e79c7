import { bodyLimit } from 'hono/body-limit'
import { isFaultCode, sayAll, type Fault } from '../../kinds/faults.ts'
import { Refusal } from '../../refusal.ts'
import type { FormState } from '../../../views/accounts/form.ts'
import type { Ctx } from '../env.ts'

/** No form about people is longer. */
export const smallBody = bodyLimit({
  maxSize: 64 * 1024,
  onError: () => {
    throw new Refusal('too-large', 'This form is too long.')
  },
})

/** What was typed, by name; of repeated names the last. */
export type Sent = Record<string, string>

export const formOf = async (c: Ctx): Promise<Sent> => textIn(await formDataOf(c))

export function textIn(form: FormData): Sent {
  const sent: Sent = {}
  for (const [name, value] of form) if (typeof value === 'string') sent[name] = value
  return sent
}

/** A body that is no form is the sender's fault. */
export async function formDataOf(c: Ctx): Promise<FormData> {
  if (c.req.header('content-type') === undefined) return new FormData()
  try {
    return await c.req.formData()
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('invalid', 'This form cannot be read.', { cause: error })
  }
}

/** The page again: what was typed, and what to mend beside each field. Passwords are typed again. */
export const mend = (c: Ctx, sent: Sent, faults: readonly Fault[]): FormState => ({
  values: sent,
  errors: sayAll(faults, c.var.locale),
})

/** What a command found wrong that a form can mend; anything else is thrown on. */
export function faultsIn(error: unknown): Fault[] {
  if (!(error instanceof Refusal) || error.code !== 'invalid') throw error
  return Object.entries(error.fields).map(([field, code]) => ({
    field,
    code: isFaultCode(code) ? code : 'wrong',
  }))
}

/** The second time that a new password was typed, by a person; a program types it once. */
export const typedTwice = ({ password, again }: Sent): Fault[] =>
  again === undefined || again === password ? [] : [{ field: 'again', code: 'not-the-same' }]
