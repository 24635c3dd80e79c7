import { moving } from '../../../server/cli/moving.ts'
import { localActor } from '../../../server/federation/local-actors.ts'
import { seek } from '../../../server/federation/memberships/seek.ts'
import { looks } from '../../../server/federation/moving/index.ts'
import { Refusal } from '../../../server/refusal.ts'
import { until } from '../../support/until.ts'
import { said } from '../words.ts'
import { byAdmin, each, fresh, handleAt, type Entrance } from './entrance.ts'
import type { House } from './house.ts'
import { known, ours } from './known.ts'

/** By a move of house: of one of ours, whose people say where to, or of one of theirs. */
export const byMoving: readonly Entrance[] = [
  {
    name: 'the network that one of ours would belong to, by its address',
    asks: 'anybody',
    lead: (house, urls) => seekAll(house, urls),
  },
  {
    name: 'the network that one of ours would belong to, by its handle',
    asks: 'anybody',
    at: '/.well-known/webfinger',
    lead: (house, urls) => seekAll(house, urls.map(handleAt)),
  },
  {
    name: 'where an account of ours would move, on the page',
    asks: 'anybody',
    lead: async (house, urls) => {
      const headers = await byAdmin(house)
      await each(urls, async (target, at) => {
        const path = `/demenagement/${await mover(house, at)}`
        return house.raw('POST', path, headers, new URLSearchParams({ target }).toString())
      })
    },
  },
  {
    name: 'where an account of ours was before, by a command',
    asks: 'anybody',
    at: '/.well-known/webfinger',
    lead: (house, urls) => each(urls, (url, at) => byCommand(house, 'federation alias', handleAt(url), at)),
  },
  {
    name: 'the actor to whom the handle of a new home leads',
    asks: 'the same host',
    lead: async (house, urls) => {
      await each(urls, (url, at) => {
        const { host } = new URL(house.hop(at))
        const resource = encodeURIComponent(`acct:home@${host}`)
        const links = [{ rel: 'self', type: 'application/activity+json', href: url }]
        house.put(house.hop(at, `/.well-known/webfinger?resource=${resource}`), (response) =>
          response.end(JSON.stringify({ links })),
        )
        return byCommand(house, 'federation move', `@home@${host}`, at)
      })
    },
  },
  {
    name: 'where one whom the hub follows says that they moved',
    asks: 'anybody',
    lead: async (house, urls) => {
      await each(urls, async (target, at) => {
        const someone = await known(house, house.hop(at, '/users/mover'), { followed: true })
        const activity = { ...said(someone, 'Move', fresh(someone, 'moves')), object: someone.id, target }
        return house.post(someone, activity)
      })
      await house.quiet()
    },
  },
]

async function seekAll(house: House, addresses: readonly string[]): Promise<void> {
  const { deps } = house.hub
  const known = await localActor(deps.db, 'membre')
  if (known === undefined)
    await house.hub.publish('organisation', { title: 'Un membre' }, { handle: 'membre' })
  const own = known ?? (await until('the member is an actor', () => localActor(deps.db, 'membre')))
  for (const address of addresses) await seek(deps, own, 'organisation', address)
  house.hub.federation.wake()
  // Whom nobody found is looked for again later, and is shown meanwhile to who asked.
  const due =
    "SELECT count(*) AS n FROM errands WHERE type = 'membership' AND failed_at IS NULL AND next_at <= ?"
  await until(
    'each was looked for',
    async () => (await deps.db.query(due, [deps.now()])).rows[0]?.['n'] === 0,
  )
  await deps.db.write([{ sql: "DELETE FROM errands WHERE type = 'membership'", args: [] }])
  await house.quiet()
}

let movers = 0
/** Another one of ours each time that one has looked as often as it may in an hour. */
async function mover(house: House, at: number): Promise<string> {
  if (at % looks.points === 0) movers += 1
  return ours(house, `demenage_${movers}`)
}

async function byCommand(house: House, name: string, target: string, at: number): Promise<void> {
  const verb = moving.find((one) => one.name === name)
  if (verb?.needs !== 'hub') throw new Error('There is no such command.')
  const argv = ['--handle', await mover(house, at), '--', target]
  const { deps, federation } = house.hub
  const run = verb.read({ argv, stdin: '', cwd: '/', say: () => undefined })
  await run({ deps, federation, close: () => Promise.resolve() }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error
  })
}
