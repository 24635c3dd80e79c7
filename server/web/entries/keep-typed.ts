import { pendingTexts } from '../../../views/entries/pending.tsx'
import { defaultZone, formatHour } from '../../../views/format.ts'
import type { Deps } from '../../deps.ts'
import { forgetTyped, keepTyped } from '../../entries/pending.ts'
import type { Kind } from '../../kinds/kind.ts'
import { localOf } from '../../kinds/zoned.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { readEntryForm } from './editor-form.ts'
import { keep } from './save.ts'
import { withoutFiles, written } from './writer.ts'
import { isConflict } from '../../refusal.ts'

/**
 * What somebody is typing, kept without being asked. A draft that is sound is saved as the draft it is; what is not, and
 * what would change something public, is kept beside it for this person alone (docs/adr/0031).
 */
export const keepForm = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const form = withoutFiles(await formDataOf(c))
  const { viewer, before } = await written(deps, c, kind, form)
  form.set('outcome', 'draft')
  const sent = await readEntryForm(deps, viewer, kind, form, before)
  const id = before?.envelope.id ?? sent.id
  const t = pendingTexts[c.var.locale]
  c.header('Cache-Control', 'no-store')
  let conflict = false
  if (sent.input !== null && (before === undefined || before.envelope.state === 'draft'))
    try {
      const { envelope } = await keep(deps, viewer, kind, { ...sent, id, input: sent.input })
      await forgetTyped(deps.db, viewer, id)
      return c.json({ words: t.saved(hourOf(deps.now(), c)), revision: envelope.revision })
    } catch (error) {
      if (!isConflict(error)) throw error
      conflict = true
    }
  const at = await keepTyped(deps, viewer, {
    ...{ entryId: id, kind: kind.name, title: sent.typed.title.trim() },
    form: [...form].flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'outcome' ? [[name, value] satisfies [string, string]] : [],
    ),
  })
  if (conflict) return c.json({ words: '' }, 409)
  const isDraft = before === undefined || before.envelope.state === 'draft'
  return c.json({ words: (isDraft ? t.saved : t.kept)(hourOf(at, c)) })
}

/** ‘14 h 32’, where the hub's people live. */
const hourOf = (at: number, c: Ctx): string => formatHour(localOf(at, defaultZone).slice(11), c.var.locale)
