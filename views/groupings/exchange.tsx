import type { FormState } from '../accounts/form.ts'
import { Button, HiddenFields } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Select, TextArea, type Option } from '../components/inputs.tsx'
import { formatMoment } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import { groupingTexts } from './texts.ts'

export interface ExchangeProps extends FormState {
  path: string
  /** Chosen with the page: the same form sent twice says it once. */
  id: string
  messages: readonly { id: string; name: string; host: string | null; text: string; at: number }[]
  /** In whose name one may write; none: it is over. */
  organisations: readonly Option[]
  most: number
}

/** What those who take part say to one another. */
export function Exchange(props: ExchangeProps) {
  const t = useTexts(groupingTexts)
  const { path, id, messages, organisations, values, errors, most } = props
  const locale = useLocale()
  return (
    <section class="stack" aria-labelledby="echange">
      <h2 id="echange">{t.exchange}</h2>
      <p class="hint">{t.exchangeHint}</p>
      {messages.length === 0 && <p>{t.exchangeNone}</p>}
      {messages.map((message) => (
        <article class="panel" id={`message-${message.id}`}>
          <p>
            <b>{message.name}</b>
            {message.host !== null && <span class="handle"> {`${t.at} ${message.host}`}</span>} ·{' '}
            {formatMoment(message.at, locale)}
          </p>
          <p class="as-typed">{message.text}</p>
        </article>
      ))}
      {organisations.length > 0 && (
        <form class="form" method="post" action={`${path}/messages`} novalidate>
          <HiddenFields fields={{ id }} />
          <ErrorSummary
            errors={errors}
            labels={{ text: t.message, organisation: t.organisation }}
            idPrefix="m"
          />
          {organisations.length > 1 ? (
            <Select
              name="organisation"
              idPrefix="m"
              label={t.organisation}
              required
              error={errors['organisation']}
              options={organisations}
              value={values['organisation']}
            />
          ) : (
            <HiddenFields fields={{ organisation: organisations[0]?.value ?? '' }} />
          )}
          <TextArea
            name="text"
            idPrefix="m"
            label={t.message}
            error={errors['text']}
            value={values['text']}
            rows={4}
            maxlength={most}
            required
          />
          <div class="form-end">
            <Button icon="send">{t.say}</Button>
          </div>
        </form>
      )}
    </section>
  )
}
