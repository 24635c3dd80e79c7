import { formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import { cpvInWords } from '../cpv.ts'
import { structureLabels } from '../structures.ts'
import { identityOf, type OrganisationFields } from './fields.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(organisation: OrganisationFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const { status, structure } = organisation
  const values = {
    family: t.family[organisation.family],
    status: status === null ? '' : t.status[status],
    structure: structure === null ? '' : structureLabels[locale][structure],
    esus: organisation.esus ? t.yes : '',
    sectors: organisation.sectors.map((sector) => t.sectors[sector]).join(', '),
    area: organisation.area ?? '',
    networks: organisation.networks.join(', '),
    cpv: organisation.cpv.map((code) => cpvInWords(code, locale)).join('\n'),
    serves: organisation.serves.join(', '),
    services: organisation.services.map((service) => t.services[service]).join(', '),
    headcount: organisation.headcount === null ? '' : formatNumber(organisation.headcount, locale),
    largestContract:
      organisation.largestContract === null ? '' : formatMoney(organisation.largestContract, locale),
    address: organisation.address ?? '',
    website: organisation.website ?? '',
    email: organisation.email ?? '',
    phone: organisation.phone ?? '',
    siren: organisation.siren ?? '',
    siret: organisation.siret ?? '',
    rna: organisation.rna ?? '',
    identity: t.identity[identityOf(organisation)],
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'family',
  'status',
  'structure',
  'esus',
  'sectors',
  'area',
  'networks',
  'cpv',
  'serves',
  'services',
  'headcount',
  'largestContract',
  'address',
  'website',
  'email',
  'phone',
  'siren',
  'siret',
  'rna',
  'identity',
] as const
