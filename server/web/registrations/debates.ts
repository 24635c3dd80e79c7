import type { Deps } from '../../deps.ts'
import { isOver } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { seatsTaken } from '../../inquiries/seats.ts'
import type { Fault } from '../../kinds/faults.ts'
import { startOf } from '../../kinds/event/fields.ts'
import type { Inquiry } from '../../kinds/kind.ts'
import { debatesOf, eventOf } from '../../programme/queries.ts'

interface Debate {
  n: number
  id: string
  title: string
  language: string
  when: number
  /** Places left; null: nobody counts. */
  left: number | null
}

export interface DebateChoice {
  debates: Debate[]
  chosen: Debate[]
  faults: Fault[]
}

/** What may be chosen with a registration, and what was: the debates of this event, and of no other. */
export async function debatesToChoose(
  deps: Deps,
  entry: Entry,
  { act }: Inquiry,
  ids: readonly unknown[],
): Promise<DebateChoice> {
  if (act !== 'register') return { debates: [], chosen: [], faults: [] }
  const open = (await debatesOf(deps, entry)).filter(
    (debate) => !isOver(debate.envelope, deps.now()) && eventOf(debate)?.status !== 'cancelled',
  )
  const taken = await seatsTaken(
    deps.db,
    open.map(({ envelope }) => envelope.n),
  )
  const debates = open.flatMap((debate): Debate[] => {
    const event = eventOf(debate)
    if (event === null) return []
    const { n, id, title, language } = debate.envelope
    const left = event.capacity === null ? null : Math.max(0, event.capacity - (taken.get(n) ?? 0))
    return [{ n, id, title, language, when: startOf(event), left }]
  })
  const chosen = debates.filter(({ id }) => ids.includes(id))
  const known = new Set<unknown>(debates.map(({ id }) => id))
  const faults: Fault[] = ids.every((id) => known.has(id)) ? [] : [{ field: 'debates', code: 'choice' }]
  return { debates, chosen, faults }
}
