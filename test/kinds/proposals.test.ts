import { describe, expect, test } from 'vitest'
import { job } from '../../server/kinds/job/index.tsx'
import { kinds } from '../../server/kinds/index.ts'
import { resource } from '../../server/kinds/resource/index.tsx'
import { envelopeOf } from '../support/entries.ts'

// What a marketplace reads of what is offered or asked for (FEP-0837), beside the words that everybody reads.

type Resource = typeof resource.sample

const proposed = (change: Partial<Resource>, state: 'published' | 'closed' = 'published') =>
  resource.toObject(envelopeOf(resource, { state }), { ...resource.sample, ...change }, 'fr')

const { apId } = envelopeOf(resource)

describe('a resource, to a marketplace', () => {
  test('is an offer or a request, and stays a Note', () => {
    expect(proposed({ direction: 'offer' })).toMatchObject({ type: 'Note', purpose: 'offer' })
    expect(proposed({ direction: 'need' })).toMatchObject({ type: 'Note', purpose: 'request' })
  })

  test.each<[what: string, change: Partial<Resource>, action: string, thing: string]>([
    ['goods that are given change hands', { category: 'goods', terms: 'gift' }, 'transfer', 'Product'],
    [
      'a machine that is lent comes back',
      { category: 'equipment', terms: 'loan' },
      'deliverService',
      'Product',
    ],
    ['a room is let', { category: 'room', terms: 'rent' }, 'deliverService', 'Room'],
    ['know-how is a service', { category: 'know-how', terms: 'price' }, 'deliverService', 'Service'],
  ])('%s', (_, change, action, thing) => {
    expect(proposed(change)['publishes']).toEqual({
      id: `${apId}#primary`,
      type: 'Intent',
      action,
      resourceConformsTo: `https://schema.org/${thing}`,
      resourceQuantity: { hasUnit: 'one' },
    })
  })

  test('has its price as what is given in return, if it is one sum', () => {
    const sold = proposed({ category: 'goods', terms: 'price', price: 12.5, priceUnit: 'once' })
    expect(sold['unitBased']).toBe(false)
    expect(sold['reciprocal']).toMatchObject({
      id: `${apId}#reciprocal`,
      action: 'transfer',
      resourceConformsTo: 'https://www.wikidata.org/wiki/Q4916',
      resourceQuantity: { hasUnit: 'one', hasNumericalValue: '12.5' },
    })
    for (const change of [{ price: 12.5, priceUnit: 'hour' }, { price: null }, { price: 0 }] as const)
      expect(proposed({ terms: 'price', ...change })).not.toHaveProperty('reciprocal')
  })

  test('that is no longer to be had is no proposal', () => {
    for (const name of ['purpose', 'publishes', 'reciprocal'])
      expect(proposed({ price: 3, priceUnit: null }, 'closed')).not.toHaveProperty(name)
  })
})

test('a job asks for work, for as many people as there are places, and says nothing of it once filled', () => {
  const asked = job.toObject(envelopeOf(job), { ...job.sample, positions: 2 }, 'fr')
  expect(asked).toMatchObject({
    type: 'Note',
    purpose: 'request',
    publishes: { action: 'deliverService', resourceQuantity: { hasUnit: 'one', hasNumericalValue: '2' } },
  })
  expect(job.toObject(envelopeOf(job, { state: 'closed' }), job.sample, 'fr')).not.toHaveProperty('purpose')
})

test('news, events and organisations propose no exchange', () => {
  for (const kind of kinds.filter(({ name }) => name !== 'job' && name !== 'resource'))
    expect(kind.toObject(envelopeOf(kind), kind.sample, 'fr')).not.toHaveProperty('purpose')
})
