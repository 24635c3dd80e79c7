import type { Database } from '../../db/open.ts'
import { kindNamed } from '../kinds/index.ts'
import { counted } from './folded.ts'
import { isTopic, type Topic } from './topics.ts'
import { joined, named, visible } from './visible.ts'

export interface Notification {
  n: number
  topic: Topic
  fact: string
  why: string
  at: number
  isRead: boolean
  /** Who answered, as their words bear their name; or the organisation of the other side. */
  author: string
  /** Its id, of an answer that its reader may see. */
  commentId: string | null
  /** Null: there is none, or it is no longer to be read. */
  entry: { title: string; path: string; language: string; isOpen: boolean } | null
  /** The call for partners that it is about. */
  grouping: { id: string; subject: string } | null
  /** Of what comes in numbers; else 1. */
  count: number
  /** Why it was decided so, in the moderator's words to its author or to everybody. */
  reason: string
}

/** To whoever wrote it; else to everybody. What a topic was refused for stands with its draft already. */
const spoken = `coalesce(nullif(d.author_reason, ''), nullif(d.public_reason, ''),
  CASE d.action WHEN 'topic-refused' THEN d.reason END, '')`

/** Of a membership, whoever is not the organisation that its reader answers for. */
const otherSide = `(SELECT coalesce(page.title, other.name) FROM network_memberships m
  JOIN actors own ON own.entry_id = e.id AND own.n IN (m.network_n, m.organisation_n)
  JOIN actors other ON other.n IN (m.network_n, m.organisation_n) AND other.n <> own.n
  LEFT JOIN entries page ON page.id = other.entry_id WHERE m.n = CAST(substr(x.fact, 12) AS INTEGER))`

export async function load(
  db: Database,
  where: string,
  {
    args,
    order,
    limit,
    offset,
  }: { args: (string | number | null)[]; order: string; limit: number; offset: number },
): Promise<Notification[]> {
  const { rows } = await db.query(
    `SELECT x.n, x.topic, x.fact, x.why, x.created_at, x.read_at, e.title, e.slug, e.language,
      CASE WHEN ${named} THEN e.kind END AS kind, e.state AS entry_state, g.id AS grouping_id, g.subject, ${counted} AS count,
      CASE WHEN x.topic = 'partner' AND g.n IS NULL THEN ${otherSide} ELSE c.author_name END AS author_name,
      CASE WHEN c.state = 'shown' THEN c.id END AS comment_id,
      CASE WHEN x.topic = 'moderation' THEN (SELECT ${spoken} FROM decisions d WHERE d.id = substr(x.fact, 10)) END AS reason
    FROM ${joined} WHERE ${where} AND ${visible} ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...args, limit, offset],
  )
  return rows.flatMap((row) => {
    const topic = String(row['topic'])
    const kind = kindNamed(String(row['kind'] ?? ''))
    if (!isTopic(topic)) return []
    return [
      {
        ...{ n: Number(row['n']), topic, fact: String(row['fact']), why: String(row['why']) },
        ...{ at: Number(row['created_at']), isRead: row['read_at'] !== null },
        author: String(row['author_name'] ?? ''),
        commentId: row['comment_id'] === null ? null : String(row['comment_id']),
        entry:
          kind === undefined
            ? null
            : {
                title: String(row['title']),
                path: `${kind.path}/${String(row['slug'])}`,
                language: String(row['language']),
                isOpen: ['published', 'closed'].includes(String(row['entry_state'])),
              },
        grouping:
          row['grouping_id'] === null
            ? null
            : { id: String(row['grouping_id']), subject: String(row['subject']) },
        count: Number(row['count'] ?? 1),
        reason: String(row['reason'] ?? ''),
      },
    ]
  })
}
