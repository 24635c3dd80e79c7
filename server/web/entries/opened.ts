import type { Child } from 'hono/jsx'
import type { EditorValues } from '../../../views/entries/editor.tsx'
import type { Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import type { Entry } from '../../entries/load.ts'
import type { Envelope } from '../../kinds/envelope.ts'
import type { Fault } from '../../kinds/faults.ts'
import { filled } from '../../kinds/form-values.ts'
import { reference } from '../../kinds/gate.ts'
import type { FormValues, Kind } from '../../kinds/kind.ts'
import type { DraftFields } from '../../kinds/unfinished.ts'
import type { Commune } from '../../places/communes.ts'
import { typedPosition } from '../../places/position.ts'
import type { Ctx } from '../env.ts'
import type { SentEntry } from './editor-form.ts'

/** What the editor is opened with. */
export interface Opened {
  action: string
  id: string
  revision: number | null
  typed: EditorValues
  kindValues: FormValues
  picture: Envelope['picture']
  placeChoices: Commune[]
  faults: Fault[]
  /** What of its kind's fields is understood so far. */
  known: DraftFields
  /** It was sent, and is kept nowhere. */
  unsaved?: boolean
  /** Said over the form: where what stands in it comes from. */
  above?: Child
  /** The entry as it is, when there is one. */
  before: Entry | undefined
}

export const freshEditor = (deps: Deps, c: Ctx, kind: Kind): Opened => ({
  action: `${kind.path}/nouveau`,
  id: deps.newId(),
  revision: null,
  typed: {
    ...nothing,
    language: c.var.locale,
    organisation: c.req.query('organisation')?.slice(0, 60) ?? onlyOrganisation(c.var.viewer),
  },
  kindValues: filled(named(c, kind)),
  picture: null,
  placeChoices: [],
  faults: [],
  known: { fields: null, unfinished: {} },
  before: undefined,
})

/** What it names, where a link says so: a debate, of its forum. */
const named = (c: Ctx, kind: Kind): Record<string, string> =>
  Object.fromEntries(
    (kind.references ?? []).flatMap(({ field }) => {
      const id = reference.safeParse(c.req.query(field)).data ?? ''
      return id === '' ? [] : [[field, id]]
    }),
  )

export const filledEditor = (before: Entry, action: string): Opened => ({
  action,
  id: before.envelope.id,
  revision: before.envelope.revision,
  typed: typedFrom(before.envelope),
  kindValues: filled(before.fields ?? before.unfinished ?? {}),
  picture: before.envelope.picture,
  placeChoices: [],
  faults: [],
  known:
    before.fields === null
      ? { fields: null, unfinished: before.unfinished ?? {} }
      : { fields: before.fields, unfinished: null },
  before,
})

export const sentEditor = (sent: SentEntry, before: Entry | undefined, action: string): Opened => ({
  ...sent,
  action,
  before,
  unsaved: true,
})

/** The one that a person can speak for, when there is no choice. */
const onlyOrganisation = (viewer: Visitor): string =>
  viewer?.memberships.length === 1 ? (viewer.memberships[0]?.organisationId ?? '') : ''

const nothing: EditorValues = {
  title: '',
  summary: '',
  organisation: '',
  body: '',
  place: '',
  placeCode: '',
  position: '',
  imageAlt: '',
  tags: '',
  language: '',
  licence: '',
}

const typedFrom = (envelope: Envelope): EditorValues => ({
  title: envelope.title,
  summary: envelope.summary,
  organisation: envelope.organisationId ?? '',
  body: envelope.body,
  place: envelope.placeLabel ?? '',
  placeCode: envelope.placeCode ?? '',
  position: typedPosition(envelope),
  imageAlt: envelope.picture?.alt ?? '',
  tags: envelope.tags.map(({ label }) => label).join(', '),
  language: envelope.language,
  licence: envelope.licence ?? '',
})
