import type { FormState } from '../accounts/form.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'

/** On the page of an entry: the way to write to those who publish it. */
export function InquiryLink({ act, href, left }: { act: InquiryAct; href: string; left: number | null }) {
  const t = useTexts(inquiryTexts)
  if (left === 0) return <Notice kind="warning">{t.full}</Notice>
  return (
    <div class="panel">
      <p class="actions">
        <LinkButton href={href} look="primary" icon={act === 'register' ? 'ticket' : 'mail'} rel="nofollow">
          {t[act].button}
        </LinkButton>
      </p>
      <p class="hint">{t.howButton}</p>
      <PlacesLeft left={left} />
    </div>
  )
}

export interface InquireProps extends FormState {
  act: InquiryAct
  entry: { title: string; path: string }
  /** How many more may come; null: nobody counts. */
  left: number | null
  most: { people: number; words: number }
  keptDays: number
  /** Why it did not leave, when that was nobody's fault. */
  trouble: string | undefined
}

/** `…/demande`: three questions, and no account. */
export function Inquire(props: InquireProps) {
  const t = useTexts(inquiryTexts)
  const { act, entry, left, keptDays, trouble } = props
  const days = formatNumber(keptDays, useLocale())
  return (
    <div class="narrow stack">
      <h1>{t[act].title(entry.title)}</h1>
      <p class="lead">{t.lead}</p>
      <PlacesLeft left={left} />
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      {left === 0 ? (
        <Full back={entry.path} />
      ) : (
        <>
          <InquiryForm {...props} />
          <p class="hint">{t.privacy(days)}</p>
        </>
      )}
    </div>
  )
}

function InquiryForm({ act, entry, left, most, values, errors }: InquireProps) {
  const t = useTexts(inquiryTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  const labels = { name: t.name, email: t.email, body: t[act].body, people: t.people }
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" action={`${entry.path}/demande`}>
        <Field {...common('name')} label={t.name} autocomplete="name" maxlength={100} required />
        <Field
          {...common('email')}
          type="email"
          label={t.email}
          autocomplete="email"
          maxlength={254}
          required
        />
        {act === 'register' && (
          <Field
            {...common('people')}
            value={values['people'] ?? '1'}
            type="number"
            label={t.people}
            min={1}
            max={Math.min(most.people, left ?? most.people)}
            required
          />
        )}
        <TextArea
          {...common('body')}
          label={t[act].body}
          hint={t[act].bodyHint}
          rows={act === 'register' ? 3 : 8}
          maxlength={most.words}
          required={act !== 'register'}
        />
        <Trap />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.submit}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.toEntry}
          </LinkButton>
        </div>
      </form>
    </>
  )
}

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
export function Trap() {
  const t = useTexts(inquiryTexts)
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-site">{t.trap}</label>
      <input id="f-site" name="site" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}

function PlacesLeft({ left }: { left: number | null }) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  return left === null || left === 0 ? null : <p class="hint">{t.left(formatNumber(left, locale))}</p>
}

function Full({ back }: { back: string }) {
  const t = useTexts(inquiryTexts)
  return (
    <>
      <Notice kind="warning" title={t.full}>
        <p>{t.fullHow}</p>
      </Notice>
      <p class="actions">
        <LinkButton href={back}>{t.toEntry}</LinkButton>
      </p>
    </>
  )
}

/** The entry takes no inquiries, or no more. */
export function NotOpen({ back }: { back: string }) {
  const t = useTexts(inquiryTexts)
  return (
    <div class="narrow stack">
      <h1>{t.notOpen}</h1>
      <p class="lead">{t.notOpenHow}</p>
      <p class="actions">
        <LinkButton href={back}>{t.toEntry}</LinkButton>
      </p>
    </div>
  )
}
