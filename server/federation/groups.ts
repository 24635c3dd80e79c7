import { eq } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { entries } from '../../db/schema/entries.ts'
import type { Entry } from '../entries/load.ts'
import { actorOfRole, type LocalActor } from './local-actors.ts'

// Groups as forum software has them: https://w3id.org/fep/1b12

/**
 * Hosts that read an Announce of an activity: by what it was sent from there, or by the software it runs. Everybody else
 * reads an Announce of an address: to Mastodon, an activity in it is nothing.
 */
const software = ['lemmy', 'piefed', 'mbin', 'kbin', 'nodebb', 'discourse']
export const groupHosts = `SELECT host FROM hosts WHERE wraps = 1 OR software IN (${software.map((name) => `'${name}'`).join()})`

/**
 * The forum, for what belongs to it: the news, events and topics of this hub, and topics that others began here. What
 * a neighbour brought belongs to the neighbour's.
 */
export async function groupOf(
  db: Database,
  { envelope, kind }: Pick<Entry, 'envelope' | 'kind'>,
): Promise<LocalActor | null> {
  if (kind.section !== 'forum') return null
  if (envelope.origin !== null && (kind.conversation !== true || (await wasBrought(db, envelope.n))))
    return null
  return (await actorOfRole(db, 'forum')) ?? null
}

async function wasBrought(db: Database, entryN: number): Promise<boolean> {
  const [row] = await db.read.select({ viaN: entries.viaN }).from(entries).where(eq(entries.n, entryN))
  return row === undefined || row.viaN !== null
}

export async function readsActivities(db: Database, host: string): Promise<boolean> {
  const { rows } = await db.query(`SELECT 1 WHERE ? IN (${groupHosts})`, [host])
  return rows.length > 0
}

/** Somebody follows it from such a host: else there is nobody to pass anything on to. */
export async function isHeardWhole(db: Database, group: Pick<LocalActor, 'n'>): Promise<boolean> {
  const { rows } = await db.query(
    `SELECT 1 FROM followers JOIN actors ON actors.n = followers.follower_n
      WHERE followers.actor_n = ? AND actors.host IN (${groupHosts}) LIMIT 1`,
    [group.n],
  )
  return rows.length > 0
}
