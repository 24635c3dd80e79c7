import { partsButton } from '../../../views/components/parts.tsx'
import { indexesOf, partName } from '../../kinds/form-values.ts'

/** Whether a button that adds a record to a part, or takes one away, sent the form. */
export const changesParts = (form: FormData): boolean => form.get(partsButton) !== null

/**
 * What such a button asked for, done: nothing is saved by it. Records are numbered anew, so that a form goes on having
 * them without gaps.
 */
export function withChangedParts(form: FormData): FormData {
  const asked = form.get(partsButton)
  const [, part = '', verb, at] =
    typeof asked === 'string' ? (/^([a-zA-Z]{1,40})\.(add|remove|up)(?:\.(\d{1,3}))?$/.exec(asked) ?? []) : []
  const present = indexesOf(form, part)
  const order = changed(present, verb, Number(at))
  const renamed = new FormData()
  for (const [name, value] of form) {
    const [, of, index, own] = partName.exec(name) ?? []
    if (of !== part) renamed.append(name, value)
    else if (order.includes(Number(index)))
      renamed.append(`${part}.${order.indexOf(Number(index))}.${own}`, value)
  }
  if (verb === 'add' && present.length < most) renamed.append(`${part}.${order.length}.is`, '1')
  renamed.delete(partsButton)
  return renamed
}

/** More than any kind takes; its gate says how many that are. */
const most = 200

function changed(present: readonly number[], verb: string | undefined, at: number): number[] {
  const place = present.indexOf(at)
  const [before, moved] = [present[place - 1], present[place]]
  if (verb === 'remove') return present.filter((index) => index !== at)
  if (verb !== 'up' || before === undefined || moved === undefined) return [...present]
  return present.toSpliced(place - 1, 2, moved, before)
}
