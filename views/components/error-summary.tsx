import { catalogue, useLocale, useTexts } from '../language.tsx'
import { formatCount } from '../format.ts'
import { fieldId } from './field.tsx'
import { Icon } from './icon.tsx'

const texts = catalogue('views/components/error-summary', {
  fr: {
    one: 'réponse est à revoir',
    other: 'réponses sont à revoir',
    kept: 'Rien de ce que vous avez écrit n’est perdu.',
    retype: 'Tapez de nouveau le mot de passe\u00a0; le reste est gardé.',
  },
  en: {
    one: 'answer needs another look',
    other: 'answers need another look',
    kept: 'Nothing you wrote is lost.',
    retype: 'Type the password again; the rest is kept.',
  },
})

export interface ErrorSummaryProps {
  /** By field name, as `Refusal.fields` gives them. */
  errors: Readonly<Record<string, string | undefined>>
  /** Names of the fields as on screen; a message is shown alone without one. */
  labels?: Readonly<Record<string, string>> | undefined
  idPrefix?: string | undefined
  /** Only shown: nothing came back, so it neither takes the focus nor is read out. */
  still?: boolean | undefined
}

/** First thing in a form that came back: takes the focus, tells all that is wrong, leads to each field. */
export function ErrorSummary({ errors, labels = {}, idPrefix, still = false }: ErrorSummaryProps) {
  const locale = useLocale()
  const t = useTexts(texts)
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => entry[1] !== undefined)
  if (wrong.length === 0) return null
  const id = fieldId('errors', idPrefix)
  // A page never holds a password: that field comes back empty.
  const asksPassword = 'password' in labels || 'current' in labels
  return (
    <div
      class="error-summary"
      role={still ? 'group' : 'alert'}
      tabindex={-1}
      aria-labelledby={id}
      data-focus={still ? undefined : ''}
    >
      <p class="error-summary-title" id={id}>
        <Icon name="circle-alert" />
        <span>{formatCount(wrong.length, locale, t)}</span>
      </p>
      <p>{asksPassword ? t.retype : t.kept}</p>
      <ul>
        {wrong.map(([name, message]) => (
          <li>
            <a href={`#${fieldId(name, idPrefix)}`}>{labelled(labels[name], message)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

const labelled = (label: string | undefined, message: string): string =>
  label === undefined ? message : `${label} – ${message}`
