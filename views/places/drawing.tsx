import { useAsset } from '../assets.tsx'
import { formatCount } from '../format.ts'
import { useLocale, useTexts } from '../language.tsx'
import type { Counted } from './map.tsx'
import { placeTexts } from './texts.ts'

// How much there is, is told by colour and by weave, so that it is not told by colour alone (WCAG 1.4.1).

interface DrawingProps {
  departments: readonly Counted[]
  words: { one: string; other: string }
}

/** The drawing of the mainland, or a part of it; `fine`: of a part so small that its lines are thinner. */
export function Drawing({
  departments,
  words,
  view,
  fine = false,
}: DrawingProps & { view: string; fine?: boolean }) {
  const shapes = useAsset('departments.svg')
  return (
    <svg class="map" viewBox={view} aria-hidden="true">
      {departments
        .filter(({ isDrawn }) => isDrawn)
        .map((one) => (
          <Link one={one} words={words}>
            <use href={`${shapes}#d-${one.code}`} />
            {one.shade > 1 && (
              <use href={`${shapes}#d-${one.code}`} class="map-weave" fill={weaveOf(one.shade, fine)} />
            )}
          </Link>
        ))}
    </svg>
  )
}

/** A square for each of those that lie oceans apart. */
export function Overseas({ departments, words }: DrawingProps) {
  const t = useTexts(placeTexts)
  if (departments.length === 0) return null
  const rows = Math.ceil(departments.length / perRow)
  return (
    <svg class="map map-overseas" viewBox={`0 0 ${perRow * 60} ${rows * 50 + 24}`} aria-hidden="true">
      <text x="4" y="16">
        {t.overseas}
      </text>
      {departments.map((one, index) => {
        const [x, y] = [(index % perRow) * 60 + 4, Math.floor(index / perRow) * 50 + 24]
        const square = { x, y, width: 52, height: 42, rx: 4 }
        return (
          <Link one={one} words={words}>
            <rect {...square} />
            {one.shade > 1 && <rect {...square} class="map-weave" fill={weaveOf(one.shade, false)} />}
            <rect class="map-plate" x={x + 10} y={y + 12} width="32" height="18" rx="3" />
            <text x={x + 26} y={y + 26} text-anchor="middle">
              {one.code}
            </text>
          </Link>
        )
      })}
    </svg>
  )
}

const perRow = 5

function Link({ one, words, children }: { one: Counted; words: DrawingProps['words']; children: unknown }) {
  const t = useTexts(placeTexts)
  const locale = useLocale()
  return (
    <a href={one.href} tabindex={-1} class={`map-${one.shade}`}>
      <title>{t.of(one.name, one.code, formatCount(one.count, locale, words))}</title>
      {children}
    </a>
  )
}

/** One shade, as the legend shows it. */
export const Swatch = ({ shade }: { shade: number }) => (
  <svg class="map-swatch" viewBox="0 0 28 18" aria-hidden="true">
    <rect class={`map-${shade}`} x="1" y="1" width="26" height="16" rx="2" />
    {shade > 1 && (
      <rect class="map-weave" fill={weaveOf(shade, false)} x="1" y="1" width="26" height="16" rx="2" />
    )}
  </svg>
)

const weaveOf = (shade: number, fine: boolean): string => `url(#trame-${shade}${fine ? '-fine' : ''})`

/** The stronger, the closer the lines; once for the whole page. */
export const Weaves = () => (
  <svg class="visually-hidden" width="0" height="0" aria-hidden="true">
    <defs>
      {[2, 3, 4].flatMap((shade) =>
        ['', '-fine'].map((fine) => {
          const step = [0, 0, 9, 5, 3][shade] ?? 3
          const scale = fine === '' ? '' : ' scale(0.05)'
          return (
            <pattern
              id={`trame-${shade}${fine}`}
              width={step}
              height={step}
              patternUnits="userSpaceOnUse"
              patternTransform={`rotate(45)${scale}`}
            >
              <line x1="0" y1="0" x2="0" y2={step} />
            </pattern>
          )
        }),
      )}
    </defs>
  </svg>
)
