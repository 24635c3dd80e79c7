import { count, eq, inArray } from 'drizzle-orm'
import { comments, entries } from '../../db/schema/entries.ts'
import {
  activities,
  actors,
  deliveries,
  errands,
  followers,
  following,
  reactions,
  remoteKeys,
} from '../../db/schema/federation.ts'
import { quotations } from '../../db/schema/quotations.ts'
import { messages } from '../../db/schema/messages.ts'
import { matches } from '../../server/entries/search.ts'
import type { TestDeps } from '../support/deps.ts'
import { messageFrom } from '../support/messages.ts'
import { quotedBy } from '../support/quotations.ts'
import { person, published, received } from '../support/publish.ts'
import { answerFrom, stranger } from './rooms.ts'

/** All that a server can leave here. */
export async function traces(deps: TestDeps, host: string, words: string): Promise<void> {
  const { db, now } = deps
  const author = await stranger(deps, host)
  const [hub] = await db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, '/ap/actors/hub'))
  const hubN = hub?.n ?? 0
  const ours = await published(deps, await person(deps, 'editor'), 'news', { title: `Chez nous, ${words}` })
  await answerFrom(deps, author, ours.envelope.id, words)
  await quotedBy(deps, author, ours.envelope.id)
  await messageFrom(deps, author, { html: `<p>${words}</p>` })
  const { apId } = await received(deps, 'job', {
    apId: `https://${host}/objects/${deps.newId()}`,
    title: words,
  })
  const inbox = `https://${host}/inbox`
  const key = { algorithm: 'rsa', publicPem: 'PEM', fetchedAt: now() } as const
  await db.write([
    db.make.update(entries).set({ originN: author.n, viaN: author.n }).where(eq(entries.apId, apId)),
    db.make.insert(reactions).values({
      ...{ type: 'like', actorN: author.n, objectId: `/ap/objects/${ours.envelope.id}`, createdAt: now() },
    }),
    db.make
      .insert(followers)
      .values({ actorN: hubN, followerN: author.n, followId: deps.newId(), acceptedAt: now() }),
    db.make.insert(following).values({
      ...{ actorN: hubN, targetN: author.n, followId: deps.newId(), state: 'accepted', requestedAt: now() },
    }),
    db.make.insert(errands).values({ type: 'backfill', subject: author.id, actorN: author.n, nextAt: now() }),
    db.make.insert(remoteKeys).values({ id: `${author.id}#main-key`, actorId: author.id, ...key }),
    db.make.insert(activities).values({
      ...{ id: `/ap/activities/${deps.newId()}`, actorN: hubN, type: 'Create', objectId: words },
      ...{ public: true, json: '{}', createdAt: now() },
    }),
  ])
  const [activity] = await db.read
    .select({ n: activities.n })
    .from(activities)
    .where(eq(activities.objectId, words))
  const row = { activityN: activity?.n ?? 0, objectId: words, host, nextAt: now() }
  await db.write([
    db.make.insert(deliveries).values([
      { ...row, inbox },
      { ...row, inbox: `${inbox}?given-up`, failedAt: now() },
      { ...row, inbox: `${author.id}/inbox` },
    ]),
  ])
}

/** How many rows still speak of these hosts, by table. */
export async function left({ db }: TestDeps, hosts: string[], words: string) {
  const of = async (counted: Promise<{ n: number }[]>) => (await counted)[0]?.n
  const theirs = db.read.select({ n: actors.n }).from(actors).where(inArray(actors.host, hosts))
  return {
    actors: await of(db.read.select({ n: count() }).from(actors).where(inArray(actors.host, hosts))),
    entries: await of(db.read.select({ n: count() }).from(entries).where(eq(entries.title, words))),
    found: (await matches(db, words)).length,
    comments: await of(
      db.read
        .select({ n: count() })
        .from(comments)
        .where(eq(comments.html, `<p>${words}</p>`)),
    ),
    messages: await of(
      db.read
        .select({ n: count() })
        .from(messages)
        .where(eq(messages.html, `<p>${words}</p>`)),
    ),
    reactions: await of(
      db.read.select({ n: count() }).from(reactions).where(inArray(reactions.actorN, theirs)),
    ),
    quotations: await of(
      db.read.select({ n: count() }).from(quotations).where(inArray(quotations.actorN, theirs)),
    ),
    followers: await of(
      db.read.select({ n: count() }).from(followers).where(inArray(followers.followerN, theirs)),
    ),
    following: await of(
      db.read.select({ n: count() }).from(following).where(inArray(following.targetN, theirs)),
    ),
    errands: await of(db.read.select({ n: count() }).from(errands).where(inArray(errands.actorN, theirs))),
    keys: await of(
      db.read
        .select({ n: count() })
        .from(remoteKeys)
        .where(
          inArray(
            remoteKeys.actorId,
            hosts.map((host) => `https://${host}/users/bruno`),
          ),
        ),
    ),
    deliveries: await of(
      db.read.select({ n: count() }).from(deliveries).where(inArray(deliveries.host, hosts)),
    ),
  }
}

export const nothing = {
  ...{ actors: 0, entries: 0, comments: 0, reactions: 0, followers: 0, following: 0 },
  ...{ messages: 0, quotations: 0, errands: 0, keys: 0, deliveries: 0 },
}
export const everything = {
  ...{ actors: 1, entries: 1, found: 2, comments: 1, reactions: 1, followers: 1, following: 1 },
  ...{ messages: 1, quotations: 1, errands: 1, keys: 1, deliveries: 3 },
}
