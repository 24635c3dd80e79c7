import { Refusal } from '../refusal.ts'
import type { House } from '../wire.ts'
import { outcomeOf, type Outcome } from './outcome.ts'
import type { Call } from './verb.ts'
import { findVerb } from './verbs.ts'

/** Carries out one command on an open hub: in the server for a call by the socket, else in the command itself. */
export async function perform(
  house: House,
  words: readonly string[],
  rest: Omit<Call, 'argv'>,
): Promise<Outcome> {
  return outcomeOf(
    async () => {
      const { verb, argv } = findVerb(words)
      if (verb.needs !== 'hub')
        throw new Refusal('conflict', `Stop the server first: ${verb.name} replaces what it uses.`)
      await verb.read({ ...rest, argv })(house)
    },
    (error) => house.deps.log.error({ err: error, command: words[0] }, 'a command failed'),
  )
}
