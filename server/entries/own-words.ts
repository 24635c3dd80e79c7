import { guardThat, type Database, type Statement, type Step } from '../../db/open.ts'
import type { Kind } from '../kinds/kind.ts'
import { kinds, kindNamed } from '../kinds/index.ts'
import { Refusal } from '../refusal.ts'

/** What an organisation of this hub has published. */
export interface Spoken {
  /** Said under its own name: when its actor is gone, nobody can change or withdraw them on other servers any more. */
  own: { title: string; path: string; language: string }[]
  /** Said by a section that names it: they stay, and are looked after without it. */
  named: number
}

const forum = kinds
  .filter(({ section, conversation }) => section === 'forum' && conversation !== true)
  .map(({ name }) => name)

/** As `voicesOf` of the federation has it: who said it first, else who will. */
const isOwn = (id: string): Statement & { args: string[] } => ({
  sql: `(voice_n IN (SELECT n FROM actors WHERE local = 1 AND entry_id = ?)
    OR (voice_n IS NULL AND organisation_id = ? AND kind IN (${forum.map(() => '?').join()})))`,
  args: [id, id, ...forum],
})

const isOut = "origin_n IS NULL AND state IN ('published', 'closed')"

export async function spokenBy(db: Database, organisationId: string): Promise<Spoken> {
  const own = isOwn(organisationId)
  const said = await db.query(
    `SELECT kind, slug, title, language FROM entries WHERE ${isOut} AND ${own.sql} ORDER BY n DESC`,
    own.args,
  )
  const named = await db.query(
    `SELECT count(*) AS n FROM entries WHERE ${isOut} AND organisation_id = ? AND NOT ${own.sql}`,
    [organisationId, ...own.args],
  )
  return {
    own: said.rows.map(({ kind, slug, title, language }) => ({
      ...{ title: String(title), language: String(language) },
      path: `${kindNamed(String(kind))?.path ?? ''}/${String(slug)}`,
    })),
    named: Number(named.rows[0]?.['n']),
  }
}

/** What still has its own voice is withdrawn first: asked with a word of why, and again by the command. */
export async function silent(db: Database, kind: Kind, id: string): Promise<Step[]> {
  if (kind.section !== null) return []
  const { own } = await spokenBy(db, id)
  if (own.length > 0)
    throw new Refusal(
      'conflict',
      `This organisation still says ${own.length} published entries itself: withdraw them first.`,
    )
  const { sql, args } = isOwn(id)
  return [guardThat({ sql: `SELECT NOT EXISTS (SELECT 1 FROM entries WHERE ${isOut} AND ${sql})`, args })]
}
