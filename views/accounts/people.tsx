import { Badge, type BadgeLook } from '../components/badge.tsx'
import { ActionForm, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { useTexts } from '../language.tsx'
import { peopleTexts } from './people-texts.ts'
import { roleTexts, type RoleName } from './role-texts.ts'
import { Row } from './row.tsx'

export type AccountState = 'active' | 'pending' | 'disabled'

export interface ShownPerson {
  id: string
  name: string
  email: string
  role: RoleName
  state: AccountState
  createdAt: number
  lastLoginAt: number | null
}

export interface PeopleProps {
  people: readonly ShownPerson[]
  invitations: readonly { id: string; email: string; expiresAt: number }[]
}

export function People({ people, invitations }: PeopleProps) {
  const t = useTexts(peopleTexts)
  const waiting = people.filter(({ state }) => state === 'pending')
  return (
    <div class="narrow sections">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p class="actions">
          <LinkButton href="/utilisateurs/inviter" look="primary" icon="mail">
            {t.invite}
          </LinkButton>
        </p>
      </header>
      {waiting.length > 0 && <Waiting people={waiting} />}
      <Accounts people={people.filter(({ state }) => state !== 'pending')} />
      {invitations.length > 0 && <Invitations invitations={invitations} />}
    </div>
  )
}

function Waiting({ people }: { people: readonly ShownPerson[] }) {
  const t = useTexts(peopleTexts)
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">{t.waiting}</h2>
      <p>{t.waitingLead}</p>
      <ul class="rows">
        {people.map(({ id, name, email }) => (
          <Row title={name} notes={[email]}>
            <div class="actions">
              <ActionForm
                action={`/utilisateurs/${id}/accord`}
                icon="check"
                small
                label={t.approveLabel(name)}
              >
                {t.approve}
              </ActionForm>
              <ActionForm
                action={`/utilisateurs/${id}/refus`}
                look="danger"
                small
                label={t.declineLabel(name)}
              >
                {t.decline}
              </ActionForm>
            </div>
          </Row>
        ))}
      </ul>
    </section>
  )
}

function Accounts({ people }: { people: readonly ShownPerson[] }) {
  const t = useTexts(peopleTexts)
  const roles = useTexts(roleTexts)
  return (
    <section class="stack" aria-labelledby="accounts">
      <h2 id="accounts">{t.all}</h2>
      <ul class="rows">
        {people.map(({ id, name, email, role, state, lastLoginAt }) => (
          <Row title={name} href={`/utilisateurs/${id}`} notes={[email, <LastLogin at={lastLoginAt} />]}>
            <div class="badges">
              <Badge look={role === 'admin' ? 'info' : 'neutral'}>{roles[role]}</Badge>
              {state !== 'active' && <AccountStateBadge state={state} />}
            </div>
          </Row>
        ))}
      </ul>
    </section>
  )
}

function LastLogin({ at }: { at: number | null }) {
  const t = useTexts(peopleTexts)
  if (at === null) return <>{t.never}</>
  return (
    <>
      {t.lastLogin} <When at={at} form="short" />
    </>
  )
}

function Invitations({ invitations }: Pick<PeopleProps, 'invitations'>) {
  const t = useTexts(peopleTexts)
  return (
    <section class="stack" aria-labelledby="invitations">
      <h2 id="invitations">{t.invitations}</h2>
      <ul class="rows">
        {invitations.map(({ id, email, expiresAt }) => (
          <Row title={email} notes={[<Until at={expiresAt} />]}>
            <ActionForm
              action={`/utilisateurs/invitations/${id}/annulation`}
              small
              label={t.cancelLabel(email)}
            >
              {t.cancel}
            </ActionForm>
          </Row>
        ))}
      </ul>
    </section>
  )
}

function Until({ at }: { at: number }) {
  const t = useTexts(peopleTexts)
  return (
    <>
      {t.until} <When at={at} form="short" />
    </>
  )
}

const looks = { active: 'good', pending: 'warning', disabled: 'neutral' } as const satisfies Record<
  AccountState,
  BadgeLook
>

export function AccountStateBadge({ state }: { state: AccountState }) {
  const t = useTexts(peopleTexts)
  return <Badge look={looks[state]}>{t[state]}</Badge>
}
