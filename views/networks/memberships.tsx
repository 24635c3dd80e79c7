import type { FormState } from '../accounts/form.ts'
import { ActionForm, Button } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { Heading } from './heading.tsx'
import { PartyLink, type ShownParty } from './party.tsx'
import { networkTexts } from './texts.ts'

type Side = 'network' | 'organisation'

export interface MembershipsProps extends FormState {
  /** Of its headings, after the page’s outline. */
  level: 2 | 3
  /** Which of the two these pages speak for. */
  side: Side
  /** Where the forms go: `/annuaire/<slug>/membres` or `…/adhesions`. */
  action: string
  rows: readonly {
    n: number
    party: ShownParty
    state: 'confirmed' | 'asked' | 'invited' | 'ended'
    endedAt: number | null
    endedBy: Side | null
  }[]
  seekings: readonly { address: string; failed: boolean }[]
  /** Who could be chosen here. */
  options: readonly { value: string; label: string }[]
}

/** For the editors of one side: what waits for them, what they wait for, and how to say more. */
export function Memberships(props: MembershipsProps) {
  const t = useTexts(networkTexts)
  const { side, rows } = props
  const theirs = side === 'network' ? 'asked' : 'invited'
  const ours = side === 'network' ? 'invited' : 'asked'
  const of = (state: string) => rows.filter((row) => row.state === state)
  return (
    <div class="stack">
      <Rows {...props} rows={of(theirs)} title={side === 'network' ? t.asking : t.invitations} waits />
      <Rows {...props} rows={of(ours)} title={t.waitingList} />
      <Rows {...props} rows={of('confirmed')} title={t.confirmedList} />
      <Seekings {...props} />
      <Saying {...props} />
      <Past rows={of('ended')} />
    </div>
  )
}

function Rows({
  rows,
  title,
  waits = false,
  action,
  level,
}: Pick<MembershipsProps, 'rows' | 'action' | 'level'> & { title: string; waits?: boolean }) {
  const t = useTexts(networkTexts)
  if (rows.length === 0) return null
  return (
    <section class="stack">
      <Heading level={level}>{title}</Heading>
      <ul class="stack">
        {rows.map(({ n, party, state }) => (
          <li class="row">
            <span>
              <PartyLink party={party} />
            </span>
            <div class="actions">
              {waits && (
                <ActionForm small icon="check" action={`${action}/${n}/oui`} label={t.acceptOf(party.name)}>
                  {t.accept}
                </ActionForm>
              )}
              <End {...{ n, state, waits, action, name: party.name }} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function End({
  n,
  state,
  waits,
  action,
  name,
}: {
  n: number
  state: string
  waits: boolean
  action: string
  name: string
}) {
  const t = useTexts(networkTexts)
  const [word, label] = waits
    ? [t.refuse, t.refuseOf(name)]
    : state === 'confirmed'
      ? [t.end, t.endOf(name)]
      : [t.cancel, t.cancelOf(name)]
  return (
    <ActionForm small look="quiet" icon="x" action={`${action}/${n}/fin`} label={label}>
      {word}
    </ActionForm>
  )
}

function Seekings({ seekings, action }: Pick<MembershipsProps, 'seekings' | 'action'>) {
  const t = useTexts(networkTexts)
  if (seekings.length === 0) return null
  return (
    <Notice>
      <ul>
        {seekings.map(({ address, failed }) => (
          <li>
            <span class="handle">{address}</span> – {failed ? t.failed : t.seeking}
          </li>
        ))}
      </ul>
      {seekings.some(({ failed }) => failed) && (
        <ActionForm small icon="trash-2" action={`${action}/recherches`}>
          {t.forgetFailed}
        </ActionForm>
      )}
    </Notice>
  )
}

/** Two ways to name the other: of this hub by choosing, of another by its address. */
function Saying({ level, side, action, options, values, errors }: MembershipsProps) {
  const t = useTexts(networkTexts)
  const isNetwork = side === 'network'
  return (
    <section class="stack">
      <Heading level={level}>{isNetwork ? t.invite : t.join}</Heading>
      <ErrorSummary errors={errors} labels={{ other: t.here, address: t.address }} />
      <form class="form" method="post" action={action}>
        <Select
          name="other"
          label={t.here}
          empty={t.choose}
          options={options}
          value={values['other']}
          error={errors['other']}
          quiet
        />
        <Field
          name="address"
          label={t.address}
          hint={t.addressHint}
          value={values['address']}
          error={errors['address']}
          maxlength={500}
          quiet
        />
        <div class="form-end">
          <Button look="primary" icon="send">
            {isNetwork ? t.inviteNow : t.joinNow}
          </Button>
        </div>
      </form>
    </section>
  )
}

function Past({ rows }: Pick<MembershipsProps, 'rows'>) {
  const t = useTexts(networkTexts)
  if (rows.length === 0) return null
  return (
    <details>
      <summary>{t.past}</summary>
      <ul>
        {rows.map(({ party, endedAt, endedBy }) => (
          <li>
            <PartyLink party={party} />
            {endedAt !== null && (
              <>
                {' – '}
                <When at={endedAt} /> {endedBy !== null && t.endedBy[endedBy]}
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
