import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { discussionId } from '../../../views/entries/answer.tsx'
import { Discussion, type ReplyForm } from '../../../views/entries/discussion.tsx'
import { EntryPage } from '../../../views/entries/entry.tsx'
import { Quotations } from '../../../views/entries/quotations.tsx'
import { FollowHere } from '../../../views/notifications/follow.tsx'
import { EntryLinks } from '../../../views/entries/entry-foot.tsx'
import {
  commentById,
  commentsAt,
  countComments,
  memberActor,
  thread,
  threadPages,
  threadSize,
} from '../../entries/comments.ts'
import { hiddenPlaces } from '../../entries/hidden-places.ts'
import { hasRole, type Visitor } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isPublic, mayPublish, takesAnswers } from '../../entries/entry.ts'
import type { Entry } from '../../entries/load.ts'
import { quotationsShown } from '../../entries/quotation-queries.ts'
import { pageNumber } from '../../entries/list.ts'
import { whole } from '../../entries/whole.ts'
import { objectOf } from '../../kinds/envelope.ts'
import { entriesOf, handleOf, reactionsTo } from '../../entries/queries.ts'
import { followersOf } from '../../federation/neighbours.ts'
import type { Ctx } from '../env.ts'
import { newHomes } from '../../federation/moving/state.ts'
import { inquiriesTold, inquiryLink } from '../inquiries/inquire.tsx'
import { streetScripts } from '../maps/street-map.tsx'
import { watches } from '../../notifications/queries.ts'
import { movingPath } from '../moving/household.ts'
import { movedAuthor } from '../moving/moved.tsx'
import { page } from '../page.tsx'
import { hasPoster } from '../posters/poster.tsx'
import { articleOf } from './article.tsx'
import { answeredBefore, emptyReply, threaded, threadHref } from './discussion.ts'
import { frameOf } from './frame.ts'
import { whyGivenBack } from './giving-back.tsx'
import { calendarOf, outside } from './look.ts'
import { ManagePanel } from './manage.tsx'
import { Markup } from './markup.tsx'
import { OwnEntries } from './own-entries.tsx'
import { panelsOf } from './panels.ts'
import { aboutOf, openPassage } from './passages.ts'

/** Also what an answer that came back wrong is shown on. */
export async function entryPage(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  again?: { form: ReplyForm; status: ContentfulStatusCode },
): Promise<Response> {
  const { envelope, kind } = entry
  const { locale, viewer } = c.var
  const path = isPublic(envelope.state) ? envelope.path : null
  const moved = await movedAuthor(deps, entry)
  return page(
    deps,
    c,
    {
      ...(await frameOf(deps, entry, locale)),
      status: again?.status ?? 200,
      scripts: envelope.latitude === null ? [] : streetScripts(deps),
    },
    <>
      <Markup deps={deps} entry={entry} />
      {moved}
      <EntryPage
        {...articleOf(deps, entry, locale)}
        {...await reactionsTo(deps.db, `/ap/objects/${envelope.id}`)}
        manage={
          <>
            {await whyGivenBack(deps, envelope)}
            <ManagePanel
              viewer={viewer}
              envelope={envelope}
              inquiries={path === null ? null : await inquiriesTold(deps, entry, viewer)}
              moving={await movingPath(deps, viewer, entry)}
            />
          </>
        }
        inquiry={await inquiryLink(deps, entry)}
        after={
          kind.section === null && (
            <>
              {path && (await followHere(deps, viewer, entry))}
              {await ownEntries(deps, viewer, entry, moved !== null)}
            </>
          )
        }
        links={
          path && (
            <EntryLinks
              calendar={calendarOf(entry)}
              poster={hasPoster(entry) ? `${path}/affiche` : undefined}
              report={`/signaler?page=${path}`}
            />
          )
        }
        panels={path === null || entry.fields === null ? [] : await panelsOf(deps, c, whole(entry))}
        quotations={path && (await quotationsOf(deps, c, envelope.id))}
        thread={path && (await discussion(deps, c, entry, again?.form))}
      />
    </>,
  )
}

/** What speaks for itself is spoken for by other entries. */
async function ownEntries(deps: Deps, viewer: Visitor, { envelope }: Entry, hasMoved: boolean) {
  // Nobody should begin to follow a house that is left.
  const handle = hasMoved ? null : await handleOf(deps.db, envelope.id)
  const isTheirs = handle !== null && isPublic(envelope.state) && mayPublish(viewer, envelope)
  return (
    <OwnEntries
      of={envelope}
      entries={await entriesOf(deps, envelope.id, 40)}
      handle={handle}
      followers={isTheirs ? await followersOf(deps.db, handle) : null}
      hub={deps.hub}
      now={deps.now()}
    />
  )
}

/** A member is told here of what it publishes: no account elsewhere is needed, and nobody learns of it. */
async function followHere(deps: Deps, viewer: Visitor, { envelope }: Entry) {
  if (viewer === null) return null
  const follows = await watches(deps.db, viewer.id, envelope.n, 'publications')
  return <FollowHere id={envelope.id} what="publications" follows={follows} back={envelope.path} />
}

async function quotationsOf(deps: Deps, c: Ctx, id: string) {
  const { count, newest } = await quotationsShown(deps.db, `/ap/objects/${id}`)
  return (
    <Quotations
      count={count}
      newest={newest.map(({ id: own, author, host, url, apId, publishedAt, createdAt }) => ({
        ...{ id: own, author: author.name, handle: `@${author.handle}@${host}` },
        ...{ url: outside(url) ?? apId, at: publishedAt ?? createdAt },
      }))}
      mayDecide={hasRole(c.var.viewer, 'moderator')}
    />
  )
}

async function discussion(deps: Deps, c: Ctx, entry: Entry, form: ReplyForm | undefined) {
  const { envelope, kind, fields } = entry
  const { viewer } = c.var
  const over = !takesAnswers(envelope)
  const number = pageNumber(c.req.query('page'))
  const comments = await thread(deps.db, viewer, envelope.n, number)
  const single = number === 1 && comments.length < threadSize
  const pages = single ? 1 : await threadPages(deps.db, viewer, envelope.n)
  const parentId = c.req.query('repondre')
  const parent = viewer && parentId ? await commentById(deps.db, viewer, parentId) : undefined
  return (
    <Discussion
      id={envelope.id}
      path={envelope.path}
      said={threaded(comments, viewer, {
        others: await commentsAt(deps.db, viewer, answeredBefore(comments)),
        homes: await newHomes(deps.db, comments),
        abouts: await aboutOf(deps, entry),
        // Of a thread of many pages it is not told on which one a place would be.
        places: single && !hasRole(viewer, 'moderator') ? await hiddenPlaces(deps.db, envelope.n) : [],
      })}
      count={
        single
          ? comments.filter(({ state }) => state === 'shown').length
          : await countComments(deps.db, envelope.n)
      }
      pager={{ page: number, pages, href: (n) => `${threadHref(envelope.path, n)}#${discussionId}` }}
      now={deps.now()}
      questionsUntil={fields === null ? null : (kind.questionsUntil?.(fields) ?? null)}
      over={over}
      form={
        over
          ? null
          : viewer &&
            (form ??
              emptyReply(
                deps.newId(),
                parent?.entryN === envelope.n ? parent : undefined,
                openPassage(entry, c.req.query('partie'), deps.now()),
              ))
      }
      named={viewer !== null && (await memberActor(deps.db, viewer.id)) !== null}
      loginHref={`/connexion?retour=${encodeURIComponent(envelope.path)}`}
      // An account is written to, not answered: only a post has a place to answer from elsewhere.
      address={kind.section === null ? null : objectOf(envelope)}
      from={envelope.origin?.host ?? null}
      home={envelope.origin === null ? undefined : outside(envelope.url)}
      sought={c.req.query('reponse') ?? null}
      follows={viewer === null || over ? null : await watches(deps.db, viewer.id, envelope.n, 'answers')}
    />
  )
}
