import type { RecordFormProps } from '../../../views/assemblies/record-form.tsx'
import { formTexts } from '../../../views/assemblies/form-texts.ts'
import type { ShownAssembly } from '../../../views/assemblies/shown.ts'
import { mayRun } from '../../assemblies/access.ts'
import { assemblyWith, insideOf, type Assembly, type Inside } from '../../assemblies/queries.ts'
import { required, type Viewer } from '../../accounts/viewer.ts'
import type { Deps } from '../../deps.ts'
import { isPublic } from '../../entries/entry.ts'
import { entryById } from '../../entries/queries.ts'
import type { Fault } from '../../kinds/faults.ts'
import { Refusal } from '../../refusal.ts'
import { mend, type Sent } from '../accounts/form.ts'
import type { Ctx } from '../env.ts'

// What the pages of an assembly stand on.

export interface Place {
  assembly: Assembly
  inside: Inside
  shown: ShownAssembly
}

export const pathOf = ({ slug }: Pick<Assembly, 'slug'>): string => `/assemblees/${slug}`

export async function placeAt(deps: Deps, c: Ctx): Promise<Place> {
  const assembly = await assemblyWith(deps.db, c.req.param('slug') ?? '')
  return { assembly, inside: await insideOf(deps.db, assembly), shown: await shownAssembly(deps, assembly) }
}

/** For those who run it. */
export async function runAt(deps: Deps, c: Ctx): Promise<Place & { viewer: Viewer }> {
  const viewer = required(c.var.viewer, 'member')
  const place = await placeAt(deps, c)
  if (!mayRun(viewer, place.assembly)) throw new Refusal('forbidden', 'You do not run this assembly.')
  return { ...place, viewer }
}

/** An organisation that was withdrawn since runs nothing any more: the hub answers for what it left. */
export async function shownAssembly(deps: Deps, assembly: Assembly): Promise<ShownAssembly> {
  const { name, sort, mandate, organisationId } = assembly
  const host = organisationId === null ? undefined : await entryById(deps, organisationId)
  const isHosted = host !== undefined && isPublic(host.envelope.state)
  return {
    ...{ name, sort, mandate, path: pathOf(assembly) },
    runner: isHosted
      ? { name: host.envelope.title, href: host.envelope.path }
      : { name: deps.hub.settings.name, href: null },
  }
}

export const backTo = ({ shown }: Place): RecordFormProps['back'] => ({
  href: shown.path,
  label: shown.name,
})

/** What to mend, where a missing agreement is said in its own words. */
export function mended(c: Ctx, sent: Sent, faults: readonly Fault[]) {
  const form = mend(c, sent, faults)
  return form.errors['agreed'] === undefined
    ? form
    : { ...form, errors: { ...form.errors, agreed: formTexts[c.var.locale].agreedError } }
}

/** As a form holds it. */
export const valuesOf = (row: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(row).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )
