import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Field, TextArea } from '../components/inputs.tsx'
import { useTexts } from '../language.tsx'
import { visitTexts } from './texts.ts'

interface AnswerProps extends FormState {
  visit: { revision: number; pupils: number; heldOn: string | null; heldPupils: number | null }
  today: string
}

export function Sending({ isReady }: { isReady: boolean }) {
  const t = useTexts(visitTexts)
  return (
    <form class="actions" method="post">
      {isReady && (
        <Button look="primary" icon="send" name="acte" value="envoyer">
          {t.send}
        </Button>
      )}
      <Button look="quiet" icon="trash-2" name="acte" value="effacer">
        {t.dropIt}
      </Button>
    </form>
  )
}

export function Answering({ visit, values, errors }: AnswerProps) {
  const t = useTexts(visitTexts)
  return (
    <section class="stack" aria-labelledby="reponse">
      <h2 id="reponse">{t.answer}</h2>
      <form class="form" method="post">
        <HiddenFields fields={{ revision: String(visit.revision) }} />
        <TextArea
          name="note"
          label={t.labels.note}
          hint={t.hints.note}
          value={values['note']}
          error={errors['note']}
          rows={4}
          maxlength={1000}
        />
        <div class="form-end">
          <Button look="primary" icon="check" name="acte" value="accept">
            {t.act.accept}
          </Button>
          <Button icon="x" name="acte" value="refuse">
            {t.act.refuse}
          </Button>
        </div>
      </form>
    </section>
  )
}

export function Holding({ visit, today, values, errors }: AnswerProps) {
  const t = useTexts(visitTexts)
  const common = (name: 'heldOn' | 'heldPupils') => ({
    name,
    label: t.labels[name],
    error: errors[name],
    required: true,
  })
  return (
    <section class="stack" aria-labelledby="tenue">
      <h2 id="tenue">{t.holdTitle}</h2>
      <p>{t.holdLead}</p>
      <ErrorSummary errors={errors} labels={t.labels} />
      <form class="form" method="post">
        <HiddenFields fields={{ revision: String(visit.revision) }} />
        <div class="pair">
          <Field
            {...common('heldOn')}
            type="date"
            value={values['heldOn'] ?? visit.heldOn ?? today}
            max={today}
          />
          <Field
            {...common('heldPupils')}
            type="number"
            min={1}
            value={values['heldPupils'] ?? visit.heldPupils ?? visit.pupils}
            size="short"
          />
        </div>
        <div class="form-end">
          <Button look="primary" icon="check" name="acte" value="hold">
            {t.act.hold}
          </Button>
        </div>
      </form>
    </section>
  )
}

export function Cancelling({ visit }: Pick<AnswerProps, 'visit'>) {
  const t = useTexts(visitTexts)
  return (
    <details>
      <summary>{t.cancelTitle}</summary>
      <form class="stack" method="post">
        <HiddenFields fields={{ revision: String(visit.revision) }} />
        <p class="hint">{t.cancelLead}</p>
        <p>
          <Button look="danger" small icon="x" name="acte" value="cancel">
            {t.act.cancel}
          </Button>
        </p>
      </form>
    </details>
  )
}

/** Once it is over, whoever asked need not wait for the term. */
export function Erasing() {
  const t = useTexts(visitTexts)
  return (
    <details>
      <summary>{t.eraseTitle}</summary>
      <form class="stack" method="post">
        <p class="hint">{t.eraseLead}</p>
        <p>
          <Button look="danger" small icon="trash-2" name="acte" value="effacer">
            {t.erase}
          </Button>
        </p>
      </form>
    </details>
  )
}
