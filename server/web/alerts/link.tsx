import { AlertLink } from '../../../views/alerts/save.tsx'
import { saved } from '../../alerts/search.ts'
import type { Deps } from '../../deps.ts'
import type { Visitor } from '../../accounts/viewer.ts'
import type { AskedFilter } from '../entries/filter.ts'

/** With a list: to keep it, and to be told of it while letters can leave. */
export function alertLink(deps: Pick<Deps, 'mailer'>, asked: AskedFilter, viewer: Visitor) {
  const href = alertHref(deps, asked, viewer)
  return href === null ? null : <AlertLink href={href} kept={viewer !== null} />
}

/** Without an account there is nowhere to keep it but a mailbox; a place that is nowhere is nothing to be told of. */
function alertHref(
  deps: Pick<Deps, 'mailer'>,
  { filter, unknownPlace }: AskedFilter,
  viewer: Visitor,
): string | null {
  if ((deps.mailer === null && viewer === null) || unknownPlace !== null) return null
  // Nobody's whereabouts are kept, and an alert for more than was looked for would be another one.
  if (filter.near !== null) return null
  const { kind, query } = saved(filter)
  const asked = new URLSearchParams(query)
  if (kind !== '') asked.set('kind', kind)
  const text = asked.toString()
  return text === '' ? '/alertes/nouvelle' : `/alertes/nouvelle?${text}`
}
