import '../node-version.ts'
import '../quick-imports.ts'
import { text } from 'node:stream/consumers'
import { readConfig } from '../config.ts'
import { askServer } from './ask.ts'
import { outcomeOf, type Outcome } from './outcome.ts'

// The rest of the house is loaded only when no server answers: most commands are one line to it and its answer.

const words = process.argv.slice(2)
const print = (line: string): void => void process.stdout.write(`${line}\n`)

if (words.length === 0 || ['help', '--help', '-h'].includes(words[0] ?? '')) {
  const { help } = await import('./verbs.ts')
  for (const line of help()) print(line)
} else {
  const { code, complaints } = await act()
  for (const line of complaints) process.stderr.write(`${line}\n`)
  process.exitCode = code
}

async function act(): Promise<Outcome> {
  let outcome: Outcome = { code: 0, complaints: [] }
  const tried = await outcomeOf(
    async () => {
      outcome = await carryOut()
    },
    () => undefined,
  )
  return tried.code === 0 ? outcome : tried
}

async function carryOut(): Promise<Outcome> {
  const config = readConfig(process.env)
  const stdin = words.includes('--password-stdin') ? await text(process.stdin) : ''
  const cwd = process.cwd()
  const answered = await askServer(config.dataDir, { words, stdin, cwd }, print)
  if (answered !== null) return answered
  const { alone } = await import('./alone.ts')
  return alone(config, words, { stdin, cwd, say: print })
}
