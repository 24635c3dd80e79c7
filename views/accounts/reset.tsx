import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import type { FormState } from './form.ts'
import { NewPasswordField } from './own-fields.tsx'

export function AskReset({ hasMail, values, errors }: FormState & { hasMail: boolean }) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.reset.title}</h1>
      {hasMail ? (
        <>
          <p class="lead">{t.reset.lead}</p>
          <ErrorSummary errors={errors} labels={{ email: t.email }} />
          <form class="form" method="post" action="/mot-de-passe/oubli">
            <Field
              name="email"
              type="email"
              label={t.email}
              value={values['email']}
              error={errors['email']}
              autocomplete="username"
              required
            />
            <div class="form-end">
              <Button look="primary" icon="send">
                {t.reset.submit}
              </Button>
            </div>
          </form>
        </>
      ) : (
        <Notice>
          <p>{t.reset.noMail}</p>
        </Notice>
      )}
    </div>
  )
}

export function ChoosePassword({ errors }: FormState) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.reset.chooseTitle}</h1>
      <p class="lead">{t.reset.chooseLead}</p>
      <ErrorSummary errors={errors} labels={{ password: t.newPassword }} />
      <form class="form" method="post">
        <NewPasswordField label={t.newPassword} error={errors['password']} />
        <div class="form-end">
          <Button look="primary" icon="key-round">
            {t.reset.chooseSubmit}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** The link only shows this button: mail scanners open links, and must not use them up. */
export function ConfirmEmail({ email }: { email: string }) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.change.title}</h1>
      <p class="lead">{t.change.lead(email)}</p>
      <form method="post">
        <Button look="primary" icon="check">
          {t.change.submit}
        </Button>
      </form>
    </div>
  )
}

/** A page that only says what happens next. */
export const Told = ({ title, text }: { title: string; text: string }) => (
  <div class="narrow stack">
    <h1>{title}</h1>
    <p class="lead">{text}</p>
  </div>
)

/** A link that was used, and what it was for: who asks for another one depends on it. */
export function SpentLink({ was, hasMail }: { was: 'invitation' | 'letter'; hasMail: boolean }) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.spent.title}</h1>
      <p class="lead">{was === 'invitation' ? t.spent.invitation : t.spent.help}</p>
      {was === 'invitation' && <p>{t.spent.again}</p>}
      <p class="actions">
        <LinkButton href="/connexion" icon="log-in" look="primary">
          {t.login.submit}
        </LinkButton>
        {hasMail && (
          <LinkButton href="/mot-de-passe/oubli" icon="key-round">
            {t.spent.forgotten}
          </LinkButton>
        )}
      </p>
      {!hasMail && <p class="hint">{t.reset.noMail}</p>}
    </div>
  )
}
