import type { Fault } from '../faults.ts'
import type { OrganisationFields } from './fields.ts'
import { isPhone } from '../phone.ts'
import { isSiren, isSiret } from './identifiers.ts'

/** What we ask of our own editors; a neighbour's numbers are shown as declared if they are wrong. */
export function rules(organisation: OrganisationFields): Fault[] {
  const { siren, siret, formerSirets, phone } = organisation
  const faults: Fault[] = []
  if (siren !== null && !isSiren(siren)) faults.push({ field: 'siren', code: 'siren' })
  if (siret !== null && !isSiret(siret)) faults.push({ field: 'siret', code: 'siren' })
  else if (siren !== null && siret !== null && !siret.startsWith(siren))
    faults.push({ field: 'siret', code: 'other-siren', from: ['siren'] })
  for (const [index, former] of formerSirets.entries())
    if (!isSiret(former.siret)) faults.push({ field: `formerSirets.${index}.siret`, code: 'siren' })
  if (!isPhone(phone)) faults.push({ field: 'phone', code: 'phone' })
  return faults
}
