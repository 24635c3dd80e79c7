import { describe, expect, test } from 'vitest'
import { event } from '../../server/kinds/event/index.tsx'
import type { JobFields } from '../../server/kinds/job/fields.ts'
import { job } from '../../server/kinds/job/index.tsx'
import type { Envelope } from '../../server/kinds/envelope.ts'
import { organisation } from '../../server/kinds/organisation/index.tsx'
import { resource } from '../../server/kinds/resource/index.tsx'
import { envelopeOf } from '../support/entries.ts'
import { eachKind } from './schema.ts'

const hub = { origin: 'https://hub.example', name: 'Le hub' }
const deadline = Date.parse('2026-12-15T22:59:59.999Z')

const posting = (change: Partial<JobFields> = {}, entry: Partial<Envelope> = {}) =>
  job.toSchema?.(envelopeOf(job, { closesAt: deadline, ...entry }), { ...job.sample, ...change }, hub) ?? null

describe('a job offer as a JobPosting', () => {
  test('says what those who read it ask for', () => {
    expect(posting()).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Réparer, partager & recommencer',
      description: envelopeOf(job).html,
      url: 'https://hub.example/emplois/exemple',
      identifier: { '@type': 'PropertyValue', name: 'Le hub', value: envelopeOf(job).id },
      datePosted: '2026-11-20T08:00:00.000Z',
      validThrough: '2026-12-15T22:59:59.999Z',
      employmentType: ['TEMPORARY', 'FULL_TIME'],
      hiringOrganization: {
        '@type': 'Organization',
        name: 'Les Ateliers du fleuve',
        sameAs: 'https://hub.example/annuaire/les-ateliers-du-fleuve',
      },
      jobLocation: {
        '@type': 'Place',
        address: { '@type': 'PostalAddress', addressLocality: 'Gennevilliers', addressCountry: 'FR' },
      },
      occupationalCategory: 'Encadrement technique d’insertion',
      workHours: '35 h',
      totalJobOpenings: 2,
      jobStartDate: '2027-01-04',
      baseSalary: {
        '@type': 'MonetaryAmount',
        currency: 'EUR',
        value: { '@type': 'QuantitativeValue', minValue: 2100, maxValue: 2300.5, unitText: 'MONTH' },
      },
      directApply: false,
    })
  })

  const none: [what: string, change: Partial<JobFields>, entry: Partial<Envelope>][] = [
    ['volunteering is not a job', { contract: 'benevolat' }, {}],
    ['civic service is not a job', { contract: 'service-civique' }, {}],
    ['a filled offer is no longer one', {}, { state: 'closed' }],
    ['a draft is not yet one', {}, { state: 'draft', publishedAt: null }],
    [
      'an offer from elsewhere is marked up at home',
      {},
      { origin: { actor: 'https://b.example/a', name: 'B', host: 'b.example' } },
    ],
    ['an offer of nobody is not complete', {}, { speaker: null }],
    ['an offer from nowhere is not complete', {}, { placeLabel: null, placeCode: null }],
    ['an offer without a word is not complete', {}, { summary: '', html: '' }],
  ]
  test.each(none)('%s', (_, change, entry) => {
    expect(posting(change, entry)).toBeNull()
  })

  test('work from anywhere needs no place', () => {
    const found = posting({ remote: 'full' }, { placeLabel: null, placeCode: null })
    expect(found).toMatchObject({ jobLocationType: 'TELECOMMUTE' })
    expect(found).not.toHaveProperty('jobLocation')
  })

  const types: [contract: JobFields['contract'], hours: number | null, types: string[]][] = [
    ['cdi', null, ['FULL_TIME']],
    ['cdi', 35, ['FULL_TIME']],
    ['cdi', 34.5, ['PART_TIME']],
    ['cddi', 26, ['TEMPORARY', 'PART_TIME']],
    ['stage', null, ['INTERN']],
    ['creation', null, ['CONTRACTOR']],
    ['other', null, ['OTHER']],
    ['other', 20, ['PART_TIME']],
  ]
  test.each(types)('%s at %j hours is %j', (contract, hours, employmentType) => {
    expect(posting({ contract, hours })).toMatchObject({ employmentType })
  })
})

describe('an event as an Event', () => {
  const marked = (change: Partial<typeof event.sample> = {}, entry: Partial<Envelope> = {}) =>
    event.toSchema?.(envelopeOf(event, entry), { ...event.sample, ...change }, hub)

  test('a hall and a link are two places', () => {
    expect(marked()).toMatchObject({
      startDate: '2026-11-28T09:00:00+01:00',
      endDate: '2026-11-28T17:30:00+01:00',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'Place', name: 'Maison des associations' },
        { '@type': 'VirtualLocation', url: 'https://visio.example/forum-ess' },
      ],
    })
  })

  test('a link alone is online, a hall alone is not', () => {
    const nowhere = { placeLabel: null, placeCode: null }
    expect(marked({ venue: null, address: null }, nowhere)).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation' },
    })
    expect(marked({ onlineUrl: null })).toMatchObject({ location: { '@type': 'Place' } })
  })

  test('a cancelled event says so', () => {
    expect(marked({ status: 'cancelled' })).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
    })
  })
})

test('a need is a Demand, an offer an Offer, and what is lent costs nothing', () => {
  const marked = (change: Partial<typeof resource.sample>) =>
    resource.toSchema?.(envelopeOf(resource), { ...resource.sample, ...change }, hub)
  expect(marked({ direction: 'need' })).toMatchObject({ '@type': 'Demand' })
  expect(marked({})).toMatchObject({ '@type': 'Offer', price: 12.5, itemOffered: { '@type': 'Place' } })
  expect(marked({ terms: 'loan', price: null })).toMatchObject({ price: 0 })
})

test('an organisation gives its numbers as what they are', () => {
  expect(organisation.toSchema?.(envelopeOf(organisation), organisation.sample, hub)).toMatchObject({
    '@type': 'Organization',
    identifier: [
      { propertyID: 'SIREN', value: '732829320' },
      { propertyID: 'SIRET', value: '73282932000074' },
      { propertyID: 'RNA', value: 'W922000123' },
    ],
  })
})

test.each(eachKind)('a %s that came from another hub is never marked up here', (_, kind) => {
  const origin = { actor: 'https://b.example/a', name: 'B', host: 'b.example' }
  expect(kind.toSchema?.(envelopeOf(kind, { origin }), kind.sample, hub)).toBeNull()
})
