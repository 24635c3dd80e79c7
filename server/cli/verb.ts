import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Config } from '../config.ts'
import type { House } from '../wire.ts'

/** One command as it was typed, wherever it is carried out. */
export interface Call {
  /** After the verb's own words. */
  argv: string[]
  /** What was piped in, if the command asks for it. */
  stdin: string
  /** Relative file names are relative to the person, not to the server. */
  cwd: string
  /** One line of answer. */
  say(line: string): void
}

interface Described {
  /** ‘user add’: one word or two. */
  name: string
  /** Options and arguments, as the help shows them. */
  usage: string
  about: string
}

/**
 * Most verbs work on an open hub: the running server carries them out, else the command opens the hub itself.
 * A few replace what a server holds open, so they need it stopped. `read` understands what was typed, before anything
 * is opened, or throws a UsageFault. One that `begins` may be the first to open the folder.
 */
export type Verb = Described &
  (
    | { needs: 'hub'; begins?: true; read(call: Call): (house: House) => Promise<void> }
    | { needs: 'no server'; read(call: Call): (config: Config) => Promise<void> }
  )

/** The command was not understood; exit code 2. */
export class UsageFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'UsageFault'
  }
}

type Options = NonNullable<ParseArgsConfig['options']>

/** `parseArgs`, whose complaints are about what was typed. */
export function readArgs<T extends Options>(call: Call, options: T, arguments_: number) {
  try {
    const { values, positionals } = parseArgs({
      args: call.argv,
      options,
      allowPositionals: true,
      strict: true,
    })
    if (positionals.length !== arguments_)
      throw new UsageFault(`This takes ${arguments_} argument(s), not ${positionals.length}.`)
    return { values, positionals }
  } catch (error) {
    if (error instanceof TypeError) throw new UsageFault(error.message, { cause: error })
    throw error
  }
}

export function passwordFrom(call: Call): string {
  const [password = ''] = call.stdin.split(/\r?\n/)
  if (password === '') throw new UsageFault('--password-stdin: no password came on the standard input.')
  return password
}
