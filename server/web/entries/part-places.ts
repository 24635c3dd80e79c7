import type { Deps } from '../../deps.ts'
import type { Fault } from '../../kinds/faults.ts'
import { indexesOf } from '../../kinds/form-values.ts'
import type { Kind } from '../../kinds/kind.ts'
import { placeMeant } from '../../places/meant.ts'

/** The form with the codes of the places that its records name, and what could not be understood. */
export async function withPlaces(
  { db }: Pick<Deps, 'db'>,
  { places = [] }: Kind,
  form: FormData,
): Promise<{ form: FormData; faults: Fault[] }> {
  const found = new FormData()
  for (const [name, value] of form) found.append(name, value)
  const faults: Fault[] = []
  for (const { part, code, name } of places)
    for (const index of indexesOf(form, part)) {
      const field = `${part}.${index}.${name}`
      const typed = form.get(field)
      const place = typeof typed === 'string' && typed.trim() !== '' ? await meant(db, typed.trim()) : nowhere
      found.set(`${part}.${index}.${code}`, 'code' in place ? place.code : '')
      if ('code' in place) found.set(field, place.label)
      else faults.push({ field, ...place.fault })
    }
  return { form: found, faults }
}

type Place = { code: string; label: string } | { fault: Omit<Fault, 'field'> }

const nowhere: Place = { code: '', label: '' }

async function meant(db: Deps['db'], typed: string): Promise<Place> {
  const place = await placeMeant(db, typed)
  if (place === null) return { fault: { code: 'place' } }
  if ('code' in place) return place
  return {
    fault: { code: 'place-several', detail: place.several.map(({ label }) => label).join(', ') },
  }
}
