import { defaultZone } from '../../../views/format.ts'
import type { DecisionFilter } from '../../moderation/decision-store.ts'
import { isAction } from '../../moderation/decisions.ts'
import { optionalDay } from '../../kinds/gate.ts'
import { endOfDay, instantOf } from '../../kinds/zoned.ts'

/** As it stands in the address, and in the form above the list. */
export type TypedFilter = Readonly<Record<'par' | 'acte' | 'du' | 'au', string>>

/** What is no filter is none: an address that was typed wrong shows all. */
export function filterOf(asked: URLSearchParams): { typed: TypedFilter; filter: DecisionFilter } {
  const query = (name: string): string => (asked.get(name) ?? '').slice(0, 100)
  const day = (name: string): string => optionalDay.safeParse(query(name)).data ?? ''
  const acte = query('acte')
  const typed = { par: query('par'), acte: isAction(acte) ? acte : '', du: day('du'), au: day('au') }
  return {
    typed,
    filter: {
      by: typed.par || null,
      action: typed.acte || null,
      from: typed.du === '' ? null : instantOf(`${typed.du}T00:00`, defaultZone),
      until: typed.au === '' ? null : endOfDay(typed.au) + 1,
      before: asked.get('avant') ?? undefined,
    },
  }
}

/** The same list, from another decision on. */
export function olderThan(typed: TypedFilter, before: string | undefined): string {
  const query = new URLSearchParams({ ...typed, ...(before === undefined ? {} : { avant: before }) })
  for (const [name, value] of [...query]) if (value === '') query.delete(name)
  return query.size === 0 ? '/moderation/decisions' : `/moderation/decisions?${query.toString()}`
}
