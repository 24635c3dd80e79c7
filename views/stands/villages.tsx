import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import type { Family } from './public.tsx'
import { standTexts } from './texts.ts'
import { TitleLink, type Titled } from '../quoting.tsx'

interface VillagesProps extends FormState {
  entry: Titled
  id: string
  villages: readonly { id: string; name: string; family: Family; stands: number; taken: number }[]
  outcome: 'notRevised' | 'notRemoved' | null
}

/** `…/villages`: laid out by the host. */
export function Villages({ entry, id, villages, values, errors, outcome }: VillagesProps) {
  const t = useTexts(standTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name], required: true })
  return (
    <div class="narrow stack">
      <header class="page-head">
        <h1>{t.villages}</h1>
        <p class="lead">
          <TitleLink {...entry} />
        </p>
        <p>{t.villagesLead}</p>
      </header>
      {outcome !== null && <Notice kind="warning">{t[outcome]}</Notice>}
      {villages.map((village) => (
        <VillageForm path={entry.path} {...village} />
      ))}
      <ErrorSummary errors={errors} labels={{ name: t.name, family: t.family, stands: t.count }} />
      <form class="form" method="post" action={`${entry.path}/villages`}>
        <HiddenFields fields={{ acte: 'fonder', id }} />
        <Field {...common('name')} label={t.name} maxlength={80} />
        <Select {...common('family')} label={t.family} options={familiesIn(t)} />
        <Field {...common('stands')} label={t.count} type="number" min={1} max={500} />
        <div class="form-end">
          <Button look="primary" icon="plus">
            {t.found}
          </Button>
        </div>
      </form>
    </div>
  )
}

const familiesIn = (t: (typeof standTexts)['fr']) =>
  Object.entries(t.families).map(([value, label]) => ({ value, label }))

function VillageForm({
  path,
  id,
  name,
  family,
  stands,
}: VillagesProps['villages'][number] & { path: string }) {
  const t = useTexts(standTexts)
  const idPrefix = `v-${id}`
  return (
    <form class="panel form" method="post" action={`${path}/villages`}>
      <HiddenFields fields={{ id }} />
      <Field name="name" idPrefix={idPrefix} label={t.name} value={name} maxlength={80} required />
      <Select
        name="family"
        idPrefix={idPrefix}
        label={t.family}
        options={familiesIn(t)}
        value={family}
        required
      />
      <Field
        name="stands"
        idPrefix={idPrefix}
        label={t.count}
        type="number"
        min={1}
        max={500}
        value={stands}
        required
      />
      <p class="actions">
        <Button small name="acte" value="changer" icon="check" label={t.saveOf(name)}>
          {t.save}
        </Button>
        <Button small look="quiet" name="acte" value="supprimer" icon="trash-2" label={t.removeOf(name)}>
          {t.remove}
        </Button>
      </p>
    </form>
  )
}
