import type { ShownVillage } from '../../../views/stands/public.tsx'
import type { ShownNotice } from '../../../views/stands/sheet.tsx'
import type { Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import { organisation } from '../../kinds/organisation/index.tsx'
import { hosts, takesStands } from '../../stands/access.ts'
import { noticesOf, standsOf, standsWaiting, villagesOf, type Stand } from '../../stands/queries.ts'
import { excerpt } from '../../text/html.ts'

/** Villages with whoever stands in them, in the words of their pages. */
export async function shownVillages(deps: Deps, { envelope }: Entry): Promise<ShownVillage[]> {
  const accepted = await standsOf(deps.db, envelope.n, ['accepted'])
  return (await villagesOf(deps.db, envelope.n)).map(({ n, id, name, family, taken, stands }) => ({
    ...{ id, name, family, taken, stands },
    accepted: accepted
      .filter(({ villageN }) => villageN === n)
      .map((stand) => ({
        name: stand.name,
        href: `${envelope.path}/stands/${stand.id}`,
        does: excerpt(stand.does, 160),
      })),
  }))
}

export const directoryOf = ({ organisation: own }: Stand): string | null =>
  own === null ? null : `${organisation.path}/${own.slug}`

export const shownNotices = async (deps: Deps, { n }: Stand): Promise<ShownNotice[]> =>
  (await noticesOf(deps.db, [n])).map(({ id, direction, text, metAt }) => ({
    ...{ id, direction, text },
    met: metAt !== null,
  }))

/** Whether one may ask for a stand, and what waits for whom. */
export async function standsAt(deps: Deps, entry: Entry, viewer: Visitor) {
  return {
    asks: (deps.mailer !== null || viewer !== null) && takesStands(entry, deps.now()),
    waiting: hosts(viewer, entry.envelope) ? await standsWaiting(deps.db, entry.envelope.n) : null,
  }
}
