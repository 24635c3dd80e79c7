import type { Child } from 'hono/jsx'
import { Editor, editorId } from '../../../views/entries/editor.tsx'
import { EntryArticle } from '../../../views/entries/entry.tsx'
import { ChangesPanel } from '../../../views/entries/changes-panel.tsx'
import { Preview, previewTitle, type PreviewProps } from '../../../views/entries/preview.tsx'
import type { Deps } from '../../deps.ts'
import { isPublic, mayRevise } from '../../entries/entry.ts'
import type { WholeInput } from '../../entries/input.ts'
import type { Entry } from '../../entries/load.ts'
import type { Kind } from '../../kinds/kind.ts'
import { sizesIn } from '../../entries/text-pictures.ts'
import { Refusal } from '../../refusal.ts'
import type { Ctx } from '../env.ts'
import { page } from '../page.tsx'
import { articleOf } from './article.tsx'
import { asChanged, asPublished } from './as-published.ts'
import type { SentEntry } from './editor-form.ts'
import { editorProps } from './editor-page.tsx'
import { ManagePanel } from './manage.tsx'
import { missingWords } from './missing.ts'
import { postOf } from './mastodon-post.ts'
import { soughtEntry } from './seek.ts'

/** `/emplois/{id}/apercu`: what is kept, as it would be seen if it were published now. */
export const showPreview = (deps: Deps, kind: Kind) => async (c: Ctx) => {
  const entry = await soughtEntry(deps, c, kind)
  const { viewer } = c.var
  if (!mayRevise(viewer, entry.envelope)) throw new Refusal('absent', 'There is no such page.')
  return previewPage(deps, c, asPublished(entry, deps.hub.origin, deps.now()), {
    actions: <ManagePanel viewer={viewer} envelope={entry.envelope} previewed />,
    editor: null,
    stage: isPublic(entry.envelope.state) ? 'public' : entry.unfinished === null ? 'draft' : 'unfinished',
  })
}

/** Of changes to what is public already: shown from the form, and kept only when they are published. */
export async function previewOfSent(
  deps: Deps,
  c: Ctx,
  before: Entry,
  sent: SentEntry & { input: WholeInput },
): Promise<Response> {
  const opened = { ...sent, action: c.req.path, before }
  const props = await editorProps(deps, c, before.kind, opened)
  return previewPage(
    deps,
    c,
    asChanged(before, sent.input, {
      picture: sent.picture,
      pictures: await sizesIn(deps.db, sent.input.body),
    }),
    {
      actions: <ChangesPanel formId={editorId} publishes={props.ends.publish !== null} />,
      stage: 'changes',
      editor: <Editor {...props} />,
    },
  )
}

async function previewPage(
  deps: Deps,
  c: Ctx,
  entry: Entry,
  around: { actions: Child; editor: Child; stage: PreviewProps['stage'] },
) {
  const { locale } = c.var
  const { title, language } = entry.envelope
  const article = articleOf(deps, entry, locale)
  // What nobody has published has no day on which it was.
  const isOut = around.stage === 'public' || around.stage === 'changes'
  return page(
    deps,
    c,
    { title: previewTitle(locale, title), active: entry.kind.name, robots: 'noindex' },
    <>
      <Preview
        title={title}
        language={language}
        hub={deps.hub.settings.name}
        stage={around.stage}
        missing={missingWords(entry, locale)}
        article={<EntryArticle {...article} publishedAt={isOut ? article.publishedAt : null} level={2} />}
        post={await postOf(deps, entry)}
        actions={around.actions}
      />
      {around.editor !== null && <div class="narrow stack">{around.editor}</div>}
    </>,
  )
}
