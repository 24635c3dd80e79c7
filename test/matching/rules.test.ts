import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fields as organisationFields } from '../../server/kinds/organisation/fields.ts'
import { fields as tenderFields } from '../../server/kinds/tender/fields.ts'
import { rules, type RuleName } from '../../server/matching/rules/index.ts'
import type { Known, LotAsked, Organisation } from '../../server/matching/rules/rule.ts'

// The rules are tried line by line against a table that anybody can read, and quarrel with: rules.md.

const known: Known = {
  groupings: new Map(
    ['92036', '92050', '93066'].map((code) => [code, { code: 'essai', name: 'Métropole d’essai' }]),
  ),
  networks: ['Réseau du fleuve'],
}

const verdicts = {
  convient: 'fits',
  'ne convient pas': 'fits-not',
  doute: 'doubt',
  inconnu: 'unknown',
  rien: null,
} as const

const lotWords: Readonly<Record<string, string>> = {
  ...{ CPV: 'cpv', lieu: 'place', de: 'amountMin', à: 'amountMax', réservé: 'reservation' },
  ...{ article: 'reservationArticle', 'lu le': 'reservationAsOf', 'ouvert à': 'openTo' },
  ...{ 'clause sociale': 'social', heures: 'insertionHours' },
}

const organisationWords: Readonly<Record<string, string>> = {
  ...{ CPV: 'cpv', secteurs: 'sectors', commune: 'placeCode', sert: 'serves', zone: 'area' },
  ...{ structure: 'structure', statut: 'status', famille: 'family', ESUS: 'esus' },
  ...{ 'tient seule': 'largestContract', personnes: 'headcount', 'travaille par': 'services' },
  ...{ réseaux: 'networks' },
}

/** ‘CPV 77, CPV 773’ → `{ cpv: ['77', '773'] }` */
function said(cell: string, words: Readonly<Record<string, string>>): Record<string, string[]> {
  const all: Record<string, string[]> = {}
  if (cell === '(rien)') return all
  for (const part of cell.split(', ')) {
    const word = Object.keys(words)
      .toSorted((a, b) => b.length - a.length)
      .find((one) => part.startsWith(`${one} `))
    if (word === undefined) throw new Error(`rules.md: « ${part} » n’est pas compris.`)
    ;(all[words[word] ?? ''] ??= []).push(part.slice(word.length + 1))
  }
  return all
}

const lists = new Set(['cpv', 'sectors', 'serves', 'services', 'networks', 'openTo'])
const sent = (all: Record<string, string[]>, flat: ReadonlySet<string>) =>
  Object.fromEntries(
    Object.entries(all).map(([name, values]) => [
      name,
      lists.has(name) && !flat.has(name) ? values : values[0],
    ]),
  )

/** Through the kinds' own gates: what could not be published is no example. */
function organisation(cell: string): Organisation {
  const { placeCode = null, ...given } = sent(said(cell, organisationWords), new Set())
  const fields = organisationFields.parse({ family: 'association', ...given })
  return { ...fields, placeCode: placeCode as string | null, placeLabel: null }
}

function lot(cell: string): LotAsked {
  const given = sent(said(cell, lotWords), new Set(['cpv']))
  const { lots } = tenderFields.parse({ buyer: 'Essai', lots: [{ title: 'Essai', ...given }] })
  const [one] = lots
  if (one === undefined) throw new Error('no lot')
  return one
}

const table = readFileSync(new URL('rules.md', import.meta.url), 'utf8')
const sections = table
  .split(/^## /m)
  .slice(1)
  .map((text) => {
    const [, title = '', rule = ''] = /^(.*) \((\w+)\)/.exec(text) ?? []
    const rows = [...text.matchAll(/^\| ?(.*?) \| (.*?) \| (.*?) \| ?(.*?) ?\|$/gm)]
      .map(([, ...cells]) => cells)
      .filter(([first]) => first !== 'Lot' && !first?.startsWith('---'))
    return { title, rule: rule as RuleName, rows }
  })

/** Spaces that do not break are spaces to whoever writes the table. */
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ')

test('every rule has its lines in the table, and every line a rule', () => {
  expect(sections.map(({ rule }) => rule).toSorted()).toEqual(Object.keys(rules).toSorted())
  for (const { title, rows } of sections) expect(rows.length, title).toBeGreaterThan(1)
})

describe.each(sections)('$title', ({ rule, rows }) => {
  test.each(rows)('%s × %s : %s', (lotCell = '', organisationCell = '', expected = '', because = '') => {
    const finding = rules[rule](organisation(organisationCell), lot(lotCell), known)
    expect(finding?.verdict ?? null).toBe(verdicts[expected as keyof typeof verdicts])
    expect(plain(finding?.say('fr') ?? '')).toBe(because)
    // The same in English, in other words.
    if (finding !== null) expect(finding.say('en')).not.toBe(finding.say('fr'))
  })
})
