import type { Viewer } from '../../accounts/viewer.ts'
import { publish, saveDraft, submit } from '../../entries/commands.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { EntryInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import { entryById } from '../../entries/queries.ts'
import type { WholeEntry } from '../../entries/whole.ts'
import type { Kind } from '../../kinds/kind.ts'
import { isConflict } from '../../refusal.ts'
import type { SentEntry } from './editor-form.ts'

type Meant = Pick<SentEntry, 'id' | 'revision' | 'pictureChange' | 'picture'> & { input: EntryInput }

/**
 * Keeps what a form sent. A form may come twice (a double click, a lost answer, the back button): when what
 * it says is already there it has done its work, whichever of the two came first.
 */
export async function keep(deps: Deps, viewer: Viewer, kind: Kind, meant: Meant): Promise<Entry> {
  const before = await byId(deps, meant.id)
  if (before !== undefined && says(before, meant)) return before
  const { id, revision, input, pictureChange: picture } = meant
  try {
    return await saveDraft(deps, viewer, kind, { id, revision, input, picture })
  } catch (error) {
    const present = isConflict(error) ? await byId(deps, id) : undefined
    if (present !== undefined && present.kind.name === kind.name && says(present, meant)) return present
    throw error
  }
}

/**
 * Publishing what the same form has just published is done already; another entry that took the address first
 * leaves the next one free.
 */
export async function publishOnce(deps: Deps, viewer: Viewer, entry: WholeEntry): Promise<Entry> {
  for (let tries = 1; ; tries++) {
    try {
      return await publish(deps, viewer, entry)
    } catch (error) {
      const present = isConflict(error) ? await byId(deps, entry.envelope.id) : undefined
      if (present !== undefined && isPublic(present.envelope.state)) return present
      if (tries === 3 || present?.envelope.revision !== entry.envelope.revision) throw error
    }
  }
}

export async function submitOnce(deps: Deps, viewer: Viewer, entry: WholeEntry): Promise<Entry> {
  return entry.envelope.state === 'review' ? entry : submit(deps, viewer, entry)
}

export const byId = (deps: Deps, id: string): Promise<Entry | undefined> => entryById(deps, id)

function says({ envelope, fields, kind, unfinished }: Entry, { input, picture, revision }: Meant): boolean {
  // Of a form that comes again, what the first one added to the history of the entry is no difference.
  const added = revision === envelope.revision ? [] : (kind.history?.fields ?? [])
  const without = (values: Entry['fields']) =>
    values === null || added.length === 0
      ? values
      : Object.fromEntries(Object.entries(values).filter(([name]) => !added.includes(name)))
  const there: Record<keyof EntryInput, unknown> = {
    title: envelope.title,
    summary: envelope.summary,
    body: envelope.body,
    language: envelope.language,
    licence: envelope.licence,
    placeCode: envelope.placeCode,
    placeLabel: envelope.placeLabel,
    latitude: envelope.latitude,
    longitude: envelope.longitude,
    tags: envelope.tags.map(({ label }) => label).toSorted(),
    organisationId: envelope.organisationId,
    imageAlt: envelope.picture?.alt ?? null,
    fields: without(fields),
    unfinished,
  }
  return (
    (envelope.picture?.id ?? null) === (picture?.id ?? null) &&
    canonical(there) === canonical({ ...input, fields: without(input.fields), tags: input.tags.toSorted() })
  )
}

/** The same values in one order of keys. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  )
