import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import type { FormState } from './form.ts'
import { NameField, NewPasswordField, PasswordAgain } from './own-fields.tsx'

/** The page of an invitation's link: who it is for is already known. */
export function AcceptInvitation({ hub, email, values, errors }: FormState & { hub: string; email: string }) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.invitation.title(hub)}</h1>
      <p class="lead">{t.invitation.lead(email)}</p>
      <ErrorSummary errors={errors} labels={{ name: t.name, password: t.password, again: t.again }} />
      <form class="form" method="post">
        <NameField value={values['name']} error={errors['name']} />
        <NewPasswordField label={t.password} username={email} error={errors['password']} />
        <PasswordAgain error={errors['again']} />
        <div class="form-end">
          <Button look="primary">{t.invitation.submit}</Button>
        </div>
      </form>
    </div>
  )
}

export function Register({ values, errors }: FormState) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.register.title}</h1>
      <p class="lead">{t.register.lead}</p>
      <ErrorSummary errors={errors} labels={{ name: t.name, email: t.email }} />
      <form class="form" method="post" action="/inscription">
        <NameField value={values['name']} error={errors['name']} />
        <Field
          name="email"
          type="email"
          label={t.email}
          value={values['email']}
          error={errors['email']}
          autocomplete="email"
          required
        />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.register.submit}
          </Button>
        </div>
      </form>
    </div>
  )
}

export function RegistrationClosed() {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.register.closedTitle}</h1>
      <p class="lead">{t.register.closed}</p>
      <p class="actions">
        <LinkButton href="/contact" icon="mail">
          {t.register.contact}
        </LinkButton>
        <LinkButton href="/connexion" look="quiet" icon="log-in">
          {t.login.member}
        </LinkButton>
      </p>
    </div>
  )
}

export function ConfirmRegistration({ email, errors }: FormState & { email: string }) {
  const t = useTexts(entryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.register.confirmTitle}</h1>
      <p class="lead">{t.register.confirmLead(email)}</p>
      <ErrorSummary errors={errors} labels={{ password: t.password }} />
      <form class="form" method="post">
        <NewPasswordField label={t.password} username={email} error={errors['password']} />
        <div class="form-end">
          <Button look="primary">{t.register.confirmSubmit}</Button>
        </div>
      </form>
    </div>
  )
}
