import { geo, postalAddress } from '../address.ts'
import { lede } from '../content.ts'
import type { Envelope } from '../envelope.ts'
import type { OrganisationFields } from './fields.ts'

const types: Readonly<Record<OrganisationFields['family'], string>> = {
  association: 'NGO',
  cooperative: 'Organization',
  mutual: 'Organization',
  foundation: 'NGO',
  company: 'Organization',
  public: 'GovernmentOrganization',
  other: 'Organization',
}

/** https://schema.org/Organization */
export function toSchema(entry: Envelope, organisation: OrganisationFields): Record<string, unknown> | null {
  if (entry.state !== 'published' || entry.origin !== null) return null
  const { siren, siret, rna, website, email, phone, area, networks, headcount } = organisation
  const numbers = Object.entries({ SIREN: siren, SIRET: siret, RNA: rna }).flatMap(([propertyID, value]) =>
    value === null ? [] : [{ '@type': 'PropertyValue', propertyID, value }],
  )
  const address = postalAddress(entry, organisation.address)
  return {
    '@context': 'https://schema.org',
    '@type': types[organisation.family],
    name: entry.title,
    url: website ?? entry.url,
    mainEntityOfPage: entry.url,
    description: lede(entry, 300),
    ...(Object.keys(address).length > 0 && { address: { '@type': 'PostalAddress', ...address } }),
    ...(entry.latitude !== null && { location: { '@type': 'Place', ...geo(entry) } }),
    ...(email !== null && { email }),
    ...(phone !== null && { telephone: phone }),
    ...(area !== null && { areaServed: area }),
    ...(numbers.length > 0 && { identifier: numbers }),
    ...(headcount !== null && { numberOfEmployees: { '@type': 'QuantitativeValue', value: headcount } }),
    ...(networks.length > 0 && { memberOf: networks.map((name) => ({ '@type': 'Organization', name })) }),
  }
}
