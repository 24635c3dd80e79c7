import { inItsLanguage } from '../in-its-language.ts'
import { Spoken } from '../quoting.tsx'
import type { Question } from './field.tsx'
import { FieldError, Hint, Optional, wiring } from './field.tsx'

export interface CheckboxProps extends Question {
  checked?: boolean | undefined
  /** What is sent when ticked; an unticked box sends nothing. */
  value?: string | undefined
}

/** One box beside its label: never ‘(facultatif)’, a box may always be left alone. */
export function Checkbox(props: CheckboxProps) {
  const { label, hint, error, checked, value = 'true' } = props
  const wires = wiring(props)
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      <FieldError id={wires.id} text={error} />
      <div class="choice">
        <input {...wires} type="checkbox" value={value} checked={checked === true ? true : undefined} />
        <label for={wires.id}>{label}</label>
      </div>
      <Hint id={wires.id} text={hint} />
    </div>
  )
}

export interface ChoicesProps extends Question {
  /** `radio` for one answer, `checkbox` for several. */
  type: 'radio' | 'checkbox'
  options: readonly {
    value: string
    label: string
    /** Of the label, where it is not the page's. */
    language?: string | undefined
    hint?: string | undefined
    disabled?: boolean | undefined
  }[]
  /** What is chosen: one for radios, any number for boxes. */
  chosen?: readonly string[] | undefined
  /** Side by side where there is room: for short labels. */
  inline?: boolean | undefined
}

/** A question with a few given answers, all in sight. The first one bears the question's id. */
export function Choices(props: ChoicesProps) {
  const { type, name, label, hint, error, required, options, chosen = [], inline } = props
  const { id, ...wires } = wiring(props)
  return (
    <fieldset
      class={error === undefined ? 'field' : 'field field-wrong'}
      id={`${id}-group`}
      aria-describedby={wires['aria-describedby']}
    >
      <legend>
        <Spoken text={label} language={props.language} />
        {type === 'checkbox' && <Optional {...props} />}
      </legend>
      <Hint id={id} text={hint} />
      <FieldError id={id} text={error} />
      <div class={inline === true ? 'choices choices-inline' : 'choices'}>
        {options.map((option, index) => {
          const own = index === 0 ? id : `${id}-${index}`
          return (
            <div class="choice">
              <input
                id={own}
                type={type}
                name={name}
                value={option.value}
                disabled={option.disabled === true ? true : undefined}
                checked={chosen.includes(option.value) ? true : undefined}
                required={type === 'radio' && required === true ? true : undefined}
                aria-describedby={option.hint === undefined ? undefined : `${own}-option`}
                aria-invalid={wires['aria-invalid']}
              />
              <label for={own} {...inItsLanguage(option.language)}>
                {option.label}
              </label>
              {option.hint !== undefined && (
                <p class="hint" id={`${own}-option`}>
                  {option.hint}
                </p>
              )}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
