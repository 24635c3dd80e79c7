import { existsSync } from 'node:fs'
import type { Config } from '../config.ts'
import { Refusal } from '../refusal.ts'
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
  if (verb.begins !== true) mustExist(config)
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

/** A forgotten variable means another folder: nothing may come into being in it. */
function mustExist({ dataDir, databaseUrl }: Config): void {
  const file = databaseUrl.replace(/^file:/, '')
  if (existsSync(file)) return
  throw new Refusal(
    'absent',
    `There is no hub in ${dataDir}: ${file} does not exist. If yours is elsewhere, give this command the variables of its server (DATA_DIR, DATABASE_URL); to begin one here, use init.`,
  )
}
