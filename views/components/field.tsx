import type { Child } from 'hono/jsx'
import { catalogue, useTexts } from '../language.tsx'
import { Icon } from './icon.tsx'
import { inItsLanguage } from '../in-its-language.ts'
import { Spoken } from '../quoting.tsx'

const texts = catalogue('views/components/field', {
  fr: {
    optional: '(facultatif)',
    note: 'Tout est à remplir, sauf ce qui est marqué «\u00a0facultatif\u00a0».',
  },
  en: { optional: '(optional)', note: 'Everything is needed, except what is marked “optional”.' },
})

/** What every question of a form has, whatever answers it. */
export interface Question {
  name: string
  label: string
  /** Of the label and the hint, where somebody wrote them in another than the page's. */
  language?: string | undefined
  hint?: string | undefined
  /** What to mend, in the reader's language. */
  error?: string | undefined
  required?: boolean | undefined
  /** Cannot be answered now: say why beside it, or leave the question out. */
  disabled?: boolean | undefined
  /** Keeps ids apart when the same form stands twice on a page; the form's `ErrorSummary` takes the same. */
  idPrefix?: string | undefined
  /** Leaves out ‘(facultatif)’: for filters and search, where nothing is ever required. */
  quiet?: boolean | undefined
  /** Said in place of ‘(facultatif)’, where that is not the whole truth. */
  condition?: string | undefined
}

/** The id of a question's control, where an error summary leads. */
export const fieldId = (name: string, idPrefix = 'f'): string =>
  `${idPrefix}-${name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replace(/-$/, '')}`

/** What ties a control to its label, hint and error; spread on the control. */
export function wiring({ name, hint, error, required, disabled, idPrefix }: Question) {
  const id = fieldId(name, idPrefix)
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(
    (part) => part !== false,
  )
  return {
    id,
    name,
    required: required === true ? true : undefined,
    disabled: disabled === true ? true : undefined,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
  }
}

/** A question with one control: label, hint, error, then the control, in the order they are heard. */
export function FieldFrame({ question, children }: { question: Question; children: Child }) {
  const { name, label, hint, language, error, idPrefix } = question
  const id = fieldId(name, idPrefix)
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <label for={id}>
        <Spoken text={label} language={language} />
        <Optional {...question} />
      </label>
      <Hint id={id} text={hint} language={language} />
      <FieldError id={id} text={error} />
      {children}
    </div>
  )
}

export const Hint = ({
  id,
  text,
  language,
}: {
  id: string
  text: string | undefined
  language?: string | undefined
}) =>
  text === undefined ? null : (
    <p class="hint" id={`${id}-hint`} {...inItsLanguage(language)}>
      {text}
    </p>
  )

export const FieldError = ({ id, text }: { id: string; text: string | undefined }) =>
  text === undefined ? null : (
    <p class="field-error" id={`${id}-error`}>
      <Icon name="circle-alert" />
      <span>{text}</span>
    </p>
  )

/** ‘(facultatif)’, after what may be left alone. */
export function Optional({ required, quiet, condition }: Pick<Question, 'required' | 'quiet' | 'condition'>) {
  const t = useTexts(texts)
  return required === true || quiet === true ? null : <span class="optional"> {condition ?? t.optional}</span>
}

/** Stands at the top of a form, once. */
export function RequiredNote() {
  const t = useTexts(texts)
  return <p class="form-note">{t.note}</p>
}

export interface FieldGroupProps {
  legend: string
  hint?: string
  children: Child
}

/** Related fields under one heading. */
export const FieldGroup = ({ legend, hint, children }: FieldGroupProps) => (
  <fieldset class="group">
    <legend>{legend}</legend>
    {hint !== undefined && <p class="hint">{hint}</p>}
    {children}
  </fieldset>
)

/** What most people leave empty stands folded, so that the form is as short as what they came to say. */
export function FoldedGroup({
  legend,
  hint,
  open,
  plain,
  said,
  children,
}: FieldGroupProps & {
  open: boolean
  /** What is answered in it already, where that is never nothing: in place of ‘(facultatif)’. */
  said?: string | undefined
  /** Only where no script does better: it is put away by the one that does. */
  plain?: boolean
}) {
  const t = useTexts(texts)
  return (
    <details class="group-folded" open={open ? true : undefined} data-plain={plain === true ? '' : undefined}>
      <summary>
        <span>
          {legend}
          <span class="optional"> {said ?? t.optional}</span>
        </span>
      </summary>
      <div class="group" role="group" aria-label={legend}>
        {hint !== undefined && <p class="hint">{hint}</p>}
        {children}
      </div>
    </details>
  )
}
