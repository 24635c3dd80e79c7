import { HTTPException } from 'hono/http-exception'
import { say, type Fault } from '../../kinds/faults.ts'
import { catalogue, type Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { onError } from '../failures.tsx'

/** What is wrong in a body, all at once, each by its JSON Pointer (RFC 9457 §3.1.4). */
export class Unprocessable extends Refusal {
  readonly errors: readonly ({ detail: string } & ({ pointer: string } | { parameter: string }))[]
  /** Of all the words of this answer. */
  readonly locale: Locale

  constructor(errors: Unprocessable['errors'], locale: Locale) {
    super('invalid', words[locale].detail)
    this.errors = errors
    this.locale = locale
  }
}

const words = catalogue('server/web/api/problem', {
  fr: { title: 'Contenu refusé', detail: 'Une partie de ce qui a été envoyé ne peut pas servir.' },
  en: { title: 'Unprocessable', detail: 'Some of what was sent cannot be used.' },
})

export const wrongParameter = (parameter: string, detail: string): Unprocessable =>
  new Unprocessable([{ parameter, detail }], 'en')

/** Faults name fields as forms do, flat; in the body those of the kind are inside `fields`. */
export const wrongBody = (faults: readonly Fault[], locale: Locale): Unprocessable =>
  new Unprocessable(
    faults.map((fault) => ({ pointer: pointerTo(fault.field), detail: say(fault, locale) })),
    locale,
  )

/** RFC 9457 for what was sent; everything else goes the way of the whole house. */
export const apiErrors = (deps: Deps) => (error: Error, c: Ctx) => {
  if (error instanceof HTTPException && error.status === 400)
    return problem(c, 400, 'Malformed', error.message)
  if (error instanceof Unprocessable) {
    c.header('Content-Language', error.locale)
    return problem(c, 422, words[error.locale].title, error.message, { errors: error.errors })
  }
  if (error instanceof Refusal && error.code === 'invalid')
    return problem(c, 422, 'Unprocessable', error.message, {
      errors: Object.keys(error.fields).map((field) => ({ pointer: `#/${field}`, detail: error.message })),
    })
  if (error instanceof Refusal && error.code === 'unauthenticated') c.header('WWW-Authenticate', 'Bearer')
  return onError(deps)(error, c)
}

export const problem = (
  c: Ctx,
  status: 400 | 405 | 422,
  title: string,
  detail: string,
  more: object = {},
): Response =>
  c.body(JSON.stringify({ type: 'about:blank', status, title, detail, ...more }), status, {
    'Content-Type': 'application/problem+json',
    'Cache-Control': 'no-store',
  })

const shared = new Set([
  'id',
  'kind',
  'publish',
  'revision',
  'fields',
  'title',
  'summary',
  'body',
  'language',
  'licence',
  'place',
  'position',
  'tags',
  'organisation',
  'imageAlt',
  'actor',
])

function pointerTo(field: string): string {
  if (field === '') return '#'
  const steps = field.split('.')
  return `#/${[...(shared.has(steps[0] ?? '') ? [] : ['fields']), ...steps].join('/')}`
}
