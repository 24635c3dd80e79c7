import { Call } from '../../../views/facilitation/call.tsx'
import { deskTexts } from '../../../views/facilitation/desk-texts.ts'
import type { FormState } from '../../../views/accounts/form.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { deskOf } from '../../facilitation/access.ts'
import { callInput, mostWords } from '../../facilitation/input.ts'
import { draftCall } from '../../facilitation/trace.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** `/facilitation/annonce` */
export const showCall = (deps: Deps) => (c: Ctx) => {
  deskOf(c.var.viewer)
  const t = deskTexts[c.var.locale].callDefault
  const { settings, origin } = deps.hub
  const values = { title: t.title(settings.name), text: t.text(`${origin}/facilitation`) }
  return callPage(deps, c, { values, errors: {} })
}

export const sendCall = (deps: Deps) => async (c: Ctx) => {
  const viewer = deskOf(c.var.viewer)
  const sent = await formOf(c)
  const { input, faults } = parse(callInput, sent)
  if (input === null) return callPage(deps, c, mend(c, sent, faults), 422)
  const id = uuid.test(sent['form'] ?? '') ? (sent['form'] ?? '') : deps.newId()
  const { envelope } = await draftCall(deps, viewer, { ...input, id })
  setFlash(deps, c, 'entry-in-review')
  return c.redirect(envelope.path, 303)
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const callPage = (deps: Deps, c: Ctx, form: FormState, status: 200 | 422 = 200): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: deskTexts[c.var.locale].callTitle, status },
    <Call {...form} form={form.values['form'] ?? deps.newId()} most={mostWords} />,
  )
