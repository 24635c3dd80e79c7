import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseEntry } from '../../server/entries/input.ts'
import type { KindName } from '../../server/kinds/index.ts'
import { openTestDeps, type TestDeps } from '../support/deps.ts'
import { known } from '../support/publish.ts'

let deps: TestDeps
beforeAll(async () => void (deps = await openTestDeps()))
afterAll(() => deps.close())

const faultsOf = async (name: KindName, change: Record<string, unknown>, shared = {}) => {
  const kind = known(name)
  const sent = { shared: { title: 'Un titre', ...shared }, fields: { ...kind.sample, ...change } }
  const { faults } = await parseEntry(deps, kind, sent, { now: deps.now() })
  return faults.map(({ field, code }) => `${field} ${code}`).toSorted()
}

const mute = { applyEmail: '', applyUrl: '', applyText: '' }

describe('a form is told of all its faults in one round', () => {
  test.each<[string, KindName, Record<string, unknown>, string[]]>([
    [
      'a job with a wrong number, a day that is past and nobody to write to',
      'job',
      { hours: 'beaucoup', deadline: '2020-01-01', ...mute },
      ['applyEmail contact', 'deadline past', 'hours number'],
    ],
    [
      'an event in no known zone, which ends before it begins',
      'event',
      { timeZone: 'Mars/Olympus', end: '2026-11-28T08:00' },
      ['end order', 'timeZone wrong'],
    ],
    [
      'an organisation with a wrong site and a wrong phone',
      'organisation',
      { website: 'x', phone: '01 23 45' },
      ['phone phone', 'website url'],
    ],
  ])('%s', async (_, name, change, expected) => expect(await faultsOf(name, change)).toEqual(expected))

  test('the shared part included', async () => {
    expect(await faultsOf('job', { deadline: '2020-01-01' }, { title: '' })).toEqual([
      'deadline past',
      'title required',
    ])
  })
})

describe('of what needs a value that is wrong itself, nothing is said', () => {
  test.each<[string, KindName, Record<string, unknown>, string[]]>([
    [
      'the higher pay beside a lower one that is no number',
      'job',
      { payMin: 'x', payMax: 1 },
      ['payMin number'],
    ],
    [
      'a way to answer, beside one that is mistyped',
      'job',
      { ...mute, applyUrl: 'example' },
      ['applyUrl url'],
    ],
    [
      'the end of what begins on no day',
      'event',
      { start: 'demain', end: '2020-01-01T09:00' },
      ['start date'],
    ],
    ['the pay of an unknown contract', 'job', { contract: 'x', payMax: 1, payMin: 2 }, ['contract choice']],
  ])('%s', async (_, name, change, expected) => expect(await faultsOf(name, change)).toEqual(expected))
})
