import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { supportTexts } from './texts.ts'
import { Quoting, TitleLink, type Titled } from '../quoting.tsx'

interface About {
  entry: Titled
}

/** `…/soutenir`: one question, and no account. */
export function AskSupport({ entry, values, errors, unsent }: About & FormState & { unsent: boolean }) {
  const t = useTexts(supportTexts)
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={t.askTitle} {...entry} />
      </h1>
      <p class="lead">{t.lead}</p>
      {unsent && <Notice kind="warning">{t.unsent}</Notice>}
      <ErrorSummary errors={errors} labels={{ email: t.email }} />
      <form class="form" method="post" action={`${entry.path}/soutenir`}>
        <Field
          name="email"
          type="email"
          label={t.email}
          value={values['email']}
          error={errors['email']}
          autocomplete="email"
          maxlength={254}
          required
        />
        <Trap label={t.trap} />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.submit}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.toEntry}
          </LinkButton>
        </div>
      </form>
      <p class="hint">{t.privacy}</p>
    </div>
  )
}

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
const Trap = ({ label }: { label: string }) => (
  <div class="visually-hidden" aria-hidden="true">
    <label for="f-site">{label}</label>
    <input id="f-site" name="site" type="text" tabindex={-1} autocomplete="off" />
  </div>
)

export function SupportNotOpen({ entry }: About) {
  const t = useTexts(supportTexts)
  return (
    <div class="narrow stack">
      <h1>{t.notOpen}</h1>
      <p class="lead">{t.notOpenHow}</p>
      <p class="actions">
        <LinkButton href={entry.path}>{t.toEntry}</LinkButton>
      </p>
    </div>
  )
}

export interface OwnSupportProps extends About, FormState {
  state: 'unconfirmed' | 'done' | 'late' | 'over'
  /** The first name that is shown. */
  name: string | null
}

/** What the link of the letter opens: to confirm, or to take back. Opening it does neither. */
export function OwnSupport({ entry, state, name, values, errors }: OwnSupportProps) {
  const t = useTexts(supportTexts)
  return (
    <div class="narrow stack">
      <h1>{state === 'done' ? t.doneTitle : state === 'unconfirmed' ? t.confirmTitle : t.notOpen}</h1>
      {(state === 'late' || state === 'over') && <Notice kind="warning">{t[state]}</Notice>}
      <p class="lead">
        {t.about} <TitleLink {...entry} />
      </p>
      {state === 'done' && <p>{`${t.done} ${name === null ? t.unnamed : t.shown(name)}`}</p>}
      {state === 'unconfirmed' && (
        <>
          <ErrorSummary errors={errors} labels={{ name: t.name }} />
          <form class="form" method="post">
            <HiddenFields fields={{ acte: 'soutenir' }} />
            <Field
              name="name"
              label={t.name}
              hint={t.nameHint}
              value={values['name']}
              error={errors['name']}
              autocomplete="given-name"
              maxlength={40}
              size="medium"
            />
            <div class="form-end">
              <Button look="primary" icon="heart">
                {t.confirm}
              </Button>
            </div>
          </form>
        </>
      )}
      {state === 'done' && (
        <form class="actions" method="post">
          <HiddenFields fields={{ acte: 'retirer' }} />
          <Button look="danger" icon="trash-2">
            {t.takeBack}
          </Button>
        </form>
      )}
    </div>
  )
}
