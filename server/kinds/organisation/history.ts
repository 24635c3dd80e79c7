import type { OrganisationFields } from './fields.ts'

/** A SIRET that is replaced dies with the day: what names it elsewhere should still lead here. */
export const history = {
  fields: ['formerSirets'] as const,
  keep(before: OrganisationFields, after: OrganisationFields, day: string): OrganisationFields {
    const { siret } = before
    const { formerSirets } = after
    if (siret === null || siret === after.siret || formerSirets.length >= 20) return after
    if (formerSirets.some((former) => former.siret === siret)) return after
    return { ...after, formerSirets: [...formerSirets, { siret, until: day }] }
  },
}
