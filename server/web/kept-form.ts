import type { Kept } from '../../views/accounts/kept.tsx'
import { kinds } from '../kinds/index.ts'
import { formDataOf } from './accounts/form.ts'
import { backPath } from './back-path.ts'
import type { Ctx } from './env.ts'

const most = { letters: 300_000, fields: 100, name: 100 }

/** Where people write: what was typed there is given back when it cannot be taken. Nothing about accounts is. */
const written = new RegExp(
  `^(?:(?:${kinds.map(({ path }) => path).join('|')})/(?:nouveau|[^/]+/(?:modifier|commentaires|rendre))|/(?:reglages|moderation|messages)(?:/[\\w-]+)*)$`,
)
const editors = /\/(?:nouveau|modifier)$/
const secret = /pass|token|secret|jeton/i
const forms = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i
const prefix = 'garde.'

/** A path of ours that a form of ours is sent to; anything else is no place to go on to. */
const isWritten = (path: string): boolean => written.test(path) && backPath(path, '') === path

/** Forms with pictures are heavy, and who sends this one is unknown: only so many are read at once. */
const atOnce = 3
let reading = 0

/** As the largest of these forms, with a picture. What does not say how long it is comes from no browser. */
const mostBytes = 12 * 1024 * 1024

/** It may be its own size for which it was refused: the limit of its route has not kept it from being read here. */
const isHeavy = ({ req }: Ctx): boolean =>
  req.header('transfer-encoding') !== undefined || Number(req.header('content-length') ?? 0) > mostBytes

/**
 * What a form held that could not be taken: its text, never its files, passwords or tokens. It has passed the door
 * against other sites' forms. Null: there is nothing to give back.
 */
export async function keptForm(c: Ctx): Promise<Kept | null> {
  const action = new URL(c.req.url).pathname
  if (c.req.method !== 'POST' || !isWritten(action) || !forms.test(c.req.header('content-type') ?? ''))
    return null
  if (isHeavy(c) || reading >= atOnce) return null
  reading += 1
  try {
    return bounded(action, await formDataOf(c))
  } catch {
    return null
  } finally {
    reading -= 1
  }
}

/** What the form for signing in carried along. */
export function keptAlong(form: FormData): Kept | null {
  const action = form.get('suite')
  if (typeof action !== 'string' || !isWritten(action)) return null
  const own = new FormData()
  for (const [name, value] of form)
    if (name.startsWith(prefix) && typeof value === 'string') own.append(name.slice(prefix.length), value)
  const kept = bounded(action, own)
  return kept && { ...kept, hadFiles: form.get('fichiers') !== null }
}

/** As hidden fields of the form for signing in, whose own names they must not take. */
export const along = ({ action, fields, hadFiles }: Kept): Kept['fields'] => [
  ['suite', action],
  ...(hadFiles ? [['fichiers', '1'] as const] : []),
  ...fields.map(([name, value]) => [prefix + name, value] as const),
]

/**
 * What the page after signing in sends again, once its button is pressed. An editor's form is sent for its preview,
 * whatever had been pressed: that keeps a draft and shows it, and publishes nothing.
 */
export const resumed = ({ action, fields }: Kept): Kept['fields'] =>
  editors.test(action) ? [...fields.filter(([name]) => name !== 'outcome'), ['outcome', 'preview']] : fields

export const isEditors = ({ action }: Kept): boolean => editors.test(action)

/** What a person wrote, as far as it can be told from what the form said by itself. */
export const textsOf = ({ fields }: Kept): string[] =>
  fields.map(([, value]) => value.trim()).filter((value) => /\s/.test(value) || value.length > 40)

/** A form that only presses a button (`_method`) holds no text. */
function bounded(action: string, form: FormData): Kept | null {
  const all = [...form]
  const fields = all.filter(
    (field): field is [string, string] =>
      typeof field[1] === 'string' && field[0].length <= most.name && !secret.test(field[0]),
  )
  const letters = fields.reduce((sum, [, value]) => sum + value.length, 0)
  if (fields.length === 0 || fields.length > most.fields || letters > most.letters) return null
  if (fields.some(([name]) => name === '_method')) return null
  return { action, fields, hadFiles: all.some(([, value]) => typeof value !== 'string' && value.size > 0) }
}
