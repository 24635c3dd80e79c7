import { Badge } from '../components/badge.tsx'
import { Button, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldGroup } from '../components/field.tsx'
import { Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { formatDay } from '../format.ts'
import { languageNames, locales, useLocale, useTexts } from '../language.tsx'
import { forumTexts } from './forum-texts.ts'
import { identityPath } from './identity.tsx'
import { settingsTexts } from './texts.ts'

export interface SettingsProps {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  departments: readonly (readonly [code: string, name: string])[]
  hasMail: boolean
  pages: readonly { href: string; label: string; written: boolean }[]
  origin: string
  /** `@hub@hub.example` */
  handle: string
  federatedAt: number | null
}

export function Settings(props: SettingsProps) {
  const t = useTexts(settingsTexts)
  return (
    <div class="narrow apart">
      <header class="page-head">
        <h1>{t.title}</h1>
        <p class="lead">{t.lead}</p>
        <p class="actions">
          <LinkButton href={identityPath} icon="store" small>
            {t.face}
          </LinkButton>
          <LinkButton href="/utilisateurs" icon="users" small>
            {t.people}
          </LinkButton>
          <LinkButton href="/moderation" icon="shield" small>
            {t.moderation}
          </LinkButton>
          <LinkButton href="/reseau" icon="waypoints" small>
            {t.network}
          </LinkButton>
          <LinkButton href="/reglages/federation" icon="globe" small>
            {t.exchanges}
          </LinkButton>
        </p>
      </header>
      <SettingsForm {...props} />
      <Pages {...props} />
      <Identity {...props} />
    </div>
  )
}

function SettingsForm({ values, errors, departments, hasMail }: SettingsProps) {
  const t = { ...useTexts(settingsTexts), ...useTexts(forumTexts) }
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  const choice = (name: string) => ({ name, chosen: [values[name] ?? ''], error: errors[name] })
  return (
    <form class="form" method="post" action="/reglages">
      <ErrorSummary errors={errors} labels={labels(t)} />
      <FieldGroup legend={t.hub}>
        <div class="pair">
          <Select
            {...field('locale')}
            label={t.locale}
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
            required
          />
          <Select
            {...field('territory')}
            label={t.territory}
            hint={t.territoryHint}
            empty={t.territoryNone}
            options={departments.map(([value, label]) => ({ value, label: `${value} ${label}` }))}
          />
        </div>
      </FieldGroup>
      <Choices
        {...choice('registration')}
        type="radio"
        label={t.registration}
        hint={hasMail ? undefined : t.noMail}
        options={(['invitation', 'open'] as const).map((value) => ({
          ...{ value, ...t.registrations[value] },
          // What is chosen already goes on being sent, to be told what to do about it.
          disabled: value === 'open' && !hasMail && values['registration'] !== 'open',
        }))}
        required
      />
      <Choices
        {...choice('holdComments')}
        type="radio"
        label={t.holdComments}
        options={(['first', 'always', 'never'] as const).map((value) => ({ value, ...t.holds[value] }))}
        required
      />
      <p>
        <a href="/moderation/regles">{t.holdMore}</a>
      </p>
      <Choices
        {...choice('holdTopics')}
        type="radio"
        label={t.holdTopics}
        options={(['first', 'always', 'never'] as const).map((value) => ({ value, ...t.holdsTopics[value] }))}
        required
      />
      <Choices
        {...choice('outsideTopics')}
        type="radio"
        label={t.outsideTopics}
        options={(['first', 'always', 'never', 'refused'] as const).map((value) => ({
          value,
          ...t.outside[value],
        }))}
        required
      />
      <Choices
        {...choice('moderationLog')}
        type="radio"
        label={t.log}
        options={(['private', 'public'] as const).map((value) => ({ value, ...t.logs[value] }))}
        required
      />
      <Choices
        {...choice('readers')}
        type="radio"
        label={t.readers}
        options={(['everyone', 'signed'] as const).map((value) => ({ value, ...t.reading[value] }))}
        required
      />
      <div class="form-end">
        <Button look="primary" icon="check">
          {t.save}
        </Button>
      </div>
    </form>
  )
}

function Pages({ pages }: Pick<SettingsProps, 'pages'>) {
  const t = useTexts(settingsTexts)
  return (
    <section class="stack" aria-labelledby="textes">
      <h2 id="textes">{t.pages}</h2>
      <p>{t.pagesLead}</p>
      <ul class="rows">
        {pages.map(({ href, label, written }) => (
          <li class="actions">
            <a href={href}>{label}</a>
            <Badge look={written ? 'good' : 'warning'} icon={written ? 'check' : 'pencil'}>
              {written ? t.written : t.blank}
            </Badge>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Identity({ origin, handle, federatedAt }: Pick<SettingsProps, 'origin' | 'handle' | 'federatedAt'>) {
  const t = useTexts(settingsTexts)
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="identite">
      <h2 id="identite">{t.identity}</h2>
      <dl class="meta">
        <div>
          <dt>{t.address}</dt>
          <dd>{origin}</dd>
        </div>
        <div>
          <dt>{t.handle}</dt>
          <dd class="handle">{handle}</dd>
        </div>
      </dl>
      <Notice>
        <p>{federatedAt === null ? t.notFixed : t.fixed(formatDay(federatedAt, locale))}</p>
      </Notice>
    </section>
  )
}

const named = [
  ...(['locale', 'territory', 'registration'] as const),
  ...(['holdComments', 'holdTopics', 'outsideTopics', 'log', 'readers'] as const),
]

const labels = (t: Readonly<Record<(typeof named)[number], string>>) =>
  Object.fromEntries(named.map((name) => [name === 'log' ? 'moderationLog' : name, t[name]]))
