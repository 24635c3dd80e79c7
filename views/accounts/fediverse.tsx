import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { accountTexts } from './account-texts.ts'
import type { FormState } from './form.ts'
import { BackToAccount } from './security.tsx'

/** A member asks to be seen by other servers: never by default, and under a name of their choice. */
export function ChooseHandle({ host, values, errors }: FormState & { host: string }) {
  const { fediverse: t } = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <BackToAccount here={t.title} />
      <h1>{t.choose}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary errors={errors} labels={{ handle: t.handle }} />
      <form class="form" method="post" action="/compte/fedivers">
        <Field
          name="handle"
          label={t.handle}
          hint={t.hint(host)}
          value={values['handle']}
          error={errors['handle']}
          autocomplete="off"
          maxlength={30}
          size="medium"
          required
        />
        <div class="form-end">
          <Button look="primary" icon="waypoints">
            {t.submit}
          </Button>
        </div>
      </form>
    </div>
  )
}
