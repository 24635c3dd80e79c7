import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Told } from '../../../views/accounts/reset.tsx'
import { OwnInquiry, titleOf, type OwnInquiryProps } from '../../../views/inquiries/confirming.tsx'
import { inquiryTexts } from '../../../views/inquiries/texts.ts'
import { later, send } from '../../accounts/letters.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { confirm, hindrance, takeBack } from '../../inquiries/commands.ts'
import { forward, tellWriter } from '../../inquiries/forward.ts'
import { lineLetter } from '../../inquiries/letters.ts'
import { joinLine, serveLine, standingOf, takeOffer } from '../../inquiries/line.ts'
import { isKeyOf, pathOf } from '../../inquiries/link.ts'
import { inquiryById, type InquiryRow } from '../../inquiries/queries.ts'
import { turnOf } from '../../inquiries/seats.ts'
import type { Inquiry } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { debatesChosen, tellRegistered, ticketOf } from '../registrations/ticket.tsx'

interface Own {
  inquiry: InquiryRow
  entry: Entry
  act: Inquiry['act']
}

/** The link of the letter. Looking changes nothing: mail scanners look too. */
export const showOwn = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  return ownPage(deps, c, own, await stateOf(deps, own))
}

type State = OwnInquiryProps['state']

async function stateOf(deps: Deps, { inquiry, entry }: Own): Promise<State> {
  const standing = standingOf(inquiry, deps.now())
  if (standing === 'placed') return 'sent'
  return standing === 'unconfirmed' ? ((await hindrance(deps, entry, inquiry)) ?? 'unconfirmed') : standing
}

export const actOnOwn = (deps: Deps) => async (c: Ctx) => {
  const { acte = '' } = await formOf(c)
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const act = Object.hasOwn(acts, acte) ? acts[acte] : undefined
  if (act === undefined) throw new Refusal('invalid', 'There is nothing to do here.')
  return act(deps, c, own)
}

type Act = (deps: Deps, c: Ctx, own: Own) => Promise<Response>

const acts: Readonly<Record<string, Act>> = {
  envoyer: (deps, c, own) => settle(deps, c, own, false),
  /** Without the debates that are full. */
  allegee: (deps, c, own) => settle(deps, c, own, true),
  async attendre(deps, c, own) {
    const outcome = await joinLine(deps, own.entry, own.inquiry)
    if (outcome !== 'waiting') return ownPage(deps, c, own, outcome, 409)
    if (standingOf(own.inquiry, deps.now()) !== 'waiting') later(deps, () => tellLine(deps, own))
    return c.redirect(c.req.path, 303)
  },
  async retirer(deps, c, { inquiry, entry }) {
    await takeBack(deps, inquiry)
    later(deps, () => serveLine(deps, entry))
    return c.redirect('/demandes/retiree', 303)
  },
}

/** To those who publish, or into the place that was offered. */
async function settle(deps: Deps, c: Ctx, own: Own, leaving: boolean): Promise<Response> {
  const { inquiry, entry } = own
  const standing = standingOf(inquiry, deps.now())
  const outcome =
    standing === 'unconfirmed' || standing === 'placed'
      ? await confirm(deps, entry, inquiry, { leaving })
      : standing === 'offered'
        ? await takeOffer(deps, entry, inquiry, { leaving })
        : standing
  if (outcome !== 'sent') return ownPage(deps, c, own, outcome, 409)
  // Pressed twice, it is told once.
  if (standing !== 'placed') later(deps, () => tell(deps, own))
  return c.redirect(c.req.path, 303)
}

/** Told that they wait; and if a place is free after all, it is offered at once. */
async function tellLine(deps: Deps, { inquiry, entry }: Own): Promise<void> {
  const { hub } = deps
  const about = { act: 'register' as const, title: entry.envelope.title, hub: hub.settings.name }
  await send(deps, lineLetter(inquiry, about, hub.origin + pathOf(deps, inquiry.id)))
  await serveLine(deps, entry)
}

export const showTakenBack = (deps: Deps) => (c: Ctx) => {
  const t = inquiryTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t.takenBackTitle },
    <Told title={t.takenBackTitle} text={t.takenBack} />,
  )
}

async function tell(deps: Deps, { inquiry, entry, act }: Own): Promise<void> {
  const confirmed = await inquiryById(deps.db, inquiry.id)
  if (confirmed === undefined) return
  await forward(deps, entry, confirmed)
  if (act === 'register') await tellRegistered(deps, entry, confirmed)
  else await tellWriter(deps, entry, confirmed, act)
}

/** What the link opens; null: taken back, forgotten, or no link of ours. Which of these, it does not say. */
async function ownOf(deps: Deps, c: Ctx): Promise<Own | null> {
  const { id = '', key = '' } = c.req.param()
  if (!isKeyOf(deps, id, key)) return null
  const inquiry = await inquiryById(deps.db, id)
  const entry = inquiry && (await entryOfRow(deps, inquiry.entryN))
  const fields = entry?.fields ?? null
  const act = fields === null ? undefined : entry?.kind.inquiry?.(fields)?.act
  return inquiry === undefined || entry === undefined
    ? null
    : { inquiry, entry, act: act ?? (entry.kind.when === undefined ? 'ask' : 'register') }
}

async function ownPage(
  deps: Deps,
  c: Ctx,
  { inquiry, entry, act }: Own,
  state: State,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const { name, email, body, people, organisation, offeredUntil } = inquiry
  const t = inquiryTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: titleOf(t, act, state), status },
    <OwnInquiry
      {...{ act, name, email, body, people, organisation, state }}
      entry={entry.envelope}
      debates={await debatesChosen(deps, inquiry)}
      line={{ before: await turnOf(deps.db, inquiry), until: offeredUntil }}
      ticket={act === 'register' && state === 'sent' ? await ticketOf(deps, inquiry) : null}
    />,
  )
}
