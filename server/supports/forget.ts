import type { Deps } from '../deps.ts'

/** Of what was withdrawn, nobody's support is kept. */
export async function forgetSupports({ db }: Pick<Deps, 'db'>): Promise<void> {
  const which = "entry_n IN (SELECT n FROM entries WHERE state = 'withdrawn')"
  const { rows } = await db.query(`SELECT EXISTS (SELECT 1 FROM supports WHERE ${which})`)
  if (rows[0]?.[0] === 1) await db.write([{ sql: `DELETE FROM supports WHERE ${which}`, args: [] }])
}
