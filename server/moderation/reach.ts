import type { Database, Statement } from '../../db/open.ts'

export type Reach = Record<
  'actors' | 'entries' | 'comments' | 'messages' | 'quotations' | 'followers' | 'following' | 'deliveries',
  number
>

/** What a block would erase. */
export async function reachOf(db: Database, whose: Statement, unsent: Statement): Promise<Reach> {
  const of = async (table: string, column: string): Promise<number> => {
    const sql = `SELECT count(*) AS n FROM ${table} WHERE ${column} IN (${whose.sql})`
    return Number((await db.query(sql, whose.args)).rows[0]?.['n'])
  }
  const waiting = await db.query(`SELECT count(*) AS n ${unsent.sql}`, unsent.args)
  return {
    actors: await of('actors', 'n'),
    entries: await of('entries', 'origin_n'),
    comments: await of('comments', 'actor_n'),
    messages: await of('messages', 'actor_n'),
    quotations: await of('quotations', 'actor_n'),
    followers: await of('followers', 'follower_n'),
    following: await of('following', 'target_n'),
    deliveries: Number(waiting.rows[0]?.['n']),
  }
}
