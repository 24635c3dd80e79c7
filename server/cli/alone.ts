import type { Config } from '../config.ts'
import { openHouse } from '../wire.ts'
import type { Outcome } from './outcome.ts'
import { perform } from './perform.ts'
import type { Call } from './verb.ts'
import { findVerb } from './verbs.ts'

/** No server runs: this process takes the lock and opens the data itself, once it has understood what was typed. */
export async function alone(
  config: Config,
  words: readonly string[],
  rest: Omit<Call, 'argv'>,
): Promise<Outcome> {
  const { verb, argv } = findVerb(words)
  const call = { ...rest, argv }
  if (verb.needs === 'no server') {
    await verb.read(call)(config)
    return { code: 0, complaints: [] }
  }
  verb.read(call)
  // Whoever types reads the answer, not the log of a server's life.
  const house = await openHouse({
    ...config,
    logLevel: config.logLevel === 'info' ? 'warn' : config.logLevel,
  })
  try {
    return await perform(house, words, rest)
  } finally {
    // What a command has just sent is on its way; the rest waits for the server.
    await house.federation.stop(5_000)
    await house.close()
  }
}
