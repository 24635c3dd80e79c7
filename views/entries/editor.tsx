import type { Child } from 'hono/jsx'
import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { RequiredNote } from '../components/field.tsx'
import { useTexts } from '../language.tsx'
import { Essential, PictureGroup, Place, Text, type EditorGroupProps } from './editor-groups.tsx'
import { AdvicePanel, type Advice } from './advice.tsx'
import { Sharing } from './editor-sharing.tsx'
import { editorTexts } from './editor-texts.ts'
import { KeepState, LivePreview, PictureDialog, SeeLive } from './live.tsx'

export type { EditorValues } from './editor-groups.tsx'

export interface EditorProps extends EditorGroupProps {
  /** Where the form goes: the address it was read at. */
  action: string
  /** Chosen with the page: the same form sent twice makes one entry. */
  id: string
  /** What was there when the form was filled; null: nothing yet. */
  revision: number | null
  /** Names of the kind's own fields, for the summary of errors. */
  kindLabels: Readonly<Record<string, string>>
  kindForm: Child
  /** Where scripts send what is typed: to be shown, to be kept, and pictures for the text. Null: not on this page. */
  live: { preview: string; keep: string; pictures: string; unsaved: boolean } | null
  advice: readonly Advice[]
  /** What the form can lead to. */
  ends: { draft: boolean; unfinished: boolean; publish: 'publish' | 'changes' | null; review: boolean }
}

export const editorId = 'editeur'

/** The form of every kind: what all entries share around what is the kind's own. */
export function Editor(props: EditorProps) {
  const t = useTexts(editorTexts)
  const { action, id, revision, errors, titled, kindLabels, kindForm, picture, live } = props
  const labels = { ...kindLabels, ...t.labels, ...(titled && { title: titled.label }) }
  const hidden = {
    id,
    ...(revision === null ? {} : { revision: String(revision) }),
    ...(picture === null ? {} : { imageId: picture.id }),
  }
  const form = (
    // Our own messages say more than the browser's, and all at once: nothing typed is lost by asking.
    <form id={editorId} class="form" method="post" action={action} enctype="multipart/form-data" novalidate>
      <HiddenFields fields={hidden} />
      {/* What the Enter key does, before the buttons that add to a list: what changes least. */}
      <button hidden type="submit" name="outcome" value={props.ends.draft ? 'draft' : 'preview'}></button>
      <ErrorSummary errors={errors} labels={labels} />
      <RequiredNote />
      <Essential {...props} />
      {kindForm}
      <Text {...props} textPictures={live?.pictures} />
      <Place {...props} />
      <PictureGroup {...props} />
      <Sharing {...props} />
      <AdvicePanel items={props.advice} />
      <Ends ends={props.ends} />
      {live !== null && <KeepState action={live.keep} unsaved={live.unsaved} />}
      {live !== null && <SeeLive />}
    </form>
  )
  if (live === null) return form
  return (
    <div class="writing">
      {form}
      <LivePreview action={live.preview} formId={editorId} />
      <PictureDialog />
    </div>
  )
}

function Ends({ ends }: Pick<EditorProps, 'ends'>) {
  const t = useTexts(editorTexts)
  const button = { name: 'outcome' } as const
  return (
    <div class="stack">
      {ends.unfinished && <p class="form-note">{t.draftNote}</p>}
      {ends.review && <p class="form-note">{t.reviewNote}</p>}
      <div class="form-end" role="group" aria-label={t.end}>
        {ends.draft && (
          <Button {...button} value="draft" icon="file-text">
            {t.buttons.draft}
          </Button>
        )}
        <Button {...button} value="preview" icon="eye">
          {t.buttons.preview}
        </Button>
        {ends.review && (
          <Button {...button} value="review" look="primary" icon="send">
            {t.buttons.review}
          </Button>
        )}
        {ends.publish !== null && (
          <Button {...button} value="publish" look="primary" icon="send">
            {t.buttons[ends.publish]}
          </Button>
        )}
      </div>
    </div>
  )
}
