import { Badge } from '../components/badge.tsx'
import { ActionForm, Button, LinkButton } from '../components/button.tsx'
import { When } from '../components/date.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Select } from '../components/inputs.tsx'
import { languageNames, locales, useTexts } from '../language.tsx'
import { accountTexts } from './account-texts.ts'
import { deviceName } from './device.ts'
import type { FormState } from './form.ts'
import { NameField } from './own-fields.tsx'
import { Portrait, type PortraitProps } from './portrait.tsx'
import { roleTexts, type RoleName } from './role-texts.ts'
import { Row } from './row.tsx'

export interface AccountProps extends FormState {
  email: string
  role: RoleName
  organisations: readonly string[]
  sessions: readonly { id: string; userAgent: string; createdAt: number }[]
  /** `@name@host`, of those who asked to be seen by other servers. */
  address: string | null
  portrait: PortraitProps
  /** The session that asks. */
  here: string | null
}

export function Account(props: AccountProps) {
  const t = useTexts(accountTexts)
  return (
    <div class="narrow sections">
      <h1>{t.title}</h1>
      <Profile {...props} />
      <Portrait {...props.portrait} address={props.address} />
      <Access {...props} />
      <Fediverse address={props.address} />
      <Devices {...props} />
      <section class="stack" aria-labelledby="data">
        <h2 id="data">{t.data.title}</h2>
        <p>{t.data.lead}</p>
        <p class="actions">
          <LinkButton href="/compte/donnees" icon="download">
            {t.data.download}
          </LinkButton>
          <LinkButton href="/compte/suppression" look="danger" icon="trash-2">
            {t.data.delete}
          </LinkButton>
        </p>
      </section>
    </div>
  )
}

function Profile({ values, errors }: AccountProps) {
  const t = useTexts(accountTexts)
  return (
    <section class="stack" aria-labelledby="profile">
      <h2 id="profile">{t.profile}</h2>
      <ErrorSummary errors={errors} labels={{ locale: t.locale }} />
      <form class="form" method="post" action="/compte">
        <NameField value={values['name']} error={errors['name']} />
        <Select
          name="locale"
          label={t.locale}
          value={values['locale']}
          error={errors['locale']}
          options={locales.map((value) => ({ value, label: languageNames[value], language: value }))}
          required
        />
        <div class="form-end">
          <Button look="primary">{t.saveProfile}</Button>
        </div>
      </form>
    </section>
  )
}

function Access({ email, role, organisations }: AccountProps) {
  const t = useTexts(accountTexts)
  const roles = useTexts(roleTexts)
  return (
    <section class="stack" aria-labelledby="access">
      <h2 id="access">{t.access}</h2>
      <dl class="meta">
        <div>
          <dt>{t.email}</dt>
          <dd>{email}</dd>
        </div>
        <div>
          <dt>{t.role}</dt>
          <dd>{roles[role]}</dd>
        </div>
        {organisations.length > 0 && (
          <div>
            <dt>{t.organisations}</dt>
            <dd>{organisations.join(', ')}</dd>
          </div>
        )}
      </dl>
      <p class="actions">
        <LinkButton href="/compte/mot-de-passe" icon="key-round">
          {t.changePassword}
        </LinkButton>
        <LinkButton href="/compte/adresse" icon="mail">
          {t.changeEmail}
        </LinkButton>
        <LinkButton href="/compte/jetons" icon="code-xml">
          {t.tokens}
        </LinkButton>
        <LinkButton href="/compte/notifications" icon="bell">
          {t.notifications}
        </LinkButton>
        <LinkButton href="/compte/alertes" icon="search">
          {t.alerts}
        </LinkButton>
      </p>
    </section>
  )
}

function Fediverse({ address }: Pick<AccountProps, 'address'>) {
  const { fediverse: t } = useTexts(accountTexts)
  return (
    <section class="stack" aria-labelledby="fediverse">
      <h2 id="fediverse">{t.title}</h2>
      {address === null ? (
        <>
          <p>{t.none}</p>
          <p class="actions">
            <LinkButton href="/compte/fedivers" icon="waypoints">
              {t.choose}
            </LinkButton>
          </p>
        </>
      ) : (
        <p>{t.some(address)}</p>
      )}
    </section>
  )
}

function Devices({ sessions, here }: Pick<AccountProps, 'sessions' | 'here'>) {
  const { sessions: t } = useTexts(accountTexts)
  return (
    <section class="stack" aria-labelledby="devices">
      <h2 id="devices">{t.title}</h2>
      <ul class="rows">
        {sessions.map(({ id, userAgent, createdAt }) => {
          const device = deviceName(userAgent, t)
          const since = (
            <>
              {t.since} <When at={createdAt} />
            </>
          )
          return (
            <Row title={device} notes={[since]}>
              {id === here ? (
                <Badge look="good">{t.here}</Badge>
              ) : (
                <ActionForm action={`/compte/appareils/${id}/fin`} small label={t.endLabel(device)}>
                  {t.end}
                </ActionForm>
              )}
            </Row>
          )
        })}
      </ul>
      {sessions.length > 1 && (
        <ActionForm action="/compte/appareils/fin" icon="log-out">
          {t.endOthers}
        </ActionForm>
      )}
    </section>
  )
}
