import type { FormState } from '../accounts/form.ts'
import { ActionForm, Button, HiddenFields, LinkButton } from '../components/button.tsx'
import { Checkbox } from '../components/choices.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, Select, TextArea } from '../components/inputs.tsx'
import { Notice } from '../components/notice.tsx'
import { useTexts } from '../language.tsx'
import { NeedCard, ReceiptLine, type ShownNeed } from './need-card.tsx'
import { needTexts } from './need-texts.ts'

export interface NeedPageProps extends FormState {
  network: { name: string; path: string }
  /** Where the form goes. */
  action: string
  /** What the form carries: the id it has chosen, or the revision that was read. */
  hidden: Readonly<Record<string, string>>
  /** What is there already; null for a new one. */
  need: ShownNeed | null
  /** What somebody else has saved meanwhile. */
  isConflict: boolean
  receipt: FormState & { id: string }
}

/** `/annuaire/<slug>/besoins/…` */
export function NeedPage(props: NeedPageProps) {
  const t = useTexts(needTexts)
  const { network, need, isConflict } = props
  return (
    <div class="narrow stack">
      <h1>{need === null ? t.addNeed : t.editNeed}</h1>
      <p class="lead">
        <a href={`${network.path}/membres`}>{network.name}</a>
      </p>
      {isConflict && need !== null && (
        <Notice kind="warning" title={t.conflict} role="alert">
          <p>{t.conflictHow}</p>
          <NeedCard need={need} edit={null} level={2} />
        </Notice>
      )}
      <NeedForm {...props} />
      {need !== null && !isConflict && <Receipts {...props} need={need} />}
      {need !== null && (
        <details>
          <summary>{t.erase}</summary>
          <p class="hint">{t.eraseHow}</p>
          <ActionForm look="danger" small icon="trash-2" action={`${props.action}/effacer`}>
            {t.eraseNow}
          </ActionForm>
        </details>
      )}
    </div>
  )
}

function NeedForm({ network, action, hidden, values, errors }: NeedPageProps) {
  const t = useTexts(needTexts)
  const common = (name: string) => ({ name, value: values[name], error: errors[name] })
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label }))
  return (
    <>
      <ErrorSummary
        errors={errors}
        labels={{ sort: t.sort, title: t.title, amount: t.amount, untilDay: t.until }}
      />
      <form class="form" method="post" action={action}>
        <HiddenFields fields={hidden} />
        <Select {...common('sort')} label={t.sort} options={options(t.sorts)} required />
        <Field {...common('title')} label={t.title} hint={t.titleHint} maxlength={160} required />
        <Field {...common('amount')} label={t.amount} hint={t.amountHint} inputmode="numeric" size="short" />
        <Field {...common('fromDay')} type="date" label={t.from} />
        <Field {...common('untilDay')} type="date" label={t.until} />
        <TextArea {...common('details')} label={t.details} rows={4} maxlength={2000} />
        <Select {...common('state')} label={t.state} options={options(t.states)} required />
        <div class="form-end">
          <Button look="primary" icon="check">
            {t.save}
          </Button>
          <LinkButton href={`${network.path}/membres`} look="quiet">
            {t.back}
          </LinkButton>
        </div>
      </form>
    </>
  )
}

function Receipts({ need, action, receipt }: NeedPageProps & { need: ShownNeed }) {
  const t = useTexts(needTexts)
  const { values, errors } = receipt
  const idPrefix = 'r'
  const common = (name: string) => ({ name, value: values[name], error: errors[name], idPrefix })
  return (
    <section class="stack">
      <h2>{t.received}</h2>
      <ul class="stack">
        {need.receipts.map((one) => (
          <li class="row">
            <span>
              <ReceiptLine receipt={one} sort={need.sort} />
            </span>
            <ActionForm
              small
              look="quiet"
              icon="trash-2"
              action={`${action}/recus/${one.id}/effacer`}
              label={t.eraseReceipt(one.what)}
            >
              {t.eraseNow}
            </ActionForm>
          </li>
        ))}
      </ul>
      <ErrorSummary
        errors={errors}
        labels={{ day: t.day, what: t.what, amount: t.amount, agreed: t.giver, source: t.source }}
        idPrefix={idPrefix}
      />
      <form class="form" method="post" action={`${action}/recus`}>
        <HiddenFields fields={{ id: receipt.id }} />
        <Field {...common('day')} type="date" label={t.day} required />
        <Field {...common('what')} label={t.what} maxlength={200} required />
        <Field {...common('amount')} label={t.amount} inputmode="numeric" size="short" />
        <Field {...common('giver')} label={t.giver} maxlength={120} />
        <Checkbox
          name="agreed"
          label={t.agreed}
          checked={values['agreed'] === 'true'}
          error={errors['agreed']}
          idPrefix={idPrefix}
        />
        <Field {...common('source')} type="url" label={t.source} maxlength={2000} />
        <div class="form-end">
          <Button icon="plus">{t.addReceiptNow}</Button>
        </div>
      </form>
    </section>
  )
}
