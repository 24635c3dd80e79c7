import { isSame, madeKey } from '../accounts/secret.ts'
import type { Deps } from '../deps.ts'

/** What a link of this room opens: one project, or a seat in one jury. */
type Door = 'submission' | 'jury'

const rooms = { submission: '/projets', jury: '/jury' } as const satisfies Record<Door, string>

/** Made from the hub's secret each time: the database holds nothing that opens a project. */
const keyOf = (deps: Pick<Deps, 'secret'>, door: Door, id: string): string =>
  madeKey(deps, `${door} link`, id)

export const opens = (deps: Pick<Deps, 'secret'>, door: Door, id: string, key: string): boolean =>
  isSame(keyOf(deps, door, id), key)

export const pathTo = (deps: Pick<Deps, 'secret'>, door: Door, id: string): string =>
  `${rooms[door]}/${id}/${keyOf(deps, door, id)}`
