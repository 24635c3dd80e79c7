import { EntryArticle } from '../../../views/entries/entry.tsx'
import { LiveParts } from '../../../views/entries/live.tsx'
import { PostPreview } from '../../../views/entries/preview.tsx'
import { Surroundings } from '../../../views/layout.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import type { Kind } from '../../kinds/kind.ts'
import { formDataOf } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'
import { adviceOf } from './advice.ts'
import { articleOf } from './article.tsx'
import { asPublished } from './as-published.ts'
import { readEntryForm } from './editor-form.ts'
import { postOf } from './mastodon-post.ts'
import { sketchOf } from './sketch.ts'
import { withoutFiles, written } from './writer.ts'

/** What is typed so far, as it would be seen here and on Mastodon, and what would make it better. Nothing is kept. */
export const showLive = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const form = withoutFiles(await formDataOf(c))
  const { viewer, before } = await written(deps, c, kind, form)
  form.set('outcome', 'preview')
  const sent = await readEntryForm(deps, viewer, kind, form, before)
  const { locale } = c.var
  const sketch = await sketchOf(deps, viewer, kind, sent, before)
  const entry = asPublished(sketch, deps.hub.origin, deps.now())
  // A heading is never empty: who listens goes by them.
  const title = entry.envelope.title || kind.texts[locale].one
  const article = { ...articleOf(deps, entry, locale), title }
  const isOut = before !== undefined && isPublic(before.envelope.state)
  c.header('Cache-Control', 'no-store')
  return c.html(
    <Surroundings locale={locale} assets={deps.assets.manifest}>
      <LiveParts
        article={<EntryArticle {...article} publishedAt={isOut ? article.publishedAt : null} level={2} />}
        post={
          <PostPreview
            post={entry.envelope.title === '' ? null : await postOf(deps, entry)}
            unfinished={entry.fields === null || entry.envelope.title === ''}
          />
        }
        advice={adviceOf(kind, { typed: sent.typed, known: sent.known, picture: sent.picture }, locale)}
      />
    </Surroundings>,
  )
}
