import { localActor } from '../federation/local-actors.ts'
import type { Looked, RoomFault } from '../federation/moving/house.ts'
import { aliasesOf, type Alias } from '../federation/moving/aliases.ts'
import { Refusal } from '../refusal.ts'
import type { House } from '../wire.ts'
import { readArgs, UsageFault, type Verb } from './verb.ts'

export const moving: readonly Verb[] = [
  {
    name: 'federation move',
    usage: '[--handle H] @HANDLE@HOST|ADDRESS|--back',
    about: 'moves an organisation, or the hub with its sections, to another server that lists it; or back',
    needs: 'hub',
    read(call) {
      const options = { handle: { type: 'string' }, back: { type: 'boolean' } } as const
      const back = call.argv.includes('--back')
      const { values, positionals } = readArgs(call, options, back ? 0 : 1)
      const [target = ''] = positionals
      return async (house) => {
        const handle = handleOf(house, values.handle)
        if (back) {
          await house.federation.moving.comeBack(handle)
          return call.say(`@${handle} is back.`)
        }
        const looked = await house.federation.moving.leave(handle, target)
        if (typeof looked === 'string') throw new Refusal('invalid', faults[looked])
        if (!looked.mayMove) throw new Refusal('invalid', whyNot(looked))
        for (const { own, there } of looked.rooms) call.say(`@${own.handle}\t${there?.handle ?? ''}`)
      }
    },
  },
  {
    name: 'federation alias',
    usage: '[--handle H] [@HANDLE@HOST|ADDRESS] [--remove]',
    about: 'says that an organisation, or the hub with its sections, was there before; alone, shows where',
    needs: 'hub',
    read(call) {
      const options = { handle: { type: 'string' }, remove: { type: 'boolean' } } as const
      const typed = call.argv.filter((word, at) => !word.startsWith('--') && call.argv[at - 1] !== '--handle')
      const { values, positionals } = readArgs(call, options, Math.min(typed.length, 1))
      const [former] = positionals
      if (values.remove === true && former === undefined) throw new UsageFault('Which one is to be removed?')
      return async (house) => {
        const handle = handleOf(house, values.handle)
        if (former !== undefined) await change(house, handle, former, values.remove === true)
        for (const alias of await formerOf(house, handle)) call.say(`${alias.handle}\t${alias.id}`)
      }
    },
  },
]

/** The hub's own, if none is named. */
const handleOf = ({ deps }: House, handle: string | undefined): string =>
  handle?.replace(/^@/, '') ?? deps.hub.settings.handle

async function change(house: House, handle: string, former: string, remove: boolean): Promise<void> {
  const { moving } = house.federation
  if (!remove) {
    const added = await moving.cameFrom(handle, former)
    if (typeof added === 'string') throw new Refusal('invalid', faults[added])
    return
  }
  const named = `@${former.replace(/^@/, '')}`
  const known = (await formerOf(house, handle)).find((one) => one.id === former || one.handle === named)
  if (known === undefined) throw new Refusal('absent', `@${handle} does not say that it was ${former}.`)
  await moving.forget(handle, known.id)
}

async function formerOf({ deps }: House, handle: string): Promise<Alias[]> {
  const actor = await localActor(deps.db, handle)
  if (actor === undefined) throw new Refusal('absent', `This hub has no actor @${handle}.`)
  return aliasesOf(deps.db, actor)
}

/** The first of what is missing there, and where to put it. */
function whyNot({ rooms }: Looked): string {
  const wrong = rooms.find(({ why }) => why !== null)
  if (wrong === undefined) return 'It has moved within the last week, or has not come back.'
  const there = wrong.there?.handle ?? 'Nobody'
  return wrong.why === 'unlisted'
    ? `${there} does not list @${wrong.own.handle} of this hub in its alsoKnownAs: add it there first.`
    : `@${wrong.own.handle} cannot move there: ${faults[wrong.why ?? 'absent']}`
}

const faults: Readonly<Record<RoomFault | 'busy' | 'too-many', string>> = {
  unreadable: 'This is no account, such as @name@other.example.',
  own: 'This is this very hub.',
  blocked: 'This host or actor is blocked.',
  private: 'This is not the address of a public server over https.',
  unreachable: 'That server does not answer.',
  absent: 'Nobody there has that name.',
  unusable: 'What stands there is no account.',
  unlisted: 'It does not list this account.',
  'moved-on': 'It has moved on itself.',
  deaf: 'It has no inbox.',
  busy: 'These are many looks in an hour; try again later.',
  'too-many': 'Ten former addresses are the most: remove one first.',
}
