import { median } from './load.ts'
import type { Readings } from './round.ts'

export type UnitName = keyof typeof units

interface Unit {
  label: string
  measure: string
  /** Of design and README: at most this much, at least this many times the peer. */
  most?: number
  least?: number
  /** The peer's cost over ours; `rate`: our rate over the peer's. */
  ratio?: { of: 'cost' | 'rate'; least?: number }
}

export const units = {
  list: { label: 'page made anew: a list of jobs', measure: 'µs', most: 1000 },
  entry: { label: 'page made anew: a job', measure: 'µs', most: 1000 },
  kept: { label: 'page kept: a list of jobs', measure: 'µs', most: 180 },
  unchanged: { label: 'page: 304 by its ETag', measure: 'µs', most: 45 },
  actor: { label: 'actor as JSON', measure: 'µs', most: 45, ratio: { of: 'cost' } },
  inbound: { label: 'signed activity received', measure: 'µs', most: 900, ratio: { of: 'cost', least: 6 } },
  fanOut: { label: 'POST of a fan-out', measure: 'µs', most: 1000, ratio: { of: 'rate', least: 1.4 } },
  posts: { label: 'POSTs for an activity to 1,000 hosts', measure: '', least: 1000, most: 1000 },
  reached: { label: 'living hosts told when 10 % are dead', measure: '%', least: 100 },
  dead: { label: 'longer wait of the living then', measure: '%', most: 10 },
  search: { label: 'search, 95 of 100', measure: 'ms', most: 15 },
  start: { label: 'start to the first answer', measure: 'ms', most: 700, ratio: { of: 'cost' } },
  idle: { label: 'memory at rest', measure: 'MB', most: 140, ratio: { of: 'cost' } },
  loaded: { label: 'memory after load', measure: 'MB', most: 256, ratio: { of: 'cost' } },
} satisfies Record<string, Unit>

export interface Round {
  hello: number
  maillon: Readings
  peer: Readings
}

/** What a bare answer of node:http costs where the budgets were set, in microseconds. */
const usualHello = 20

/** A round in which a bare answer cost much more or less than usual shared its cores with something else. */
export function validRounds(rounds: readonly Round[]): Round[] {
  const usual = median(rounds.map(({ hello }) => hello))
  return rounds.filter(({ hello }) => Math.abs(hello / usual - 1) <= 0.3)
}

export function table(rounds: readonly Round[]): string {
  const rows = Object.entries(units).map(([name, unit]) => row(name, unit, rounds))
  const head = ['unit', 'Maillon', 'a second', 'peer', 'a second', 'ratio', 'adjusted', 'budget', 'met']
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((cells) => [...(cells[column] ?? '')].length)),
  )
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)).join(' | ')} |`
  const rule = line(
    widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)),
  )
  return [line(head), rule, ...rows.map(line)].join('\n')
}

function row(name: string, unit: Unit, rounds: readonly Round[]): string[] {
  const of = (round: Round, who: 'maillon' | 'peer') =>
    Object.entries(round[who]).find(([key]) => key === name)?.[1]
  const middle = (who: 'maillon' | 'peer', what: 'cost' | 'rate'): number =>
    median(rounds.flatMap((round) => of(round, who)?.[what] ?? []))
  const { of: compared = 'cost', least } = unit.ratio ?? {}
  const ratios = rounds.flatMap((round) => {
    const [ours, theirs] = [of(round, 'maillon')?.[compared], of(round, 'peer')?.[compared]]
    if (ours === undefined || theirs === undefined || unit.ratio === undefined) return []
    return compared === 'rate' ? ours / theirs : theirs / ours
  })
  const cost = middle('maillon', 'cost')
  // On a slow or busy machine everything costs more, a bare answer as well.
  const adjusted =
    unit.measure === 'µs'
      ? median(
          rounds.flatMap((round) => ((of(round, 'maillon')?.cost ?? Number.NaN) * usualHello) / round.hello),
        )
      : cost
  const wasMeasured = rounds.some((round) => of(round, 'maillon') !== undefined)
  const isMet =
    adjusted <= (unit.most ?? adjusted) &&
    adjusted >= (unit.least ?? adjusted) &&
    (least === undefined || ratios.length === 0 || median(ratios) >= least)
  return [
    unit.label,
    wasMeasured ? figure(cost, unit.measure) : 'not offered',
    figure(middle('maillon', 'rate')),
    figure(middle('peer', 'cost'), unit.measure),
    figure(middle('peer', 'rate')),
    ratios.length === 0 ? '–' : `${median(ratios).toFixed(1)}×`,
    unit.measure === 'µs' ? figure(adjusted, unit.measure) : '–',
    budget(unit),
    isMet && wasMeasured ? 'yes' : 'no',
  ]
}

function budget({ most, least, measure, ratio }: Unit): string {
  const parts = [
    ...(most !== undefined && most === least ? [`exactly ${figure(most)}`] : []),
    ...(most === undefined || most === least ? [] : [`≤ ${figure(most, measure)}`]),
    ...(least === undefined || most === least ? [] : [`≥ ${figure(least, measure)}`]),
    ...(ratio?.least === undefined ? [] : [`≥ ${ratio.least}×`]),
  ]
  return parts.join(', ')
}

function figure(value: number, measure = ''): string {
  if (value === Number.POSITIVE_INFINITY) return 'stalled'
  if (Number.isNaN(value)) return '–'
  const digits = Math.abs(value) < 10 ? 1 : 0
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${measure}`.trim()
}

const pad = (text: string, width: number, right: boolean): string =>
  right
    ? text.padStart(width + text.length - [...text].length)
    : text.padEnd(width + text.length - [...text].length)
