import { Conflict, conflictTitle } from '../../../views/entries/conflict.tsx'
import { editorTexts } from '../../../views/entries/editor-texts.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import type { EntryInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import { filled } from '../../kinds/form-values.ts'
import type { Kind } from '../../kinds/kind.ts'
import { factsKnown } from '../../kinds/unfinished.ts'
import { typedPosition } from '../../places/position.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import type { SentEntry } from './editor-form.ts'
import { editorProps } from './editor-page.tsx'
import { Editor } from '../../../views/entries/editor.tsx'

/** Two people edited the same entry: both texts side by side, and one's own in a form based on the other. */
export async function conflictPage(
  deps: Deps,
  c: Ctx,
  present: Entry,
  sent: SentEntry & { input: EntryInput },
): Promise<Response> {
  const { locale } = c.var
  const { envelope, kind } = present
  const action = `${envelope.path}/modifier`
  const opened = { ...sent, action, before: present, revision: envelope.revision, id: envelope.id }
  return page(
    deps,
    c,
    { title: conflictTitle(locale), status: 409, active: kind.name, robots: 'noindex' },
    <Conflict
      at={envelope.updatedAt}
      differences={differences(present, sent.input, locale)}
      theirsHref={action}
      mineOutcome={sent.outcome}
      editor={<Editor {...await editorProps(deps, c, kind, opened)} />}
    />,
  )
}

function differences(present: Entry, input: EntryInput, locale: Locale) {
  const { envelope } = present
  const { labels } = editorTexts[locale]
  const rows = [
    { label: labels.title, theirs: envelope.title, mine: input.title },
    { label: labels.summary, theirs: envelope.summary, mine: input.summary },
    ...ownDifferences(present, input, locale),
    { label: labels.body, theirs: envelope.body, mine: input.body },
    { label: labels.place, theirs: envelope.placeLabel ?? '', mine: input.placeLabel ?? '' },
    { label: labels.position, theirs: typedPosition(envelope), mine: typedPosition(input) },
    { label: labels.imageAlt, theirs: envelope.picture?.alt ?? '', mine: input.imageAlt ?? '' },
    {
      label: labels.tags,
      theirs: envelope.tags.map(({ label }) => label).join(', '),
      mine: input.tags.join(', '),
    },
    { label: labels.licence, theirs: envelope.licence ?? '', mine: input.licence ?? '' },
    { label: labels.language, theirs: envelope.language, mine: input.language },
  ]
  return rows.filter(({ theirs, mine }) => theirs !== mine)
}

/** The kind's part: its facts where both are whole, else field by field what each of the two knows. */
function ownDifferences({ kind, fields, unfinished }: Entry, input: EntryInput, locale: Locale) {
  if (fields !== null && input.fields !== null) {
    const theirs = kind.facts(fields, locale)
    return kind.facts(input.fields, locale).map(({ name, label, value }) => ({
      label,
      theirs: theirs.find((fact) => fact.name === name)?.value ?? '',
      mine: value,
    }))
  }
  const theirs = fieldsInWords(kind, fields ?? unfinished ?? {}, locale)
  const mine = fieldsInWords(kind, input.fields ?? input.unfinished, locale)
  return Object.entries(kind.texts[locale].fields).map(([name, label]) => ({
    label,
    theirs: theirs(name),
    mine: mine(name),
  }))
}

/** As the kind says it, else as it was typed. */
function fieldsInWords(kind: Kind, known: Readonly<Record<string, unknown>>, locale: Locale) {
  const facts = factsKnown(kind, known, locale)
  const typed = filled(known)
  return (name: string): string =>
    facts.find((fact) => fact.name === name)?.value ?? typed.list(name).join(', ')
}
