import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Choices } from '../components/choices.tsx'
import { Empty } from '../components/empty.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { settingsTexts } from '../settings/texts.ts'
import type { CountName } from './block-confirmation.tsx'
import { blockTexts } from './block-texts.ts'
import { circleTexts } from './circle-texts.ts'
import type { Sent } from './decision-form.tsx'

export interface CircleProps extends Sent {
  federation: 'open' | 'chosen'
  blocksShown: 'nobody' | 'everyone'
  hosts: readonly string[]
}

const action = '/reglages/federation'

/** With whom the hub speaks, and what it says of those with whom it does not. */
export function Circle({ federation, blocksShown, hosts, values, errors }: CircleProps) {
  const t = useTexts(circleTexts)
  const { title: settings } = useTexts(settingsTexts)
  return (
    <div class="narrow apart">
      <header class="page-head">
        <Breadcrumb items={[{ label: settings, href: '/reglages' }, { label: t.title }]} />
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
      </header>
      <ErrorSummary
        errors={errors}
        labels={{ hosts: t.add, federation: t.circle, blocksShown: t.published }}
      />
      <form class="form" method="post" action={action}>
        <Choices
          type="radio"
          name="federation"
          label={t.circle}
          options={(['open', 'chosen'] as const).map((value) => ({ value, ...t.circles[value] }))}
          chosen={[federation]}
          error={errors['federation']}
          required
        />
        <Choices
          type="radio"
          name="blocksShown"
          label={t.published}
          options={(['nobody', 'everyone'] as const).map((value) => ({ value, ...t.publishing[value] }))}
          chosen={[blocksShown]}
          error={errors['blocksShown']}
          required
        />
        <div class="form-end">
          <Button look="primary" icon="check">
            {t.save}
          </Button>
          {blocksShown === 'everyone' && (
            <LinkButton look="quiet" href="/serveurs-bloques">
              {t.seeList}
            </LinkButton>
          )}
          <LinkButton look="quiet" href="/moderation/blocages">
            {t.blocks}
          </LinkButton>
        </div>
      </form>
      <section class="stack" aria-labelledby="choisis">
        <h2 id="choisis">{t.hosts}</h2>
        <p>{federation === 'chosen' ? t.hostsLead : `${t.hostsResting} ${t.hostsLead}`}</p>
        {hosts.length === 0 ? (
          <Empty icon="waypoints" title={t.hostsNone}>
            <p>{t.hostsNoneText}</p>
          </Empty>
        ) : (
          <ul class="rows">
            {hosts.map((host) => (
              <li class="actions">
                <b>{host}</b>
                <ActionForm
                  action={`${action}/serveurs/retrait`}
                  fields={{ host }}
                  look="quiet"
                  small
                  label={t.removeOf(host)}
                >
                  {t.remove}
                </ActionForm>
              </li>
            ))}
          </ul>
        )}
        <form class="form" method="post" action={`${action}/serveurs`}>
          <TextArea
            name="hosts"
            label={t.add}
            hint={t.addHint}
            value={values['hosts']}
            error={errors['hosts']}
            rows={4}
            required
          />
          <p class="actions">
            <Button icon="plus">{t.addGo}</Button>
          </p>
        </form>
      </section>
    </div>
  )
}

export interface CircleConfirmationProps {
  blocksShown: string
  counts: Readonly<Record<CountName, number>>
  /** Followed, and not chosen yet. */
  followed: readonly string[]
  /** Somebody is chosen already. */
  any: boolean
}

const named: readonly CountName[] = ['entries', 'comments', 'followers', 'following', 'deliveries']

/** Before others are no longer spoken with. */
export function CircleConfirmation({ blocksShown, counts, followed, any }: CircleConfirmationProps) {
  const t = useTexts(circleTexts)
  const words = useTexts(blockTexts)
  const locale = useLocale()
  const hidden = named.filter((name) => counts[name] > 0)
  return (
    <div class="narrow stack">
      <h1>{t.confirmTitle}</h1>
      {hidden.length === 0 ? (
        <p>{t.nothing}</p>
      ) : (
        <Notice kind="warning" title={t.hides}>
          <ul>
            {hidden.map((name) => (
              <li>{formatCount(counts[name], locale, words.counts[name])}</li>
            ))}
          </ul>
        </Notice>
      )}
      {!any && <p>{t.nobodyYet}</p>}
      <form class="form" method="post" action={action}>
        <HiddenFields fields={{ federation: 'chosen', blocksShown, confirmed: 'true' }} />
        {followed.length > 0 && (
          <Choices
            type="checkbox"
            name="hosts"
            label={t.followed}
            hint={t.followedHint}
            options={followed.map((host) => ({ value: host, label: host }))}
            chosen={followed}
          />
        )}
        <p class="actions">
          <Button look="danger" icon="check">
            {t.confirm}
          </Button>
          <LinkButton look="quiet" href={action}>
            {t.cancel}
          </LinkButton>
        </p>
      </form>
    </div>
  )
}
