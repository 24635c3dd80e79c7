import { BelongsPanel, NetworkPanel } from '../../../views/networks/panel.tsx'
import { needTexts } from '../../../views/networks/need-texts.ts'
import type { Deps } from '../../deps.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import { isNetwork, mayAnswerFor } from '../../networks/commands.ts'
import { countsOf } from '../../networks/gathered.ts'
import { needsOf } from '../../networks/needs.ts'
import { partyOfEntry, type Party } from '../../networks/parties.ts'
import { confirmed, membershipsOf } from '../../networks/queries.ts'
import type { Ctx } from '../env.ts'
import { shownParty } from './shown.tsx'

/** On the page of an organisation: whom it gathers, if it is a network, and the networks that it belongs to. */
export async function networkPanel(deps: Deps, c: Ctx, entry: WholeEntry) {
  const { envelope, kind } = entry
  if (kind.name !== 'organisation' || envelope.origin !== null) return null
  const me = await partyOfEntry(deps.db, envelope.id)
  if (me === undefined) return null
  const gathers = isNetwork(entry) ? await gathering(deps, c, entry, me) : null
  const belongs = await belonging(deps, c, entry, me)
  return gathers === null && belongs === null ? null : (
    <>
      {gathers}
      {belongs}
    </>
  )
}

async function gathering(deps: Deps, c: Ctx, { envelope }: WholeEntry, me: Party) {
  const members = await membershipsOf(deps.db, me.n, 'network')
  const t = needTexts[c.var.locale]
  const needs = await needsOf(deps.db, envelope.id)
  return (
    <NetworkPanel
      name={envelope.title}
      path={envelope.path}
      counts={await countsOf(deps.db, { n: me.n, entryId: envelope.id }, members)}
      members={confirmed(members).map(({ party }) => shownParty(party))}
      needs={needs.map(({ title, state }) => ({ title, state: t.states[state] }))}
    />
  )
}

/** What another alone says of it is for its editors to answer, and stands on no page of its own. */
async function belonging(deps: Deps, c: Ctx, entry: WholeEntry, me: Party) {
  const networks = await membershipsOf(deps.db, me.n, 'organisation')
  const own = networks.filter(({ state }) => state === 'asked')
  const isTheirs = mayAnswerFor(c.var.viewer, entry)
  if (confirmed(networks).length === 0 && own.length === 0 && !isTheirs) return null
  return (
    <BelongsPanel
      name={entry.envelope.title}
      networks={confirmed(networks).map(({ party }) => shownParty(party))}
      oneSided={own.map(({ party }) => ({ party: shownParty(party), by: 'organisation' }))}
      manage={isTheirs ? `${entry.envelope.path}/adhesions` : null}
    />
  )
}
