import { describe, expect, test } from 'vitest'
import { isRna, isSiren, isSiret } from './identifiers.ts'

describe('well-formed numbers', () => {
  const cases: [what: string, check: (number: string) => boolean, number: string, well: boolean][] = [
    ['a SIREN', isSiren, '732829320', true],
    ['a SIREN with one wrong digit', isSiren, '732829321', false],
    ['a SIREN with two digits exchanged', isSiren, '738229320', false],
    ['a SIREN too short', isSiren, '73282932', false],
    ['a SIREN with letters', isSiren, '73282932O', false],
    ['a SIRET', isSiret, '73282932000074', true],
    ['a SIRET of a public body', isSiret, '13000548100010', true],
    ['a SIRET with one wrong digit', isSiret, '73282932000075', false],
    ['a SIREN in place of a SIRET', isSiret, '732829320', false],
    ['the seat of La Poste', isSiret, '35600000000048', true],
    ['an office of La Poste', isSiret, '35600000049837', true],
    ['an office of La Poste with one wrong digit', isSiret, '35600000049838', false],
    ['a RNA', isRna, 'W922000123', true],
    ['a RNA without its W', isRna, '922000123', false],
    ['a RNA too long', isRna, 'W9220001234', false],
  ]
  test.each(cases)('%s', (_, check, number, well) => {
    expect(check(number)).toBe(well)
  })
})
