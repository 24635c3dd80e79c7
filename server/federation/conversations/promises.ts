import type { Statement, Step } from '../../../db/open.ts'
import type { FederationDeps } from '../room.ts'
import { firstReading } from './walk.ts'

// What is promised to nobody but our readers: it is kept when there is time. Bounded, as all that others have us keep.

/** Of one actor's word at a time: entries, and answers from whose place in a conversation something is missing. */
export const mostPromised = { conversations: 500, climbs: 20, climbsOfHost: 100 } as const

/** What it answers may be on its way to us. */
const climbWait = 60_000

/** An answer to something that is not here: perhaps it belongs to a conversation that is. */
export const climbLater = (
  { now }: Pick<FederationDeps, 'now'>,
  address: string,
  onWordOf: number,
): Step[] => [
  {
    sql: `INSERT INTO errands (type, subject, actor_n, next_at) SELECT 'climb', ?, ?, ?
      WHERE (SELECT count(*) FROM errands WHERE actor_n = ? AND type = 'climb') < ?
      AND (SELECT count(*) FROM errands JOIN actors ON actors.n = actor_n WHERE errands.type = 'climb'
        AND host = (SELECT host FROM actors WHERE n = ?)) < ? ON CONFLICT DO NOTHING`,
    args: [
      ...[address, onWordOf, now() + climbWait],
      ...[onWordOf, mostPromised.climbs, onWordOf, mostPromised.climbsOfHost],
    ],
  },
]

/** A conversation that goes on: of ours when it is answered from elsewhere, of others' too. */
export const conversationLater = (
  deps: Pick<FederationDeps, 'now'>,
  entryN: number,
  onWordOf: number,
): Step[] =>
  reading(deps, onWordOf, {
    sql: "SELECT coalesce(ap_id, '/ap/objects/' || id) AS subject FROM entries WHERE n = ?",
    args: [entryN],
  })

/** One that comes with its entry; said before the entry is kept, since what is renewed has been read. */
export const newConversation = (deps: Pick<FederationDeps, 'now'>, apId: string, onWordOf: number): Step[] =>
  reading(deps, onWordOf, {
    sql: 'SELECT ? AS subject WHERE NOT EXISTS (SELECT 1 FROM entries WHERE ap_id = ?)',
    args: [apId, apId],
  })

/** Promised already, it is read when it is due, however much is answered. */
const reading = (
  { now }: Pick<FederationDeps, 'now'>,
  onWordOf: number,
  entry: Statement & { args: (string | number)[] },
): Step[] => [
  {
    sql: `INSERT INTO errands (type, subject, actor_n, next_at) SELECT 'conversation', subject, ?, ? FROM (${entry.sql})
      WHERE (SELECT count(*) FROM errands WHERE actor_n = ? AND type = 'conversation') < ? ON CONFLICT DO NOTHING`,
    args: [onWordOf, now() + firstReading, ...entry.args, onWordOf, mostPromised.conversations],
  },
]
