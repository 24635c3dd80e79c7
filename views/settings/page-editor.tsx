import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Prose } from '../components/prose.tsx'
import { useTexts } from '../language.tsx'
import { pageTexts, settingsTexts } from './texts.ts'

export interface PageEditorProps {
  title: string
  /** Where this form goes. */
  action: string
  /** The public page. */
  href: string
  text: string
  error: string | undefined
  /** The text as it will look, sanitised; null: not asked for. */
  preview: string | null
  /** What the page says while nothing is written, sanitised; null: nothing. */
  fallback: string | null
  /** Of the text. */
  language: string
}

/** One of the site's own texts, in Markdown. */
export function PageEditor({
  title,
  action,
  href,
  text,
  error,
  preview,
  fallback,
  language,
}: PageEditorProps) {
  const t = useTexts(pageTexts)
  const settings = useTexts(settingsTexts)
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: settings.title, href: '/reglages' }, { label: title }]} />
      <h1>{title}</h1>
      {preview !== null && (
        <section class="stack" aria-labelledby="apercu">
          <h2 id="apercu">{t.previewTitle}</h2>
          <div class="preview-frame">
            {preview === '' ? <p>{t.empty}</p> : <Prose html={preview} language={language} />}
          </div>
        </section>
      )}
      <form class="form" method="post" action={action}>
        <ErrorSummary errors={{ text: error }} labels={{ text: t.text }} />
        <TextArea
          name="text"
          label={t.text}
          hint={t.hint}
          value={text}
          error={error}
          rows={16}
          maxlength={30_000}
        />
        <div class="form-end">
          <Button look="primary" icon="check" name="end" value="save">
            {t.save}
          </Button>
          <Button icon="eye" name="end" value="preview">
            {t.preview}
          </Button>
          <LinkButton look="quiet" href={href}>
            {t.view}
          </LinkButton>
          <LinkButton look="quiet" href="/reglages">
            {t.cancel}
          </LinkButton>
        </div>
      </form>
      {fallback !== null && (
        <details>
          <summary>{t.default}</summary>
          <div class="preview-frame">
            <Prose html={fallback} />
          </div>
        </details>
      )}
    </div>
  )
}
