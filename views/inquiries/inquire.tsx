import type { FormState } from '../accounts/form.ts'
import { Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { inquiryTexts, type InquiryAct } from './texts.ts'
import { Quoting, type Titled } from '../quoting.tsx'

/** On the page of an entry: the way to write to those who publish it. */
export function InquiryLink({ act, href, left }: { act: InquiryAct; href: string; left: number | null }) {
  const t = useTexts(inquiryTexts)
  const isFull = left === 0
  if (isFull && act !== 'register') return <Notice kind="warning">{t.full}</Notice>
  return (
    <div class="panel">
      {isFull && <Notice kind="warning">{t.full}</Notice>}
      <p class="actions">
        <LinkButton href={href} look="primary" icon={act === 'register' ? 'ticket' : 'mail'} rel="nofollow">
          {isFull ? t.lineButton : t[act].button}
        </LinkButton>
      </p>
      <p class="hint">{t.howButton}</p>
      <PlacesLeft left={left} />
    </div>
  )
}

export interface InquireProps extends FormState {
  act: InquiryAct
  entry: Titled
  /** How many more may come; null: nobody counts. */
  left: number | null
  /** What may be chosen with a registration. */
  debates: readonly {
    id: string
    title: string
    language: string
    when: string
    left: number | null
    chosen: boolean
  }[]
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
      <h1>
        <Quoting said={t[act].title} {...entry} />
      </h1>
      <p class="lead">{t.lead}</p>
      <PlacesLeft left={left} />
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      {left === 0 && (
        <Notice kind="warning" title={t.full}>
          <p>{act === 'register' ? t.lineHow : t.fullHow}</p>
        </Notice>
      )}
      <InquiryForm {...props} />
      <p class="hint">{t.privacy(days)}</p>
    </div>
  )
}

function InquiryForm({ act, entry, left, debates, most, values, errors }: InquireProps) {
  const t = useTexts(inquiryTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  const labels = {
    ...{ name: t.name, email: t.email, body: t[act].body, people: t.people },
    ...{ organisation: t.organisation, debates: t.debates },
  }
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
            // Whoever joins the line asks for as many as they are.
            max={left === null || left === 0 ? most.people : Math.min(most.people, left)}
            required
          />
        )}
        {act === 'register' && (
          <Field
            {...common('organisation')}
            label={t.organisation}
            hint={t.organisationHint}
            autocomplete="organization"
            maxlength={120}
          />
        )}
        <DebateChoices debates={debates} error={errors['debates']} />
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
            {left === 0 ? t.toLine : t.submit}
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

function DebateChoices({ debates, error }: Pick<InquireProps, 'debates'> & { error: string | undefined }) {
  const t = useTexts(inquiryTexts)
  const locale = useLocale()
  if (debates.length === 0) return null
  return (
    <Choices
      type="checkbox"
      name="debates"
      label={t.debates}
      hint={t.debatesHint}
      error={error}
      options={debates.map(({ id, title, language, when, left }) => ({
        ...{ value: id, label: title, language, disabled: left === 0 },
        hint: left === null ? when : `${when} · ${t.seatsLeft(formatNumber(left, locale))}`,
      }))}
      chosen={debates.filter(({ chosen }) => chosen).map(({ id }) => id)}
    />
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
