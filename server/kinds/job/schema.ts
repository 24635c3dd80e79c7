import { escaped } from '../blocks.ts'
import { geo, postalAddress } from '../address.ts'
import type { Envelope } from '../envelope.ts'
import type { JobFields } from './fields.ts'
import { unpaid } from './table.ts'

const units = { hour: 'HOUR', month: 'MONTH', year: 'YEAR' } as const

/**
 * https://schema.org/JobPosting, only when it would be complete: a posting without an employer or a place
 * is refused by those who read it, and volunteering is not a job.
 */
export function toSchema(
  entry: Envelope,
  job: JobFields,
  hub: { origin: string; name: string },
): Record<string, unknown> | null {
  const address = postalAddress(entry, null)
  const description = entry.html === '' ? entry.summary && `<p>${escaped(entry.summary)}</p>` : entry.html
  const placed = address['addressLocality'] !== undefined || job.remote === 'full'
  if (entry.state !== 'published' || entry.origin !== null || entry.publishedAt === null) return null
  if (unpaid.includes(job.contract) || entry.speaker === null || description === '' || !placed) return null
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: entry.title,
    description,
    url: entry.url,
    identifier: { '@type': 'PropertyValue', name: hub.name, value: entry.id },
    datePosted: new Date(entry.publishedAt).toISOString(),
    ...(entry.closesAt !== null && { validThrough: new Date(entry.closesAt).toISOString() }),
    employmentType: employmentTypes(job),
    hiringOrganization: {
      '@type': 'Organization',
      name: entry.speaker.name,
      ...(entry.speaker.url !== null && { sameAs: new URL(entry.speaker.url, hub.origin).href }),
    },
    ...(address['addressLocality'] !== undefined && {
      jobLocation: { '@type': 'Place', address: { '@type': 'PostalAddress', ...address }, ...geo(entry) },
    }),
    ...(job.remote === 'full' && {
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: { '@type': 'Country', name: 'France' },
    }),
    ...(job.occupation !== null && { occupationalCategory: job.occupation }),
    ...(job.hours !== null && { workHours: `${job.hours} h` }),
    ...(job.positions !== null && { totalJobOpenings: job.positions }),
    ...(job.startsOn !== null && { jobStartDate: job.startsOn }),
    ...salary(job),
    directApply: false,
  }
}

function salary({ payMin, payMax, payPeriod }: JobFields): Record<string, unknown> {
  if (payMin === null && payMax === null) return {}
  return {
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'EUR',
      value: {
        '@type': 'QuantitativeValue',
        ...(payMin !== null && { minValue: payMin }),
        ...(payMax !== null && { maxValue: payMax }),
        unitText: units[payPeriod],
      },
    },
  }
}

/** The law counts part time below 35 hours a week (Code du travail, L3121-27 and L3123-1). */
function employmentTypes({ contract, hours }: JobFields): string[] {
  const time = hours === null ? [] : [hours < 35 ? 'PART_TIME' : 'FULL_TIME']
  if (contract === 'stage') return ['INTERN', ...time]
  if (contract === 'creation') return ['CONTRACTOR', ...time]
  if (contract === 'cdi' || contract === 'cdi-inclusion') return time.length > 0 ? time : ['FULL_TIME']
  return contract === 'other' ? (time.length > 0 ? time : ['OTHER']) : ['TEMPORARY', ...time]
}
