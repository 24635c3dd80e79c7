import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { deskTexts } from './desk-texts.ts'

/** `/facilitation/annonce`: that there is a desk, proposed as news. */
export function Call({ form, most, values, errors }: FormState & { form: string; most: number }) {
  const t = useTexts(deskTexts)
  const labels = t.callField
  return (
    <div class="narrow stack">
      <h1>{t.callTitle}</h1>
      <p class="lead">{t.callLead}</p>
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" action="/facilitation/annonce">
        <HiddenFields fields={{ form }} />
        <Field
          name="title"
          label={labels.title}
          value={values['title']}
          error={errors['title']}
          maxlength={150}
          required
        />
        <TextArea
          name="text"
          label={labels.text}
          value={values['text']}
          error={errors['text']}
          rows={8}
          maxlength={most}
          required
        />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.callSubmit}
          </Button>
          <LinkButton href="/facilitation/dossiers" look="quiet">
            {t.title}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}
