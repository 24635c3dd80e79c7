import type { FormState } from '../accounts/form.ts'
import { ActionForm, Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select, TextArea, type Option } from '../components/inputs.tsx'
import { formatDay } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { groupingTexts } from './texts.ts'

export interface ShownMember {
  id: string
  name: string
  /** Of another hub. */
  host: string | null
  href: string | null
  role: string
  note: string | null
  state: 'asked' | 'accepted' | 'declined' | 'left'
  answer: string | null
  at: number
}

/** For those who lead the call: who asked, and what to say to them. */
export function Asks({ path, members }: { path: string; members: readonly ShownMember[] }) {
  const t = useTexts(groupingTexts)
  return (
    <section class="stack" aria-labelledby="propositions">
      <h2 id="propositions">{t.asks}</h2>
      {members.length === 0 ? <p>{t.asksNone}</p> : members.map((member) => <Ask {...{ path, member }} />)}
    </section>
  )
}

function Ask({ path, member }: { path: string; member: ShownMember }) {
  const t = useTexts(groupingTexts)
  return (
    <article class="panel stack" id={`membre-${member.id}`}>
      <Told member={member} />
      {member.state === 'asked' && (
        <form class="form" method="post" action={`${path}/membres/${member.id}`}>
          <TextArea name="answer" idPrefix={`r-${member.id}`} label={t.answer} rows={2} maxlength={500} />
          <p class="actions">
            <Button name="outcome" value="accepted" look="primary" icon="check">
              {t.accept}
            </Button>
            <Button name="outcome" value="declined" look="quiet">
              {t.decline}
            </Button>
          </p>
        </form>
      )}
      {member.state === 'accepted' && (
        <ActionForm
          action={`${path}/membres/${member.id}`}
          fields={{ outcome: 'declined' }}
          look="quiet"
          label={`${t.remove} – ${member.name}`}
        >
          {t.remove}
        </ActionForm>
      )}
    </article>
  )
}

/** For an organisation that asked: what became of it, and the way out. */
export function OwnParts({ path, members }: { path: string; members: readonly ShownMember[] }) {
  const t = useTexts(groupingTexts)
  if (members.length === 0) return null
  return (
    <section class="stack" aria-labelledby="nos-organisations">
      <h2 id="nos-organisations">{t.stateOf}</h2>
      {members.map((member) => (
        <article class="panel stack">
          <Told member={member} />
          {(member.state === 'asked' || member.state === 'accepted') && (
            <ActionForm action={`${path}/membres/${member.id}/depart`} look="quiet">
              {t.leaveFor(member.name)}
            </ActionForm>
          )}
        </article>
      ))}
    </section>
  )
}

function Told({ member }: { member: ShownMember }) {
  const t = useTexts(groupingTexts)
  const { name, host, href, role, note, state, answer, at } = member
  return (
    <>
      <h3>
        {href === null ? name : <a href={href}>{name}</a>}
        {host !== null && <span class="handle"> {`${t.at} ${host}`}</span>}
      </h3>
      <p>
        <b>{t.memberState[state]}</b> · {formatDay(at, useLocale())}
      </p>
      {role !== '' && <p class="as-typed">{role}</p>}
      {note !== null && <p class="as-typed">{note}</p>}
      {answer !== null && (
        <p class="as-typed">
          {t.told}
          {' : '}
          {answer}
        </p>
      )}
    </>
  )
}

export interface JoinFormProps extends FormState {
  path: string
  organisations: readonly Option[]
  most: { role: number; words: number }
  /** They lead the call: answering others comes first. */
  aside: boolean
}

export function JoinForm({ path, organisations, most, aside, values, errors }: JoinFormProps) {
  const t = useTexts(groupingTexts)
  const common = (name: string) => ({ name, error: errors[name], value: values[name] })
  return (
    <section class="stack" aria-labelledby="proposer">
      <h2 id="proposer">{t.join}</h2>
      <p>{t.joinLead}</p>
      <form class="form" method="post" action={`${path}/membres`} novalidate>
        <ErrorSummary errors={errors} labels={{ organisation: t.organisation, role: t.role, note: t.note }} />
        <Select {...common('organisation')} label={t.organisation} required options={organisations} />
        <Field {...common('role')} label={t.role} hint={t.roleHint} maxlength={most.role} required />
        <TextArea {...common('note')} label={t.note} rows={4} maxlength={most.words} />
        <div class="form-end">
          <Button look={aside ? 'secondary' : 'primary'} icon="handshake">
            {t.send}
          </Button>
        </div>
      </form>
    </section>
  )
}

/** The call's own acts, for those who lead it. */
export function Lead({
  path,
  state,
  editHref,
}: {
  path: string
  state: 'open' | 'closed' | 'ended'
  editHref: string
}) {
  const t = useTexts(groupingTexts)
  if (state === 'ended') return null
  return (
    <section class="panel stack" aria-labelledby="conduire">
      <h2 id="conduire">{t.manage}</h2>
      <p>
        <a href={editHref}>{t.edit}</a>
      </p>
      <form class="stack" method="post" action={`${path}/etat`}>
        <p class="actions">
          <Button name="state" value={state === 'open' ? 'closed' : 'open'} look="quiet">
            {state === 'open' ? t.close : t.reopen}
          </Button>
          <Button name="state" value="ended" look="danger">
            {t.end}
          </Button>
        </p>
        <p class="hint">{t.endHint}</p>
      </form>
    </section>
  )
}
