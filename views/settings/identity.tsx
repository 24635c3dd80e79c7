import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { HubLogo, type Logo } from '../components/logo.tsx'
import { useTexts } from '../language.tsx'
import { IdentityPreview, previewId, type IdentityPreviewProps } from './identity-preview.tsx'
import { identityTexts } from './identity-texts.ts'
import { settingsTexts } from './texts.ts'

export const identityPath = '/reglages/identite'

export interface IdentityFormProps {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
  /** What the form holds now: kept, or just sent to be looked at. */
  logo: (Logo & { id: string }) | null
  /** A colour of its own is chosen already. */
  coloured: boolean
  preview: IdentityPreviewProps
}

/** The preview follows the typing where there is JavaScript; without it a button shows it. */
const live = {
  'data-hx-post': `${identityPath}/apercu`,
  'data-hx-trigger': 'input delay:300ms',
  'data-hx-target': `#${previewId}`,
  'data-hx-swap': 'outerHTML',
  // The file is looked at by the button alone: not sent again with each letter.
  'data-hx-encoding': 'application/x-www-form-urlencoded',
  'data-hx-sync': 'this:replace',
}

export function IdentityForm(props: IdentityFormProps) {
  const t = useTexts(identityTexts)
  const settings = useTexts(settingsTexts)
  const { values, errors, coloured, preview } = props
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <div class="narrow stack">
      <Breadcrumb items={[{ label: settings.title, href: '/reglages' }, { label: t.title }]} />
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <form class="form" method="post" action={identityPath} enctype="multipart/form-data">
        <ErrorSummary errors={errors} labels={labels(t)} />
        <div class="form" {...live}>
          <Field {...field('name')} label={t.name} hint={t.nameHint} maxlength={80} required />
          <Field {...field('tagline')} label={t.tagline} hint={t.taglineHint} maxlength={160} />
          <TextArea
            {...field('homeText')}
            label={t.homeText}
            hint={t.homeTextHint}
            rows={6}
            maxlength={30_000}
          />
          <Field {...field('accent')} type="color" label={t.accent} hint={t.accentHint} quiet />
          {coloured && (
            <Checkbox name="accentBack" label={t.accentBack} checked={values['accentBack'] === 'true'} />
          )}
        </div>
        <LogoField {...props} />
        <IdentityPreview {...preview} />
        <div class="form-end">
          <Button look="primary" icon="check" name="end" value="save">
            {t.save}
          </Button>
          <Button icon="eye" name="end" value="preview" formaction={`${identityPath}#${previewId}`}>
            {t.look}
          </Button>
          <LinkButton look="quiet" href="/reglages">
            {t.back}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

function LogoField({ logo, errors }: IdentityFormProps) {
  const t = useTexts(identityTexts)
  return (
    <>
      {logo !== null && (
        <div class="logo-kept">
          <HubLogo logo={logo} />
          <div>
            <p>{t.logoNow}</p>
            <Checkbox name="logoRemove" label={t.logoRemove} />
          </div>
          <HiddenFields fields={{ logoId: logo.id }} />
        </div>
      )}
      <Field
        name="logo"
        type="file"
        label={logo === null ? t.logo : t.logoAnother}
        hint={t.logoHint}
        error={errors['logo']}
        accept="image/jpeg,image/png,image/webp,image/avif"
      />
    </>
  )
}

const named = ['name', 'tagline', 'homeText', 'accent', 'logo'] as const

const labels = (t: Readonly<Record<(typeof named)[number], string>>) =>
  Object.fromEntries(named.map((name) => [name, t[name]]))
