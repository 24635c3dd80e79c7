import { z } from 'zod'
import { defaultChoice, optionalDay, optionalLine, optionalText, optionalUrl, parts } from '../gate.ts'
import { statuses } from './table.ts'

/** What is known of it, and from whom. */
const evidence = z.object({
  day: optionalDay,
  what: optionalText(500),
  by: optionalLine(200),
  url: optionalUrl,
})

export type Evidence = z.infer<typeof evidence>

export const mostEvidence = 40

export const fields = z.object({
  reference: optionalLine(20),
  quote: optionalText(2000),
  source: optionalUrl,
  sourceLabel: optionalLine(200),
  sourceDay: optionalDay,
  decider: optionalLine(200),
  status: defaultChoice(statuses),
  evidence: parts(evidence, mostEvidence),
  nextCheck: optionalDay,
})

export type ProposalFields = z.infer<typeof fields>

/** In the order of the days; what has none comes last. */
export const inOrder = <Dated extends { day: string | null }>(records: readonly Dated[]): Dated[] =>
  records.toSorted((a, b) => ((a.day ?? '~') < (b.day ?? '~') ? -1 : (a.day ?? '~') > (b.day ?? '~') ? 1 : 0))

export const sample: ProposalFields = {
  reference: 'Article 3',
  quote: 'Que la salle du quai soit ouverte aux associations deux soirs par semaine.',
  source: 'https://ateliers-du-fleuve.example/manifeste',
  sourceLabel: 'Manifeste des associations du quai',
  sourceDay: '2026-03-14',
  decider: 'Le conseil municipal',
  status: 'answered',
  evidence: [
    {
      day: '2026-06-02',
      what: 'Le maire répond que la demande sera étudiée à la rentrée.',
      by: 'Ville de Gennevilliers',
      url: 'https://ville.example/conseil/2026-06-02',
    },
  ],
  nextCheck: '2027-03-01',
}
