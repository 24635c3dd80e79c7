import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { AskSupport, SupportNotOpen } from '../../../views/supports/asking.tsx'
import { supportTexts } from '../../../views/supports/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { takesSupport } from '../../supports/access.ts'
import { ask, unname } from '../../supports/commands.ts'
import { askInput } from '../../supports/input.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { setFlash } from '../middleware/flash.ts'

/** `/propositions/un-pour-cent/soutenir` */
export const showAsking = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  return isOpen(deps, entry) ? askPage(deps, c, entry, blankForm) : notOpen(deps, c, entry)
}

export const sendAsking = (deps: Deps, kind: Kind, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const sent = await formOf(c)
  if (!isOpen(deps, entry)) return notOpen(deps, c, entry)
  const { input, faults } = parse(askInput, sent)
  if (input === null) return askPage(deps, c, entry, mend(c, sent, faults), { status: 422 })
  const done = c.redirect('/soutiens/lien-envoye', 303)
  // A machine: it is told what people are told, and nothing happens.
  if ((sent['site'] ?? '') !== '') return done
  await throttle.letter(addressOf(deps.config, c), input.email)
  if (await ask(deps, entry, { ...input, locale: c.var.locale })) return done
  return askPage(deps, c, entry, { values: sent, errors: {} }, { status: 503, unsent: true })
}

export const showLinkSent = (deps: Deps) => (c: Ctx) => {
  const t = supportTexts[c.var.locale]
  return privatePage(deps, c, { title: t.mailTitle }, <Told title={t.mailTitle} text={t.mail} />)
}

/** A first name that should not be read: taken away by those who answer for the page. */
export const eraseName = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, kind)
  const { n = '' } = await formOf(c)
  if (!/^\d{1,15}$/.test(n)) throw new Refusal('invalid', 'There is no such name.')
  await unname(deps, viewer, entry, Number(n))
  setFlash(deps, c, 'support-unnamed')
  return c.redirect(entry.envelope.path, 303)
}

const isOpen = (deps: Deps, entry: Entry): boolean => deps.mailer !== null && takesSupport(entry)

const askPage = (
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  form: FormState,
  { status = 200, unsent = false }: { status?: ContentfulStatusCode; unsent?: boolean } = {},
): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: supportTexts[c.var.locale].askTitle(envelope.title), active: envelope.kind, status },
    <AskSupport {...form} entry={envelope} unsent={unsent} />,
  )

const notOpen = (deps: Deps, c: Ctx, { envelope }: Entry): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: supportTexts[c.var.locale].notOpen, status: 409 },
    <SupportNotOpen entry={envelope} />,
  )
