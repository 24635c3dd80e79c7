import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { OwnSupport, type OwnSupportProps } from '../../../views/supports/asking.tsx'
import { supportTexts } from '../../../views/supports/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { ownEntryById } from '../../entries/queries.ts'
import { Refusal } from '../../refusal.ts'
import { isSupported, takesSupport } from '../../supports/access.ts'
import { confirm, isLate, takeBack } from '../../supports/commands.ts'
import { nameInput } from '../../supports/input.ts'
import { linkOf, type SupportLink } from '../../supports/link.ts'
import { supportBy, type SupportRow } from '../../supports/queries.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

interface Own {
  link: SupportLink
  entry: Entry
  support: SupportRow | undefined
}

/** The link of the letter. Looking changes nothing: mail scanners look too. */
export const showOwn = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  return own === null ? spentLink(deps, c) : ownPage(deps, c, own, stateOf(deps, own))
}

export const actOnOwn = (deps: Deps) => async (c: Ctx) => {
  const sent = await formOf(c)
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  if (sent['acte'] === 'retirer') {
    await takeBack(deps, own.entry.envelope.n, own.link.mark)
    return c.redirect('/soutiens/retire', 303)
  }
  if (sent['acte'] !== 'soutenir') throw new Refusal('invalid', 'There is nothing to do here.')
  const { input, faults } = parse(nameInput, sent)
  if (input === null)
    return ownPage(deps, c, own, stateOf(deps, own), { form: mend(c, sent, faults), status: 422 })
  const outcome = await confirm(deps, own.entry, own.link, input.name)
  return outcome === 'done' ? c.redirect(c.req.path, 303) : ownPage(deps, c, own, outcome, { status: 409 })
}

export const showTakenBack = (deps: Deps) => (c: Ctx) => {
  const t = supportTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.takenBackTitle },
    <Told title={t.takenBackTitle} text={t.takenBack} />,
  )
}

function stateOf(deps: Deps, { link, entry, support }: Own): OwnSupportProps['state'] {
  if (support !== undefined) return 'done'
  if (isLate(link, deps.now())) return 'late'
  return takesSupport(entry) ? 'unconfirmed' : 'over'
}

/** What the link opens; null: no link of ours, or of what is gone. Which of these, it does not say. */
async function ownOf(deps: Deps, c: Ctx): Promise<Own | null> {
  const { entry: id = '', at = '', mark = '', key = '' } = c.req.param()
  const link = linkOf(deps, { entry: id, at, mark, key })
  const entry = link === null ? undefined : await ownEntryById(deps, link.entryId)
  if (link === null || entry === undefined) return null
  if (!isSupported(entry.envelope) || !isPublic(entry.envelope.state)) return null
  return { link, entry, support: await supportBy(deps.db, entry.envelope.n, link.mark) }
}

const ownPage = (
  deps: Deps,
  c: Ctx,
  { entry, support }: Own,
  state: OwnSupportProps['state'],
  { form = blankForm, status = 200 }: { form?: FormState; status?: ContentfulStatusCode } = {},
): Promise<Response> => {
  const t = supportTexts[c.var.locale]
  const title = state === 'done' ? t.doneTitle : state === 'unconfirmed' ? t.confirmTitle : t.notOpen
  return privatePage(
    deps,
    c,
    { title, status },
    <OwnSupport {...form} entry={entry.envelope} state={state} name={support?.name ?? null} />,
  )
}
