import { inItsLanguage } from '../in-its-language.ts'
import type { Child } from 'hono/jsx'
import { FieldFrame, wiring, type Question } from './field.tsx'

export interface FieldProps extends Question {
  type?:
    | 'text'
    | 'email'
    | 'url'
    | 'tel'
    | 'search'
    | 'password'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'file'
    | 'color'
    | undefined
  /** `YYYY-MM-DD` for a date, `YYYY-MM-DDTHH:mm` for a datetime-local: what the reader typed goes back as typed. */
  value?: string | number | null | undefined
  autocomplete?: string | undefined
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
  min?: string | number | undefined
  max?: string | number | undefined
  step?: string | number | undefined
  minlength?: number | undefined
  maxlength?: number | undefined
  pattern?: string | undefined
  /** Id of a `<datalist>`. */
  list?: string | undefined
  /** Said after the control: €, m², heures. */
  unit?: string | undefined
  /** For files. */
  accept?: string | undefined
  multiple?: boolean | undefined
  autofocus?: boolean | undefined
  /** Width of what is expected, where it helps to guess it. */
  size?: 'short' | 'medium' | 'full' | undefined
}

/** A question answered on one line, by a date, a number or a file. */
export function Field(props: FieldProps) {
  const { type = 'text', value, unit, size } = props
  const control = (
    <input
      {...wiring(props)}
      {...limits(props)}
      type={type}
      class={`control control-${size ?? sizes[type] ?? 'full'}`}
      value={type === 'password' || type === 'file' ? undefined : (value ?? undefined)}
    />
  )
  return (
    <FieldFrame question={props}>
      {unit === undefined ? (
        control
      ) : (
        <span class="with-unit">
          {control}
          <span>{unit}</span>
        </span>
      )}
    </FieldFrame>
  )
}

const limits = (props: FieldProps) => ({
  autocomplete: props.autocomplete,
  inputmode: props.inputmode,
  min: props.min,
  max: props.max,
  step: props.step,
  minlength: props.minlength,
  maxlength: props.maxlength,
  pattern: props.pattern,
  list: props.list,
  accept: props.accept,
  multiple: props.multiple,
  autofocus: props.autofocus,
})

const sizes: Readonly<Partial<Record<NonNullable<FieldProps['type']>, 'short' | 'medium'>>> = {
  date: 'short',
  time: 'short',
  number: 'short',
  color: 'short',
  tel: 'medium',
  'datetime-local': 'medium',
}

export interface TextAreaProps extends Question {
  value?: string | null | undefined
  rows?: number | undefined
  maxlength?: number | undefined
  autocomplete?: string | undefined
  /** Right above and below what is typed. */
  above?: Child
  below?: Child
}

export function TextArea(props: TextAreaProps) {
  const { value, rows = 6, maxlength, autocomplete, above, below } = props
  // A textarea swallows the first line break of its content: a given one is kept by adding it.
  const text = value?.startsWith('\n') === true ? `\n${value}` : (value ?? '')
  return (
    <FieldFrame question={props}>
      {above}
      <textarea
        {...wiring(props)}
        class="control"
        rows={rows}
        maxlength={maxlength}
        autocomplete={autocomplete}
      >
        {text}
      </textarea>
      {below}
    </FieldFrame>
  )
}

export interface Option {
  value: string
  label: string
  /** Of the label, where it is not the page's. */
  language?: string | undefined
  /** Options with the same group stand together under it. */
  group?: string | undefined
  /** It would lead nowhere: said, and not to be chosen. */
  disabled?: boolean | undefined
}

export interface SelectProps extends Question {
  options: readonly Option[]
  value?: string | null | undefined
  /** What the empty choice says: ‘Toutes les communes’. Without it there is none. */
  empty?: string | undefined
}

export function Select(props: SelectProps) {
  const { options, value, empty } = props
  const groups = Map.groupBy(options, (option) => option.group)
  // Where there is no empty choice something is always chosen: HTML has no `required` there (§4.10.7).
  const mayBeEmpty = empty !== undefined || options.some((option) => option.value === '')
  const { required, ...wired } = wiring(props)
  return (
    <FieldFrame question={props}>
      <select {...wired} {...(mayBeEmpty && { required })} class="control">
        {empty !== undefined && <option value="">{empty}</option>}
        {[...groups].map(([group, members]) =>
          group === undefined ? (
            <Options options={members} value={value} />
          ) : (
            <optgroup label={group}>
              <Options options={members} value={value} />
            </optgroup>
          ),
        )}
      </select>
    </FieldFrame>
  )
}

const Options = ({ options, value }: { options: readonly Option[]; value: string | null | undefined }) => (
  <>
    {options.map((option) => (
      <option
        value={option.value}
        selected={option.value === value ? true : undefined}
        {...inItsLanguage(option.language)}
        disabled={option.disabled === true ? true : undefined}
      >
        {option.label}
      </option>
    ))}
  </>
)
