import type { Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import { readerOf } from './link.ts'
import { alertsOfAccount } from './queries.ts'
import { listPath } from './search.ts'

/** What is kept about a person here (GDPR, articles 15 and 20); without the hub's own reckoning. */
export async function exportAlerts(deps: Deps, viewer: Viewer) {
  const rows = await alertsOfAccount(deps.db, { id: viewer.id, reader: readerOf(deps, viewer.email) })
  return rows.map(({ email, name, rhythm, createdAt, confirmedAt, organisationId, ...search }) => ({
    ...{ name: name || null, list: listPath(search), organisation: organisationId || null, email, rhythm },
    createdAt: new Date(createdAt).toISOString(),
    confirmedAt: confirmedAt === null ? null : new Date(confirmedAt).toISOString(),
  }))
}
