import { Specification, type PassageComment } from '../../../views/specifications/specification.tsx'
import { specificationTexts } from '../../../views/specifications/texts.ts'
import type { Deps } from '../../deps.ts'
import { commentsAt } from '../../entries/comments.ts'
import { passagesNamed, versionsOf } from '../../entries/versions.ts'
import { commentsClose } from '../../kinds/call/fields.ts'
import type { Kind } from '../../kinds/kind.ts'
import { warned } from '../entries/discussion.ts'
import { outside } from '../entries/look.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { publicCall } from './sections.ts'

/** The rest is in the discussion, page by page. */
const mostShown = 300

/** `/appels/<slug>/cahier-des-charges` */
export const showSpecification = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const { entry, call } = await publicCall(deps, c, kind)
  const { envelope } = entry
  const said = await commentsByPassage(deps, c, envelope.n)
  const numbers = new Set(call.sections.map(({ number }) => number))
  const [newest] = await versionsOf(deps.db, envelope.n)
  const until = commentsClose(call)
  return page(
    deps,
    c,
    {
      title: `${specificationTexts[c.var.locale].title} – ${envelope.title}`,
      active: kind.name,
      canonical: `${deps.hub.origin}${envelope.path}/cahier-des-charges`,
    },
    <Specification
      entry={envelope}
      passages={call.sections.map(({ number, title, text }) => ({
        ...{ number, title, text: text ?? '' },
        comments: said.get(number) ?? [],
      }))}
      gone={[...said]
        .filter(([number]) => !numbers.has(number))
        .map(([number, comments]) => ({ number, title: '', text: null, comments }))}
      openUntil={until === null || until < deps.now() ? null : until}
      version={newest?.version ?? 1}
      now={deps.now()}
    />,
  )
}

/** Those that everybody sees: what waits for a moderator stands in the discussion. */
async function commentsByPassage(deps: Deps, c: Ctx, entryN: number): Promise<Map<number, PassageComment[]>> {
  const named = await passagesNamed(deps.db, entryN)
  const comments = await commentsAt(deps.db, c.var.viewer, [...named.keys()].slice(-mostShown))
  const by = new Map<number, PassageComment[]>()
  for (const comment of comments) {
    const about = named.get(comment.n)
    if (about === undefined || comment.state !== 'shown') continue
    const { name, url, handle, local } = comment.author
    const one = {
      id: comment.id,
      author: {
        name,
        href: local ? undefined : (outside(comment.url) ?? outside(url)),
        handle: handle ?? undefined,
      },
      at: comment.publishedAt,
      html: warned(comment),
      language: comment.language ?? undefined,
      version: about.version,
    }
    by.set(about.passage, [...(by.get(about.passage) ?? []), one])
  }
  return by
}
