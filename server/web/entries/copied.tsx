import { CopyNotice } from '../../../views/entries/copy.tsx'
import type { Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { mayRevise } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { dayOf } from '../../kinds/checked.ts'
import { filled } from '../../kinds/form-values.ts'
import type { Kind } from '../../kinds/kind.ts'
import type { Ctx } from '../env.ts'
import { filledEditor, freshEditor, type Opened } from './opened.ts'
import { byId } from './save.ts'
import { isTheirs } from './writer.ts'

/**
 * `/agenda/nouveau?comme=…`: a new form, filled from an entry that this person may change. Nothing is made before it is
 * saved, and what others did with the first one (registrations, supports, answers) is no part of a form.
 */
export async function copied(deps: Deps, c: Ctx, viewer: Viewer, kind: Kind): Promise<Opened | undefined> {
  const id = c.req.query('comme')
  const entry = id === undefined ? undefined : await byId(deps, id)
  if (entry === undefined || !isTheirs(viewer, kind, entry) || !mayRevise(viewer, entry.envelope))
    return undefined
  const fresh = freshEditor(deps, c, kind)
  const from = filledEditor(entry, fresh.action)
  const later = c.req.query('annee') === undefined ? null : yearLater(entry, deps.now())
  const fields = { ...withoutPast(entry, deps.now()), ...later?.fields }
  return {
    ...fresh,
    typed: { ...from.typed, ...(later && { title: inYear(from.typed.title, entry, later.years) }) },
    kindValues: filled(fields),
    picture: from.picture,
    known: { fields: null, unfinished: fields },
    above: <CopyNotice {...entry.envelope} later={later !== null} />,
  }
}

const yearLater = ({ kind, fields }: Entry, now: number) =>
  fields === null ? null : (kind.nextYear?.(fields, now) ?? null)

/** Days and hours that are over say nothing of another one; nor does what became of the first. */
function withoutPast({ kind, fields, unfinished }: Entry, now: number): Record<string, unknown> {
  const today = dayOf(now)
  const known = { ...(fields ?? unfinished), ...(fields === null ? {} : kind.again?.(fields)) }
  const forgotten: readonly string[] = kind.history?.fields ?? []
  return Object.fromEntries(
    Object.entries(known).filter(
      ([name, value]) =>
        !forgotten.includes(name) &&
        !(typeof value === 'string' && isDay.test(value) && value.slice(0, 10) < today),
    ),
  )
}

const isDay = /^\d{4}-\d\d-\d\d(T|$)/

/** « Forum de l’ESS 2026 » is that of 2027, if 2026 is when it was. */
function inYear(title: string, { envelope }: Entry, years: number): string {
  if (envelope.startsAt === null) return title
  const year = new Date(envelope.startsAt).getUTCFullYear()
  return title.replaceAll(new RegExp(`(?<!\\d)${year}(?!\\d)`, 'g'), String(year + years))
}
