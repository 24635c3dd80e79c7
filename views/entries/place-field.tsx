import { fieldId } from '../components/field.tsx'
import { Field, type FieldProps } from '../components/inputs.tsx'

/**
 * The name of a commune, typed. Names are suggested while typing where there is JavaScript; without it the
 * server understands the name, and asks which one is meant when several bear it.
 */
export function PlaceField(props: Omit<FieldProps, 'type' | 'list'>) {
  const list = `${fieldId(props.name, props.idPrefix)}-names`
  return (
    <>
      <Field
        {...props}
        list={list}
        autocomplete="off"
        maxlength={80}
        data-hx-get="/communes"
        data-hx-trigger="input changed delay:250ms"
        data-hx-target={`#${list}`}
      />
      <datalist id={list} />
    </>
  )
}

/** The names themselves: what `GET /communes?q=` answers. */
export const PlaceNames = ({ names }: { names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <option value={name} />
    ))}
  </>
)
