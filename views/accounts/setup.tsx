import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldGroup, FoldedGroup, RequiredNote } from '../components/field.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { catalogue, languageNames, locales, useTexts } from '../language.tsx'
import { entryTexts } from './entry-texts.ts'
import type { FormState } from './form.ts'
import { NewPasswordField, PasswordAgain } from './own-fields.tsx'

export const setupTexts = catalogue('views/accounts/setup', {
  fr: {
    title: 'Ouvrir votre site',
    lead: 'Sept questions, deux minutes. Tout peut se changer ensuite, sauf le nom court\u00a0: il est choisi pour de bon.',
    hub: 'Le site',
    name: 'Nom du site',
    nameHint: 'Celui de votre réseau, de votre structure ou de votre territoire.',
    handle: 'Nom court',
    handleHint: (host: string) =>
      `On suivra le site depuis Mastodon sous le nom @nom_court@${host}. Des minuscules sans accent, des chiffres et _. Il ne pourra plus changer.`,
    tagline: 'En une phrase',
    taglineHint: 'Ce qu’on y trouve, pour qui.',
    territory: 'Département',
    territoryHint: 'Proposé d’abord dans les listes de communes\u00a0; rien d’autre n’en dépend.',
    territoryNone: 'Aucun en particulier',
    locale: 'Langue du site',
    publicUrl: 'Adresse publique',
    publicUrlHint:
      'Celle que tout le monde tapera, par exemple https://reseau.example. Gardez localhost pour essayer.',
    more: 'Adresse, langue, département',
    moreHint: 'Déjà rempli pour vous\u00a0: à revoir seulement si cela ne convient pas.',
    admin: 'Vous',
    adminHint: 'Le premier compte administre le site.',
    adminName: 'Votre nom',
    adminEmail: 'Votre adresse électronique',
    password: 'Votre mot de passe',
    submit: 'Ouvrir le site',
  },
  en: {
    title: 'Open your site',
    lead: 'Seven questions, two minutes. Everything can be changed later, except the short name: it is chosen for good.',
    hub: 'The site',
    name: 'Name of the site',
    nameHint: 'That of your network, your organisation or your area.',
    handle: 'Short name',
    handleHint: (host: string) =>
      `People will follow the site from Mastodon as @short_name@${host}. Lower-case letters without accents, digits and _. It cannot change later.`,
    tagline: 'In one sentence',
    taglineHint: 'What is found here, for whom.',
    territory: 'Department',
    territoryHint: 'Offered first in the lists of communes; nothing else depends on it.',
    territoryNone: 'None in particular',
    locale: 'Language of the site',
    publicUrl: 'Public address',
    publicUrlHint:
      'The one everybody will type, for example https://network.example. Keep localhost to try it out.',
    more: 'Address, language, department',
    moreHint: 'Already filled in for you: look at it only if it does not suit.',
    admin: 'You',
    adminHint: 'The first account runs the site.',
    adminName: 'Your name',
    adminEmail: 'Your e-mail address',
    password: 'Your password',
    submit: 'Open the site',
  },
})

export interface SetupProps extends FormState {
  token: string
  /** Where the hub will be followed; what the handle's hint shows. */
  host: string
  /** Not when the environment already says it. */
  asksAddress: boolean
  departments: readonly (readonly [code: string, name: string])[]
}

export function Setup({ token, values, errors, ...props }: SetupProps) {
  const t = useTexts(setupTexts)
  const field = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <ErrorSummary errors={errors} labels={labels(t, useTexts(entryTexts).again)} />
      <form class="form" method="post" action="/setup">
        <HiddenFields fields={{ token }} />
        <RequiredNote />
        <FieldGroup legend={t.hub}>
          <Field {...field('name')} label={t.name} hint={t.nameHint} maxlength={80} required />
          <Field
            {...field('handle')}
            label={t.handle}
            hint={t.handleHint(props.host)}
            maxlength={30}
            autocomplete="off"
            size="medium"
            required
          />
          <Field {...field('tagline')} label={t.tagline} hint={t.taglineHint} maxlength={160} />
        </FieldGroup>
        <FieldGroup legend={t.admin} hint={t.adminHint}>
          <Field {...field('adminName')} label={t.adminName} autocomplete="name" maxlength={100} required />
          <Field
            {...field('adminEmail')}
            type="email"
            label={t.adminEmail}
            autocomplete="username"
            required
          />
          <NewPasswordField label={t.password} error={errors['password']} />
          <PasswordAgain error={errors['again']} />
        </FieldGroup>
        {/* All of it is answered already: most people go past. */}
        <FoldedGroup
          legend={t.more}
          hint={t.moreHint}
          open={(['territory', 'locale', 'publicUrl'] as const).some((name) => errors[name] !== undefined)}
        >
          <Select
            {...field('territory')}
            label={t.territory}
            hint={t.territoryHint}
            empty={t.territoryNone}
            options={props.departments.map(([value, label]) => ({ value, label: `${value} ${label}` }))}
          />
          <Select
            {...field('locale')}
            label={t.locale}
            options={locales.map((value) => ({ value, label: languageNames[value] }))}
            required
          />
          {props.asksAddress && (
            <Field {...field('publicUrl')} type="url" label={t.publicUrl} hint={t.publicUrlHint} required />
          )}
        </FoldedGroup>
        <div class="form-end">
          <Button look="primary" icon="door-open">
            {t.submit}
          </Button>
        </div>
      </form>
    </div>
  )
}

/** The text of a question has the question's name. */
const labels = (t: Labels, again: string): Record<string, string> => ({
  ...Object.fromEntries(asked.map((name) => [name, t[name]])),
  again,
})

const asked = [
  'name',
  'handle',
  'tagline',
  'territory',
  'locale',
  'publicUrl',
  'adminName',
  'adminEmail',
  'password',
] as const

type Labels = Readonly<Record<(typeof asked)[number], string>>
