import { userByEmail, viewerOf } from '../../server/accounts/store.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { type KindName } from '../../server/kinds/index.ts'
import { type Browser } from '../accounts/browser.ts'
import { password, type Hub } from './hub.ts'
import { day, press, type House } from './house.ts'
import { accounts, answers, ending, entries, inquired } from './house-entries.ts'
import { assemblies, calls, forum, lots, neighbours, networks } from './house-rooms.ts'

/** What happens in each room, in this order. */
const rooms = (): readonly ((house: House) => Promise<string[] | void>)[] => [
  ...[ending, entries, answers, inquired, forum, calls, lots, assemblies, networks, neighbours],
  ...[later, accounts],
]

/** The page of an entry of each kind, and those to which only a form leads. */
export async function fill(
  hub: Hub,
  admin: Browser,
): Promise<{ entries: ReadonlyMap<KindName, string>; led: string[] }> {
  const { deps } = hub
  const user = await userByEmail(deps.db, 'zoe@hub.example')
  if (user === undefined) throw new Error('Nobody runs this hub.')
  const editor = await viewerOf(deps.db, user, deps.now())
  const house = {
    ...{ deps, editor, facilitator: editor, admin, paths: new Map<KindName, string>() },
    as: (viewer: Viewer | undefined, address?: string) =>
      viewer === undefined ? hub.visitor(address) : admin,
    wakes: () => 0,
    wake: () => hub.wake(),
    close: () => Promise.resolve(),
  } satisfies House
  const led: string[] = []
  for (const room of rooms()) led.push(...((await room(house)) ?? []))
  return { entries: house.paths, led }
}

/** The deadline of the call is over, and so is what Zoé may do without saying her password again. */
async function later({ deps, admin }: House): Promise<void> {
  deps.pass(day)
  await press(admin, '/connexion', { email: 'zoe@hub.example', password })
}
