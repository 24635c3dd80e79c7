import type { Deps } from '../deps.ts'
import { parseEntry, type WholeInput } from '../entries/input.ts'
import { say } from '../kinds/faults.ts'
import type { Kind } from '../kinds/kind.ts'
import { organisation } from '../kinds/organisation/index.tsx'
import { texts } from '../kinds/organisation/texts.ts'
import { structureLabels } from '../kinds/structures.ts'
import { communesNamed } from '../places/communes.ts'
import { placeCodeOf } from '../places/place-code.ts'
import { foldTag } from '../text/fold.ts'
import { locales, type Locale } from '../../views/language.tsx'
import type { FileRow } from './organisation-file.ts'
import { importedBefore, knownOrganisations, type Known } from './organisation-store.ts'

const kind: Kind = organisation

/** What a line looks like: an organisation that is there, one imported before, or another line. */
export interface Twin {
  by: 'siret' | 'siren' | 'name' | 'source' | 'file'
  title: string
  href: string | null
}

export interface Planned {
  line: number
  title: string
  sourceId: string
  twin: Twin | null
  /** What the gate says, in words. */
  faults: string[]
  /** Null: it is not made. */
  input: WholeInput | null
}

/** What the file would make. Nothing is written; the same is asked again before anything is. */
export async function planOf(
  deps: Deps,
  rows: readonly FileRow[],
  { source, family, locale }: { source: string; family: string; locale: Locale },
): Promise<Planned[]> {
  const known = await knownOrganisations(deps.db)
  const before = await importedBefore(deps.db, source, rows.map(sourceIdOf))
  const seen = new Map<string, number>()
  const planned: Planned[] = []
  for (const row of rows) {
    const title = row.values.name ?? ''
    const sourceId = sourceIdOf(row)
    const imported = before.get(sourceId)
    const twin =
      imported === undefined
        ? (twinAmong(row, known) ?? twinInFile(row, seen))
        : { by: 'source' as const, title: imported, href: null }
    const { input, faults } = await parseEntry(deps, kind, await sentBy(deps, row, family), {
      now: deps.now(),
    })
    const said = faults.map((fault) => `${labelOf(fault.field, locale)} – ${say(fault, locale)}`)
    planned.push({
      line: row.line,
      title,
      sourceId,
      twin,
      faults: said,
      input: twin === null && said.length === 0 ? input : null,
    })
  }
  return planned
}

/** Its own id in the file, else the number it is known by, else its name. */
const sourceIdOf = ({ values }: FileRow): string =>
  (
    values.id ??
    digits(values.siret) ??
    digits(values.siren) ??
    values.rna ??
    foldTag(values.name ?? '')
  ).slice(0, 200)

const digits = (text: string | undefined): string | null => text?.replace(/[^\d]/g, '') || null

function twinAmong({ values }: FileRow, known: readonly Known[]): Twin | null {
  const [siret, siren] = [digits(values.siret), digits(values.siren) ?? digits(values.siret)?.slice(0, 9)]
  const name = foldTag(values.name ?? '')
  const found = (by: Twin['by'], one: Known | undefined): Twin | null =>
    one === undefined ? null : { by, title: one.title, href: `${kind.path}/${one.slug}` }
  return (
    found('siret', siret === null ? undefined : known.find((one) => one.siret === siret)) ??
    found(
      'siren',
      siren === undefined
        ? undefined
        : known.find((one) => one.siren === siren || one.siret?.startsWith(siren) === true),
    ) ??
    found(
      'name',
      known.find((one) => foldTag(one.title) === name),
    )
  )
}

/** Whatever a line can be known by, with the line that said it first. */
function twinInFile(row: FileRow, seen: Map<string, number>): Twin | null {
  const { siret, siren, name = '' } = row.values
  const marks = [
    digits(siret),
    digits(siren) ?? digits(siret)?.slice(0, 9) ?? null,
    foldTag(name),
    sourceIdOf(row),
  ].flatMap((mark, index) => (mark === null || mark === '' ? [] : `${index}:${mark}`))
  const first = marks.map((mark) => seen.get(mark)).find((line) => line !== undefined)
  for (const mark of marks) if (!seen.has(mark)) seen.set(mark, row.line)
  return first === undefined ? null : { by: 'file', title: String(first), href: null }
}

async function sentBy({ db, hub }: Deps, { values }: FileRow, family: string) {
  const { name, summary, place, placeCode, networks, cpv, serves, ...rest } = values
  const found = placeCode === undefined && place !== undefined ? await communesNamed(db, place) : []
  const near = found.filter((commune) => commune.department === hub.settings.territory)
  const meant = found.length === 1 ? found[0] : near.length === 1 ? near[0] : undefined
  return {
    shared: {
      title: name,
      summary: summary?.slice(0, 500),
      // What is no place that is known is a fault, not a place left out.
      place: placeCode ?? meant?.code ?? place?.slice(0, 10),
      language: hub.settings.locale,
    },
    fields: {
      ...rest,
      family:
        codeOf(
          values.family,
          locales.map((one) => texts[one].family),
        ) ?? family,
      status: codeOf(
        values.status,
        locales.map((one) => texts[one].status),
      ),
      structure: codeOf(
        values.structure,
        locales.map((one) => structureLabels[one]),
      ),
      networks: listIn(networks),
      cpv: listIn(cpv),
      serves: await placesIn(serves, db, hub.settings.territory),
    },
  }
}

async function placesIn(
  text: string | undefined,
  db: Deps['db'],
  territory: string | null,
): Promise<string[] | undefined> {
  const items = text?.split(/[|,;\n]/).map((item) => item.trim())
  return (
    items &&
    Promise.all(
      items.slice(0, 100).flatMap((item) => (item === '' ? [] : [placeCodeOf(db, item, territory)])),
    )
  )
}

const listIn = (text: string | undefined): string | undefined => text?.replaceAll('|', ',')

/** A code, its words, or the letters in brackets: `scop`, `SCOP`, « Société coopérative de production (SCOP) ». */
function codeOf(
  text: string | undefined,
  labels: readonly Readonly<Record<string, string>>[],
): string | undefined {
  if (text === undefined) return undefined
  const plain = foldTag(text)
  const found = labels
    .flatMap((catalogue) => Object.entries(catalogue))
    .find(([code, label]) => code === plain || foldTag(label) === plain || bracketed(label) === plain)
  // Not understood, it is for the gate to refuse.
  return found?.[0] ?? text
}

const bracketed = (label: string): string => foldTag(/\(([^)]+)\)$/.exec(label)?.[1] ?? '')

function labelOf(field: string, locale: Locale): string {
  const [name = ''] = field.split('.')
  const own: Readonly<Record<string, string>> = {
    ...texts[locale].fields,
    ...texts[locale].importColumns,
    title: texts[locale].title.label,
  }
  return own[name] ?? name
}
