/** Why a request is turned down. Each code has one HTTP status, given once, in `statusOf`. */
export type RefusalCode =
  | 'invalid' // the text sent cannot be used; `fields` says where
  | 'unauthenticated'
  | 'forbidden'
  | 'absent'
  | 'gone'
  | 'conflict' // somebody else changed it meanwhile
  | 'too-large'
  | 'unsupported'
  | 'too-many'
  | 'full' // the disk is full: reading goes on
  | 'unavailable'

const statuses = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  absent: 404,
  gone: 410,
  conflict: 409,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  full: 507,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

/**
 * The one error that is an answer and not a bug: thrown anywhere, mapped once in `app.onError`.
 * `fields` names what to mend, in the reader's language, by form field; `retryAfter` is in seconds.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly fields: Readonly<Record<string, string>>
  readonly retryAfter: number | undefined

  constructor(
    code: RefusalCode,
    message: string,
    more: { fields?: Record<string, string>; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, 'cause' in more ? { cause: more.cause } : undefined)
    this.name = 'Refusal'
    this.code = code
    this.fields = more.fields ?? {}
    this.retryAfter = more.retryAfter
  }

  get status(): (typeof statuses)[RefusalCode] {
    return statuses[this.code]
  }
}

/** Somebody else was quicker, or a guard of the command did not hold: nothing was written. */
export const isConflict = (error: unknown): error is Refusal =>
  error instanceof Refusal && error.code === 'conflict'

/** Whether the command was carried out; false: it met another. */
export async function unlessConflict(command: () => Promise<unknown>): Promise<boolean> {
  try {
    await command()
    return true
  } catch (error) {
    if (isConflict(error)) return false
    throw error
  }
}
