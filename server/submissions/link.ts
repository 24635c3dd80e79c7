import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Deps } from '../deps.ts'

/** What a link of this room opens: one project, or a seat in one jury. */
type Door = 'submission' | 'jury'

const rooms = { submission: '/projets', jury: '/jury' } as const satisfies Record<Door, string>

/** Made from the hub's secret each time: the database holds nothing that opens a project. */
function keyOf({ secret }: Pick<Deps, 'secret'>, door: Door, id: string): string {
  // A key of its own for each use: https://www.rfc-editor.org/rfc/rfc5869#section-3.2
  const own = Buffer.from(hkdfSync('sha256', secret, '', `maillon ${door} link`, 32))
  return createHmac('sha256', own).update(id).digest('base64url')
}

export function opens(deps: Pick<Deps, 'secret'>, door: Door, id: string, key: string): boolean {
  const [right, given] = [Buffer.from(keyOf(deps, door, id)), Buffer.from(key)]
  return right.length === given.length && timingSafeEqual(right, given)
}

export const pathTo = (deps: Pick<Deps, 'secret'>, door: Door, id: string): string =>
  `${rooms[door]}/${id}/${keyOf(deps, door, id)}`
