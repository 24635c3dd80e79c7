import { doctor } from './doctor.ts'
import { moving } from './moving.ts'
import { network } from './network.ts'
import { people } from './people.ts'
import { upkeep } from './upkeep.ts'
import { UsageFault, type Verb } from './verb.ts'

/** Every command, in the order of the help. */
export const verbs: readonly Verb[] = [...people, ...upkeep, doctor, ...network, ...moving]

/** The longest name that the words begin with. */
export function findVerb(words: readonly string[]): { verb: Verb; argv: string[] } {
  for (const count of [2, 1]) {
    const verb = verbs.find(({ name }) => name === words.slice(0, count).join(' '))
    if (verb !== undefined) return { verb, argv: words.slice(count) }
  }
  const near = verbs.filter(({ name }) => name.startsWith(`${words[0]} `)).map(({ name }) => name)
  throw new UsageFault(
    near.length > 0
      ? `Which one: ${near.join(', ')}?`
      : `There is no command “${words.slice(0, 2).join(' ')}”.`,
  )
}

export const help = (): string[] => [
  'npm run -s maillon -- <command>',
  '',
  ...verbs.flatMap(({ name, usage, about }) => [`  ${`${name} ${usage}`.trim()}`, `      ${about}`]),
  '  help',
  '',
  'A running server carries the command out itself; without one, the command opens the data alone.',
]
