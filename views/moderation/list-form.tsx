import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import type { Sent } from './decision-form.tsx'
import { listTexts } from './list-texts.ts'
import { moderationTexts } from './texts.ts'

/** A list of servers is chosen, to be looked at. */
export function ListForm({ values, errors }: Sent) {
  const t = useTexts(listTexts)
  const m = useTexts(moderationTexts)
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: m.blocks, href: '/moderation/blocages' }, { label: t.title }]} />
      <h1>{t.title}</h1>
      <ErrorSummary errors={errors} labels={{ file: t.file, text: t.text }} />
      <p>{t.lead}</p>
      <form class="form" method="post" action="/moderation/blocages/liste" enctype="multipart/form-data">
        <Field
          type="file"
          name="file"
          label={t.file}
          hint={t.fileHint}
          accept=".csv,.txt,text/csv,text/plain"
          error={errors['file']}
        />
        <TextArea name="text" label={t.text} value={values['text']} error={errors['text']} rows={6} />
        <p class="actions">
          <Button look="primary" icon="eye">
            {t.go}
          </Button>
          <LinkButton look="quiet" href="/moderation/blocages">
            {t.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}
