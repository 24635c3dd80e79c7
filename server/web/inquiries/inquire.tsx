import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { Inquire, InquiryLink, NotOpen } from '../../../views/inquiries/inquire.tsx'
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
import { inquiryCounts } from '../../inquiries/queries.ts'
import type { Inquiry, Kind } from '../../kinds/kind.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'

/** On the page of an entry that takes inquiries here, and while letters can leave; else nothing. */
export async function inquiryLink(deps: Deps, entry: Entry) {
  const open = deps.mailer === null ? null : inquiryOf(entry, deps.now())
  if (open === null) return null
  const { n, path } = entry.envelope
  return <InquiryLink act={open.act} href={`${path}/demande`} left={await leftOf(deps, n, open)} />
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
  const sent = await formOf(c)
  const open = openFor(deps, entry)
  if (open === null) return notOpen(deps, c, entry)
  const { input, faults } = parse(inquiryInput(open.act), sent)
  if (input === null) return inquirePage(deps, c, entry, open, mend(c, sent, faults), { status: 422 })
  const left = await leftOf(deps, entry.envelope.n, open)
  if (left !== null && input.people > left)
    return inquirePage(
      deps,
      c,
      entry,
      open,
      mend(c, sent, [{ field: 'people', code: 'too-big', detail: String(left) }]),
      {
        status: 422,
      },
    )
  const done = c.redirect('/demandes/lien-envoye', 303)
  // A machine: it is told what people are told, and nothing happens.
  if ((sent['site'] ?? '') !== '') return done
  const again = { values: sent, errors: {} }
  if (await isCrowded(deps, entry.envelope.n))
    return inquirePage(deps, c, entry, open, again, { status: 429, trouble: 'crowded' })
  await throttle.letter(addressOf(deps.config, c), input.email)
  if (await ask(deps, entry, open, { ...input, locale: c.var.locale })) return done
  return inquirePage(deps, c, entry, open, again, { status: 503, trouble: 'unsent' })
}

export const showLinkSent = (deps: Deps) => (c: Ctx) => {
  const t = inquiryTexts[c.var.locale]
  return privatePage(deps, c, { title: t.mailTitle }, <Told title={t.mailTitle} text={t.mail} />)
}

const openFor = (deps: Deps, entry: Entry): Inquiry | null =>
  deps.mailer === null ? null : inquiryOf(entry, deps.now())

async function leftOf({ db }: Deps, entryN: number, { places }: Inquiry): Promise<number | null> {
  return places === null ? null : Math.max(0, places - (await inquiryCounts(db, entryN)).people)
}

async function inquirePage(
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  open: Inquiry,
  form: FormState,
  { status = 200, trouble }: { status?: ContentfulStatusCode; trouble?: 'crowded' | 'unsent' } = {},
): Promise<Response> {
  const t = inquiryTexts[c.var.locale]
  return privatePage(
    deps,
    c,
    { title: t[open.act].title(envelope.title), active: envelope.kind, status },
    <Inquire
      {...form}
      act={open.act}
      entry={envelope}
      left={await leftOf(deps, envelope.n, open)}
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
