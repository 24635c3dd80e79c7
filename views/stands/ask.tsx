import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FieldGroup } from '../components/field.tsx'
import { Field, Select, TextArea, type Option } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { standTexts } from './texts.ts'
import { Trap } from './trap.tsx'
import { Quoting, type Titled } from '../quoting.tsx'

export interface AskStandProps extends FormState {
  entry: Titled
  id: string
  villages: readonly Option[]
  /** Of this hub, that the reader edits for. */
  organisations: readonly Option[]
  trouble: string | undefined
}

/** `…/stand`: what an organisation asks for, and the sheet by which others will know it. */
export function AskStand(props: AskStandProps) {
  const t = useTexts(standTexts)
  const { entry, id, villages, organisations, values, errors, trouble } = props
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <div class="narrow stack">
      <h1>
        <Quoting said={t.askOf} {...entry} />
      </h1>
      <p class="lead">{t.askLead}</p>
      {trouble !== undefined && <Notice kind="warning">{trouble}</Notice>}
      <ErrorSummary errors={errors} labels={labelsOf(t)} />
      <form class="form" method="post" action={`${entry.path}/stand`}>
        <HiddenFields fields={{ id }} />
        <FieldGroup legend={t.who}>
          {organisations.length > 0 && (
            <Select
              {...common('organisation')}
              label={t.hosted}
              empty={t.otherOne}
              options={organisations}
              quiet
            />
          )}
          <Field
            {...common('name')}
            label={t.organisation}
            autocomplete="organization"
            maxlength={150}
            required
          />
          <Select {...common('village')} label={t.village} empty={t.choose} options={villages} required />
        </FieldGroup>
        <FieldGroup legend={t.sheet} hint={t.sheetHow}>
          <SheetFields {...{ values, errors }} />
        </FieldGroup>
        <FieldGroup legend={t.material} hint={t.materialHow}>
          <div class="pair">
            <Field {...common('tables')} label={t.tables} type="number" min={0} max={10} />
            <Field {...common('panels')} label={t.panels} type="number" min={0} max={10} />
          </div>
          <Checkbox
            name="power"
            label={t.power}
            error={errors['power']}
            checked={values['power'] === 'true'}
          />
          <TextArea {...common('needs')} label={t.needs} rows={2} maxlength={1000} />
        </FieldGroup>
        <FieldGroup legend={t.contact} hint={t.contactHow}>
          <Field
            {...common('contactName')}
            label={t.contactName}
            autocomplete="name"
            maxlength={100}
            required
          />
          <Field
            {...common('email')}
            type="email"
            label={t.email}
            autocomplete="email"
            maxlength={254}
            required
          />
        </FieldGroup>
        <Trap />
        <div class="form-end">
          <Button look="primary" icon="send">
            {t.submit}
          </Button>
          <LinkButton href={entry.path} look="quiet">
            {t.toEvent}
          </LinkButton>
        </div>
      </form>
    </div>
  )
}

/** Also on the page that is the stand's own. */
export function SheetFields({ values, errors }: FormState) {
  const t = useTexts(standTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  return (
    <>
      <TextArea {...common('does')} label={t.doesAsk} rows={3} maxlength={1500} required />
      <TextArea {...common('seeks')} label={t.seeksAsk} rows={3} maxlength={1500} />
      <TextArea {...common('shows')} label={t.showsAsk} rows={2} maxlength={1500} />
      <Field {...common('website')} type="url" label={t.websiteAsk} autocomplete="url" />
    </>
  )
}

export const labelsOf = (t: (typeof standTexts)['fr']): Record<string, string> => ({
  ...{ organisation: t.hosted, name: t.organisation, village: t.village, does: t.doesAsk },
  ...{ seeks: t.seeksAsk, shows: t.showsAsk, website: t.websiteAsk, tables: t.tables, panels: t.panels },
  ...{ power: t.power, needs: t.needs, contactName: t.contactName, email: t.email },
})

/** No villages, over, cancelled, of another hub, or no letter can leave. */
export function NoStands({ back }: { back: string }) {
  const t = useTexts(standTexts)
  return (
    <div class="narrow stack">
      <h1>{t.ask}</h1>
      <p class="lead">{t.noVillage}</p>
      <p class="actions">
        <LinkButton href={back}>{t.toEvent}</LinkButton>
      </p>
    </div>
  )
}
