import type { ReplyForm, Said } from '../../../views/entries/discussion.tsx'
import { hasRole, type Visitor } from '../../accounts/viewer.ts'
import type { Comment } from '../../entries/comments.ts'
import { escapeHtml } from '../../text/html.ts'
import { outside } from './look.ts'

/** Answers under what they answer; an answer to one that is not shown stands in its place. */
export function threaded(comments: readonly Comment[], viewer: Visitor): Said[] {
  const under = Map.groupBy(comments, ({ parentN }) =>
    comments.some(({ n }) => n === parentN) ? parentN : null,
  )
  const branch = (n: number | null): Said[] =>
    (under.get(n) ?? []).map((comment) => ({ ...said(comment, viewer), replies: branch(comment.n) }))
  return branch(null)
}

const said = (comment: Comment, viewer: Visitor): Omit<Said, 'replies'> => ({
  id: comment.id,
  author: {
    name: comment.author.name,
    href: comment.author.local ? undefined : (outside(comment.url) ?? outside(comment.author.url)),
    handle: comment.author.handle ?? undefined,
  },
  host: comment.author.local ? null : hostIn(comment),
  at: comment.publishedAt,
  html: warned(comment),
  language: comment.language ?? undefined,
  state: comment.state,
  mayDelete: mayErase(viewer, comment),
  reportHref: comment.state === 'shown' ? `/signaler?commentaire=${comment.id}` : null,
})

/** Its author, and whoever moderates. */
export const mayErase = (viewer: Visitor, comment: Pick<Comment, 'userId' | 'state'>): boolean =>
  viewer !== null &&
  comment.state !== 'deleted' &&
  (comment.userId === viewer.id || hasRole(viewer, 'moderator'))

/** A content warning covers the text until the reader opens it. */
const warned = ({ summary, html }: Comment): string =>
  summary === '' ? html : `<details><summary>${escapeHtml(summary)}</summary>${html}</details>`

const hostIn = ({ author, url }: Comment): string | null =>
  author.handle?.split('@').at(2) ?? URL.parse(url ?? author.url ?? '')?.host ?? null

/** Where the form begins: an answer to one answer, or to the entry. */
export const emptyReply = (
  id: string,
  comments: readonly Comment[],
  parentId: string | undefined,
): ReplyForm => {
  const parent = comments.find((comment) => comment.id === parentId && comment.state === 'shown')
  return {
    id,
    body: '',
    error: undefined,
    to: parent === undefined ? null : { id: parent.id, name: parent.author.name },
  }
}
