import { rules, type RuleName } from './rules/index.ts'
import type { Finding, Known, LotAsked, Organisation, Rule } from './rules/rule.ts'

export interface Found extends Finding {
  rule: RuleName
}

/** What the rules say of one organisation and one lot. Reasons and doubts are counted, to sort; they are no grade. */
export interface Match {
  findings: readonly Found[]
  reasons: number
  doubts: number
  /** From 0, the same town; what nobody knows is far. */
  near: number
}

const names = Object.keys(rules) as RuleName[]
const far = 9

/** Null: by what one of the two says itself, it does not fit; or nothing at all speaks for it. */
export function match(organisation: Organisation, lot: LotAsked, known: Known): Match | null {
  const findings: Found[] = []
  let reasons = 0
  let doubts = 0
  for (const name of names) {
    const rule: Rule = rules[name]
    const finding = rule(organisation, lot, known)
    if (finding === null) continue
    if (finding.verdict === 'fits-not') return null
    if (finding.verdict === 'fits') reasons += 1
    if (finding.verdict === 'doubt') doubts += 1
    findings.push({ rule: name, ...finding })
  }
  if (!speaksForIt(findings)) return null
  return { findings, reasons, doubts, near: findings.find(({ near }) => near !== undefined)?.near ?? far }
}

/**
 * A trade that fits or may fit; where nobody knows the trade, a reservation or a status that does, or the very place.
 * What is unknown shuts nobody out, and is no reason to list all of France.
 */
function speaksForIt(findings: readonly Found[]): boolean {
  const verdictOf = (rule: RuleName) => findings.find((one) => one.rule === rule)?.verdict
  if (verdictOf('trade') !== 'unknown') return true
  return (['area', 'reservation', 'admitted'] as const).some((rule) => verdictOf(rule) === 'fits')
}

export const orders = ['reasons', 'near', 'name'] as const
export type Order = (typeof orders)[number]

/** In words on every page that shows them; where two are equal, the next order decides. */
export const sorted = <One extends { match: Match; folded: string }>(
  all: readonly One[],
  order: Order,
): One[] => {
  const by: Readonly<Record<Order, (a: One, b: One) => number>> = {
    reasons: (a, b) => b.match.reasons - a.match.reasons || a.match.doubts - b.match.doubts,
    near: (a, b) => a.match.near - b.match.near,
    name: (a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0),
  }
  const [first, second, third] = [order, ...orders.filter((one) => one !== order)].map((one) => by[one])
  return all.toSorted((a, b) => first?.(a, b) || second?.(a, b) || third?.(a, b) || 0)
}
