import type { FormState } from '../../../views/accounts/form.ts'
import type { MembershipsProps } from '../../../views/networks/memberships.tsx'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { seekingsOf } from '../../federation/memberships/seek.ts'
import { partyOfEntry } from '../../networks/parties.ts'
import { membershipsOf, partiesHere } from '../../networks/queries.ts'
import type { Side } from '../../networks/sides.ts'
import { shownParty } from './shown.tsx'

/** Where the editors of one side say things: of a network on its members' page. */
export const pathOf = ({ envelope }: Entry, side: Side): string =>
  `${envelope.path}/${side === 'network' ? 'membres' : 'adhesions'}`

/** All that an editor sees of one side. */
export async function managed(
  deps: Deps,
  entry: Entry,
  side: Side,
  form: FormState,
): Promise<MembershipsProps | null> {
  const me = await partyOfEntry(deps.db, entry.envelope.id)
  if (me === undefined) return null
  const rows = await membershipsOf(deps.db, me.n, side, true)
  const living = rows.filter(({ state }) => state !== 'ended').map(({ party }) => party.n)
  const here = await partiesHere(deps.db, { except: [me.n, ...living], networks: side === 'organisation' })
  const seekings = await seekingsOf(deps.db, me.n)
  return {
    ...form,
    side,
    level: side === 'network' ? 3 : 2,
    action: pathOf(entry, side),
    rows: rows.map(({ n, party, state, row }) => ({
      ...{ n, state, party: shownParty(party) },
      ...{ endedAt: row.endedAt, endedBy: row.endedBy },
    })),
    seekings: seekings
      .filter((one) => one.side === side)
      .map(({ address, failed }) => ({ address, failed: failed !== null })),
    options: here.map(({ n, name }) => ({ value: String(n), label: name })),
  }
}
