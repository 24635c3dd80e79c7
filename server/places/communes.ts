import { createHash } from 'node:crypto'
import { and, desc, eq, gte, inArray, like, lt, sql, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import type { Database, Statement, Step } from '../../db/open.ts'
import { settings } from '../../db/schema/accounts.ts'
import { communes } from '../../db/schema/places.ts'
import { fold } from '../text/fold.ts'

export interface Commune {
  /** INSEE. */
  code: string
  name: string
  department: string
  /** ‘Gennevilliers (92)’: how a person writes it, and how we write it back. */
  label: string
}

/** `dist/data/communes.json`, as `static/data.ts` writes it. */
const file = z.object({
  groupings: z.array(z.tuple([z.string(), z.string()])),
  territories: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
  communes: z.array(
    z
      .tuple([z.string(), z.string(), z.string(), z.string(), z.number().nullable(), z.number()])
      .rest(z.string()),
  ),
})

/** The setting that remembers which file was read: 35,000 rows are not compared at each start. */
const stamp = 'communes'
const rowsAtOnce = 500

/** Reads the places of France at the first start, and again when a new version brings new ones. */
export async function importCommunes(
  db: Database,
  json: string,
  now: number,
): Promise<'imported' | 'up to date'> {
  const hash = JSON.stringify(createHash('sha256').update(json).digest('hex'))
  const [known] = await db.read.select({ hash: settings.value }).from(settings).where(eq(settings.key, stamp))
  if (known?.hash === hash) return 'up to date'
  const { groupings, territories, communes: places } = file.parse(JSON.parse(json))
  const parts = new Map(
    territories.flatMap(([territory, name, members]) =>
      members.map((member) => [member, [territory, name] as const] as const),
    ),
  )
  const rows = places.map(([code, name, postcodes, department, grouping, population, whole]) => {
    const [epci, epciName] = (grouping === null ? undefined : groupings[grouping]) ?? [null, null]
    const [territory, territoryName] = parts.get(whole ?? code) ?? [epci, epciName]
    return [
      ...[code, name, fold(name), postcodes, department, epci, epciName, population],
      ...[territory, territoryName],
    ]
  })
  const steps: Step[] = [db.make.delete(communes)]
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    steps.push(insertRows(rows.slice(from, from + rowsAtOnce)))
  const mark = { value: hash, updatedAt: now }
  steps.push(
    db.make
      .insert(settings)
      .values({ key: stamp, ...mark })
      .onConflictDoUpdate({ target: settings.key, set: mark }),
  )
  await db.write(steps)
  return 'imported'
}

/** Building 35,000 rows through the query builder takes seconds; the text is the same for each. */
const insertRows = (rows: (string | number | null)[][]): Statement => ({
  sql: `INSERT INTO communes (code, name, folded, postcodes, department, epci, epci_name, population, territory, territory_name)
    VALUES ${rows.map(() => '(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}`,
  args: rows.flat(),
})

/**
 * What somebody may mean by a name, a part of it or a postal code: whole names first, then the hub's own
 * department, then the most people.
 */
export async function findCommunes(
  db: Database,
  q: string,
  department: string | null = null,
): Promise<Commune[]> {
  const { name, digits } = understood(q)
  if (digits !== '') return select(db, like(communes.postcodes, `%${digits}%`), rank(department), 10)
  if (name.length < 2) return []
  const order = [sql`${communes.folded} <> ${name}`, ...rank(department)]
  const begins = await select(db, beginning(name), order, 10)
  if (begins.length > 0 || name.length < 3) return begins
  return select(db, like(communes.folded, `% ${name}%`), order, 10)
}

/** The same while somebody types, and sooner: of the hub's own department all, elsewhere towns, and whole names. */
export async function suggestedCommunes(
  db: Database,
  q: string,
  department: string | null,
  limit: number,
): Promise<Commune[]> {
  const { name } = understood(q)
  if (name.length < 2) return []
  const near =
    department === null
      ? []
      : await select(db, and(eq(communes.department, department), beginning(name)), [], limit)
  const whole = await select(db, eq(communes.folded, name), [], limit)
  const towns = await select(db, and(beginning(name), sql`population >= 10000`), [], limit)
  const found = new Map([...whole, ...near, ...towns].map((commune) => [commune.code, commune]))
  return [...found.values()].slice(0, limit)
}

/** The communes that bear exactly this name or code: ‘Saint-Denis’ is several, ‘Saint-Denis (93)’ is one. */
export async function communesNamed(db: Database, typed: string): Promise<Commune[]> {
  const { name, digits, department } = understood(typed)
  if (/^\d[\dAB]\d{3}$/i.test(typed.trim())) {
    const byCode = await select(db, eq(communes.code, typed.trim().toUpperCase()), [], 1)
    if (byCode.length > 0) return byCode
  }
  if (digits !== '') return select(db, like(communes.postcodes, `%${digits}%`), [], 20)
  return select(
    db,
    and(eq(communes.folded, name), department === null ? undefined : eq(communes.department, department)),
    [],
    20,
  )
}

export const communesByCode = (db: Database, codes: readonly string[]): Promise<Commune[]> =>
  codes.length === 0 ? Promise.resolve([]) : select(db, inArray(communes.code, [...codes]), [], codes.length)

/** Of each commune, the intercommunality that it belongs to. */
export async function groupingsOf(
  db: Database,
  codes: readonly string[],
): Promise<Map<string, { code: string; name: string }>> {
  const found = new Map<string, { code: string; name: string }>()
  for (let from = 0; from < codes.length; from += rowsAtOnce)
    for (const { code, epci, epciName } of await db.read
      .select({ code: communes.code, epci: communes.epci, epciName: communes.epciName })
      .from(communes)
      .where(inArray(communes.code, codes.slice(from, from + rowsAtOnce))))
      if (epci !== null) found.set(code, { code: epci, name: epciName ?? epci })
  return found
}

/** ‘St Denis (93)’ → the name as look-ups write it, and the department in brackets. */
function understood(typed: string): { name: string; digits: string; department: string | null } {
  const department = /\(\s*(\d[\dab]\d?)\s*\)/i.exec(typed)?.[1]?.toUpperCase() ?? null
  const name = fold(typed.slice(0, 80).replace(/\(.*$/, '').replace(/[%_]/g, ' '))
    .replace(/\bst(e?) /g, 'saint$1 ')
    .replace(/\s+/g, ' ')
    .trim()
  return { name, digits: /^\d{5}$/.test(name) ? name : '', department }
}

/** A range, because LIKE does not use the index. */
const beginning = (name: string): SQL | undefined =>
  and(gte(communes.folded, name), lt(communes.folded, `${name}\uffff`))

const rank = (department: string | null): SQL[] =>
  department === null ? [] : [sql`${communes.department} <> ${department}`]

async function select(db: Database, where: SQL | undefined, order: SQL[], limit: number): Promise<Commune[]> {
  const rows = await db.read
    .select({ code: communes.code, name: communes.name, department: communes.department })
    .from(communes)
    .where(where)
    .orderBy(...order, desc(communes.population))
    .limit(limit)
  return rows.map((row) => ({ ...row, label: `${row.name} (${row.department})` }))
}

/**
 * The commune that a form means. Several of one name are given back to choose from, and so is what resembles
 * a name that none bears; a choice that was made among them counts.
 */
export async function meantPlace(
  db: Database,
  typed: string,
  chosen: string,
  department: string | null,
): Promise<{ code: string | null; choices: Commune[]; unknown: boolean }> {
  if (typed.trim() === '') return { code: null, choices: [], unknown: false }
  const named = await communesNamed(db, typed)
  const [only] = named
  if (only !== undefined && named.length === 1) return { code: only.code, choices: [], unknown: false }
  const choices = named.length > 0 ? named : await findCommunes(db, typed, department)
  const code = choices.find((commune) => commune.code === chosen)?.code ?? null
  return { code, choices, unknown: choices.length === 0 }
}
