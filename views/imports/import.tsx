import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { importTexts } from './texts.ts'

export interface ImportState {
  /** Chosen with the page: the same form sent twice makes one draft. */
  id: string
  pasted: string
  fault?: keyof (typeof importTexts)['fr']['faults']
}

export interface ImportPageProps extends ImportState {
  list: { href: string; label: string }
  action: string
  modelHref: string
}

/** Where a tender that is described elsewhere comes in. */
export function ImportPage({ id, pasted, fault, list, action, modelHref }: ImportPageProps) {
  const t = useTexts(importTexts)
  const errors = fault === undefined ? {} : { file: t.faults[fault] }
  return (
    <div class="narrow stack">
      <Breadcrumb items={[list, { label: t.title }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lede}</p>
      <section aria-labelledby="formats">
        <h2 id="formats">{t.formatsTitle}</h2>
        <ul>
          {Object.values(t.formats).map((format) => (
            <li>{format}</li>
          ))}
        </ul>
        <p>
          <a href={modelHref}>{t.model}</a>
        </p>
      </section>
      <form class="form" method="post" action={action} enctype="multipart/form-data" novalidate>
        <HiddenFields fields={{ id }} />
        <ErrorSummary errors={errors} labels={{ file: t.file }} />
        <p class="form-note">{t.limits}</p>
        <Field
          name="file"
          type="file"
          label={t.file}
          hint={t.fileHint}
          condition={t.or}
          error={errors.file}
          accept=".json,.csv,.txt,application/json,text/csv"
        />
        <TextArea name="pasted" label={t.pasted} condition={t.or} value={pasted} rows={8} />
        <div class="form-end">
          <Button look="primary" icon="upload">
            {t.read}
          </Button>
        </div>
      </form>
    </div>
  )
}
