import { compareNames } from '../../views/format.ts'
import type { Entry } from '../entries/load.ts'
import { isRecord, listOf, textIn } from '../kinds/received.ts'
import { foldTag } from '../text/fold.ts'

// The shelf of free software: what organisations declare, and what resources offer and look for, under one name each.

export const roles = ['uses', 'helps', 'hosts'] as const
export type Role = (typeof roles)[number]

export interface Declaration {
  /** Null: it offers it, and says no more. */
  role: Role | null
  who: string
  href: string
  /** Of another hub. */
  host: string | null
  since: string | null
  note: string | null
  repository: string | null
  licence: string | null
}

export interface Shelved {
  /** As it is mostly written. */
  name: string
  counts: Record<Role, number>
  declared: Declaration[]
  /** Who looks for help with it. */
  needs: { title: string; href: string; host: string | null }[]
}

interface Said {
  name: string
  declared?: Declaration
  need?: Shelved['needs'][number]
}

/** By name, whatever its case and accents; the best known first. */
export function shelfOf({
  organisations,
  resources,
}: {
  organisations: readonly Entry[]
  resources: readonly Entry[]
}): Shelved[] {
  const said = [...organisations.flatMap(declaredBy), ...resources.map(offeredBy)]
  const shelf = [...Map.groupBy(said, ({ name }) => foldTag(name))]
    .filter(([folded]) => folded !== '')
    .map(([, group]) => shelved(group))
  return shelf.toSorted((a, b) => b.declared.length - a.declared.length || compareNames(a.name, b.name))
}

function shelved(group: readonly Said[]): Shelved {
  const declared = group.flatMap((one) => one.declared ?? [])
  const count = (role: Role) =>
    new Set(declared.filter((one) => one.role === role).map(({ who, host }) => `${who}\n${host}`)).size
  return {
    name: commonest(group.map(({ name }) => name)),
    counts: { uses: count('uses'), helps: count('helps'), hosts: count('hosts') },
    declared,
    needs: group.flatMap((one) => one.need ?? []),
  }
}

function declaredBy({ envelope, fields }: Entry): Said[] {
  return listOf(fields?.['software'])
    .filter(isRecord)
    .flatMap((software) => {
      const name = textIn(software, 'name')
      return name === null
        ? []
        : [
            {
              name,
              declared: {
                role: roleIn(software['role']),
                who: envelope.title,
                href: envelope.path,
                host: envelope.origin?.host ?? null,
                since: textIn(software, 'since'),
                note: textIn(software, 'note'),
                repository: textIn(software, 'repository'),
                licence: null,
              },
            },
          ]
    })
}

/** A resource without the name of a software is on the shelf under its own title. */
function offeredBy({ envelope, fields }: Entry): Said {
  const name = textIn(fields, 'software') ?? envelope.title
  const { path: href, title, origin } = envelope
  const host = origin?.host ?? null
  if (envelope.direction === 'need') return { name, need: { title, href, host } }
  return {
    name,
    declared: {
      role: roleIn(fields?.['softwareRole']),
      who: envelope.speaker?.name ?? title,
      href,
      host,
      since: null,
      note: envelope.summary === '' ? null : envelope.summary,
      repository: textIn(fields, 'repository'),
      licence: envelope.licence,
    },
  }
}

const roleIn = (value: unknown): Role | null => roles.find((role) => role === value) ?? null

function commonest(names: readonly string[]): string {
  const counted = [...Map.groupBy(names, (name) => name)].toSorted(([, a], [, b]) => b.length - a.length)
  return counted[0]?.[0] ?? ''
}
