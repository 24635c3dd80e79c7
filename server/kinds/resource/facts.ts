import { formatCount, formatDay, formatMoney, formatNumber } from '../../../views/format.ts'
import type { Locale } from '../../../views/language.tsx'
import type { Fact } from '../facts.tsx'
import type { ResourceFields } from './fields.ts'
import { texts } from './texts.ts'

/** The names and order never change with the values: they are the columns of the CSV file. */
export function facts(resource: ResourceFields, locale: Locale): Fact[] {
  const t = texts[locale]
  const { surface, capacity } = resource
  const day = (date: string | null) => (date === null ? '' : formatDay(date, locale))
  const values = {
    direction: t.direction[resource.direction],
    category: t.category[resource.category],
    terms: t.terms[resource.terms],
    price: price(resource, locale),
    availableFrom: day(resource.availableFrom),
    availableUntil: day(resource.availableUntil),
    availability: resource.availability ?? '',
    address: resource.address ?? '',
    surface: surface === null ? '' : t.surface(formatNumber(surface, locale)),
    capacity: capacity === null ? '' : formatCount(capacity, locale, t.capacity),
    levels: resource.levels.map((level) => t.levels[level]).join(', '),
    format: resource.format === null ? '' : t.format[resource.format],
    theme: resource.theme ?? '',
    duration: resource.duration ?? '',
    software: resource.software ?? '',
    softwareRole: resource.softwareRole === null ? '' : t.softwareRole[resource.softwareRole],
    repository: resource.repository ?? '',
    document: resource.document ?? '',
    contactEmail: resource.contactEmail ?? '',
    contactUrl: resource.contactUrl ?? '',
    contactPhone: resource.contactPhone ?? '',
  }
  return names.map((name) => ({ name, label: t.fields[name], value: values[name] }))
}

const names = [
  'direction',
  'category',
  'terms',
  'price',
  'availableFrom',
  'availableUntil',
  'availability',
  'address',
  'surface',
  'capacity',
  'levels',
  'format',
  'theme',
  'duration',
  'software',
  'softwareRole',
  'repository',
  'document',
  'contactEmail',
  'contactUrl',
  'contactPhone',
] as const

/** ‘12,50 € par heure (gratuit pour les associations)’ */
function price({ price: amount, priceUnit, priceNote }: ResourceFields, locale: Locale): string {
  if (amount === null) return priceNote ?? ''
  const unit = priceUnit === null ? '' : ` ${texts[locale].priceUnit[priceUnit]}`
  return `${formatMoney(amount, locale)}${unit}${priceNote === null ? '' : ` (${priceNote})`}`
}
