import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import type { Sent } from './decision-form.tsx'
import { Quoting } from '../quoting.tsx'
import { reportTexts } from './report-texts.ts'

export interface ReportFormProps extends Sent {
  /** Chosen with the page: the same report sent twice is one. */
  id: string
  /** What it is about; null: the person still has to say. */
  about: {
    object: string
    subject: 'entry' | 'comment' | 'message'
    title: string
    titleLanguage: string | null
    author: string
    host: string | null
    path: string
    /** Where a moderator decides at once; null for everybody else. */
    decide: string | null
  } | null
  /** The member who reports; null: a visitor. */
  member: string | null
  /** Said above the form. */
  tooMany: boolean
}

export function ReportForm({ id, about, member, tooMany, values, errors }: ReportFormProps) {
  const t = useTexts(reportTexts)
  const host = about?.host ?? null
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      {tooMany && (
        <Notice kind="warning" role="alert">
          <p>{t.tooMany}</p>
        </Notice>
      )}
      {about !== null && <About {...about} />}
      <ErrorSummary errors={errors} labels={{ objet: t.which, reason: t.reason, email: t.email }} />
      <form class="form" method="post" action="/signaler">
        <HiddenFields fields={{ id, ...(about === null ? {} : { objet: about.object }) }} />
        {about === null && (
          <Field
            name="objet"
            label={t.which}
            hint={t.whichHint}
            value={values['objet']}
            error={errors['objet']}
            maxlength={2000}
            required
          />
        )}
        <TextArea
          name="reason"
          label={t.reason}
          hint={t.reasonHint}
          value={values['reason']}
          error={errors['reason']}
          maxlength={2000}
          required
        />
        {member === null ? (
          <Field
            name="email"
            type="email"
            label={t.email}
            hint={t.emailHint}
            value={values['email']}
            error={errors['email']}
            autocomplete="email"
            maxlength={254}
          />
        ) : (
          <>
            <p class="hint">{t.member(member)}</p>
            <Checkbox
              name="outcome"
              label={t.outcome}
              hint={t.outcomeHint}
              checked={values['outcome'] === 'true'}
            />
          </>
        )}
        {host !== null && (
          <Checkbox
            name="forward"
            label={t.forward(host)}
            hint={t.forwardHint}
            checked={values['forward'] === 'true'}
          />
        )}
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.send}
          </Button>
        </div>
      </form>
    </div>
  )
}

function About(about: NonNullable<ReportFormProps['about']>) {
  const t = useTexts(reportTexts)
  const { subject, title, titleLanguage, author, host, path, decide } = about
  const whats = {
    comment: (named: string) => t.answerOf(author, named),
    message: () => t.messageOf(author),
    entry: t.publication,
  }
  return (
    <>
      <p>
        {t.about}{' '}
        <a href={path}>
          <Quoting said={whats[subject]} title={title} language={titleLanguage} />
        </a>
        . {host !== null && (subject === 'message' ? t.sent(host) : t.from(host))}
      </p>
      {decide !== null && (
        <Notice>
          <p>{t.moderate}</p>
          <p>
            <LinkButton href={decide} icon="shield" small>
              {t.decide}
            </LinkButton>
          </p>
        </Notice>
      )}
    </>
  )
}

/** Said after the report has gone: what will become of it. */
export function ReportThanks({ back }: { back: string }) {
  const t = useTexts(reportTexts)
  return (
    <div class="narrow stack">
      <h1>{t.thanks}</h1>
      <p class="lead">{t.thanksLead}</p>
      <p>{t.next}</p>
      <p>
        {t.urgent} <a href="/contact">{t.contact}</a>
      </p>
      <p class="actions">
        <LinkButton href={back} icon="arrow-left">
          {back === '/' ? t.home : t.back}
        </LinkButton>
      </p>
    </div>
  )
}
