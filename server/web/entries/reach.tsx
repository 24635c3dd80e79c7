import type { Child } from 'hono/jsx'
import { Notice } from '../../../views/components/notice.tsx'
import { editorTexts } from '../../../views/entries/editor-texts.ts'
import type { Deps } from '../../deps.ts'
import { memberActor } from '../../entries/comments.ts'
import { isPublic } from '../../entries/entry.ts'
import { awaitsModerator } from '../../entries/topics.ts'
import type { Ctx } from '../env.ts'
import type { Opened } from './opened.ts'

/** Before a topic is begun: who will read it, and when. Nobody should wait for answers to what never left. */
export async function reachNotice(deps: Deps, c: Ctx, { before }: Opened): Promise<Child> {
  const { viewer, locale } = c.var
  if (viewer === null || (before !== undefined && isPublic(before.envelope.state))) return null
  const t = editorTexts[locale].reach
  const waits = await awaitsModerator(deps, viewer)
  const named = (await memberActor(deps.db, viewer.id)) !== null
  if (named && !waits) return null
  return (
    <Notice>
      {waits && <p>{t.waits}</p>}
      {!named && (
        <p>
          {viewer.memberships.length > 0 ? t.hereUnless : t.here} <a href="/compte/fedivers">{t.choose}</a>
        </p>
      )}
    </Notice>
  )
}
