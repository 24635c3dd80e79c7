/** So many shades can be told apart. */
const shades = 4

/** From how many on each shade is worn: a quarter of what is counted in each, where there is enough to tell apart. */
export function quantiles(counts: readonly number[]): { least: number; most: number; shade: number }[] {
  const sorted = counts.filter((count) => count > 0).toSorted((a, b) => a - b)
  const distinct = [...new Set(sorted)]
  const groups = Math.min(shades, distinct.length)
  // As many different numbers as shades, or fewer: each has its own.
  const starts =
    distinct.length <= shades
      ? distinct
      : [
          ...new Set(
            Array.from(
              { length: groups },
              (_, index) => sorted[Math.floor((index * sorted.length) / groups)],
            ),
          ),
        ].filter((start) => start !== undefined)
  return starts.map((least, index) => {
    const next = starts[index + 1] ?? Number.POSITIVE_INFINITY
    // Few are told apart: what there is most of is always strongest.
    const shade = shades - starts.length + index + 1
    return { least, shade, most: distinct.findLast((count) => count < next) ?? least }
  })
}

/** 0: nothing; else from 1, the weakest, to 4. */
export const shadeOf = (count: number, from: readonly { least: number; shade: number }[]): number =>
  from.findLast(({ least }) => count >= least)?.shade ?? 0
