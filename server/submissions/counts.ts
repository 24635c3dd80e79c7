import type { Database } from '../../db/open.ts'

/** What calls of this hub have become, as numbers; null: nothing is known, which is not 0. */
export interface CallCounts {
  calls: number
  decided: number
  /** Published changes of specifications, and comments on one of their parts. */
  changes: number
  comments: number
  /** Seats in juries, and how many of them elected members hold. */
  seats: number
  elected: number
  /** Projects retained of which it is known whether they continue an action, and how many do. */
  known: number
  continuing: number
  /** Calls that say whether an existing action qualifies, and how many say yes. */
  said: number
  existing: number
}

const ours = `entries.kind = 'call' AND origin_n IS NULL AND state IN ('published', 'closed')`

/** One query over the calls that everybody can read. */
export async function callCounts(db: Database): Promise<CallCounts> {
  const { rows } = await db.query(
    `WITH open AS (SELECT calls.* FROM entries JOIN calls ON calls.entry_n = entries.n WHERE ${ours}),
      benches AS (SELECT json_extract(value, '$.capacity') AS capacity, json_extract(value, '$.seats') AS seats
        FROM open, json_each(open.jury)),
      won AS (SELECT json_extract(value, '$.continues') AS continues FROM open, json_each(open.laureates))
    SELECT (SELECT count(*) FROM open) AS calls,
      (SELECT count(*) FROM open WHERE phase = 'decided') AS decided,
      (SELECT count(*) FROM entry_versions WHERE version > 1 AND entry_n IN (SELECT entry_n FROM open)) AS changes,
      (SELECT count(*) FROM comment_passages JOIN comments ON comments.n = comment_n
        WHERE state = 'shown' AND comments.entry_n IN (SELECT entry_n FROM open)) AS comments,
      (SELECT coalesce(sum(seats), 0) FROM benches) AS seats,
      (SELECT coalesce(sum(seats), 0) FROM benches WHERE capacity = 'elected') AS elected,
      (SELECT count(continues) FROM won) AS known,
      (SELECT count(*) FROM won WHERE continues = 'yes') AS continuing,
      (SELECT count(existing_qualifies) FROM open) AS said,
      (SELECT count(*) FROM open WHERE existing_qualifies = 'yes') AS existing`,
  )
  const row = rows[0]
  const number = (name: keyof CallCounts): number => Number(row?.[name] ?? 0)
  return {
    calls: number('calls'),
    decided: number('decided'),
    changes: number('changes'),
    comments: number('comments'),
    seats: number('seats'),
    elected: number('elected'),
    known: number('known'),
    continuing: number('continuing'),
    said: number('said'),
    existing: number('existing'),
  }
}
