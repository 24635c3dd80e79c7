import type { ShownAlert } from '../../../views/alerts/own.tsx'
import type { Locale } from '../../../views/language.tsx'
import type { AlertRow } from '../../alerts/queries.ts'
import { listPath, readSearch } from '../../alerts/search.ts'
import { inWords } from '../../alerts/words.ts'
import type { Deps } from '../../deps.ts'

/** An alert as its reader sees it. */
export async function shownAlert(deps: Deps, alert: AlertRow, locale: Locale): Promise<ShownAlert> {
  const filter = readSearch(alert)
  return {
    id: alert.id,
    what: filter === null ? listPath(alert) : await inWords(deps, filter, locale, 'shown'),
    list: listPath(alert),
    rhythm: alert.rhythm,
    paused: alert.pausedAt !== null,
  }
}
