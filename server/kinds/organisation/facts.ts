import { formatDay, formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import { cpvInWords } from '../cpv.ts'
import { departmentLabel } from '../../places/departments.ts'
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
    serves: organisation.serves.map((code) => placeInWords(code, locale)).join(', '),
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
    formerSirets: organisation.formerSirets
      .map(({ siret, until }) => (until === null ? siret : `${siret} (${t.until(formatDay(until, locale))})`))
      .join('\n'),
    // A number that is given says more than the box.
    noSiret: organisation.noSiret && organisation.siren === null && organisation.siret === null ? t.yes : '',
    rna: organisation.rna ?? '',
    software: organisation.software
      .map(({ name, role, since }) =>
        [name, t.softwareRole[role], ...(since === null ? [] : [t.since(since)])].join(' – '),
      )
      .join('\n'),
    identity: t.identity[identityOf(organisation)],
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

/** A department by its name; a commune has its name on the page, where there is a list of them. */
const placeInWords = (code: string, locale: Locale): string =>
  departmentLabel(code) ?? texts[locale].commune(code)

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
  'formerSirets',
  'noSiret',
  'rna',
  'software',
  'identity',
] as const
