import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import { communeNamed } from './commune-named.ts'
import { faultsOf, type Fault } from '../kinds/faults.ts'
import { choice, line, lines, optionalLine, optionalText } from '../kinds/gate.ts'
import { kindNamed } from '../kinds/index.ts'
import type { Kind } from '../kinds/kind.ts'
import {
  brokenRules,
  readDraft,
  readWhole,
  type DraftFields,
  type Read,
  type WholeFields,
} from '../kinds/unfinished.ts'
import { isPublic } from './entry.ts'
import type { Entry } from './load.ts'
import { pictureFaults } from './text-pictures.ts'
import { withReferences } from './references.ts'
import { local } from './store.ts'

/** What people write in here; the first is the default. */
export const languages = [
  'fr',
  'en',
  'de',
  'es',
  'it',
  'pt',
  'nl',
  'br',
  'eu',
  'ca',
  'oc',
  'co',
  'ar',
] as const

/** What a form or the API sends about the shared part of an entry, whatever the kind. */
export const shared = z.object({
  title: line(150),
  /** Stands alone: it is all that Mastodon shows of an article or an event (interop.md §2). */
  summary: optionalText(500),
  body: optionalText(40_000),
  language: choice(languages).default('fr'),
  licence: optionalLine(60),
  place: optionalLine(10),
  tags: lines(10, 50).default([]),
  organisation: optionalLine(60),
  imageAlt: optionalText(1000),
})

/** A picture is never without its description: who cannot see it has nothing else. */
const described = shared.pick({ imageAlt: true })

interface SharedInput {
  title: string
  summary: string
  body: string
  language: string
  licence: string | null
  placeCode: string | null
  placeLabel: string | null
  tags: string[]
  organisationId: string | null
  imageAlt: string | null
}

/** The shared part and the kind's own, through their gates. */
export type WholeInput = SharedInput & WholeFields

/** Also what only a draft may be: without all that its kind asks. */
export type EntryInput = SharedInput & DraftFields

export type Parsed<Input extends SharedInput> =
  | { input: Input; faults: [] }
  | { input: null; faults: Fault[] }

interface Reads {
  db: Database
  licences: { has(id: string): boolean }
}

type Before = Pick<Entry, 'envelope' | 'fields'>

interface Sent {
  shared: unknown
  hasPicture?: boolean
  /** Who says it: their own pictures may stand in the text before anybody has seen them. */
  by?: string | undefined
  fields: Readonly<Record<string, unknown>>
  /** The entry as it is, when there is one. */
  before?: Before | undefined
}

/** For what our own form asks: the time, which is not that of deadlines where what is over is welcome. */
interface Asked {
  now: number
  present?: number
}

/**
 * The shared part and the kind's fields through their gates, every fault at once. `asked` adds what our own
 * form demands (deadlines to come, pay ranges): a stranger's entry is not held to it.
 */
export const parseEntry = (
  deps: Reads,
  kind: Kind,
  sent: Sent,
  asked: Asked | null,
): Promise<Parsed<WholeInput>> => parse(deps, kind, { ...sent, read: readWhole(kind, sent.fields) }, asked)

/** The same for a draft, which may lack what its kind asks; the rules are for what is whole. */
export const parseDraft = (
  deps: Reads,
  kind: Kind,
  sent: Sent,
  asked: Asked | null,
): Promise<Parsed<EntryInput>> => parse(deps, kind, { ...sent, read: readDraft(kind, sent.fields) }, asked)

async function parse<Known extends DraftFields>(
  deps: Reads,
  kind: Kind,
  sent: Sent & { read: Read<Known> },
  asked: Asked | null,
): Promise<Parsed<SharedInput & Known>> {
  const envelope = shared.safeParse(sent.shared)
  const faults = [...(envelope.success ? [] : faultsOf(envelope.error)), ...sent.read.faults]
  const given = envelope.data
  const named = await namedBy(deps, kind, sent, given?.organisation ?? null)
  faults.push(...named.faults)
  const { known } = named
  const place = given?.place === null || given === undefined ? null : await communeNamed(deps.db, given.place)
  if (given?.place !== null && given !== undefined && place === null)
    faults.push({ field: 'place', code: 'place' })
  if (given !== undefined && given.licence !== null && !deps.licences.has(given.licence))
    faults.push({ field: 'licence', code: 'licence' })
  if (
    given !== undefined &&
    given.organisation !== null &&
    !(await maySpeak(deps.db, kind, given.organisation, sent.before))
  )
    faults.push({ field: 'organisation', code: 'choice' })
  faults.push(...(await pictureFaults(deps.db, given?.body ?? '', sent)))
  if (sent.hasPicture === true && described.safeParse(sent.shared).data?.imageAlt === null)
    faults.push({ field: 'imageAlt', code: 'alt' })
  if (asked !== null) {
    const words = [given?.summary, given?.body].some((text) => text !== null && text !== undefined)
    const { now, present = now } = asked
    faults.push(...brokenRules(kind, sent, { now, present, placeCode: place?.code ?? null, words }))
  }
  if (sent.before !== undefined && known !== null) faults.push(...keptFaults(kind, sent.before, known.fields))
  if (faults.length > 0 || given === undefined || known === null) return { input: null, faults }
  const { place: _, organisation, summary, body, ...rest } = given
  return {
    input: {
      ...rest,
      summary: summary ?? '',
      body: body ?? '',
      placeCode: place?.code ?? null,
      placeLabel: place?.label ?? null,
      organisationId: organisation,
      ...known,
    },
    faults: [],
  }
}

/** What the public has read, and would lose by this change, whoever makes it and whatever else is asked of it. */
export const keptFaults = (kind: Kind, { envelope, fields }: Before, after: Entry['fields']): Fault[] =>
  fields === null || after === null || !isPublic(envelope.state) ? [] : (kind.keeps?.(fields, after) ?? [])

/** What was read, with the other entries that it names. */
async function namedBy<Known extends DraftFields>(
  { db }: Reads,
  kind: Kind,
  { read, before }: Sent & { read: Read<Known> },
  organisationId: string | null,
): Promise<{ known: Known | null; faults: Fault[] }> {
  if (read.known === null) return { known: null, faults: [] }
  return withReferences(db, kind, read.known, { organisationId, id: before?.envelope.id ?? null })
}

/**
 * A published organisation of this hub: a kind whose entries speak for themselves, and for nobody else. What is public
 * goes on naming one that has gone since; a draft needs another.
 */
async function maySpeak(db: Database, kind: Kind, id: string, before: Before | undefined): Promise<boolean> {
  if (kind.section === null) return false
  const { envelope } = before ?? {}
  if (envelope !== undefined && isPublic(envelope.state) && envelope.organisationId === id) return true
  const [row] = await db.read
    .select({ kind: entries.kind })
    .from(entries)
    .where(and(local(), eq(entries.id, id), inArray(entries.state, ['published', 'closed'])))
  return row !== undefined && kindNamed(row.kind)?.section === null
}
