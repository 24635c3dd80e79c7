import { FieldFrame, fieldId, wiring, type Question } from '../components/field.tsx'

/**
 * The name of a commune, typed. Names are suggested while typing where there is JavaScript; without it the
 * server understands the name, and asks which one is meant when several bear it.
 */
export function PlaceField(props: Question & { value: string }) {
  const list = `${fieldId(props.name, props.idPrefix)}-names`
  return (
    <>
      <FieldFrame question={props}>
        <input
          {...wiring(props)}
          type="text"
          class="control control-medium"
          value={props.value}
          list={list}
          autocomplete="off"
          maxlength={80}
          data-hx-get="/communes"
          data-hx-trigger="input changed delay:250ms"
          data-hx-target={`#${list}`}
        />
      </FieldFrame>
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
