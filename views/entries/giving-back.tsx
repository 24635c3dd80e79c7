import { Button, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import type { Moment } from '../format.ts'
import { useTexts } from '../language.tsx'
import { Quoting } from '../quoting.tsx'
import { reviewTexts } from './review-texts.ts'

export interface GiveBackPageProps {
  path: string
  title: string
  language: string
  note: string
  error: string | undefined
}

export function GiveBackPage({ path, title, language, note, error }: GiveBackPageProps) {
  const t = useTexts(reviewTexts)
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={t.title} title={title} language={language} />
      </h1>
      <p>{t.help}</p>
      <ErrorSummary errors={{ note: error }} labels={{ note: t.note }} />
      <form method="post" action={`${path}/rendre`} class="form">
        <TextArea
          name="note"
          label={t.note}
          hint={t.noteHint}
          value={note}
          error={error}
          rows={4}
          maxlength={1000}
        />
        <p class="actions">
          <Button look="primary" icon="reply">
            {t.yes}
          </Button>
          <LinkButton href={path} look="quiet">
            {t.no}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}

/** What the editor said, above the draft. */
export function GivenBack({ at, by, note }: { at: Moment; by: string | null; note: string }) {
  const t = useTexts(reviewTexts)
  return (
    <Notice kind="warning" title={t.back}>
      <p>
        {by !== null && `${t.by(by)}, `}
        <When at={at} />
      </p>
      {note !== '' && <p class="as-typed">{note}</p>}
    </Notice>
  )
}
