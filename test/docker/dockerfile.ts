import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Instruction {
  word: string
  text: string
}

/** One `FROM` and what follows it. */
export interface Stage {
  name: string
  image: string
  steps: Instruction[]
}

export const root = join(import.meta.dirname, '../..')

const known = 'FROM WORKDIR COPY RUN ARG ENV USER VOLUME EXPOSE HEALTHCHECK CMD'.split(' ')

/** The few instructions that we use; anything else is an error, so that nothing goes unread. */
export function readDockerfile(text = readFileSync(join(root, 'Dockerfile'), 'utf8')): Stage[] {
  const stages: Stage[] = []
  const lines = text.replaceAll(/\\\n\s*/g, ' ').split('\n')
  for (const line of lines.map((one) => one.trim()).filter((one) => one !== '' && !one.startsWith('#'))) {
    const [word = '', ...rest] = line.split(/\s+/)
    if (!known.includes(word)) throw new Error(`Unknown instruction: ${line}`)
    if (word === 'FROM')
      stages.push({ image: rest[0] ?? '', name: rest[2] ?? String(stages.length), steps: [] })
    else stages.at(-1)?.steps.push({ word, text: line.slice(word.length).trim() })
  }
  return stages
}

/** Whether the build may see a file: the last pattern that matches it, or a folder above it, decides. */
export function inContext(path: string, ignore = readFileSync(join(root, '.dockerignore'), 'utf8')): boolean {
  const above = path.split('/').map((_, index, steps) => steps.slice(0, index + 1).join('/'))
  let seen = true
  for (const line of ignore.split('\n').filter((one) => one !== '' && !one.startsWith('#'))) {
    const parts = line.replace(/^!/, '').split('*')
    // Docker's `*` matches a leading dot too.
    const matcher = new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[^/]*')}$`)
    if (above.some((one) => matcher.test(one))) seen = line.startsWith('!')
  }
  return seen
}

/** `--from`, sources and destination of a COPY. */
export function readCopy(text: string): { from: string | null; sources: string[]; to: string } {
  const words = text.split(/\s+/)
  const from = words.find((word) => word.startsWith('--from='))?.slice('--from='.length) ?? null
  const paths = words.filter((word) => !word.startsWith('--'))
  return { from, sources: paths.slice(0, -1), to: paths.at(-1) ?? '' }
}

/** `["node", "x.js"]`: the form that starts no shell, so that signals arrive. */
export function readExec(text: string): string[] {
  const parsed: unknown = JSON.parse(text.slice(text.indexOf('[')))
  if (!Array.isArray(parsed)) throw new Error(`Not in exec form: ${text}`)
  return parsed.map(String)
}
