import { Hono } from 'hono'
import { eq } from 'drizzle-orm'
import { comments, entries } from '../../db/schema/entries.ts'
import { actors } from '../../db/schema/federation.ts'
import type { Viewer } from '../../server/accounts/viewer.ts'
import { receiveComment } from '../../server/entries/received-comments.ts'
import type { Federation } from '../../server/federation/federation.ts'
import { createRefusals, type Refusals } from '../../server/federation/refusals.ts'
import { letBe, retry, type Again } from '../../server/federation/retry.ts'
import { entryRoutes } from '../../server/web/entries/routes.tsx'
import type { Env } from '../../server/web/env.ts'
import { notFound, onError } from '../../server/web/failures.tsx'
import { homeRoutes } from '../../server/web/home.tsx'
import { csrf } from '../../server/web/middleware/csrf.ts'
import { flash } from '../../server/web/middleware/flash.ts'
import { headers } from '../../server/web/middleware/headers.ts'
import { locale } from '../../server/web/middleware/locale.ts'
import { messageRoutes } from '../../server/web/messages/routes.tsx'
import { moderationRoutes } from '../../server/web/moderation/routes.tsx'
import { movingRoutes } from '../../server/web/moving/routes.tsx'
import { networkRoutes } from '../../server/web/network/routes.tsx'
import { settingsRoutes } from '../../server/web/settings/routes.tsx'
import { Browser } from '../accounts/browser.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'

export interface Rooms {
  deps: TestDeps
  /** How often the federation was told to look. */
  wakes(): number
  refused: Refusals
  /** A browser in which this person is signed in; without one, a visitor's. */
  as(viewer?: Viewer, address?: string): Browser
  close(): Promise<void>
}

type Voice = Pick<Federation, 'follow' | 'unfollow'> & Partial<Pick<Federation, 'moving'>>

const nobodyMoves = () => Promise.reject(new Error('Nobody moves in this test.'))
const nowhere: Federation['moving'] = {
  ...{ look: nobodyMoves, leave: nobodyMoves, comeBack: nobodyMoves, cameFrom: nobodyMoves },
  ...{ forget: nobodyMoves, followAll: nobodyMoves },
}

/** The rooms of those who run and moderate a hub, and its entries. Who asks is given, not logged in. */
export async function openRooms(
  options: Parameters<typeof openTestDeps>[0] & { deps?: TestDeps; federation?: Voice } = {},
): Promise<Rooms> {
  const deps = options.deps ?? (await openTestDeps(options))
  let wakes = 0
  const nobody: Voice = {
    follow: () => Promise.reject(new Error('Nobody is followed in this test.')),
    unfollow: () => Promise.reject(new Error('Nobody is followed in this test.')),
  }
  const wake = (): void => void (wakes += 1)
  const federation = {
    moving: nowhere,
    ...(options.federation ?? nobody),
    wake,
    async retry(what: Again) {
      const done = await deps.db.write(retry(deps.db, what, deps.now()))
      wake()
      return done.at(-1)?.rowsAffected ?? 0
    },
    letBe: async (host: string) => void (await deps.db.write(letBe(deps.db, host, deps.now()))),
    refused: createRefusals(deps.now),
  }
  // Throttles live in the routes, so every browser knocks at the same ones.
  const rooms = new Hono<Env>()
    .route('/', settingsRoutes(deps, federation))
    .route('/', messageRoutes(deps))
    .route('/', moderationRoutes(deps, federation))
    .route('/', movingRoutes(deps, federation))
    .route('/', networkRoutes(deps, federation))
    .route('/', homeRoutes(deps))
    .route('/', entryRoutes(deps, federation))
  const appFor = (viewer: Viewer | null) => {
    const app = new Hono<Env>()
    app.onError(onError(deps))
    app.notFound(notFound(deps))
    app.use(headers(deps))
    app.use((c, next) => {
      c.set('viewer', viewer)
      c.set('sessionId', null)
      c.set('requestId', 'r')
      return next()
    })
    app.use(locale(deps), flash(), csrf(deps))
    app.route('/', rooms)
    return app
  }
  return {
    deps,
    wakes: () => wakes,
    refused: federation.refused,
    as: (viewer, address) => new Browser(appFor(viewer ?? null), deps.hub, address),
    close: () => deps.close(),
  }
}

/** Someone on another server, as their first letter leaves them here. */
export async function stranger(
  deps: TestDeps,
  host: string,
  handle = 'bruno',
): Promise<{ n: number; id: string; name: string }> {
  const id = `https://${host}/users/${handle}`
  const name = `${handle} de ${host}`
  await deps.db.write([
    deps.db.make
      .insert(actors)
      .values({
        ...{ id, local: false, type: 'Person', handle, host, name },
        ...{ url: `https://${host}/@${handle}`, inbox: `${id}/inbox`, sharedInbox: `https://${host}/inbox` },
        createdAt: deps.now(),
      })
      .onConflictDoNothing(),
  ])
  const [row] = await deps.db.read.select({ n: actors.n }).from(actors).where(eq(actors.id, id))
  if (row === undefined) throw new Error('The actor was not written.')
  return { n: row.n, id, name }
}

/** An answer from another server, by the same command as the inbox's. */
export async function answerFrom(
  deps: TestDeps,
  author: { n: number; id: string; name: string },
  entryId: string,
  words: string,
): Promise<{ id: string; apId: string; state: string }> {
  const [entry] = await deps.db.read.select({ n: entries.n }).from(entries).where(eq(entries.id, entryId))
  if (entry === undefined) throw new Error('There is no such entry.')
  const apId = `${author.id}/statuses/${deps.newId()}`
  await deps.db.write(
    await receiveComment(deps, author, {
      ...{ apId, url: apId, entryN: entry.n, parentN: null, html: `<p>${words}</p>` },
      ...{ summary: '', language: 'fr', publishedAt: deps.now() },
    }),
  )
  const [row] = await deps.db.read.select().from(comments).where(eq(comments.apId, apId))
  if (row === undefined) throw new Error('The answer was not written.')
  return { id: row.id, apId, state: row.state }
}
