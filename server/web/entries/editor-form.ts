import type { EditorValues } from '../../../views/entries/editor.tsx'
import type { Viewer } from '../../accounts/viewer.ts'
import type { PictureChange } from '../../entries/commands.ts'
import type { Deps } from '../../deps.ts'
import { isOver, isPublic } from '../../entries/entry.ts'
import { parseDraft, parseEntry, type EntryInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import { ownPicture } from '../../entries/queries.ts'
import type { Picture } from '../../kinds/envelope.ts'
import type { Fault } from '../../kinds/faults.ts'
import { asObject, sent } from '../../kinds/form-values.ts'
import type { FormValues, Kind } from '../../kinds/kind.ts'
import { readSoFar, type DraftFields } from '../../kinds/unfinished.ts'
import { storePicture } from '../../media/pictures.ts'
import { meantPlace, type Commune } from '../../places/communes.ts'
import { changesParts, withChangedParts } from './form-parts.ts'
import { withPlaces } from './part-places.ts'
import { withPlaceCodes } from './place-codes.ts'
import { withTextPicture } from './text-picture.ts'

export const outcomes = ['draft', 'preview', 'review', 'publish'] as const
/** `parts`: a record more or less in a list of them, and nothing else. */
export type Outcome = (typeof outcomes)[number] | 'parts'

/** What the editor's form sent: as it was typed, and, when nothing is wrong, as it is meant. */
export interface SentEntry {
  id: string
  /** What the form was filled from; null: nothing was there. */
  revision: number | null
  outcome: Outcome
  typed: EditorValues
  kindValues: FormValues
  /** The picture that the form now holds. */
  picture: Picture | null
  pictureChange: PictureChange
  placeChoices: Commune[]
  /** Of the commune that was meant, if that is clear. */
  placeCode: string | null
  faults: Fault[]
  input: EntryInput | null
  /** What of its kind's fields can be understood, whatever else is wrong. */
  known: DraftFields
}

export async function readEntryForm(
  deps: Deps,
  viewer: Viewer,
  kind: Kind,
  asSent: FormData,
  before: Entry | undefined,
): Promise<SentEntry> {
  const changes = changesParts(asSent)
  const sentForm = await withPlaceCodes(deps, kind, changes ? withChangedParts(asSent) : asSent)
  const placed = await withPlaces(deps, kind, sentForm)
  const { form, faults: inText } = await withTextPicture(deps, viewer, placed.form)
  const lost = [...placed.faults, ...inText]
  const kindValues = sent(form)
  const typed = typedIn(kindValues)
  const outcome = changes ? 'parts' : (outcomes.find((one) => one === kindValues.text('outcome')) ?? 'draft')
  const place = await meantPlace(deps.db, typed.place, typed.placeCode, deps.hub.settings.territory)
  const image = await pictureIn(deps, viewer, form, before)
  const raw = asObject(form)
  const parse = mayLack(outcome, before) ? parseDraft : parseEntry
  const parsed = await parse(
    deps,
    kind,
    {
      ...{ shared: { ...raw, place: place.code }, fields: raw, before },
      hasPicture: image.picture !== null,
      by: viewer.id,
    },
    asksRules(outcome, before, deps.now()) ? { now: deps.now() } : null,
  )
  const isOfPicture = ({ field }: Fault): boolean => field === 'imageAlt'
  const faults = [
    ...parsed.faults.filter((fault) => !isOfPicture(fault)),
    ...lost,
    ...placeFault(place),
    // As they stand in the form.
    ...image.faults,
    ...parsed.faults.filter(isOfPicture),
  ]
  return {
    id: idIn(kindValues.text('id')) ?? deps.newId(),
    revision: numberIn(kindValues.text('revision')),
    outcome,
    typed,
    kindValues,
    picture: image.picture,
    pictureChange: image.change,
    placeChoices: place.choices,
    placeCode: place.code,
    faults,
    known: readSoFar(kind, raw),
    input: faults.length > 0 || parsed.input === null ? null : described(parsed.input, image.picture),
  }
}

/** Without a picture there is nothing to describe. */
const described = (input: EntryInput, picture: Picture | null): EntryInput =>
  picture === null ? { ...input, imageAlt: null } : input

/** A draft may wait for its deadline; what the public reads, or soon will, may not. */
const asksRules = (outcome: Outcome, before: Entry | undefined, now: number): boolean =>
  before !== undefined && isPublic(before.envelope.state)
    ? !isOver(before.envelope, now)
    : outcome === 'publish' || outcome === 'review'

/** What is neither public nor read by somebody else may wait for what is not yet known. */
const mayLack = (outcome: Outcome, before: Entry | undefined): boolean =>
  (outcome === 'draft' || outcome === 'preview') &&
  (before === undefined || before.envelope.state === 'draft')

const placeFault = (place: { code: string | null; choices: Commune[]; unknown: boolean }): Fault[] =>
  place.unknown
    ? [{ field: 'place', code: 'place' }]
    : place.code === null && place.choices.length > 0
      ? [{ field: 'placeCode', code: 'choice' }]
      : []

async function pictureIn(
  deps: Deps,
  viewer: Viewer,
  form: FormData,
  before: Entry | undefined,
): Promise<{ picture: Picture | null; change: PictureChange; faults: Fault[] }> {
  const there = before?.envelope.picture ?? null
  const file = form.get('image')
  if (file instanceof File && file.size > 0) {
    const stored = await storePicture(deps, file, viewer.id)
    if ('code' in stored) return { picture: there, change: undefined, faults: [stored] }
    return { picture: { ...stored, alt: '' }, change: { id: stored.id }, faults: [] }
  }
  if (form.get('imageRemove') !== null) return { picture: null, change: null, faults: [] }
  const id = idIn(form.get('imageId'))
  if (id === null || id === there?.id) return { picture: there, change: undefined, faults: [] }
  const own = await ownPicture(deps.db, viewer, id)
  return own === null
    ? { picture: there, change: undefined, faults: [] }
    : { picture: { ...own, alt: '' }, change: { id }, faults: [] }
}

export const typedIn = (values: FormValues): EditorValues => ({
  title: values.text('title'),
  summary: values.text('summary'),
  organisation: values.text('organisation'),
  body: values.text('body'),
  place: values.text('place'),
  placeCode: values.text('placeCode'),
  imageAlt: values.text('imageAlt'),
  tags: values.text('tags'),
  language: values.text('language'),
  licence: values.text('licence'),
})

const idIn = (value: unknown): string | null =>
  typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value) ? value : null

const numberIn = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)
