import type { EditorValues } from '../../../views/entries/editor.tsx'
import type { Locale } from '../../../views/language.tsx'
import type { Advice } from '../../kinds/advice.ts'
import type { Picture } from '../../kinds/envelope.ts'
import type { Kind } from '../../kinds/kind.ts'
import type { DraftFields } from '../../kinds/unfinished.ts'
import { picturesIn } from '../../text/markdown.ts'

/** What its kind advises about a form, as it is filled so far. */
export const adviceOf = (
  kind: Kind,
  { typed, known, picture }: { typed: EditorValues; known: DraftFields; picture: Picture | null },
  locale: Locale,
): Advice[] =>
  kind.advice?.(
    known.fields ?? known.unfinished,
    {
      summary: typed.summary,
      body: typed.body,
      place: typed.place.trim() !== '',
      picture:
        (picture !== null && typed.imageAlt.trim() !== '') ||
        picturesIn(typed.body).some(({ id, alt }) => id !== null && alt !== ''),
    },
    locale,
  ) ?? []
