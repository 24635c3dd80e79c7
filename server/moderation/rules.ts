import { z } from 'zod'
import { parse, type Parsed } from '../accounts/input.ts'
import { required, type Viewer } from '../accounts/viewer.ts'
import type { Deps } from '../deps.ts'
import type { Fault } from '../kinds/faults.ts'
import { flag, optionalInteger, optionalText } from '../kinds/gate.ts'
import { hostNamed } from '../text/host.ts'
import { excerpt } from '../text/html.ts'
import { wordsOf } from '../text/phrases.ts'
import { recorded } from './decisions.ts'

/** Lines of one list, and signs of a line. */
const most = { lines: 1_000, signs: 80 }

const plainInput = z.object({ links: optionalInteger(0, 100), members: flag, why: optionalText(1000) })

export interface RulesInput {
  words: string[]
  domains: string[]
  hosts: string[]
  links: number | null
  members: boolean
  why: string
}

/** What the form of the rules sent. A line that cannot be kept is named, so that it is found among a thousand. */
export function readRules(sent: Readonly<Record<string, string>>): Parsed<RulesInput> {
  const plain = parse(plainInput, sent)
  const words = listOf('words', sent['words'], 'line-words', phraseOf)
  const domains = listOf('domains', sent['domains'], 'line-host', domainOf)
  const hosts = listOf('hosts', sent['hosts'], 'line-host', domainOf)
  const faults = [...plain.faults, ...words.faults, ...domains.faults, ...hosts.faults]
  if (plain.input === null || faults.length > 0) return { input: null, faults }
  const lists = { words: words.kept, domains: domains.kept, hosts: hosts.kept }
  return { input: { ...plain.input, ...lists, why: plain.input.why ?? '' }, faults: [] }
}

function listOf(
  field: string,
  typed: string | undefined,
  code: 'line-words' | 'line-host',
  keep: (line: string) => string | null,
): { kept: string[]; faults: Fault[] } {
  const lines = (typed ?? '')
    .split(/\r\n?|\n/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '')
  if (lines.length > most.lines)
    return { kept: [], faults: [{ field, code: 'too-many', detail: String(most.lines) }] }
  const kept = new Set<string>()
  for (const line of lines) {
    const one = line.length > most.signs ? null : keep(line)
    if (one === null) return { kept: [], faults: [{ field, code, detail: excerpt(line, most.signs) }] }
    kept.add(one)
  }
  return { kept: [...kept], faults: [] }
}

const phraseOf = (line: string): string | null => (wordsOf(line).length === 0 ? null : line)

/** In the spelling that is compared; a bare word would be a whole top-level domain. */
function domainOf(line: string): string | null {
  const host = hostNamed(line)
  return host !== null && /[.:\]]|^localhost$/.test(host) ? host : null
}

/** They hold for what comes from now on; that they changed is a decision like any other. */
export async function saveRules(deps: Deps, by: Viewer, input: RulesInput): Promise<void> {
  required(by, 'moderator')
  const rules = {
    holdWords: input.words.join('\n'),
    holdDomains: input.domains.join('\n'),
    holdHosts: input.hosts.join('\n'),
    holdLinks: input.links,
    holdMembers: input.members,
  }
  await deps.db.write([
    ...deps.hub.steps(rules, by.id, deps.now()),
    recorded(deps, by, {
      ...{ action: 'rules-changed', subject: 'rules', subjectId: '/moderation/regles' },
      reason: input.why,
    }),
  ])
  await deps.hub.reload()
}
