import { AlertLink } from '../../../views/alerts/save.tsx'
import { saved } from '../../alerts/search.ts'
import type { Deps } from '../../deps.ts'
import type { AskedFilter } from '../entries/filter.ts'

/** Under a list, while letters can leave; a place that is nowhere is nothing to be told of. */
export function alertLink(deps: Pick<Deps, 'mailer'>, { filter, unknownPlace }: AskedFilter) {
  // Nobody's whereabouts are kept, and an alert for more than was looked for would be another one.
  if (deps.mailer === null || unknownPlace !== null || filter.near !== null) return null
  const { kind, query } = saved(filter)
  const asked = new URLSearchParams(query)
  if (kind !== '') asked.set('kind', kind)
  const text = asked.toString()
  return <AlertLink href={text === '' ? '/alertes/nouvelle' : `/alertes/nouvelle?${text}`} />
}
