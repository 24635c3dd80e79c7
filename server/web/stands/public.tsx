import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { blankForm, type FormState } from '../../../views/accounts/form.ts'
import { Told } from '../../../views/accounts/reset.tsx'
import { StandsPage, VillagesPanel } from '../../../views/stands/public.tsx'
import { Sheet } from '../../../views/stands/sheet.tsx'
import { standTexts } from '../../../views/stands/texts.ts'
import { parse } from '../../accounts/input.ts'
import type { Throttle } from '../../accounts/throttle.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { contactStand, mostContacts } from '../../stands/board.ts'
import { contactInput } from '../../stands/input.ts'
import { contactsAsked, standById, type Stand } from '../../stands/queries.ts'
import { formOf, mend } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { addressOf } from '../client-address.ts'
import type { Panel } from '../entries/panels.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { directoryOf, shownNotices, shownVillages, standsAt } from './shown.ts'

/** On the page of an event that has villages; to its host, also of one that might. */
export const villagesPanel: Panel = async (deps, c, entry) => {
  const { envelope, kind, fields } = entry
  // A debate has no villages: its forum has.
  if (kind.when === undefined || envelope.origin !== null || (fields['partOf'] ?? '') !== '') return null
  const villages = await shownVillages(deps, entry)
  const { asks, waiting } = await standsAt(deps, entry, c.var.viewer)
  if (villages.length === 0 && (waiting === null || !asks)) return null
  return (
    <VillagesPanel
      entry={envelope}
      villages={villages}
      asks={asks && villages.length > 0}
      waiting={waiting}
    />
  )
}

/** `/agenda/forum/stands` */
export const showStands = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await ofEvent(deps, c, kind)
  const villages = await shownVillages(deps, entry)
  const { asks, waiting } = await standsAt(deps, entry, c.var.viewer)
  if (villages.length === 0 && waiting === null) throw new Refusal('absent', 'There are no stands.')
  return page(
    deps,
    c,
    { title: standTexts[c.var.locale].of(entry.envelope.title), active: kind.name },
    <StandsPage
      entry={entry.envelope}
      villages={villages}
      asks={asks && villages.length > 0}
      waiting={waiting}
      contacts={await contactsAsked(deps.db, entry.envelope.n)}
    />,
  )
}

/** `/agenda/forum/stands/{id}` */
export const showSheet = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry, stand } = await published(deps, c, kind)
  return sheetPage(deps, c, entry, stand, blankForm)
}

export const sendContact = (deps: Deps, kind: Kind, throttle: Pick<Throttle, 'letter'>) => async (c: Ctx) => {
  const { entry, stand } = await published(deps, c, kind)
  const sent = await formOf(c)
  if (!writes(deps, stand)) return sheetPage(deps, c, entry, stand, { values: sent, errors: {} }, 409)
  const { input, faults } = parse(contactInput, sent)
  if (input === null) return sheetPage(deps, c, entry, stand, mend(c, sent, faults), 422)
  const t = standTexts[c.var.locale]
  const done = () => privatePage(deps, c, { title: t.sentTitle }, <Told title={t.sentTitle} text={t.sent} />)
  // A machine: it is told what people are told, and nothing happens.
  if ((sent['autre'] ?? '') !== '') return done()
  await throttle.letter(addressOf(deps.config, c), input.email)
  const outcome = await contactStand(deps, entry, stand, input)
  if (outcome === 'sent') return done()
  const trouble = outcome === 'full' ? t.tooMany : t.unsent
  return sheetPage(deps, c, entry, stand, { values: sent, errors: {} }, 503, trouble)
}

const writes = ({ mailer }: Deps, { email, contacts }: Stand): boolean =>
  mailer !== null && email !== '' && contacts < mostContacts

async function sheetPage(
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  stand: Stand,
  form: FormState,
  status: ContentfulStatusCode = 200,
  trouble?: string,
): Promise<Response> {
  const { name, does, seeks, shows, website, village, id } = stand
  const show = status === 200 ? page : privatePage
  return show(
    deps,
    c,
    { title: `${name} – ${envelope.title}`, active: envelope.kind, status },
    <Sheet
      {...{ name, does, seeks, shows, website, trouble }}
      {...form}
      entry={envelope}
      path={`${envelope.path}/stands/${id}`}
      village={village.name}
      directory={directoryOf(stand)}
      notices={await shownNotices(deps, stand)}
      writes={writes(deps, stand)}
    />,
  )
}

/** A public event of ours. */
export async function ofEvent(deps: Deps, c: Ctx, kind: Kind): Promise<Entry> {
  const entry = await soughtEntry(deps, c, kind)
  if (entry.envelope.origin !== null || !isPublic(entry.envelope.state))
    throw new Refusal('absent', 'There is no such page.')
  return entry
}

async function published(deps: Deps, c: Ctx, kind: Kind): Promise<{ entry: Entry; stand: Stand }> {
  const entry = await ofEvent(deps, c, kind)
  const stand = await standById(deps.db, c.req.param('stand') ?? '')
  if (stand === undefined || stand.village.entryN !== entry.envelope.n || stand.state !== 'accepted')
    throw new Refusal('absent', 'There is no such stand.')
  return { entry, stand }
}
