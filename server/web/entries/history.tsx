import { History, HistoryCompared, OldVersionNotice } from '../../../views/entries/history.tsx'
import { historyTexts } from '../../../views/entries/history-texts.ts'
import { editorTexts } from '../../../views/entries/editor-texts.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Deps } from '../../deps.ts'
import { revisionOf, revisionsOf, type PastRevision } from '../../entries/history.ts'
import type { Entry } from '../../entries/load.ts'
import { filled } from '../../kinds/form-values.ts'
import type { Kind } from '../../kinds/kind.ts'
import { Refusal } from '../../refusal.ts'
import { wordDiff } from '../../text/word-diff.ts'
import { privatePage } from '../accounts/private-page.tsx'
import type { Ctx } from '../env.ts'
import { filledEditor, type Opened } from './opened.ts'
import { revisable } from './writer.ts'

// What an entry said in public before: for those who may change it, since people take back what they should not have said.

/** `/emplois/chef-de-chantier/historique` */
export const showHistory = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope } = await revisable(deps, c, kind)
  return privatePage(
    deps,
    c,
    { title: historyTexts[c.var.locale].title, active: kind.name },
    <History entry={envelope} versions={await revisionsOf(deps.db, envelope.n)} />,
  )
}

/** `…/historique/comparer?de=1&a=2` */
export const compareHistory = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { envelope } = await revisable(deps, c, kind)
  const [former, later] = [await asked(deps, c, envelope.n, 'de'), await asked(deps, c, envelope.n, 'a')]
  const { locale } = c.var
  return privatePage(
    deps,
    c,
    { title: historyTexts[locale].compareTitle(former.version, later.version), active: kind.name },
    <HistoryCompared
      entry={envelope}
      language={envelope.language}
      versions={await revisionsOf(deps.db, envelope.n)}
      former={former.version}
      later={later.version}
      parts={differences(kind, former, later, locale)}
    />,
  )
}

async function asked(deps: Deps, c: Ctx, entryN: number, name: 'de' | 'a'): Promise<PastRevision> {
  const given = c.req.query(name) ?? ''
  const found = /^\d{1,6}$/.test(given) ? await revisionOf(deps.db, entryN, Number(given)) : undefined
  if (found === undefined) throw new Refusal('absent', 'There is no such version.')
  return found
}

/** What differs, part by part, word by word; the kind's own part as its page says it. */
function differences(kind: Kind, former: PastRevision, later: PastRevision, locale: Locale) {
  const { labels } = editorTexts[locale]
  const [was, is] = [factsOf(kind, former, locale), factsOf(kind, later, locale)]
  const names = [...new Map([...was, ...is].map(({ name, label }) => [name, label]))]
  const rows = [
    { label: labels.title, before: former.title, after: later.title },
    { label: labels.summary, before: former.summary, after: later.summary },
    { label: labels.body, before: former.body, after: later.body },
    { label: labels.place, before: former.placeLabel ?? '', after: later.placeLabel ?? '' },
    ...names.map(([name, label]) => ({
      label,
      before: was.find((fact) => fact.name === name)?.value ?? '',
      after: is.find((fact) => fact.name === name)?.value ?? '',
    })),
  ]
  return rows
    .filter(({ before, after }) => before !== after)
    .map(({ label, before, after }) => ({ label, stretches: wordDiff(before, after) }))
}

/** An older version of this program may have kept fields that its kind has no longer. */
function factsOf(kind: Kind, { fields }: PastRevision, locale: Locale) {
  try {
    return kind.facts({ ...kind.fields.parse(fields), ...fields }, locale)
  } catch {
    return []
  }
}

/** `…/modifier?version=3`: the form, filled with what was said then. Nothing changes before it is sent. */
export async function asItWas(deps: Deps, c: Ctx, entry: Entry): Promise<Opened | undefined> {
  const given = c.req.query('version') ?? ''
  if (!/^\d{1,6}$/.test(given)) return undefined
  const found = await revisionOf(deps.db, entry.envelope.n, Number(given))
  if (found === undefined) return undefined
  const opened = filledEditor(entry, `${entry.envelope.path}/modifier`)
  const { title, summary, body, placeLabel, version, recordedAt } = found
  const fields = { ...entry.fields, ...found.fields }
  return {
    ...opened,
    typed: {
      ...opened.typed,
      ...{ title, summary, body },
      place: placeLabel ?? '',
      placeCode: placeLabel === entry.envelope.placeLabel ? opened.typed.placeCode : '',
    },
    kindValues: filled(fields),
    known: { fields, unfinished: null },
    above: <OldVersionNotice version={version} at={recordedAt} path={entry.envelope.path} />,
  }
}
