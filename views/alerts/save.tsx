import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Icon } from '../components/icon.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { alertTexts, type AlertRhythm } from './texts.ts'

/** With a list: the way to keep it, and to be told of what is new in it. */
export function AlertLink({ href, kept }: { href: string; kept: boolean }) {
  const t = useTexts(alertTexts)
  return (
    <p>
      <LinkButton href={href} icon="bell" small rel="nofollow">
        {kept ? t.keep : t.link}
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
  /** Whether any letter can leave. */
  letters: boolean
  trouble: string | undefined
}

/** `/alertes/nouvelle` */
export function SaveAlert(props: SaveAlertProps) {
  const t = useTexts(alertTexts)
  const { what, list, atom, trouble, account } = props
  return (
    <div class="narrow stack">
      <h1>{account === null ? t.title : t.keep}</h1>
      <p class="lead">{account === null ? t.lead : t.keepLead}</p>
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <div class="panel">
        <h2>{account === null ? t.what : t.kept}</h2>
        <p>
          <b>{what}</b>
        </p>
        {account === null && <p class="hint">{t.whatHint}</p>}
      </div>
      <AlertForm {...props} />
      <p class="hint">{account === null ? t.privacy : t.keptPrivacy}</p>
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

function AlertForm({ search, account, letters, values, errors }: SaveAlertProps) {
  const t = useTexts(alertTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <>
      <ErrorSummary errors={errors} labels={{ email: t.email, name: t.name, rhythm: t.rhythm }} />
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
          <Field {...common('name')} label={t.name} hint={t.nameHint} maxlength={80} />
        )}
        {letters && (
          <RhythmField value={values['rhythm']} error={errors['rhythm']} account={account?.email} />
        )}
        {account === null && <Trap />}
        <div class="form-end">
          <Button look="primary" icon={account === null ? 'bell' : 'check'}>
            {account === null ? t.submit : t.submitOwn}
          </Button>
        </div>
      </form>
    </>
  )
}

/** `account`: where its letters would go; it can do without any. */
export function RhythmField({
  value,
  error,
  account,
}: {
  value?: string | undefined
  error?: string | undefined
  account?: string | undefined
}) {
  const t = useTexts(alertTexts)
  return (
    <Choices
      type="radio"
      name="rhythm"
      label={account === undefined ? t.rhythm : t.letters}
      hint={account === undefined ? undefined : t.toYou(account)}
      error={error}
      required
      inline={account === undefined}
      options={rhythmOptions(t.rhythms, account === undefined ? 'letters' : 'all')}
      chosen={[value ?? (account === undefined ? 'weekly' : 'none')]}
    />
  )
}

export const rhythmOptions = (words: Readonly<Record<AlertRhythm, string>>, which: 'letters' | 'all') => [
  ...(which === 'all' ? [{ value: 'none', label: words.none }] : []),
  { value: 'daily', label: words.daily },
  { value: 'weekly', label: words.weekly },
]

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
