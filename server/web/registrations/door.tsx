import { Badges } from '../../../views/registrations/badges.tsx'
import { Door, type DoorProps } from '../../../views/registrations/door.tsx'
import { registrationTexts } from '../../../views/registrations/texts.ts'
import { required } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { mayReadInquiries } from '../../inquiries/access.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { expectedAt, soughtAtDoor, turnoutOf } from '../../registrations/queries.ts'
import { ticketPath } from '../../registrations/ticket.ts'
import { formOf } from '../accounts/form.ts'
import { privatePage } from '../accounts/private-page.tsx'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'

/** `/agenda/forum/accueil` */
export const showDoor = (deps: Deps, kind: Kind) => async (c: Ctx) =>
  doorPage(deps, c, await kept(deps, c, kind), '', null)

/** By post: names have no place in addresses, nor in what logs and histories keep of them. */
export const seekAtDoor = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await kept(deps, c, kind)
  const typed = ((await formOf(c))['cherche'] ?? '').slice(0, 100)
  const found = (await soughtAtDoor(deps, entry.envelope.n, typed)).map(
    ({ id, name, organisation, people, presentAt }) => ({
      ...{ name, organisation, people, presentAt },
      href: ticketPath(deps, id),
    }),
  )
  return doorPage(deps, c, entry, typed, found)
}

/** `/agenda/forum/badges`: one for each person, those who come with somebody included. */
export const showBadges = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope } = await kept(deps, c, kind)
  const badges = (await expectedAt(deps.db, envelope.n)).flatMap(({ name, organisation, people }) =>
    Array.from({ length: people }, (_, index) => ({
      name,
      organisation,
      of: index === 0 ? null : name,
    })),
  )
  return privatePage(
    deps,
    c,
    { title: `${registrationTexts[c.var.locale].badges} – ${envelope.title}` },
    <Badges entry={envelope} hub={deps.hub.settings.name} badges={badges} />,
  )
}

/** An event of ours, for those who publish it. */
async function kept(deps: Deps, c: Ctx, kind: Kind): Promise<Entry> {
  const viewer = required(c.var.viewer, 'member')
  const entry = await soughtEntry(deps, c, kind)
  if (!mayReadInquiries(viewer, entry.envelope))
    throw new Refusal('forbidden', 'The door is for those who publish the event.')
  return entry
}

const doorPage = async (
  deps: Deps,
  c: Ctx,
  { envelope }: Entry,
  typed: string,
  found: DoorProps['found'],
): Promise<Response> =>
  privatePage(
    deps,
    c,
    { title: `${registrationTexts[c.var.locale].door} – ${envelope.title}`, active: envelope.kind },
    <Door entry={envelope} turnout={await turnoutOf(deps.db, envelope.n)} typed={typed} found={found} />,
  )
