import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Icon } from '../components/icon.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { alertTexts } from './texts.ts'

/** Under a list: the way to be told of what is new in it. */
export function AlertLink({ href }: { href: string }) {
  const t = useTexts(alertTexts)
  return (
    <p>
      <LinkButton href={href} icon="bell" small rel="nofollow">
        {t.link}
      </LinkButton>
    </p>
  )
}

export interface SaveAlertProps extends FormState {
  /** The search in words. */
  what: string
  search: { kind: string; query: string }
  list: string
  /** Of the same list; null: it has no feed. */
  atom: string | null
  /** Whose account it is; null: a visitor, who gives an address. */
  account: { email: string } | null
  trouble: string | undefined
}

/** `/alertes/nouvelle` */
export function SaveAlert(props: SaveAlertProps) {
  const t = useTexts(alertTexts)
  const { what, list, atom, trouble } = props
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <div class="panel">
        <h2>{t.what}</h2>
        <p>
          <b>{what}</b>
        </p>
        <p class="hint">{t.whatHint}</p>
      </div>
      <AlertForm {...props} />
      <p class="hint">{t.privacy}</p>
      <ul class="list-feeds">
        {atom !== null && (
          <li>
            <a href={atom}>
              <Icon name="rss" /> {t.atom}
            </a>
          </li>
        )}
        <li>
          <a href={list}>
            <Icon name="arrow-left" /> {t.toList}
          </a>
        </li>
      </ul>
    </div>
  )
}

function AlertForm({ search, account, values, errors }: SaveAlertProps) {
  const t = useTexts(alertTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <>
      <ErrorSummary errors={errors} labels={{ email: t.email, rhythm: t.rhythm }} />
      <form class="form" method="post" action="/alertes/nouvelle">
        <HiddenFields fields={{ liste: search.kind, recherche: search.query }} />
        {account === null ? (
          <Field
            {...common('email')}
            type="email"
            label={t.email}
            autocomplete="email"
            maxlength={254}
            required
          />
        ) : (
          <p>{t.toYou(account.email)}</p>
        )}
        <RhythmField value={values['rhythm']} error={errors['rhythm']} />
        {account === null && <Trap />}
        <div class="form-end">
          <Button look="primary" icon="bell">
            {account === null ? t.submit : t.submitOwn}
          </Button>
        </div>
      </form>
    </>
  )
}

export function RhythmField({ value, error }: { value?: string | undefined; error?: string | undefined }) {
  const t = useTexts(alertTexts)
  return (
    <Choices
      type="radio"
      name="rhythm"
      label={t.rhythm}
      error={error}
      required
      inline
      options={[
        { value: 'daily', label: t.rhythms.daily },
        { value: 'weekly', label: t.rhythms.weekly },
      ]}
      chosen={[value ?? 'weekly']}
    />
  )
}

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
function Trap() {
  const t = useTexts(alertTexts)
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-site">{t.trap}</label>
      <input id="f-site" name="site" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}

/** No letter can leave, or the search is none: the list is there all the same. */
export const NoAlert = ({
  title,
  text,
  list,
  atom,
}: {
  title: string
  text: string
  list: string
  atom: string | null
}) => {
  const t = useTexts(alertTexts)
  return (
    <div class="narrow stack">
      <h1>{title}</h1>
      <p class="lead">{text}</p>
      <p class="actions">
        <LinkButton href={list}>{t.toList}</LinkButton>
        {atom !== null && (
          <LinkButton href={atom} icon="rss" look="quiet">
            {t.atom}
          </LinkButton>
        )}
      </p>
    </div>
  )
}
