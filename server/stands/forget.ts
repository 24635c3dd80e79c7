import type { Deps } from '../deps.ts'
import { confirmWithin } from './commands.ts'

/** How long after the event the contacts of its stands are kept, in days; what was not accepted goes wholly. */
export const keptDays = 90

const day = 86_400_000

/** A stand that was there stays on the page of its forum, as a sheet; whom to write to is erased with its term. */
export async function forgetStands({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now()
  const ended = `SELECT villages.n FROM villages JOIN entries ON entries.n = villages.entry_n
    WHERE entries.state = 'withdrawn' OR entries.closed_at < ?1 OR entries.closes_at < ?1`
  const old = at - keptDays * day
  const gone = `(confirmed_at IS NULL AND created_at < ?2) OR (state <> 'accepted' AND village_n IN (${ended}))`
  const blank = `email <> '' AND village_n IN (${ended})`
  const due = `SELECT EXISTS (SELECT 1 FROM stands WHERE ${gone} OR (${blank}))`
  const { rows } = await db.query(due, [old, at - confirmWithin])
  if (rows[0]?.[0] !== 1) return
  await db.write([
    { sql: `DELETE FROM stands WHERE ${gone}`, args: [old, at - confirmWithin] },
    {
      sql: `UPDATE stands SET email = '', contact_name = '', needs = '' WHERE ${blank}`,
      args: [old],
    },
  ])
}
