import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount, formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { momentIn } from './moment.ts'
import { submissionTexts } from './texts.ts'
import { Quoting, type Titled } from '../quoting.tsx'

export interface SubmissionPanelProps {
  path: string
  /** The last instant; null: there is none, or nothing is taken. */
  deadline: number | null
  /** Whose clocks count. */
  zone: string
  takes: boolean
  opensOn: number | null
  /** Somebody who cannot be written to, and is not signed in, cannot begin. */
  mayBegin: boolean
  /** For those who conduct or judge; null: they do not. */
  jury: { submitted: number; drafts: number | null } | null
  decided: boolean
}

/** On the page of a call: the way to submit, to judge, to read what was decided. */
export function SubmissionPanel(props: SubmissionPanelProps) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  const { path, deadline, zone, takes, opensOn, mayBegin, jury, decided } = props
  if (!takes && opensOn === null && jury === null && !decided) return null
  return (
    <section class="panel" aria-label={t.button}>
      {takes &&
        (mayBegin ? (
          <p class="actions">
            <LinkButton href={`${path}/projet`} look="primary" icon="send" rel="nofollow">
              {t.button}
            </LinkButton>
          </p>
        ) : (
          <p>{t.noMail}</p>
        ))}
      {takes && (
        <p class="hint">
          {mayBegin && t.howButton} {deadline !== null && t.until(momentIn(deadline, locale, zone))}
        </p>
      )}
      {opensOn !== null && <p>{t.opensOn(momentIn(opensOn, locale, zone))}</p>}
      {decided && (
        <p class="actions">
          <LinkButton href={`${path}/resultats`} icon="scroll-text">
            {t.resultsLink}
          </LinkButton>
        </p>
      )}
      {jury !== null && (
        <p class="actions">
          <LinkButton href={`${path}/jury`} icon="scale" rel="nofollow">
            {t.juryLink}
          </LinkButton>
          {jury.drafts !== null && (
            <span class="hint">
              {t.received(formatCount(jury.submitted, locale, t.projects), formatNumber(jury.drafts, locale))}
            </span>
          )}
        </p>
      )}
    </section>
  )
}

export interface BeginProps extends FormState {
  entry: Titled
  /** Chosen with the page: sent twice, it is one. */
  id: string
  /** The name of who is signed in; null: a visitor. */
  member: string | null
  deadline: number | null
  /** Whose clocks count. */
  zone: string
  keptDays: number
  trouble: string | undefined
}

/** `…/projet`: the first step, and as little as it needs. */
export function Begin(props: BeginProps) {
  const t = useTexts(submissionTexts)
  const locale = useLocale()
  const { entry, id, member, deadline, zone, keptDays, trouble, values, errors } = props
  const common = (name: 'project' | 'holder' | 'contact' | 'email') => ({
    name,
    label: t.fields[name],
    value: values[name],
    error: errors[name],
  })
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={t.beginTitle} {...entry} />
      </h1>
      <p class="lead">{member === null ? t.beginLead : t.beginMember}</p>
      {deadline !== null && <p>{t.until(momentIn(deadline, locale, zone))}</p>}
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <ErrorSummary errors={errors} labels={t.fields} />
      <form class="form" method="post" action={`${entry.path}/projet`}>
        <HiddenFields fields={{ id }} />
        <Field {...common('project')} maxlength={150} required />
        {member === null ? (
          <>
            <Field {...common('contact')} autocomplete="name" maxlength={100} required />
            <Field {...common('email')} type="email" autocomplete="email" maxlength={254} required />
            <Trap />
          </>
        ) : (
          <Field {...common('holder')} hint={t.hints.holder} autocomplete="organization" maxlength={150} />
        )}
        <div class="form-end">
          <Button look="primary" icon="send">
            {member === null ? t.beginSubmit : t.beginMemberSubmit}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.toCall}
          </LinkButton>
        </div>
      </form>
      <p class="hint">{t.privacy(formatNumber(keptDays, locale))}</p>
    </div>
  )
}

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
function Trap() {
  const t = useTexts(submissionTexts)
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-site">{t.site}</label>
      <input id="f-site" name="site" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}

export function NoProjects({ back }: { back: string }) {
  const t = useTexts(submissionTexts)
  return (
    <div class="narrow stack">
      <h1>{t.notOpen}</h1>
      <p class="lead">{t.notOpenHow}</p>
      <p class="actions">
        <LinkButton href={back}>{t.toCall}</LinkButton>
      </p>
    </div>
  )
}
