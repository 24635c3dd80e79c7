import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Choices } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FoldedGroup } from '../components/field.tsx'
import { Field, Select, TextArea, type Option } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { PlaceField } from '../entries/place-field.tsx'
import { formatNumber } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { requestTexts } from './request-texts.ts'
import { facilitationTexts, sides } from './texts.ts'

export interface RequestProps extends FormState {
  /** Chosen by the form: sent twice, it is one request. */
  form: string
  /** Signed in: their address is known, and so is for whom they may speak. */
  member: { organisations: readonly Option[] } | null
  sectors: readonly Option[]
  /** Several communes of one name. */
  placeChoices: readonly Option[]
  most: { words: number; hours: number }
  keptMonths: number
  /** Why it was not taken, when that was nobody's fault. */
  trouble: string | undefined
}

/** `/facilitation/demande` */
export function Request(props: RequestProps) {
  const t = useTexts(requestTexts)
  const locale = useLocale()
  const { member, trouble, keptMonths } = props
  return (
    <div class="narrow stack">
      <h1>{t.title}</h1>
      <p class="lead">{member === null ? t.lead : t.leadMember}</p>
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <RequestForm {...props} />
      <p class="hint">{t.privacy(formatNumber(keptMonths, locale))}</p>
    </div>
  )
}

function RequestForm(props: RequestProps) {
  const t = useTexts(requestTexts)
  const { fields: labels } = useTexts(facilitationTexts)
  const { form, member, values, errors, most } = props
  const common = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], value: values[name], error: errors[name] },
  })
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} />
      <form class="form" method="post" action="/facilitation/demande">
        <HiddenFields fields={{ form }} />
        <Choices
          type="radio"
          name="side"
          label={labels.side}
          error={errors['side']}
          required
          chosen={[values['side'] ?? '']}
          options={sides.map((value) => ({ value, label: t.side[value] }))}
        />
        <Field {...common('name')} autocomplete="name" maxlength={100} required />
        {member === null && (
          <Field {...common('email')} type="email" autocomplete="email" maxlength={254} required />
        )}
        {member !== null && member.organisations.length > 0 ? (
          <Select {...common('organisation')} options={member.organisations} empty={t.nobody} />
        ) : (
          <Field
            {...common('organisationName')}
            hint={t.organisationHint}
            autocomplete="organization"
            maxlength={200}
          />
        )}
        <Field {...common('subject')} hint={t.subjectHint} maxlength={150} required />
        <TextArea {...common('body')} hint={t.bodyHint} rows={8} maxlength={most.words} required />
        <Details {...props} />
        {member === null && <Trap />}
        <div class="form-end">
          <Button look="primary" icon="send">
            {member === null ? t.submit : t.submitMember}
          </Button>
          <LinkButton href="/facilitation" look="quiet">
            {t.back}
          </LinkButton>
        </div>
      </form>
    </>
  )
}

/** What most people do not know yet. */
const folded = ['place', 'placeCode', 'sector', 'cpv', 'hoursWanted', 'deadline'] as const

function Details({ values, errors, sectors, placeChoices, most }: RequestProps) {
  const t = useTexts(requestTexts)
  const { fields: labels } = useTexts(facilitationTexts)
  const common = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], value: values[name], error: errors[name] },
  })
  return (
    <FoldedGroup
      legend={t.more}
      open={[values, errors].some((said) => folded.some((name) => (said[name] ?? '') !== ''))}
    >
      <PlaceField {...common('place')} value={values['place'] ?? ''} hint={t.placeHint} />
      {placeChoices.length > 0 && (
        <Choices
          type="radio"
          name="placeCode"
          label={t.places}
          error={errors['placeCode']}
          chosen={[values['placeCode'] ?? '']}
          options={placeChoices}
        />
      )}
      <Select {...common('sector')} options={sectors} empty={t.anySector} />
      <Field {...common('cpv')} hint={t.cpvHint} inputmode="numeric" maxlength={20} size="short" />
      <Field {...common('hoursWanted')} type="number" min={1} max={most.hours} />
      <Field {...common('deadline')} type="date" />
    </FoldedGroup>
  )
}

/** Machines fill in whatever they find. People do not see it, and those who hear it are told to leave it. */
function Trap() {
  const t = useTexts(requestTexts)
  return (
    <div class="visually-hidden" aria-hidden="true">
      <label for="f-site">{t.trap}</label>
      <input id="f-site" name="site" type="text" tabindex={-1} autocomplete="off" />
    </div>
  )
}

/** Without letters, only a member can be answered. */
export function NoMail() {
  const t = useTexts(requestTexts)
  return (
    <div class="narrow stack">
      <h1>{t.noMail}</h1>
      <p class="lead">{t.noMailHow}</p>
      <p class="actions">
        <LinkButton href="/connexion?retour=%2Ffacilitation%2Fdemande" icon="log-in">
          {t.signIn}
        </LinkButton>
        <LinkButton href="/facilitation" look="quiet">
          {t.back}
        </LinkButton>
      </p>
    </div>
  )
}
