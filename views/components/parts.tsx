import type { Child } from 'hono/jsx'
import { catalogue, useTexts } from '../language.tsx'
import { Button, HiddenFields } from './button.tsx'
import { FieldError, fieldId, Hint } from './field.tsx'

const texts = catalogue('views/components/parts', {
  fr: { remove: 'Retirer', up: 'Monter' },
  en: { remove: 'Remove', up: 'Move up' },
})

/** The name of the buttons that change how many there are; the value says what to do: `lots.add`, `lots.remove.2`. */
export const partsButton = 'parts'

export interface PartsProps {
  /** Of the field: `lots`. */
  name: string
  /** What all of them are, over the list. */
  legend: string
  hint?: string | undefined
  error?: string | undefined
  /** What one is called: « Lot »; the number is put after it. */
  one: string
  /** « Ajouter un lot » */
  add: string
  count: number
  /** The questions about one, named `lots.0.title`; `at` is the prefix with its dot. */
  children: (index: number, at: string) => Child
}

/**
 * Records that a form asks for, as many as there are. Adding and taking away are buttons that send the form: nothing is
 * saved, nothing typed is lost, and no script is needed.
 */
export function Parts({ name, legend, hint, error, one, add, count, children }: PartsProps) {
  const id = fieldId(name)
  return (
    <fieldset class={error === undefined ? 'group parts' : 'group parts field-wrong'} id={id}>
      <legend>{legend}</legend>
      <Hint id={id} text={hint} />
      <FieldError id={id} text={error} />
      {Array.from({ length: count }, (_, index) => (
        <Part {...{ name, one, index }}>{children(index, `${name}.${index}.`)}</Part>
      ))}
      <p class="actions">
        <Button
          name={partsButton}
          value={`${name}.add`}
          icon="plus"
          formaction={`#${fieldId(`${name}.${count}`)}`}
        >
          {add}
        </Button>
      </p>
    </fieldset>
  )
}

function Part({ name, one, index, children }: { name: string; one: string; index: number; children: Child }) {
  const t = useTexts(texts)
  const title = `${one} ${index + 1}`
  const act = (verb: string) => ({
    name: partsButton,
    value: `${name}.${verb}.${index}`,
    look: 'quiet' as const,
    formaction: `#${fieldId(name)}`,
  })
  return (
    <fieldset class="part" id={fieldId(`${name}.${index}`)}>
      <legend>{title}</legend>
      {/* What says that it is there, however empty it is. */}
      <HiddenFields fields={{ [`${name}.${index}.is`]: '1' }} />
      {children}
      <p class="actions">
        {index > 0 && (
          <Button {...act('up')}>
            {t.up} <span class="visually-hidden">{title}</span>
          </Button>
        )}
        <Button {...act('remove')} icon="trash-2">
          {t.remove} <span class="visually-hidden">{title}</span>
        </Button>
      </p>
    </fieldset>
  )
}
