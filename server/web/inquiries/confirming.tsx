import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { Told } from '../../../views/accounts/reset.tsx'
import { OwnInquiry, type OwnInquiryProps } from '../../../views/inquiries/confirming.tsx'
import { inquiryTexts } from '../../../views/inquiries/texts.ts'
import { later } from '../../accounts/letters.ts'
import type { Deps, Letter } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entryOfRow } from '../../entries/queries.ts'
import { renderFeed } from '../../feeds/index.ts'
import { confirm, hindrance, takeBack } from '../../inquiries/commands.ts'
import { forward, tellWriter } from '../../inquiries/forward.ts'
import { isKeyOf } from '../../inquiries/link.ts'
import { inquiryById, type InquiryRow } from '../../inquiries/queries.ts'
import type { Inquiry } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'

interface Own {
  inquiry: InquiryRow
  entry: Entry
  act: Inquiry['act']
}

/** The link of the letter. Looking changes nothing: mail scanners look too. */
export const showOwn = (deps: Deps) => async (c: Ctx) => {
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  const { inquiry, entry } = own
  const state =
    inquiry.confirmedAt === null ? ((await hindrance(deps, entry, inquiry)) ?? 'unconfirmed') : 'sent'
  return ownPage(deps, c, own, state)
}

export const actOnOwn = (deps: Deps) => async (c: Ctx) => {
  const { acte } = await formOf(c)
  const own = await ownOf(deps, c)
  if (own === null) return spentLink(deps, c)
  if (acte === 'retirer') {
    await takeBack(deps, own.inquiry)
    return c.redirect('/demandes/retiree', 303)
  }
  if (acte !== 'envoyer') throw new Refusal('invalid', 'There is nothing to do here.')
  const outcome = await confirm(deps, own.entry, own.inquiry)
  if (outcome !== 'sent') return ownPage(deps, c, own, outcome, 409)
  // Pressed twice, it is told once.
  if (own.inquiry.confirmedAt === null) later(deps, () => tell(deps, own))
  return c.redirect(c.req.path, 303)
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
  await tellWriter(deps, entry, confirmed, act, await calendarOf(deps, entry))
}

/** Of an event, its date for one's own calendar. */
async function calendarOf(
  deps: Deps,
  { kind, ...entry }: Entry,
): Promise<NonNullable<Letter['attachments']>> {
  if (kind.when === undefined) return []
  const { path, slug, title } = entry.envelope
  const feed = { kind, entries: [{ kind, ...entry }], url: `${deps.hub.origin}${path}.ics`, title }
  const content = await (await renderFeed(deps, 'ics', feed)).text()
  return [{ filename: `${slug}.ics`, content, contentType: 'text/calendar; charset=utf-8' }]
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

const ownPage = (
  deps: Deps,
  c: Ctx,
  { inquiry, entry, act }: Own,
  state: OwnInquiryProps['state'],
  status: ContentfulStatusCode = 200,
): Promise<Response> => {
  const { name, email, body, people } = inquiry
  const t = inquiryTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: state === 'sent' ? t[act].sentTitle : t.readAgain, status },
    <OwnInquiry {...{ act, name, email, body, people, state }} entry={entry.envelope} />,
  )
}
