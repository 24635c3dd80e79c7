import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { Inquire, InquiryLink, NotOpen } from '../../../views/inquiries/inquire.tsx'
import { formatMoment } from '../../../views/format.ts'
import { inquiryTexts } from '../../../views/inquiries/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { inquiryOf, mayReadInquiries } from '../../inquiries/access.ts'
import { ask, isCrowded } from '../../inquiries/commands.ts'
import { keptDays } from '../../inquiries/forget.ts'
import { inquiryInput, mostPeople, mostWords } from '../../inquiries/input.ts'
import { placesTaken } from '../../inquiries/places.ts'
import { inquiryCounts } from '../../inquiries/queries.ts'
import type { Fault } from '../../kinds/faults.ts'
import type { Inquiry, Kind } from '../../kinds/kind.ts'
import { turnoutOf } from '../../registrations/queries.ts'
import { formDataOf, mend, textIn } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { debatesToChoose, type DebateChoice } from '../registrations/debates.ts'

/** On the page of an entry that takes inquiries here, and while letters can leave; else nothing. */
export async function inquiryLink(deps: Deps, entry: Entry) {
  const open = deps.mailer === null ? null : inquiryOf(entry, deps.now())
  if (open === null) return null
  const { path } = entry.envelope
  return <InquiryLink act={open.act} href={`${path}/demande`} left={await leftOf(deps, entry, open)} />
}

/** How many wrote, for those who read them; null for others, and where nobody can write. */
export async function inquiriesTold(
  deps: Deps,
  { envelope, kind, fields }: Entry,
  viewer: Visitor,
): Promise<number | null> {
  if (fields === null || kind.inquiry === undefined || !mayReadInquiries(viewer, envelope)) return null
  const { all } = await inquiryCounts(deps.db, envelope.n)
  return all > 0 || (deps.mailer !== null && kind.inquiry(fields) !== null) ? all : null
}

/** `/emplois/menuisier/demande` */
export const showInquire = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const open = openFor(deps, entry)
  return open === null ? notOpen(deps, c, entry) : inquirePage(deps, c, entry, open, blankForm)
}

export const sendInquiry = (deps: Deps, kind: Kind, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const form = await formDataOf(c)
  const sent = textIn(form)
  const open = openFor(deps, entry)
  if (open === null) return notOpen(deps, c, entry)
  const choice = await debatesToChoose(deps, entry, open, form.getAll('debates'))
  const { input, faults } = parse(inquiryInput(open.act), sent)
  const left = await leftOf(deps, entry, open)
  const wrong: Fault[] = [...faults, ...choice.faults]
  // Whoever joins the line is offered as many places as they ask for.
  if (input !== null && left !== null && left > 0 && input.people > left)
    wrong.push({ field: 'people', code: 'too-big', detail: String(left) })
  if (input === null || wrong.length > 0)
    return inquirePage(deps, c, entry, open, mend(c, sent, wrong), { status: 422, choice })
  const done = c.redirect('/demandes/lien-envoye', 303)
  // A machine: it is told what people are told, and nothing happens.
  if ((sent['site'] ?? '') !== '') return done
  const again = { values: sent, errors: {} }
  if (await isCrowded(deps, entry.envelope.n))
    return inquirePage(deps, c, entry, open, again, { status: 429, trouble: 'crowded', choice })
  await throttle.letter(addressOf(deps.config, c), input.email)
  const written = { ...input, locale: c.var.locale, debates: choice.chosen.map(({ n }) => n) }
  if (await ask(deps, entry, open, written)) return done
  return inquirePage(deps, c, entry, open, again, { status: 503, trouble: 'unsent', choice })
}

export const showLinkSent = (deps: Deps) => (c: Ctx) => {
  const t = inquiryTexts[c.var.locale]
  return privatePage(deps, c, { title: t.mailTitle }, <Told title={t.mailTitle} text={t.mail} />)
}

const openFor = (deps: Deps, entry: Entry): Inquiry | null =>
  deps.mailer === null ? null : inquiryOf(entry, deps.now())

/** None is left while somebody waits, for theirs is the next one. */
async function leftOf({ db, now }: Deps, { envelope }: Entry, { places }: Inquiry): Promise<number | null> {
  if (places === null) return null
  const { waiting } = await turnoutOf(db, envelope.n)
  return waiting > 0 ? 0 : Math.max(0, places - (await placesTaken(db, envelope.n, now())))
}

async function inquirePage(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  open: Inquiry,
  form: FormState,
  {
    status = 200,
    trouble,
    choice,
  }: { status?: ContentfulStatusCode; trouble?: 'crowded' | 'unsent'; choice?: DebateChoice } = {},
): Promise<Response> {
  const { envelope } = entry
  const { debates, chosen } = choice ?? (await debatesToChoose(deps, entry, open, []))
  const t = inquiryTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t[open.act].title(envelope.title), active: envelope.kind, status },
    <Inquire
      {...form}
      act={open.act}
      entry={envelope}
      left={await leftOf(deps, entry, open)}
      debates={debates.map(({ n, when, ...debate }) => ({
        ...debate,
        when: formatMoment(when, c.var.locale),
        chosen: chosen.some((one) => one.n === n),
      }))}
      most={{ people: mostPeople, words: mostWords }}
      keptDays={keptDays}
      trouble={trouble && t[trouble]}
    />,
  )
}

/** Closed, answered elsewhere, of another hub, or no letter can leave: the entry's page says how, if there is a way. */
const notOpen = (deps: Deps, c: Ctx, { envelope }: Entry): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: inquiryTexts[c.var.locale].notOpen, status: 409 },
    <NotOpen back={envelope.path} />,
  )
