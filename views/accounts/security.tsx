import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { accountTexts } from './account-texts.ts'
import type { FormState } from './form.ts'
import { NewPasswordField } from './own-fields.tsx'

export function BackToAccount({ here }: { here: string }) {
  const t = useTexts(accountTexts)
  return <Breadcrumb items={[{ label: t.title, href: '/compte' }, { label: here }]} />
}

/** The password again, before a page that could do harm in the wrong hands. */
export function Verify({ back, username, errors }: FormState & { back: string; username: string }) {
  const t = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <h1>{t.verify.title}</h1>
      <p class="lead">{t.verify.lead}</p>
      <ErrorSummary errors={errors} labels={{ password: t.deletion.password }} />
      <form class="form" method="post" action="/compte/verification">
        <HiddenFields fields={{ retour: back }} />
        <CurrentPassword
          name="password"
          label={t.deletion.password}
          error={errors['password']}
          username={username}
        />
        <div class="form-end">
          <Button look="primary" icon="lock">
            {t.verify.submit}
          </Button>
        </div>
      </form>
    </div>
  )
}

const CurrentPassword = (props: {
  name: string
  label: string
  error: string | undefined
  username: string
}) => (
  <>
    <input type="hidden" name="username" value={props.username} autocomplete="username" />
    <Field
      name={props.name}
      type="password"
      label={props.label}
      error={props.error}
      autocomplete="current-password"
      required
    />
  </>
)

export function ChangePassword({ username, errors }: FormState & { username: string }) {
  const { password: t } = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <BackToAccount here={t.title} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary errors={errors} labels={{ current: t.current, password: t.new }} />
      <form class="form" method="post" action="/compte/mot-de-passe">
        <CurrentPassword name="current" label={t.current} error={errors['current']} username={username} />
        <NewPasswordField label={t.new} error={errors['password']} />
        <div class="form-end">
          <Button look="primary" icon="key-round">
            {t.submit}
          </Button>
        </div>
      </form>
    </div>
  )
}

export function ChangeEmail({ email, values, errors }: FormState & { email: string }) {
  const { newEmail: t } = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <BackToAccount here={t.title} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(email)}</p>
      <ErrorSummary errors={errors} labels={{ email: t.label }} />
      <form class="form" method="post" action="/compte/adresse">
        <Field
          name="email"
          type="email"
          label={t.label}
          value={values['email']}
          error={errors['email']}
          autocomplete="email"
          required
        />
        <div class="form-end">
          <Button look="primary">{t.submit}</Button>
        </div>
      </form>
    </div>
  )
}

export function DeleteAccount({
  username,
  isLast,
  errors,
}: FormState & { username: string; isLast: boolean }) {
  const { deletion: t, data } = useTexts(accountTexts)
  return (
    <div class="narrow stack">
      <BackToAccount here={t.title} />
      <h1>{t.title}</h1>
      {isLast ? (
        <>
          <Notice kind="warning">
            <p>{t.last}</p>
          </Notice>
          <p class="actions">
            <LinkButton href="/utilisateurs" icon="users">
              {t.people}
            </LinkButton>
          </p>
        </>
      ) : (
        <>
          <p class="lead">{t.lead}</p>
          <p>{t.first}</p>
          <p class="actions">
            <LinkButton href="/compte/donnees" icon="download">
              {data.download}
            </LinkButton>
          </p>
          <ErrorSummary errors={errors} labels={{ password: t.password }} />
          <form class="form" method="post" action="/compte/suppression">
            <CurrentPassword
              name="password"
              label={t.password}
              error={errors['password']}
              username={username}
            />
            <div class="form-end">
              <Button look="danger" icon="trash-2">
                {t.submit}
              </Button>
            </div>
          </form>
        </>
      )}
    </div>
  )
}
