import { describe, expect, test } from 'vitest'
import { maillonItem } from '../../server/federation/objects.ts'
import { sample, type Lot, type TenderFields } from '../../server/kinds/tender/fields.ts'
import { tender } from '../../server/kinds/tender/index.tsx'
import { envelopeOf } from '../support/entries.ts'
import { known } from '../support/publish.ts'

const entry = envelopeOf(tender)
const second = sample.lots[1] as Lot
const many = Array.from({ length: 40 }, (_, index) => ({
  ...second,
  number: index + 1,
  title: `<&é> ${'é'.repeat(190)}`,
  description: null,
}))
const heaviest: TenderFields = {
  ...sample,
  buyer: '&'.repeat(200),
  reference: '<'.repeat(100),
  noLotsReason: '"'.repeat(1000),
}

describe('the text of a tender, as other servers get it', () => {
  test.each([
    ['forty lots', { ...heaviest, lots: many }],
    ['a long reason for none', { ...heaviest, lots: [] }],
  ])('stays under 8 KB with %s, and says how many there are beside', (_, fields) => {
    const long = { ...entry, title: '&'.repeat(150), html: `<p>${'é'.repeat(9000)}</p>` }
    const { content } = tender.toObject(long, tender.fields.parse(fields), 'fr')
    expect(Buffer.byteLength(content)).toBeLessThanOrEqual(8000)
    expect(content).toMatch(
      fields.lots.length === 0 ? /Pourquoi sans lots/ : /<li>Et \d+\u00a0autres\.<\/li>/,
    )
  })

  test('fits with all its lots into what other hubs read', () => {
    const fields = tender.fields.parse({ ...heaviest, lots: many })
    const item = maillonItem({ envelope: entry, kind: known('tender'), fields, unfinished: null })
    expect(Buffer.byteLength(JSON.stringify(item))).toBeLessThanOrEqual(64 * 1024)
  })

  test('leaves out a lot that was withdrawn, and says of one that is awarded who holds it', () => {
    const lots: Lot[] = [
      { ...second, number: 1, title: 'Le retiré', state: 'withdrawn' },
      { ...second, number: 2, title: 'Le perdu', awardHolders: ['Personne'] },
      { ...second, number: 4, title: 'Le pris', state: 'awarded', awardHolders: ['Les Jardins'] },
    ]
    const { content } = tender.toObject(entry, { ...sample, lots }, 'fr')
    expect(content).not.toContain('Le retiré')
    expect(content).not.toContain('Personne')
    expect(content).toContain('Attribué')
    expect(content).toContain('Les Jardins')
  })
})

describe('an open tender, to search engines', () => {
  const markup = (change: Partial<TenderFields> = {}, state: 'published' | 'closed' = 'published') =>
    tender.toSchema?.({ ...entry, state }, { ...sample, ...change }, { origin: '', name: '' }) ?? null

  test('is a Demand with each lot that is still to be had', () => {
    expect(markup()).toMatchObject({
      '@type': 'Demand',
      name: entry.title,
      identifier: '2026-EV-014',
      validThrough: '2027-01-15T11:00:00.000Z',
      itemOffered: [
        {
          '@type': 'Service',
          name: 'Lot\u00a03\u00a0: Taille des haies',
          url: `${entry.url}/lots/3`,
          areaServed: 'Hauts-de-Seine (92)',
          identifier: { propertyID: 'CPV', value: '77340000' },
        },
      ],
    })
    expect(markup({ lots: [] })).not.toHaveProperty('itemOffered')
  })

  test('is nothing once it is closed, or all its lots are', () => {
    expect(markup({}, 'closed')).toBeNull()
    expect(markup({ lots: [sample.lots[0] as Lot] })).toBeNull()
  })
})
