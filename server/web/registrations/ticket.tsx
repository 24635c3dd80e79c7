import { Ticket, type TicketProps } from '../../../views/registrations/ticket.tsx'
import { registrationTexts } from '../../../views/registrations/texts.ts'
import { formatMoment, formatRange } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import { send } from '../../accounts/letters.ts'
import type { Deps, Letter } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { entriesOfRows, entryOfRow } from '../../entries/queries.ts'
import { mayReadInquiries } from '../../inquiries/access.ts'
import { registeredLetter } from '../../inquiries/letters.ts'
import { pathOf } from '../../inquiries/link.ts'
import { inquiryById, type InquiryRow } from '../../inquiries/queries.ts'
import { seatsOf, seatsTaken } from '../../inquiries/seats.ts'
import { eventOf } from '../../programme/queries.ts'
import { calendarOf, toldOf } from '../../registrations/calendar.ts'
import { noteTold } from '../../registrations/changes.ts'
import { forgetArrival, noteArrival } from '../../registrations/commands.ts'
import { pngOf } from '../../registrations/png.ts'
import { nameOf } from '../../registrations/queries.ts'
import { codesOf, isTicketKey, ticketPath } from '../../registrations/ticket.ts'
import { Refusal } from '../../refusal.ts'
import type { Titled } from '../../../views/quoting.tsx'
import { formOf } from '../accounts/form.ts'
import { privatePage, spentLink } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { codeOf, squaresOf } from '../posters/code.ts'

/** The debates that somebody chose, and whether there is room in them for all who come. */
export async function debatesChosen(
  deps: Pick<Deps, 'db' | 'hub'>,
  { n, people, confirmedAt, waitingSince }: InquiryRow,
): Promise<(Titled & { full: boolean })[]> {
  const chosen = await seatsOf(deps.db, n)
  if (chosen.length === 0) return []
  const taken = await seatsTaken(deps.db, chosen)
  const isSeated = confirmedAt !== null && waitingSince === null
  return (await entriesOfRows(deps, chosen)).map((debate) => {
    const { n: entryN, title, path, language } = debate.envelope
    const capacity = eventOf(debate)?.capacity ?? null
    const full = !isSeated && capacity !== null && (taken.get(entryN) ?? 0) + people > capacity
    return { title, path, language, full }
  })
}

export const ticketOf = async (deps: Pick<Deps, 'secret' | 'hub'>, { id }: InquiryRow) => {
  const href = ticketPath(deps, id)
  return { code: await codeOf(deps.hub.origin + href), word: codesOf(deps)(id), href }
}

/** To whoever has a place: dates for their calendar, and what they show at the door. */
export async function tellRegistered(deps: Deps, entry: Entry, inquiry: InquiryRow): Promise<boolean> {
  const { hub } = deps
  const door = hub.origin + ticketPath(deps, inquiry.id)
  const code: NonNullable<Letter['attachments']>[number] = {
    filename: 'billet.png',
    content: pngOf(await squaresOf(door)).toString('base64'),
    contentType: 'image/png',
    encoding: 'base64',
  }
  const left = await send(
    deps,
    registeredLetter(
      inquiry,
      { act: 'register', title: entry.envelope.title, hub: hub.settings.name },
      { link: hub.origin + pathOf(deps, inquiry.id), door, code: codesOf(deps)(inquiry.id) },
      { calendar: await calendarOf(deps, entry, inquiry), attachments: [code] },
    ),
  )
  if (left) await noteTold(deps, inquiry, toldOf(entry))
  return left
}

/** `/billet/…`: a scanner opens it, and so does whoever holds it: it changes nothing. */
export const showTicket = (deps: Deps) => async (c: Ctx) => ticketPage(deps, c, null)

export const actAtDoor = (deps: Deps) => async (c: Ctx) => {
  const { acte } = await formOf(c)
  const { viewer } = c.var
  const held = await heldTicket(deps, c)
  if (held === null) return spentLink(deps, c)
  if (viewer === null) throw new Refusal('unauthenticated', 'Log in first.')
  const { entry, inquiry } = held
  if (acte === 'annuler') {
    await forgetArrival(deps, viewer, entry, inquiry)
    return c.redirect(c.req.path, 303)
  }
  if (acte !== 'arriver') throw new Refusal('invalid', 'There is nothing to do here.')
  return ticketPage(deps, c, await noteArrival(deps, viewer, entry, inquiry))
}

interface Held {
  inquiry: InquiryRow
  entry: Entry
}

/** Null: no ticket of ours, taken back, or without a place. Which of these, it does not say. */
async function heldTicket(deps: Deps, c: Ctx): Promise<Held | null> {
  const { id = '', key = '' } = c.req.param()
  if (!isTicketKey(deps, id, key)) return null
  const inquiry = await inquiryById(deps.db, id)
  if (inquiry === undefined || inquiry.confirmedAt === null || inquiry.waitingSince !== null) return null
  const entry = await entryOfRow(deps, inquiry.entryN)
  return entry === undefined ? null : { inquiry, entry }
}

async function ticketPage(
  deps: Deps,
  c: Ctx,
  outcome: NonNullable<TicketProps['door']>['outcome'],
): Promise<Response> {
  const held = await heldTicket(deps, c)
  if (held === null) return spentLink(deps, c)
  const { entry, inquiry } = held
  const { name, organisation, people, presentAt, presentBy } = inquiry
  const keeps = mayReadInquiries(c.var.viewer, entry.envelope)
  const refused = outcome !== null && outcome !== 'noted' && outcome !== 'already'
  const { code, word } = await ticketOf(deps, inquiry)
  return privatePage(
    deps,
    c,
    { title: registrationTexts[c.var.locale].ticketFor(name), status: refused ? 409 : 200 },
    <Ticket
      {...{ name, organisation, people, code, word }}
      entry={entry.envelope}
      when={whenOf(entry, c.var.locale)}
      debates={await debatesChosen(deps, inquiry)}
      present={
        presentAt === null ? null : { at: presentAt, by: keeps ? await nameOf(deps.db, presentBy) : null }
      }
      door={keeps ? { action: c.req.path, outcome } : null}
    />,
  )
}

function whenOf({ envelope, kind, fields }: Entry, locale: Locale): string {
  const when = fields === null ? null : (kind.when?.(envelope, fields) ?? null)
  if (when === null) return ''
  return when.endsAt === null
    ? formatMoment(when.startsAt, locale, when.timeZone)
    : formatRange(when.startsAt, when.endsAt, locale, when.timeZone)
}
