import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { RequiredNote } from '../components/field.tsx'
import { Field, Select, type Option } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import type { FormState } from './form.ts'
import { peopleTexts } from './people-texts.ts'
import { roleNames, roleTexts } from './role-texts.ts'
import { ToCopy } from './to-copy.tsx'

export function BackToPeople({ here }: { here: string }) {
  const t = useTexts(peopleTexts)
  return <Breadcrumb items={[{ label: t.title, href: '/utilisateurs' }, { label: here }]} />
}

export interface InviteProps extends FormState {
  hasMail: boolean
  organisations: readonly Option[]
}

export function Invite({ hasMail, organisations, values, errors }: InviteProps) {
  const t = useTexts(peopleTexts)
  const labels = { email: t.email, role: t.inviting.role, organisation: t.inviting.organisation }
  return (
    <div class="narrow stack">
      <BackToPeople here={t.inviting.title} />
      <h1>{t.inviting.title}</h1>
      <p class="lead">{t.inviting.lead}</p>
      {!hasMail && (
        <Notice>
          <p>{t.inviting.noMail}</p>
        </Notice>
      )}
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" action="/utilisateurs/inviter">
        <RequiredNote />
        <Field
          name="email"
          type="email"
          label={t.email}
          value={values['email']}
          error={errors['email']}
          autocomplete="off"
          required
        />
        <RoleChoice chosen={values['role'] ?? 'member'} error={errors['role']} label={t.inviting.role} />
        {organisations.length > 0 && (
          <>
            <Select
              name="organisation"
              label={t.inviting.organisation}
              hint={t.inviting.organisationHint}
              value={values['organisation']}
              error={errors['organisation']}
              empty={t.inviting.none}
              options={organisations}
            />
            <OrganisationRole value={values['organisationRole']} label={t.inviting.inOrganisation} />
          </>
        )}
        <div class="form-end">
          <Button look="primary" icon="mail">
            {t.inviting.submit}
          </Button>
        </div>
      </form>
    </div>
  )
}

export function RoleChoice(props: { chosen: string; error: string | undefined; label: string }) {
  const roles = useTexts(roleTexts)
  return (
    <Choices
      type="radio"
      name="role"
      label={props.label}
      error={props.error}
      options={roleNames.map((value) => ({ value, label: roles[value], hint: roles.may[value] }))}
      chosen={[props.chosen]}
      required
    />
  )
}

export function OrganisationRole({ value, label }: { value: string | undefined; label: string }) {
  const { person: t } = useTexts(peopleTexts)
  return (
    <Select
      name="organisationRole"
      label={label}
      value={value ?? 'editor'}
      options={[
        { value: 'editor', label: t.editor },
        { value: 'contributor', label: t.contributor },
      ]}
      required
    />
  )
}

/** The link is shown where the letter did not leave: it is the only way to hand it over. */
export function Invited({
  email,
  link,
  outcome,
}: {
  email: string
  link: string
  outcome: 'sent' | 'no-mail' | 'failed'
}) {
  const t = useTexts(peopleTexts)
  const title = outcome === 'sent' ? t.invited.sentTitle : t.invited.madeTitle
  return (
    <div class="narrow stack">
      <BackToPeople here={title} />
      <h1>{title}</h1>
      {outcome === 'failed' && (
        <Notice kind="warning" role="alert">
          <p>{t.invited.failed}</p>
        </Notice>
      )}
      {outcome === 'sent' ? (
        <p class="lead">{t.invited.sent(email)}</p>
      ) : (
        <>
          <p class="lead">{t.invited.made(email)}</p>
          <ToCopy label={t.invited.link} text={link} />
        </>
      )}
      <p class="actions">
        <LinkButton href="/utilisateurs/inviter" icon="mail">
          {t.invited.another}
        </LinkButton>
      </p>
    </div>
  )
}

export function ResetLink({ name, link }: { name: string; link: string }) {
  const { resetLink: t } = useTexts(peopleTexts)
  return (
    <div class="narrow stack">
      <BackToPeople here={t.title} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead(name)}</p>
      <ToCopy label={t.link} text={link} />
    </div>
  )
}
