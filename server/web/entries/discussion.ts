import type { ReplyForm, Said } from '../../../views/entries/discussion.tsx'
import { portraitPath } from '../../accounts/portrait.ts'
import { hasRole, type Visitor } from '../../accounts/viewer.ts'
import type { Comment } from '../../entries/comments.ts'
import { facePath } from '../../media/face-name.ts'
import { escapeHtml, excerpt, plainText } from '../../text/html.ts'
import { outside } from './look.ts'

/** Of those who moved, by their number: `@name@host`. */
type Homes = ReadonlyMap<number, string>

/** What an answer says that it is about, by its number. */
type Abouts = ReadonlyMap<number, NonNullable<Said['about']>>

/** A telephone has no room for more: what is deeper stands side by side. */
const deepest = 4

/** From here on answers stand in line under one another: whom they answer is said. */
const inLine = 3

/**
 * Answers under what they answer; an answer to one that is not shown, or on another page, stands in its place. `others`:
 * those of other pages that are answered on this one; `homes`: where those live now who moved.
 */
export function threaded(
  comments: readonly Comment[],
  viewer: Visitor,
  {
    others = [],
    homes = new Map(),
    abouts = new Map(),
    places = [],
  }: { others?: readonly Comment[]; homes?: Homes; abouts?: Abouts; places?: readonly Place[] } = {},
): Said[] {
  const standing = withPlaces(comments, places)
  const here = new Map(standing.map((comment) => [comment.n, comment]))
  const elsewhere = new Map(others.map((comment) => [comment.n, comment]))
  const under = Map.groupBy(standing, ({ parentN }) =>
    parentN !== null && here.has(parentN) ? parentN : null,
  )
  const answering = ({ parentN }: Comment, depth: number): Said['answering'] => {
    const [near, far] = [here.get(parentN ?? 0), elsewhere.get(parentN ?? 0)]
    if (near === undefined) return far === undefined ? null : { name: far.author.name, id: null }
    const isSeen = depth >= inLine && near.state !== 'deleted' && !isPlace(near)
    return isSeen ? { name: near.author.name, id: near.id } : null
  }
  const isPlace = (comment: Comment) => places.some(({ n }) => n === comment.n)
  const branch = (n: number | null, depth: number): Said[] =>
    (under.get(n) ?? []).flatMap((comment) => {
      const replies = branch(comment.n, depth + 1)
      // Nothing is left of it, for moderators either.
      if (comment.state === 'deleted') return replies
      const about = abouts.get(comment.n) ?? null
      const one = { ...said(comment, viewer, homes), about, answering: answering(comment, depth) }
      return depth < deepest ? [{ ...one, replies }] : [{ ...one, replies: [] }, ...replies]
    })
  return branch(null, 1)
}

type Place = Pick<Comment, 'n' | 'id' | 'parentN' | 'publishedAt'>

/** What was hidden keeps its place, without a name or a word: what answers it would hang in the air. */
function withPlaces(comments: readonly Comment[], places: readonly Place[]): Comment[] {
  const empty = places.map((place): Comment => ({
    ...place,
    ...{ entryN: 0, userId: null, actorN: null, apId: null, url: null, summary: '', html: '', body: '' },
    ...{ language: null, state: 'hidden', heldFor: null, updatedAt: null },
    author: { name: '', handle: null, url: null, iconUrl: null, pictureId: null, local: true },
  }))
  return empty.length === 0
    ? [...comments]
    : [...comments, ...empty].toSorted((a, b) => a.publishedAt - b.publishedAt || a.n - b.n)
}

/** Those that are answered on this page, and stand on another. */
export const answeredBefore = (comments: readonly Comment[]): number[] => {
  const here = new Set(comments.map(({ n }) => n))
  return [...new Set(comments.flatMap(({ parentN }) => parentN ?? []))].filter((n) => !here.has(n))
}

const said = (
  comment: Comment,
  viewer: Visitor,
  homes: Homes,
): Omit<Said, 'replies' | 'answering' | 'about'> => ({
  id: comment.id,
  author: {
    name: comment.author.name,
    href: comment.author.local ? undefined : (outside(comment.url) ?? outside(comment.author.url)),
    handle: handleIn(comment, homes),
    avatar: faceOf(comment),
  },
  host: comment.author.local ? null : hostIn(comment),
  at: comment.publishedAt,
  html: warned(comment),
  home: comment.author.local ? undefined : outside(comment.url),
  beginning: beginningOf(comment),
  answerable: comment.actorN !== null,
  language: comment.language ?? undefined,
  state: comment.state,
  mayDelete: mayErase(viewer, comment),
  reportHref: comment.state === 'shown' ? `/signaler?commentaire=${comment.id}` : null,
})

const faceOf = ({ actorN, author: { iconUrl, pictureId } }: Comment): string | undefined => {
  if (pictureId !== null) return portraitPath(pictureId, 'small')
  return actorN === null || iconUrl === null ? undefined : facePath(actorN, iconUrl)
}

/** A screen and a half on a telephone: more is read by whoever asks for it. What bears a warning is folded already. */
const longest = 1500

function beginningOf({ summary, html }: Comment): string | undefined {
  if (summary !== '' || html.length <= longest) return undefined
  const text = plainText(html)
  return text.length <= longest ? undefined : excerpt(text, 400)
}

/** And where they live now. */
function handleIn({ actorN, author: { handle } }: Comment, homes: Homes): string | undefined {
  const home = actorN === null ? undefined : homes.get(actorN)
  return handle === null || home === undefined ? (handle ?? undefined) : `${handle} → ${home}`
}

/** Its author, and whoever moderates. */
export const mayErase = (viewer: Visitor, comment: Pick<Comment, 'userId' | 'state'>): boolean =>
  viewer !== null &&
  comment.state !== 'deleted' &&
  (comment.userId === viewer.id || hasRole(viewer, 'moderator'))

/** A content warning covers the text until the reader opens it. */
export const warned = ({ summary, html }: Pick<Comment, 'summary' | 'html'>): string =>
  summary === ''
    ? html
    : `<details class="content-warning"><summary>${escapeHtml(summary)}</summary>${html}</details>`

/** Whom an answer is for, and where they read it. */
export const answeredIn = (comment: Comment): ReplyForm['to'] => ({
  id: comment.id,
  name: comment.author.name,
  host: comment.author.local ? null : hostIn(comment),
})

const hostIn = ({ author, url }: Comment): string | null =>
  author.handle?.split('@').at(2) ?? URL.parse(url ?? author.url ?? '')?.host ?? null

/** A page of the thread; the first one is the entry's own. `id`: of an answer that may be folded away. */
export function threadHref(path: string, page: number, id?: string): string {
  const asked = [...(page === 1 ? [] : [`page=${page}`]), ...(id === undefined ? [] : [`reponse=${id}`])]
  return asked.length === 0 ? path : `${path}?${asked.join('&')}`
}

/** Where the form begins: an answer to one answer, or to the entry. */
export const emptyReply = (
  id: string,
  parent: Comment | undefined,
  about: ReplyForm['about'] = null,
): ReplyForm => ({
  about,
  id,
  body: '',
  // As Mastodon does: what is answered under a warning bears the same one.
  warning: parent?.state === 'shown' ? parent.summary : '',
  error: undefined,
  to: parent?.state === 'shown' ? answeredIn(parent) : null,
})
