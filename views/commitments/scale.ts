// Where a chart puts its marks, in per cent of its width and pixels of its height: percentages stretch with the window
// while words keep their size.

export interface Point {
  /** `2026-12-15` */
  day: string
  value: number
}

export interface Scale {
  x(day: string): number
  y(value: number): number
  low: number
  high: number
}

const height = { top: 34, bottom: 150 }
const width = { left: 3, right: 97 }

/** Over all the numbers and the target, and down to nothing, unless they go below. */
export function scaleOf(points: readonly Point[], target: number | null): Scale {
  const values = [0, ...points.map(({ value }) => value), ...(target === null ? [] : [target])]
  const low = Math.min(...values)
  const high = Math.max(...values)
  const days = points.map(({ day }) => Date.parse(day))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  // One single day stands in the middle; numbers that are all nothing lie on the ground.
  const along = (part: number, whole: number, otherwise: number) => (whole === 0 ? otherwise : part / whole)
  return {
    low,
    high,
    x: (day) =>
      rounded(width.left + (width.right - width.left) * along(Date.parse(day) - first, last - first, 0.5)),
    y: (value) => rounded(height.bottom - (height.bottom - height.top) * along(value - low, high - low, 0)),
  }
}

const rounded = (number: number): number => Math.round(number * 100) / 100
