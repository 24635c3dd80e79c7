import { ActionForm, Button } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select, type Option } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { BackToPeople, OrganisationRole, RoleChoice } from './inviting.tsx'
import { AccountStateBadge, type ShownPerson } from './people.tsx'
import { peopleTexts } from './people-texts.ts'
import { Row } from './row.tsx'

export interface PersonProps {
  person: ShownPerson & { emailConfirmedAt: number | null }
  memberships: readonly { organisationId: string; title: string; role: 'editor' | 'contributor' }[]
  /** Those the person is not yet in. */
  organisations: readonly Option[]
  /** The one who looks: an account is not closed by its own hand, but erased from its own page. */
  isSelf: boolean
  isLastAdmin: boolean
  errors: Readonly<Record<string, string>>
}

export function Person(props: PersonProps) {
  const t = useTexts(peopleTexts)
  const { person } = props
  return (
    <div class="narrow sections">
      <BackToPeople here={person.name} />
      <header class="page-head">
        <h1>{person.name}</h1>
        <p class="actions">
          <AccountStateBadge state={person.state} />
          <span>{person.email}</span>
        </p>
        <p class="hint">
          {t.person.since} <When at={person.createdAt} />
          {person.emailConfirmedAt !== null && ` · ${t.person.confirmed}`}
        </p>
      </header>
      <ErrorSummary errors={props.errors} labels={{ role: t.person.role, reason: t.person.reason }} />
      {props.isLastAdmin ? (
        <Notice>
          <p>{t.person.last}</p>
        </Notice>
      ) : (
        <Role {...props} />
      )}
      <Organisations {...props} />
      {!props.isSelf && !props.isLastAdmin && <Access {...props} />}
    </div>
  )
}

function Role({ person, errors }: PersonProps) {
  const { person: t } = useTexts(peopleTexts)
  return (
    <form class="form" method="post" action={`/utilisateurs/${person.id}/role`}>
      <RoleChoice chosen={person.role} error={errors['role']} label={t.role} />
      <p class="hint">{t.roleNote}</p>
      <div class="form-end">
        <Button look="primary">{t.saveRole}</Button>
      </div>
    </form>
  )
}

function Organisations({ person, memberships, organisations }: PersonProps) {
  const { person: t, inviting } = useTexts(peopleTexts)
  return (
    <section class="stack" aria-labelledby="organisations">
      <h2 id="organisations">{t.organisations}</h2>
      <p>{memberships.length === 0 ? t.noOrganisation : t.organisationsLead}</p>
      {memberships.length > 0 && (
        <ul class="rows">
          {memberships.map(({ organisationId, title, role }) => (
            <Row title={title} notes={[t[role]]}>
              <ActionForm
                action={`/utilisateurs/${person.id}/organisations/${organisationId}/retrait`}
                small
                label={t.removeLabel(title)}
              >
                {t.remove}
              </ActionForm>
            </Row>
          ))}
        </ul>
      )}
      {organisations.length > 0 && (
        <form class="form" method="post" action={`/utilisateurs/${person.id}/organisations`}>
          <div class="pair">
            <Select name="organisation" label={t.organisation} options={organisations} required />
            <OrganisationRole value={undefined} label={inviting.inOrganisation} />
          </div>
          <div>
            <Button icon="plus">{t.add}</Button>
          </div>
        </form>
      )}
    </section>
  )
}

function Access({ person, errors }: PersonProps) {
  const { person: t } = useTexts(peopleTexts)
  return (
    <section class="stack" aria-labelledby="access">
      <h2 id="access">{t.access}</h2>
      {person.state === 'disabled' ? (
        <ActionForm action={`/utilisateurs/${person.id}/ouverture`} icon="door-open">
          {t.enable}
        </ActionForm>
      ) : (
        <>
          <div class="act">
            <ActionForm action={`/utilisateurs/${person.id}/lien`} icon="key-round">
              {t.reset}
            </ActionForm>
            <p class="hint">{t.resetHint}</p>
          </div>
          <div class="act">
            <form class="form" method="post" action={`/utilisateurs/${person.id}/fermeture`}>
              <p class="hint">{t.disableHint}</p>
              <Field
                name="reason"
                label={t.reason}
                hint={t.reasonHint}
                error={errors['reason']}
                maxlength={500}
                required
              />
              <p>
                <Button look="danger" icon="ban">
                  {t.disable}
                </Button>
              </p>
            </form>
          </div>
        </>
      )}
    </section>
  )
}
