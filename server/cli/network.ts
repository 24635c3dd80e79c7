import { hostTexts } from '../../views/network/host-texts.ts'
import { whyOf } from '../../views/network/why.ts'
import { followed } from '../federation/neighbours.ts'
import { hostList, hostsOnPage, type ListedHost } from '../federation/host-list.ts'
import { Refusal } from '../refusal.ts'
import type { House } from '../wire.ts'
import { blocking } from './blocking.ts'
import { readArgs, type Verb } from './verb.ts'

export const network: readonly Verb[] = [
  {
    name: 'federation status',
    usage: '',
    about:
      'shows whom the hub follows, what waits for each host or was given up, and what was refused, with the reasons',
    needs: 'hub',
    read(call) {
      readArgs(call, {}, 0)
      return async ({ deps, federation }) => {
        const neighbours = await followed(deps.db)
        const hosts = await troubled(deps)
        if (neighbours.length + hosts.length === 0)
          call.say('No neighbour is followed, and nothing waits to be sent.')
        for (const { handle, host, state, polledAt, pollError } of neighbours)
          call.say(
            ['follows', `@${handle}@${host}`, state, moment(polledAt), pollError ?? ''].join('\t').trimEnd(),
          )
        for (const { host, waiting, failed, error, state, software } of hosts)
          call.say(
            [
              ...['sends', host, `${waiting} waiting`, `${failed} given up`],
              ...[state, software ?? 'unknown software', error === null ? '' : whyOf(error, 'en')],
            ]
              .join('\t')
              .trimEnd(),
          )
        for (const { host, kind, count } of federation.refused.list())
          call.say(
            ['refused', host === '' ? 'nameless' : host, String(count), hostTexts.en.kinds[kind]].join('\t'),
          )
      }
    },
  },
  {
    name: 'federation follow',
    usage: '@HANDLE@HOST|ADDRESS',
    about: 'asks to follow another hub, one of its sections, or any actor',
    needs: 'hub',
    read(call) {
      const [target = ''] = readArgs(call, {}, 1).positionals
      return async ({ federation }) => {
        const { actor, state } = await federation.follow(target)
        call.say(`${actor}\t${state}`)
      }
    },
  },
  {
    name: 'federation unfollow',
    usage: '@HANDLE@HOST|ADDRESS',
    about: 'ends it, and erases what came from there',
    needs: 'hub',
    read(call) {
      const [target = ''] = readArgs(call, {}, 1).positionals
      return async (house) => {
        await house.federation.unfollow(await actorFollowed(house, target))
        call.say(`${target} is no longer followed.`)
      }
    },
  },
  ...blocking,
  {
    name: 'federation retry',
    usage: '[HOST]',
    about: 'sends again now what waits or was given up, to one host or to all',
    needs: 'hub',
    read(call) {
      const [host] = readArgs(call, {}, call.argv.length === 0 ? 0 : 1).positionals
      return async ({ federation }) => {
        const due = await federation.retry(host === undefined ? { all: true } : { host })
        call.say(`${due} deliveries are due.`)
      }
    },
  },
  {
    name: 'federation rotate-keys',
    usage: '[--handle H]',
    about: 'makes new keys for one actor of this hub or for all; what is sent is signed by them from now on',
    needs: 'hub',
    read(call) {
      const { handle } = readArgs(call, { handle: { type: 'string' } }, 0).values
      return async ({ federation }) => {
        const rotated = await federation.rotateKeys(handle?.replace(/^@/, ''))
        for (const one of rotated) call.say(`@${one} has new keys.`)
      }
    },
  },
]

/** Those to look after, and those let be; a thousand at most. */
async function troubled({ db, now }: House['deps']): Promise<ListedHost[]> {
  const found: ListedHost[] = []
  for (const view of ['watch', 'let-be'] as const)
    for (let page = 1; page <= 10; page++) {
      const { hosts, all } = await hostList(db, { view, words: '', sort: 'name', page }, now())
      found.push(...hosts)
      if (page * hostsOnPage >= all) break
    }
  return found
}

/** By its address, or as people write it. */
async function actorFollowed({ deps }: House, target: string): Promise<string> {
  const known = await followed(deps.db)
  const found = known.find(
    ({ id, handle, host }) => id === target || `@${handle}@${host}` === `@${target.replace(/^@/, '')}`,
  )
  if (found === undefined) throw new Refusal('absent', `The hub does not follow ${target}.`)
  return found.id
}

const moment = (time: number | null): string =>
  time === null ? 'never read' : `read ${new Date(time).toISOString()}`
