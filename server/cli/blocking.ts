import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { severities } from '../../db/schema/moderation.ts'
import { hostBlocks } from '../moderation/block-store.ts'
import { mostLines, readList, writeList } from '../moderation/blocklist.ts'
import { block, readTarget, type Severity, type TargetFault } from '../moderation/blocks.ts'
import { followedHosts } from '../moderation/circle.ts'
import { differenceOf, importList, type Difference } from '../moderation/import-list.ts'
import { Refusal } from '../refusal.ts'
import { hostKey } from '../text/host.ts'
import type { House } from '../wire.ts'
import { readArgs, UsageFault, type Call, type Verb } from './verb.ts'

/** Whom the hub keeps at a distance. */
export const blocking: readonly Verb[] = [
  {
    name: 'federation block',
    usage: 'HOST|@HANDLE@HOST|ADDRESS [--severity suspend|silence] [--reason R] [--public-comment C]',
    about: 'blocks a host or an actor and erases what came from there; silenced, it is kept and hidden',
    needs: 'hub',
    read(call) {
      const { values, positionals } = readArgs(
        call,
        {
          reason: { type: 'string' },
          severity: { type: 'string', default: 'suspend' },
          'public-comment': { type: 'string' },
        },
        1,
      )
      const [typed = ''] = positionals
      const severity = severityIn(values.severity)
      return async ({ deps }) => {
        const type = /@|^https?:\/\/[^/]+\/./.test(typed) ? 'actor' : 'host'
        const read = await readTarget(deps, type, typed)
        if ('fault' in read) throw new Refusal('invalid', blockFaults[read.fault])
        const comment = values['public-comment']
        const said = comment === undefined ? {} : { publicComment: comment }
        await block(deps, 'console', { ...read, ...said, severity, reason: values.reason ?? '' })
        call.say(`${read.target} is ${severity === 'suspend' ? 'blocked' : 'set aside'}.`)
      }
    },
  },
  {
    name: 'federation blocklist',
    usage: 'export|import FILE [--reason R] [--milder] [--followed]',
    about:
      'writes the blocked hosts as CSV, or takes such a list in (not what the hub follows, or holds to more)',
    needs: 'hub',
    read(call) {
      const { values, positionals } = readArgs(
        call,
        { reason: { type: 'string' }, milder: { type: 'boolean' }, followed: { type: 'boolean' } },
        2,
      )
      const [way = '', name = ''] = positionals
      const file = resolve(call.cwd, name)
      if (way === 'export') return ({ deps }) => exportList(call, deps, file)
      if (way !== 'import') throw new UsageFault('Write export or import.')
      const { reason = '', milder = false, followed = false } = values
      return ({ deps }) => importFile(call, deps, file, { reason, milder, followed })
    },
  },
]

/** By hand alone is a host held to options without a severity. */
function severityIn(text: string): Severity {
  const found = severities.find((one) => one === text && one !== 'noop')
  if (found === undefined) throw new UsageFault('--severity is suspend or silence.')
  return found
}

async function exportList(call: Call, deps: House['deps'], file: string): Promise<void> {
  const rows = await hostBlocks(deps.db)
  const text = await writeList(rows.map(({ target, ...row }) => ({ ...row, host: target })))
  writeFileSync(file, text, { mode: 0o600 })
  call.say(`${file}: ${rows.length} hosts.`)
}

const longest = 6_000_000

async function importFile(
  call: Call,
  deps: House['deps'],
  file: string,
  { reason, milder, followed }: { reason: string; milder: boolean; followed: boolean },
): Promise<void> {
  const read = await readList(textOf(file), hostKey(deps.hub.origin) ?? '')
  for (const { line, text, fault } of read.faults) call.say(`Line ${line}: ${text}: ${listFaults[fault]}`)
  if (read.cut) call.say(`Only the first ${mostLines} lines were read.`)
  const found = await differenceOf(deps, read.listed, await followedHosts(deps.db))
  const chosen = [
    ...found.fresh,
    ...found.stricter,
    ...(milder ? found.milder : []),
    ...(followed ? found.followed : []),
  ]
  await importList(deps, 'console', chosen, reason)
  if (!followed)
    for (const { host, loses } of found.followed)
      call.say(`Left out, since the hub follows ${loses.join(', ')}: ${host} (--followed takes it).`)
  if (!milder && found.milder.length > 0)
    call.say(`Left out, since they are held to more here: ${found.milder.length} (--milder takes them).`)
  call.say(summary(found, chosen.length))
}

const summary = ({ same }: Difference, count: number): string =>
  `${count} hosts are taken in; ${same} were as the list says.`

function textOf(file: string): string {
  try {
    if (statSync(file).size > longest) throw new Refusal('too-large', `${file} is too long.`)
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('absent', `${file} cannot be read.`, { cause: error })
  }
}

const listFaults = {
  'not-a-host': 'is no host',
  obfuscated: 'is hidden by whoever made the list',
  own: 'is this very hub',
  severity: 'has an unknown severity',
  twice: 'stands in the list already',
} as const

const blockFaults: Readonly<Record<TargetFault, string>> = {
  'not-a-host': 'This is no host, such as other.example.',
  'not-an-actor': 'This is no actor, such as @name@other.example.',
  'unknown-actor': 'This hub knows no such actor; give its full address.',
  own: 'This is this very hub.',
}
