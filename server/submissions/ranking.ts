import type { Criterion } from '../kinds/call/table.ts'
import type { SubmissionRow, VerdictRow } from './queries.ts'

export const highestScore = 5

export interface Rank {
  submission: SubmissionRow
  /** From 0 to 5; null: nobody has rated it. */
  score: number | null
  /** How many jurors have. */
  ratings: number
  /** How many may not. */
  conflicts: number
}

/** One juror's opinion of one project, by the weights of the call; null: they have rated nothing that counts. */
export function weighted(
  criteria: readonly Criterion[],
  scores: Readonly<Record<string, number>>,
): number | null {
  const rated = criteria.flatMap(({ number, weight }) => {
    const score = scores[String(number)]
    return score === undefined ? [] : [{ score, weight: weight ?? 0 }]
  })
  const all = rated.reduce((sum, { weight }) => sum + weight, 0)
  return all === 0 ? null : rated.reduce((sum, { score, weight }) => sum + score * weight, 0) / all
}

/** Help for a decision that people take: each juror counts for one. Those that nobody rated stand last. */
export function rank(
  criteria: readonly Criterion[],
  submissions: readonly SubmissionRow[],
  verdicts: readonly VerdictRow[],
): Rank[] {
  return submissions
    .map((submission) => {
      const own = verdicts.filter(({ submissionN }) => submissionN === submission.n)
      const scores = own
        .filter(({ conflict }) => !conflict)
        .flatMap(({ scores: given }) => weighted(criteria, given) ?? [])
      return {
        submission,
        score: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
        ratings: scores.length,
        conflicts: own.filter(({ conflict }) => conflict).length,
      }
    })
    .toSorted(
      (one, other) => (other.score ?? -1) - (one.score ?? -1) || one.submission.n - other.submission.n,
    )
}
