import type { ShownNeed } from '../../../views/networks/need-card.tsx'
import type { NeedPageProps } from '../../../views/networks/needs.tsx'
import type { ShownParty } from '../../../views/networks/party.tsx'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { isPublic } from '../../entries/entry.ts'
import { kindNamed } from '../../kinds/index.ts'
import type { Kind } from '../../kinds/kind.ts'
import { isNetwork, mayAnswerFor } from '../../networks/commands.ts'
import type { Need } from '../../networks/needs.ts'
import type { Party } from '../../networks/parties.ts'
import { Refusal } from '../../refusal.ts'
import { outside } from '../entries/look.ts'
import { soughtEntry } from '../entries/seek.ts'
import type { Ctx } from '../env.ts'

// What these pages stand on: an organisation of the directory, and who answers for it.

export function directory(): Kind {
  const kind = kindNamed('organisation')
  if (kind === undefined) throw new Error('This hub knows no organisations.')
  return kind
}

/** A public organisation of this hub. */
export async function organisationAt(deps: Deps, c: Ctx): Promise<Entry> {
  const entry = await soughtEntry(deps, c, directory())
  if (entry.envelope.origin !== null || !isPublic(entry.envelope.state))
    throw new Refusal('absent', 'There is no such page.')
  return entry
}

export async function networkAt(deps: Deps, c: Ctx): Promise<Entry> {
  const entry = await organisationAt(deps, c)
  if (!isNetwork(entry)) throw new Refusal('absent', 'This organisation is no network.')
  return entry
}

/** For those who answer for it. */
export function answering(c: Ctx, entry: Entry): Viewer {
  const viewer = required(c.var.viewer, 'member')
  if (!mayAnswerFor(viewer, entry)) throw new Refusal('forbidden', 'You do not answer for this organisation.')
  return viewer
}

export const shownParty = ({ name, handle, url, local, host }: Party): ShownParty => ({
  name: name === '' ? `@${handle}` : name,
  href: local ? url : (outside(url) ?? null),
  host: local ? null : host,
})

export const shownNeed = (need: Need): ShownNeed => ({
  ...need,
  receipts: need.receipts.map((receipt) => ({ ...receipt, source: outside(receipt.source) })),
})

export const valuesOf = (need: Need): NeedPageProps['values'] => ({
  sort: need.sort,
  title: need.title,
  amount: need.amount === null ? '' : String(need.amount),
  fromDay: need.fromDay ?? '',
  untilDay: need.untilDay ?? '',
  details: need.details,
  state: need.state,
})
