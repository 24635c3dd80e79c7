import type { comments } from '../../db/schema/entries.ts'

export type CommentState = (typeof comments.$inferSelect)['state']

/** An answer to an entry, by a member or from another server. */
export interface Comment {
  n: number
  id: string
  entryN: number
  parentN: number | null
  author: {
    name: string
    handle: string | null
    url: string | null
    /** Where their picture lives, when they are of another server. */
    iconUrl: string | null
    /** Their picture here, when they are a member. */
    pictureId: string | null
    local: boolean
  }
  userId: string | null
  actorN: number | null
  /** Full id of one of another server. */
  apId: string | null
  url: string | null
  summary: string
  html: string
  body: string
  language: string | null
  state: CommentState
  heldFor: string | null
  publishedAt: number
  updatedAt: number | null
}
