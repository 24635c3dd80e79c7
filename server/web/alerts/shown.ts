import type { ShownAlert } from '../../../views/alerts/own.tsx'
import { alertTexts } from '../../../views/alerts/texts.ts'
import type { Locale } from '../../../views/language.tsx'
import { fittedOrganisation } from '../../alerts/fitting-lots.ts'
import type { AlertRow } from '../../alerts/queries.ts'
import { listPath, readSearch } from '../../alerts/search.ts'
import { inWords } from '../../alerts/words.ts'
import type { Deps } from '../../deps.ts'

/** An alert as its reader sees it. */
export async function shownAlert(deps: Deps, alert: AlertRow, locale: Locale): Promise<ShownAlert> {
  return {
    id: alert.id,
    ...(alert.organisationId === ''
      ? await searched(deps, alert, locale)
      : await fitted(deps, alert.organisationId, locale)),
    name: alert.name,
    rhythm: alert.rhythm,
    paused: alert.pausedAt !== null,
  }
}

async function searched(deps: Deps, alert: AlertRow, locale: Locale) {
  const filter = readSearch(alert)
  const list = listPath(alert)
  return { list, what: filter === null ? list : await inWords(deps, filter, locale, 'shown') }
}

async function fitted(deps: Deps, organisationId: string, locale: Locale) {
  const found = await fittedOrganisation(deps, organisationId)
  const t = alertTexts[locale]
  return found === null
    ? { list: '/marches', what: t.fits('…') }
    : { list: `${found.path}/marches`, what: t.fits(found.title) }
}
