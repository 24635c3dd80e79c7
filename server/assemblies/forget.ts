import type { Statement } from '../../db/open.ts'
import type { Deps } from '../deps.ts'
import { confirmWithin } from './proposals.ts'

/** How long addresses and words of those who wrote are kept, in days: after it was decided, and in any case. */
export const keptDays = 90
export const longestDays = 365

const day = 86_400_000

/** What nobody confirmed goes; of what was decided, what others read stays, and how to reach its writer does not. */
export async function forgetProposals({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<void> {
  const at = now()
  const [fresh, old, oldest] = [at - confirmWithin, at - keptDays * day, at - longestDays * day]
  const unread = (table: string): Statement => ({
    sql: `DELETE FROM ${table} WHERE (state = 'unconfirmed' AND created_at < ?) OR (state IN ('waiting', 'proposed') AND created_at < ?)`,
    args: [fresh, oldest],
  })
  await db.write([
    unread('assembly_candidatures'),
    unread('assembly_items'),
    {
      sql: "UPDATE assembly_candidatures SET email = '', body = '', person = NULL WHERE decided_at < ? AND email <> ''",
      args: [old],
    },
    {
      sql: 'UPDATE assembly_items SET email = NULL WHERE decided_at < ? AND email IS NOT NULL',
      args: [old],
    },
  ])
}
