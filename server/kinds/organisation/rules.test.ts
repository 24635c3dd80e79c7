import { describe, expect, test } from 'vitest'
import { identityOf, sample, type OrganisationFields } from './fields.ts'
import { rules } from './rules.ts'

const none = { siren: null, siret: null, rna: null }

describe('what our own form asks of an organisation, and how far its identity is known', () => {
  const cases: [
    what: string,
    change: Partial<OrganisationFields>,
    faults: string[],
    identity: 'declared' | 'well-formed',
  ][] = [
    ['all three numbers', {}, [], 'well-formed'],
    ['no number', none, [], 'declared'],
    ['only a RNA', { ...none, rna: 'W922000123' }, [], 'well-formed'],
    ['only a SIREN', { ...none, siren: '732829320' }, [], 'well-formed'],
    ['a SIREN with a wrong digit', { ...none, siren: '732829321' }, ['siren siren'], 'declared'],
    ['a SIRET with a wrong digit', { ...none, siret: '73282932000075' }, ['siret siren'], 'declared'],
    [
      'a SIRET of another SIREN',
      { siren: '732829320', siret: '13000548100010' },
      ['siret other-siren'],
      'well-formed',
    ],
  ]
  test.each(cases)('%s', (_, change, expected, identity) => {
    const organisation = { ...sample, ...change }
    expect(rules(organisation).map(({ field, code }) => `${field} ${code}`)).toEqual(expected)
    expect(identityOf(organisation)).toBe(identity)
  })
})
