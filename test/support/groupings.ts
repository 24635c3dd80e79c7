import type { Entry } from '../../server/entries/load.ts'
import { openCall } from '../../server/groupings/commands.ts'
import { askToJoin } from '../../server/groupings/members.ts'
import { groupingById, membersOf, type Grouping, type Member } from '../../server/groupings/queries.ts'
import type { TestHub } from './hub.ts'
import { until } from './until.ts'

type Hub = Pick<TestHub, 'deps' | 'admin'>

/** An organisation of this hub that is an actor already. */
export async function hosted(hub: TestHub, title: string, handle: string): Promise<Entry> {
  const entry = await hub.publish('organisation', { title, place: '92036' }, { handle })
  await until(
    `${title} is an actor`,
    async () => (await hub.federation.routes.request(`/ap/actors/${handle}`)).ok,
  )
  return entry
}

/** A call for partners on a lot of a tender. */
export const called = (
  { deps, admin }: Hub,
  { tender, lead, number = 1 }: { tender: Entry; lead: Entry; number?: number },
): Promise<Grouping> =>
  openCall(
    deps,
    admin,
    { tenderN: tender.envelope.n, number, subject: `Lot ${number} – ${tender.envelope.title}` },
    {
      id: deps.newId(),
      input: {
        organisation: lead.envelope.id,
        form: 'several',
        seeks: 'Une équipe pour les massifs.\nÀ Gennevilliers.',
        brings: 'La tonte',
      },
    },
  )

export const asking = (
  { deps, admin }: Hub,
  grouping: Grouping,
  organisation: Entry,
  note: string | null = null,
) =>
  askToJoin(deps, admin, grouping, {
    ...{ organisation: organisation.envelope.id, role: 'Les massifs, avec une équipe de six', note },
  })

export async function again({ deps }: Hub, id: string): Promise<Grouping> {
  const grouping = await groupingById(deps.db, id)
  if (grouping === undefined) throw new Error('The call is gone.')
  return grouping
}

/** Waits for the only member of a call to be so. */
export const member = ({ deps }: Hub, { n }: Grouping, as: (one: Member) => boolean): Promise<Member> =>
  until('the member of the call', async () => {
    const [one] = await membersOf(deps.db, n)
    return one !== undefined && as(one) ? one : null
  })
