import type { Child } from 'hono/jsx'
import { NearBar, NearMe } from '../../../views/places/near.tsx'
import { usualSort } from '../../entries/list.ts'
import { radii } from '../../entries/near.ts'
import { positionText } from '../../places/position.ts'
import { listHref, type AskedFilter } from '../entries/filter.ts'

/** Where a list is around a point: which, how far, and the way out; else the way to what is around the reader. */
export function nearBar(path: string, { filter }: AskedFilter): Child {
  const { near } = filter
  const href = (changed: Partial<typeof filter>) =>
    listHref(path, { filter: { ...filter, page: 1, ...changed } })
  if (near === null) return <NearMe href={href({})} />
  return (
    <NearBar
      at={positionText(near)}
      radii={radii.map((within) => ({
        kilometres: within,
        href: href({ near: { ...near, within } }),
        current: within === near.within,
      }))}
      everywhere={href({
        near: null,
        ...(filter.sort === 'near' ? { sort: usualSort({ ...filter, near: null }) } : {}),
      })}
    />
  )
}
