import type { Child } from 'hono/jsx'
import { ToCopy } from '../accounts/to-copy.tsx'
import { ActionForm, Button, LinkButton } from '../components/button.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { juryTexts } from './jury-texts.ts'
import { Quoting, type Titled } from '../quoting.tsx'

export type Capacity = 'elected' | 'expert' | 'administration' | 'users' | 'other'

export interface MembersProps {
  entry: { path: string }
  members: readonly { id: string; name: string; email: string; capacity: Capacity }[]
  /** What was typed of a new one, and what is wrong with it. */
  form: { email: string; error: string | undefined }
}

/** Who sits, and the two ways to seat somebody. */
export function Members({ entry, members, form }: MembersProps) {
  const t = useTexts(juryTexts)
  return (
    <section class="panel" aria-labelledby="membres-titre">
      <h2 id="membres-titre">{t.members}</h2>
      {members.length === 0 ? (
        <p>{t.noMembers}</p>
      ) : (
        <ul class="stack">
          {members.map(({ id, name, email, capacity }) => (
            <li class="actions">
              <b>{name}</b> <span class="handle">{email}</span> <span>{t.capacities[capacity]}</span>
              <ActionForm
                small
                look="quiet"
                icon="trash-2"
                action={`${entry.path}/jury/membres/${id}/retrait`}
                label={t.removeOf(name)}
              >
                {t.remove}
              </ActionForm>
            </li>
          ))}
        </ul>
      )}
      <form class="form" method="post" action={`${entry.path}/jury/membres`}>
        <h3>{t.add}</h3>
        <Field
          name="email"
          type="email"
          label={t.email}
          hint={t.emailHint}
          value={form.email}
          error={form.error}
          autocomplete="off"
          required
        />
        <CapacityChoice idPrefix="f" />
        <p class="actions">
          <Button icon="plus">{t.addNow}</Button>
        </p>
      </form>
      <form class="form" method="post" action={`${entry.path}/jury/invitations`}>
        <h3>{t.invite}</h3>
        <p class="hint">{t.inviteHow}</p>
        <CapacityChoice idPrefix="lien" />
        <p class="actions">
          <Button icon="link">{t.inviteNow}</Button>
        </p>
      </form>
    </section>
  )
}

function CapacityChoice({ idPrefix }: { idPrefix: string }) {
  const t = useTexts(juryTexts)
  return (
    <Select
      name="capacity"
      idPrefix={idPrefix}
      label={t.capacity}
      required
      options={Object.entries(t.capacities).map(([value, label]) => ({ value, label }))}
    />
  )
}

/** The link, once. */
export function JuryInvited({ link, back }: { link: string; back: string }) {
  const t = useTexts(juryTexts)
  return (
    <Plain title={t.invited}>
      <p class="lead">{t.invitedHow}</p>
      <ToCopy label={t.inviteLabel} text={link} />
      <p class="actions">
        <LinkButton href={back}>{t.back}</LinkButton>
      </p>
    </Plain>
  )
}

/** What the link opens: a seat, to take or to leave. */
export function JoinJury({ call, capacity }: { call: Titled; capacity: Capacity }) {
  const t = useTexts(juryTexts)
  return (
    <Plain title={t.joinTitle}>
      <p class="lead">
        <Quoting said={(title) => t.joinLead(title, t.capacities[capacity])} {...call} />
      </p>
      <form method="post" class="actions">
        <Button look="primary" icon="check">
          {t.join}
        </Button>
      </form>
    </Plain>
  )
}

const Plain = ({ title, children }: { title: string; children: Child }) => (
  <div class="narrow stack">
    <h1>{title}</h1>
    {children}
  </div>
)
