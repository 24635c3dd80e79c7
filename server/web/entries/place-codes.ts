import type { Deps } from '../../deps.ts'
import type { Kind } from '../../kinds/kind.ts'
import { placeCodeOf } from '../../places/place-code.ts'

/**
 * In fields of places people type names, and the gate knows codes: « Hauts-de-Seine, Nanterre » → 92, 92050. What is
 * nowhere, or is several places, stays as it was typed, for the gate to say so.
 */
export async function withPlaceCodes(
  deps: Pick<Deps, 'db' | 'hub'>,
  kind: Kind,
  form: FormData,
): Promise<FormData> {
  for (const name of kind.placeFields ?? []) {
    const typed = form
      .getAll(name)
      .flatMap((value) => (typeof value === 'string' ? value.split(/[\n,;]/) : []))
    const items = typed.map((item) => item.trim()).filter((item) => item !== '')
    // More is refused as it stands, without looking up each of them.
    if (items.length === 0 || items.length > most) continue
    const codes = await Promise.all(
      items.map((item) => placeCodeOf(deps.db, item, deps.hub.settings.territory)),
    )
    form.set(name, [...new Set(codes)].join(', '))
  }
  return form
}

const most = 100
