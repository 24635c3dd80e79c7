import { and, asc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../../db/open.ts'
import { comments } from '../../db/schema/entries.ts'
import type { Comment } from './comment.ts'
import { threadSize } from './comments.ts'

/** Where something stood that moderators hid: what people answered to, or what a member had said. None of its words. */
export const hiddenPlaces = (
  db: Database,
  entryN: number,
): Promise<Pick<Comment, 'n' | 'id' | 'parentN' | 'publishedAt'>[]> =>
  db.read
    .select({
      ...{ n: comments.n, id: comments.id },
      ...{ parentN: comments.parentN, publishedAt: comments.publishedAt },
    })
    .from(comments)
    .where(
      and(
        eq(comments.entryN, entryN),
        eq(comments.state, 'hidden'),
        or(isNotNull(comments.userId), inArray(comments.n, answeredIn(db, entryN))),
      ),
    )
    .orderBy(asc(comments.publishedAt), asc(comments.n))
    .limit(threadSize)

const answeredIn = (db: Database, entryN: number) =>
  db.read
    .select({ n: comments.parentN })
    .from(comments)
    .where(and(eq(comments.entryN, entryN), eq(comments.state, 'shown'), isNotNull(comments.parentN)))
