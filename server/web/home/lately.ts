import type { Deps } from '../../deps.ts'
import { listEntries, readFilter } from '../../entries/list.ts'
import type { Entry } from '../../entries/load.ts'
import { kindNamed, kinds } from '../../kinds/index.ts'

const most = { newest: 6, ofOneKind: 2, coming: 3 }

/** A few of what was published last, of as many kinds as there are, and what happens next. */
export async function lately(deps: Deps): Promise<{ newest: Entry[]; coming: Entry[] }> {
  const event = kindNamed('event')
  const coming = event === undefined ? [] : await list(deps, event, most.coming)
  const known = new Set(coming.map(idOf))
  const lists = await Promise.all(
    kinds.filter(({ name }) => name !== event?.name).map((kind) => list(deps, kind, most.ofOneKind)),
  )
  const newest = lists.flat().filter((entry) => !known.has(idOf(entry)))
  if (newest.length >= most.newest) return { newest: newest.toSorted(byDate).slice(0, most.newest), coming }
  // A place of one kind shows more of it.
  const more = await list(deps, null, most.newest + most.coming)
  for (const entry of newest) known.add(idOf(entry))
  const rest = more.filter((entry) => !known.has(idOf(entry)))
  return { newest: [...newest, ...rest.slice(0, most.newest - newest.length)].toSorted(byDate), coming }
}

const list = async (deps: Deps, kind: (typeof kinds)[number] | null, limit: number): Promise<Entry[]> =>
  (
    await listEntries(
      deps,
      readFilter(kind, () => undefined),
      limit,
    )
  ).entries

const idOf = ({ envelope }: Entry): string => envelope.id
const byDate = (one: Entry, other: Entry): number =>
  (other.envelope.publishedAt ?? 0) - (one.envelope.publishedAt ?? 0) || other.envelope.n - one.envelope.n
